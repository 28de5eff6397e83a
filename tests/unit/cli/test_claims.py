"""``claims`` and ``align``."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema

from consistency.reports.json import schema
from tests.conftest import Call


def test_a_vague_number_has_no_value_and_a_sum_counts_its_currency(story: Path, call: Call) -> None:
    text = b"Several ships carried hay worth $3 million, and dozens of people watched."
    found = {
        claim["text"]: claim for claim in json.loads(call("claims", "-", "-f", "json", stdin=text).stdout)["claims"]
    }
    assert found["Several ships"]["value"] is None
    assert found["dozens of people"]["value"] is not None
    assert (found["$3 million"]["value"], found["$3 million"]["counted"]) == (3_000_000, "US dollar")


def test_claims_and_alignments_are_what_the_schema_says(story: Path, call: Call) -> None:
    whole = json.loads(schema())
    for args, name in ((("claims", "draft.md"), "claims"), (("align", "draft.md", "source.txt"), "passages")):
        told = json.loads(call(*args, "-f", "json").stdout)
        jsonschema.validate(told, {**whole["$defs"][name], "$defs": whole["$defs"]})
        assert told["alignments" if name == "passages" else "claims"]
