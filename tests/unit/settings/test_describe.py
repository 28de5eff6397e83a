"""What is told of the keys is true of them."""

from __future__ import annotations

import json
import tomllib
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from consistency.rules import all_rules
from consistency.settings import Settings
from consistency.settings.describe import ALL, page, schema, text
from consistency.settings.discover import Scope
from consistency.settings.keys import FIELDS, KEYS
from consistency.settings.rule_codes import names

#: Fields that no file sets: one is where the file lies, the other is for a single run.
UNSET = {"root", "suppressions"}


def plain(table: Any) -> Any:
    """A TOML table as a JSON validator wants it."""
    return json.loads(json.dumps(table, default=date.isoformat))


def test_every_field_of_the_settings_has_a_key() -> None:
    assert {field.name for field in fields(Settings)} - UNSET == FIELDS.keys()


def test_the_codes_that_are_read_from_file_names_are_those_of_the_rules() -> None:
    assert names() == {rule.code: rule.name for rule in all_rules()}


@pytest.mark.parametrize("name", KEYS)
def test_an_example_can_be_copied(tmp_path: Path, name: str) -> None:
    (tmp_path / "consistency.toml").write_text(KEYS[name].example, encoding="utf-8")
    assert Scope().explained(str(tmp_path)).origins.keys() == {KEYS[name].sets}
    jsonschema.validate(plain(tomllib.loads(KEYS[name].example)), schema())


@pytest.mark.parametrize("name", ALL)
def test_a_page_says_what_a_key_takes_and_shows_it(name: str) -> None:
    told = page(ALL[name])
    assert told.startswith(f"# {name}\n")
    assert f"Type: {ALL[name].kind.expected}." in told
    assert ALL[name].example in told


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize(
    "table",
    [
        {"selct": []},
        {"select": "NUM"},
        {"min-confidence": 2},
        {"min-confidence": "sure"},
        {"severity": {"NUM": "fatal"}},
        {"tolerance": {"numbr": 1}},
        {"alias": [{"names": ["EU"]}]},
        {"accept": [{"rule": "NUM"}]},
        {"sources": [{"article": "a"}]},
        {"max-bytes": 0},
    ],
)
def test_the_schema_refuses_what_the_program_refuses(table: dict[str, Any]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(table, schema())


def test_the_settings_that_are_shown_are_a_file_that_sets_them(tmp_path: Path) -> None:
    whole = "\n".join(key.example for key in KEYS.values() if not key.example.startswith("["))
    tables = "\n".join(key.example for key in KEYS.values() if key.example.startswith("["))
    (tmp_path / "consistency.toml").write_text(f"{whole}\n{tables}\n", encoding="utf-8")
    found = Scope().explained(str(tmp_path))
    (tmp_path / "consistency.toml").write_text(text(found), encoding="utf-8")
    assert Scope().explained(str(tmp_path)).settings == found.settings
    assert "# default" not in text(found)


def test_what_is_not_set_is_shown_as_the_default(tmp_path: Path) -> None:
    told = text(Scope(isolated=True).explained(str(tmp_path)))
    assert told.startswith("# no settings file\n")
    assert 'fail-on = "error"  # default\n' in told
    assert "# baseline is not set\n" in told
