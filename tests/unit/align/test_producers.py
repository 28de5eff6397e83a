"""Which alignments each module of ``align`` makes of two articles, and of which articles it makes none."""

from __future__ import annotations

import pytest

from consistency.align.attribution import attributions
from consistency.align.merge_sources import Producer, merge_sources
from consistency.align.names import names
from consistency.align.quotations import quotations
from consistency.align.statements import statements
from consistency.align.substitutions import substitutions
from consistency.align.token_diff import produce
from consistency.align.unaligned.clauses import clauses
from consistency.align.unaligned.sentences import passages
from tests.unit.align.pairs import Row, pair, rows

BRIDGE = "The council approved the new bridge over the Rill on Friday."
BRIDGE_WITH_NAME = "The council and Brenna Holt approved the new bridge over the Rill on Friday."
FEARS = "Residents fear noise and years of traffic jams."
SHIPS = "The harbour handled 40 ships a day last year."
QUOTED = '"We will not close the harbour this year," the mayor said.'
FINED = "The minister told the mill to close its two furnaces by spring or pay heavy fines."
SHUT = "The minister ordered the mill to shut both its furnaces by spring."
SUED = "Norvia Mills sued Harlan Foods over the recipe."

#: Producer, draft, source, and the alignments that it makes.
CASES: list[tuple[Producer, str, str, list[Row]]] = [
    (
        attributions,
        SHIPS,
        f"{SHIPS[:-1]}, according to Orvale Harbour Institute data.",
        [
            (
                "attribution.passages",
                "harbour handled 40 ships a day last",
                "according to Orvale Harbour Institute data",
            )
        ],
    ),
    (
        attributions,
        "The ferry left the harbour of Orvale without its lights on, Peter Lang said.",
        "The ferry left the harbour of Orvale without its lights on, Ida Holm said.",
        [("attribution.passages", "Peter Lang said", "Ida Holm said")],
    ),
    (attributions, SHIPS, SHIPS, []),
    (
        names,
        "Brenna Holt opened the new harbor bridge on Monday.",
        "Tomas Keller opened the new harbor bridge on Monday.",
        [("names.by_position", "Brenna Holt", "Tomas Keller")],
    ),
    (
        names,
        "Mayor Brenna Holbrook opened the harbor.",
        "Mayor Brenna Holbrock opened the harbor.",
        [("names.respelled", "Brenna Holbrook", "Brenna Holbrock")],
    ),
    (names, BRIDGE_WITH_NAME, BRIDGE, [("names.unsupported", "Brenna Holt", "")]),
    (names, BRIDGE, BRIDGE_WITH_NAME, [("names.left_out", "", "Brenna Holt")]),
    (names, "Mayor Holt opened the new harbor bridge.", "Brenna Holt opened the new harbor bridge.", []),
    (
        quotations,
        QUOTED.replace("will", "shall"),
        QUOTED,
        [
            (
                "quotations.counterpart",
                '"We shall not close the harbour this year,"',
                '"We will not close the harbour this year,"',
            )
        ],
    ),
    (
        quotations,
        "The mayor said the harbour would not be closed this year.",
        QUOTED,
        [("quotations.unquoted", "", '"We will not close the harbour this year,"')],
    ),
    (
        quotations,
        'The mayor said: "We will keep the harbour open, come what may."',
        "The mayor said the harbour would stay open this year.",
        [("quotations.counterpart", '"We will keep the harbour open, come what may."', "")],
    ),
    (quotations, BRIDGE, BRIDGE, []),
    (
        statements,
        "Harlan Foods sued Norvia Mills over the recipe.",
        SUED,
        [("statements.swapped_arguments", "Harlan Foods sued Norvia Mills", "Norvia Mills sued Harlan Foods")],
    ),
    (
        statements,
        "The ministry closed the mill on the Rill.",
        "The ministry plans to close the mill on the Rill.",
        [("statements.predicates", "closed", "plans to close")],
    ),
    (
        statements,
        "The reform will avoid higher fees for the ferries.",
        "The reform is likely to avoid higher fees for the ferries.",
        [("statements.hedging", "reform will avoid", "likely to avoid")],
    ),
    (statements, "Harlan Foods was sued by Norvia Mills.", SUED, []),
    (
        substitutions,
        "She missed the race after breaking her arm in February.",
        "Her health deteriorated after breaking her hip in February.",
        [("substitutions.in_copied_context", "arm", "hip"), ("substitutions.by_contrast", "arm", "hip")],
    ),
    (
        substitutions,
        "The guards could fire at the boats.",
        "The guards couldn't fire at the boats.",
        [("substitutions.in_copied_context", "", "n't")],
    ),
    (substitutions, BRIDGE, BRIDGE, []),
    (
        produce,
        "The ministers met in Orvale on Friday to up-end the fishing treaty.",
        "The ministers met in Orvale on Friday to end the fishing treaty.",
        [("token_diff", "up-end", "end")],
    ),
    (produce, BRIDGE, "On Friday the council approved the new bridge over the Rill.", []),
    (clauses, SHUT, FINED, [("unaligned.clauses", "", "or pay heavy fines")]),
    (clauses, FINED, SHUT, [("unaligned.clauses", "or pay heavy fines", "")]),
    (clauses, BRIDGE, BRIDGE, []),
    (
        passages,
        f"{BRIDGE[:-1]}, whose planks were painted red.",
        BRIDGE,
        [("unaligned.spans", "whose planks were painted red", "")],
    ),
    (passages, f"{BRIDGE} {FEARS}", BRIDGE, [("unaligned.sentences", FEARS, "")]),
    (passages, BRIDGE, f"{BRIDGE} {FEARS}", [("unaligned.sentences", "", FEARS)]),
    (passages, BRIDGE, BRIDGE, []),
]


@pytest.mark.parametrize(
    ("producer", "draft", "source", "expected"),
    CASES,
    ids=[f"{producer.__module__.removeprefix('consistency.align.')}: {draft}" for producer, draft, _, _ in CASES],
)
def test_a_producer_makes_these_alignments(producer: Producer, draft: str, source: str, expected: list[Row]) -> None:
    assert rows(producer(pair(draft, source))) == expected


OPENED = "Tomas Keller opened the new harbor bridge on Monday."
DRAFT = OPENED.replace("Tomas Keller", "Brenna Holt")


def test_one_difference_from_two_sources_is_one_alignment_with_three_sides() -> None:
    merged = list(merge_sources(names, {1: pair(DRAFT, OPENED), 2: pair(DRAFT, f"{OPENED} It rained.")}))
    assert rows(merged) == [("names.by_position", "Brenna Holt", "Tomas Keller")]
    assert len(merged[0].sides) == 3


def test_a_source_that_agrees_with_the_draft_supports_it() -> None:
    assert list(merge_sources(names, {1: pair(DRAFT, OPENED), 2: pair(DRAFT, f"{DRAFT} It rained.")})) == []
