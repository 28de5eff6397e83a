"""JSON, TOML and YAML that anybody may have written: plain values or a reason, and never for long."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from consistency.untrusted import DEEPEST, Malformed, load_json, load_json_prefix, load_toml
from consistency.untrusted.yaml import ALIASED, load_yaml

#: Ten values, then ten times as many with each line.
LAUGHS = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 9)
)


def refused(load: Callable[[str], Any], text: str) -> Malformed:
    with pytest.raises(Malformed) as caught:
        load(text)
    assert "\n" not in caught.value.reason
    assert len(str(caught.value)) < 200
    return caught.value


@pytest.mark.parametrize(
    ("text", "reason", "place"),
    [
        ("", "Expecting value", (1, 1)),
        ('{"a": 1}\n x', "there is text after the end", (2, 2)),
        ('{"a": 1,\n "b" 2}', "Expecting ':'", (2, 6)),
        ('{"a": NaN}', "NaN is not a number in JSON", (None, None)),
        ('{"a": -Infinity}', "-Infinity is not a number", (None, None)),
        ('{"a": 1e999}', "1e999 is out of range", (None, None)),
        ("9" * 5000, "too many digits", (None, None)),
        ('{"a": 1, "b": 2, "a": 3}', '"a" appears twice', (None, None)),
        ("[" * 100_000, "nested too deeply", (None, None)),
        ("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1), "nested too deeply", (None, None)),
        ('{"' + "k" * 9999 + '": 1, "' + "k" * 9999 + '": 1}', "appears twice", (None, None)),
    ],
)
def test_json_that_is_refused(text: str, reason: str, place: tuple[int | None, int | None]) -> None:
    error = refused(load_json, text)
    assert reason in error.reason
    assert (error.line, error.column) == place


def test_json_that_is_read() -> None:
    assert load_json(' {"a": [1, 2.5, "\\ud83d\\ude00", null]}\n') == {"a": [1, 2.5, "😀", None]}
    assert load_json("[" * DEEPEST + "]" * DEEPEST)
    assert load_json_prefix('{"a": 1} The mill burned.', 0) == ({"a": 1}, 8)


@pytest.mark.parametrize(
    ("text", "reason", "line"),
    [
        ("a = 1\nb = ", "Invalid value", 2),
        ('a = "x', "Unterminated string", 1),
        ("a = 1\na = 2\n", "Cannot overwrite", 2),
        ("x = 1\na = " + "9" * 5000, "too many digits", 2),
        ("a = " + "[" * 5000, "nested too deeply", None),
        ("a = " + "[" * (DEEPEST + 1) + "]" * (DEEPEST + 1), "nested too deeply", None),
        ("x = 1\n" + "a." * 50_000 + "b = 1", "nested too deeply", 2),
        ("[" + "a." * 50_000 + "b]", "nested too deeply", 1),
        ("a = {" + "b." * 50_000 + "c = 1}", "nested too deeply", 1),
        ("a = 2026-02-31", "Invalid date", 1),
        ("a = 2026-03-12T10:00:00+25:00", "", 1),
        ('a = "\\ud800"', "not a Unicode scalar value", 1),
        ('a = "\0"', "Illegal character", 1),
    ],
)
def test_toml_that_is_refused(text: str, reason: str, line: int | None) -> None:
    error = refused(load_toml, text)
    assert reason in error.reason
    assert error.line == line


def test_toml_that_is_read() -> None:
    dots = "See page 1. " * 100
    assert load_toml(f'a = "{dots}"\nb = [1.5, {"2.5, " * 100}]\nc.d = 1 # {dots}') == {
        "a": dots, "b": [1.5, *[2.5] * 100], "c": {"d": 1},
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "reason", "place"),
    [
        (LAUGHS, f"more than {ALIASED} values", (3, 15)),
        ("a: &a {k: v}\n" + "b: *a\n" * 200, f"more than {ALIASED} values", (102, 4)),
        ("a: 1\nb: &b [*b]", "an alias contains itself", (2, 8)),
        ("a: &a\n  <<: *a", "an alias contains itself", (2, 7)),
        ("a: *b", "undefined alias", (1, 4)),
        ('a: "\\ud800"', "invalid escape", (1, 4)),
        ('a: "\\ude00\\ud83d"', "invalid escape", (1, 4)),
        ('a: 1\nb: "\\UFFFFFFFF"', "invalid escape", (2, 7)),
        ('a: "\\U00110000"', "invalid escape", (1, 7)),
        ("a: " + "[" * 5000, "nested too deeply", (1, 67)),
        ("\n".join(" " * n + f"k{n}:" for n in range(500)), "nested too deeply", (64, 64)),
        ("a: 1\nb: 2\na: 3", '"a" appears twice', (3, 1)),
        ("x: {a: 1, a: 2}", '"a" appears twice', (1, 11)),
        ("? [a]\n: 1", "unhashable", (1, 3)),
        ("a: 1\nb: x\0y", "U+0000 is not allowed", (2, 5)),
        ("a: \x1b[31m", "U+001B is not allowed", (1, 4)),
        ("k" * 5000 + ": 1", "not allowed here", (1, 5001)),
        ("a: !x!y z", "tag handle", (1, 4)),
        ("a: 'x", "end of stream", (1, 6)),
    ],
)
def test_yaml_that_is_refused(text: str, reason: str, place: tuple[int, int]) -> None:
    error = refused(load_yaml, text)
    assert reason in error.reason
    assert (error.line, error.column) == place


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: &a [x, y]\nb: *a", {"a": ["x", "y"], "b": ["x", "y"]}),
        ('a: "\\ud83d\\ude00 \\U0001F600"', {"a": "😀 😀"}),
        ("a: 190:20:30\nb: 2026-02-31\nc: " + "9" * 5000, {"a": "190:20:30", "b": "2026-02-31", "c": "9" * 5000}),
        ("a: !!python/object/apply:os.system [ls]\nb: !!binary eA==", {"a": ["ls"], "b": "eA=="}),
        ("a: !!set {x}", {"a": {"x": ""}}),
        ("a: yes\nb: ~", {"a": "yes", "b": "~"}),
        ("", None),
    ],
)  # fmt: skip
def test_yaml_is_strings_lists_and_tables(text: str, value: object) -> None:
    assert load_yaml(text) == value
