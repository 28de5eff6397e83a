from __future__ import annotations

import pytest

from consistency.errors import SettingsError
from consistency.github.inputs import read, slashed


def test_what_is_not_given_is_left_to_the_settings() -> None:
    inputs = read({})
    assert (inputs.paths, inputs.fail_on, inputs.min_confidence, inputs.select) == ((), "", "", ())
    assert (inputs.changed_only, inputs.fail_if_empty, inputs.report) == ("auto", True, (("html", ""),))


def test_lines_keep_their_spaces_and_quotes() -> None:
    inputs = read({"INPUT_PATHS": '  content/a b.md\n\n!content/"old"/**\r\n$(touch x)\n', "INPUT_ARGS": "--x=a b"})
    assert inputs.paths == ("content/a b.md", '!content/"old"/**', "$(touch x)")
    assert inputs.args == ("--x=a b",)


@pytest.mark.parametrize(("text", "truth"), [("true", True), (" TRUE ", True), ("False", False), ("", True)])
def test_booleans_are_those_of_yaml(text: str, truth: bool) -> None:
    assert read({"INPUT_SUMMARY": text}).summary is truth


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("SUMMARY", "yes", "input summary: 'yes' is not one of true, false"),
        ("FAIL_ON", "warnings", "did you mean warning?"),
        ("CHANGED_ONLY", "maybe", "input changed-only"),
        ("REPORT", "html\nhtlm=x.html", "did you mean html?"),
        ("MIN_SEVERITY", "never", "input min-severity"),
    ],
)
def test_a_wrong_word_is_named_with_its_input(name: str, text: str, says: str) -> None:
    with pytest.raises(SettingsError) as error:
        read({f"INPUT_{name}": text})
    assert says in str(error.value)


def test_reports_have_files_of_their_own() -> None:
    assert read({"INPUT_REPORT": "html\nsarif = out/x=1.sarif"}).report == (("html", ""), ("sarif", "out/x=1.sarif"))
    assert read({"INPUT_REPORT": ""}).report == ()


def test_backslashes_part_folders_on_windows_alone() -> None:
    assert slashed("content\\2026\\*.md", "\\") == "content/2026/*.md"
    assert slashed("a\\b.md", "/") == "a\\b.md"
