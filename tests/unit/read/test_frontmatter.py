"""Front matter that is hostile or broken: an error of its article, with the place, soon, and never more."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from consistency.errors import InputError
from consistency.read import article_from_text
from consistency.read.frontmatter import LARGEST
from consistency.types import Role
from tests.conftest import Call
from tests.unit.untrusted.test_untrusted import LAUGHS

TEXT = "The fire at the mill killed 15 people.\n"


def read(text: str, path: str = "a.md") -> object:
    return article_from_text(text, id="a", role=Role.DRAFT, path=path)


HOSTILE = {
    "laughs": (f"---\n{LAUGHS}consistency: {{ignore: *a8}}\n---\n", "4:15", "aliases"),
    "escape": ('---\ntitle: "\\UFFFFFFFF"\n---\n', "2:11", "invalid escape"),
    "half": ('---\nx: 1\ntitle: "\\ud800"\n---\n', "3:8", "invalid escape"),
    "twice": ("---\nsources: [a.txt]\nsources: [wire.txt]\n---\n", "3:1", "appears twice"),
    "deep": ("---\nx: " + "[" * 3000 + "\n---\n", "2:67", "nested too deeply"),
    "control": ("---\nx: 1\ny: a\x1bb\n---\n", "3:5", "U+001B"),
    "long": ("---\n" + "k: |\n" + "  word\n" * (LARGEST // 7) + "---\n", "2", "longer than"),
    "toml digits": ("+++\nx = 1\nn = " + "9" * 5000 + "\n+++\n", "3", "too many digits"),
    "toml dots": ("+++\nconsistency.ignore." + "a." * 20_000 + "b = 1\n+++\n", "2", "nested too deeply"),
    "toml day": ("+++\r\nx = 1\r\ndate = 2026-02-31\r\n+++\r\n", "3:8", "Invalid date"),
    "json digits": ('{"n": ' + "9" * 5000 + "}\n", "1", "too many digits"),
    "json half": ('{"x": "\\\\ud83d \\ud83d\\ude00",\n "title": "\\ud800"}\n', "2:12", "invalid escape"),
    "json twice": ('{"sources": ["a"], "sources": ["b"]}\n', "1", "appears twice"),
    "json NaN": ('{"x": NaN}\n', "1", "NaN"),
    "json deep": ('{"x": ' + "[" * 90_000 + "\n", "1", "nested too deeply"),
}


@pytest.mark.parametrize(("front", "place", "says"), HOSTILE.values(), ids=HOSTILE)
def test_the_error_names_the_place(front: str, place: str, says: str) -> None:
    with pytest.raises(InputError) as caught:
        read(front + TEXT)
    assert caught.value.where == f"a.md:{place}"
    assert says in caught.value.message
    assert "for example" in str(caught.value.hint)


def test_escapes_of_whole_characters_are_read() -> None:
    article = article_from_text('{"title": "\\ud83d\\ude00 \\\\ud800"}\n' + TEXT, id="a", role=Role.DRAFT, path="a.md")
    assert article.title == "😀 \\ud800"


@pytest.mark.parametrize("start", [lambda n: "---\na" + " " * n, lambda n: "---\r\n" + "\r\n" * n + "."])
def test_what_only_starts_like_front_matter_takes_no_time(start: Callable[[int], str]) -> None:
    before = time.perf_counter()
    read(start(30_000) + "\n" + TEXT)
    assert time.perf_counter() - before < 5


@pytest.mark.parametrize(
    ("asked", "where"),
    [
        ("  enabled: maybe\n", "a.md:4"),
        ("  ignore: [NUM]\n  fail-on: high\n", "a.md:5"),
        ("  accept:\n    - rule: NUM101\n      reason: x\n      until: 2026-02-31\n", "a.md:7"),
        ("  ? " + "k" * 50_000 + "\n  : 1\n", "a.md:3"),
    ],
)
def test_what_an_article_asks_for_is_refused_with_its_line(asked: str, where: str) -> None:
    with pytest.raises(InputError) as caught:
        read(f"---\ntitle: x\nconsistency:\n{asked}---\n{TEXT}")
    assert caught.value.where == where
    assert len(caught.value.message) < 200


def test_a_huge_number_in_what_is_asked_for_is_shown_briefly() -> None:
    with pytest.raises(InputError) as caught:
        read(f"+++\nconsistency.fail-on = 0x{'f' * 5000}\n+++\n{TEXT}")
    assert caught.value.message.endswith("is a value that is too large to show")


def test_no_other_article_of_the_folder_is_lost(tmp_path: Path, call: Call) -> None:
    (tmp_path / "wire.txt").write_text("The fire at the mill killed 12 people.\n")
    (tmp_path / "good.md").write_text(f"---\nsources: [wire.txt]\n---\n{TEXT}")
    for name, (front, _, _) in HOSTILE.items():
        (tmp_path / f"{name}.md").write_bytes((front + TEXT).encode())
    (tmp_path / "dated.md").write_text(f"---\nsources: [wire.txt]\npublished: 12/03/2026\n---\n{TEXT}")
    (tmp_path / "early.txt").write_text(f"---\ndate: 2026-02-31\n---\n{TEXT}")
    (tmp_path / "cites.md").write_text(f"---\nsources: [early.txt]\n---\n{TEXT}")
    done = call("check", ".", "-f", "concise")
    assert done.returncode == 2
    assert done.stdout.decode().splitlines() == [
        'good.md:4:29: NUM101 value-mismatch Draft: "15 people". Source: "12 people"'
    ]
    said = done.stderr.decode()
    assert "error: dated.md:3: published: 12/03/2026 is ambiguous: write 2026-03-12 or 2026-12-03\n" in said
    assert "error: early.txt:2: date: 2026-02-31 is not a day of the calendar" in said
    assert all(f"error: {name}.md:{place}: " in said for name, (_, place, _) in HOSTILE.items())
    assert "internal" not in said
    assert "Traceback" not in said
