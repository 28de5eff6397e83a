from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest

from consistency.errors import SettingsError
from consistency.settings import Mapping, Settings
from consistency.settings.rule_codes import ignored_in, severity_of
from consistency.settings.value import AFFECTS_FINDINGS
from consistency.types import Acceptance

OTHERS: dict[str, Any] = {
    "select": ("NUM",), "ignore": ("NUM",), "extend_select": ("NUM",), "extend_ignore": ("NUM",),
    "per_file_ignores": (("a", ("NUM",)),), "severity": (("NUM", "note"),), "min_severity": "error",
    "min_confidence": 0.9, "fail_on": "note", "tolerance": 0.1, "aliases": (("A", "B"),),
    "accepted": (Acceptance(rule="NUM", reason="x"),), "suppressions": False, "baseline": "b", "include": ("a",),
    "exclude": ("a",), "extend_exclude": ("a",), "force_exclude": True, "respect_gitignore": False,
    "source_keys": ("a",), "mappings": (Mapping(article="a", source=("b",)),), "snapshot_dir": "s", "model": "m",
    "runtime": "onnx", "cache": False, "cache_dir": "c", "max_bytes": 1, "encoding": "cp1252",
    "pipeline": "en_core_web_lg",
    "required_version": "1", "root": "/r",
}  # fmt: skip


@pytest.mark.parametrize("field", [field.name for field in fields(Settings)])
def test_the_digest_changes_with_what_can_change_findings_and_with_nothing_else(field: str) -> None:
    other = replace(Settings(), **{field: OTHERS[field]})
    assert (other.digest() != Settings().digest()) is (field in AFFECTS_FINDINGS)


def test_settings_can_be_told_apart_and_kept_in_sets() -> None:
    assert len({Settings(), Settings(fail_on="error"), Settings(fail_on="note")}) == 2


def test_the_longest_beginning_decides_the_severity() -> None:
    settings = Settings(severity=(("NUM101", "note"), ("NUM", "off"), ("quote-altered", "warning")))
    assert severity_of("NUM101", settings) == "note"
    assert severity_of("NUM105", settings) == "off"
    assert severity_of("QUO401", settings) == "warning"
    assert severity_of("DAT201", settings) is None
    assert severity_of("DAT201", Settings(severity=(("ALL", "note"),))) == "note"


def test_a_severity_for_no_rule_is_refused() -> None:
    with pytest.raises(SettingsError, match="no rule is called"):
        severity_of("NUM101", Settings(severity=(("XYZ", "note"),)))


def test_rules_are_ignored_in_files_by_pattern() -> None:
    settings = Settings(per_file_ignores=(("live/**", ("COV",)), ("a.md", ("value-mismatch",))))
    assert ignored_in("live/a.md", settings) == ("COV", "NUM101")
    assert ignored_in("desk/b.md", settings) == ()
