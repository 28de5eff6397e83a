"""Patterns of paths."""

from __future__ import annotations

import pytest

from consistency.sources.glob import expand, fill, magic, regex, split
from tests.unit.sources.conftest import Write


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("*.md", "a.md", True),
        ("*.md", "b/a.md", False),
        ("**/*.md", "a.md", True),
        ("**/*.md", "b/c/a.md", True),
        ("content/**", "content/a/b.md", True),
        ("content/**/x/*.md", "content/x/a.md", True),
        ("content/**/x/*.md", "content/a/b/x/a.md", True),
        ("a?.md", "ab.md", True),
        ("a?.md", "a/.md", False),
        ("[ab].md", "a.md", True),
        ("[!ab].md", "a.md", False),
        ("[!ab].md", "c.md", True),
        ("*.{md,txt}", "a.txt", True),
        ("*.{md,txt}", "a.html", False),
        ("a+(b).md", "a+(b).md", True),
        ("a[b.md", "a[b.md", True),
        ("{x}/{x}.md", "a/a.md", True),
        ("{x}/{x}.md", "a/b.md", False),
        ("a*.md", "a\nb.md", True),
    ],
)
def test_what_fits(pattern: str, path: str, fits: bool) -> None:
    assert bool(regex(pattern).fullmatch(path)) is fits


def test_names_are_captured_and_used_again() -> None:
    found = regex("_posts/{year}-{month}-{day}-{slug}.md").fullmatch("_posts/2026-03-04-the-fire.md")
    assert found is not None
    assert found.groupdict() == {"year": "2026", "month": "03", "day": "04", "slug": "the-fire"}
    assert fill("wire/{year}/{slug}/*", found.groupdict()) == "wire/2026/the-fire/*"


@pytest.mark.parametrize("value", ["a*b", "a?b", "a[b]", "{a,b}", "a b"])
def test_a_value_is_never_a_pattern(value: str) -> None:
    filled = regex(fill("w/{slug}/*", {"slug": value}))
    assert filled.fullmatch(f"w/{value}/x")
    assert not filled.fullmatch("w/axb/x")


@pytest.mark.parametrize(
    ("pattern", "parts"),
    [
        ("content/**/*.md", ("content", "**/*.md")),
        ("*.md", ("", "*.md")),
        ("/abs/x/*", ("/abs/x", "*")),
        ("/*", ("/", "*")),
        ("a/b.md", ("a", "b.md")),
    ],
)
def test_the_fixed_part_is_told_from_the_pattern(pattern: str, parts: tuple[str, str]) -> None:
    assert split(pattern) == parts


def test_a_file_with_strange_signs_is_no_pattern_without_magic() -> None:
    assert not magic("a (b) {c}.md")
    assert magic("a[b].md")


def test_files_are_expanded_in_order_without_hidden_ones(write: Write) -> None:
    site = write({"w/b.txt": "", "w/a.txt": "", "w/.c.txt": "", "w/d/e.txt": "", "w/.h/f.txt": ""})
    assert [path.relative_to(site).as_posix() for path in expand(site, "w/*")] == ["w/a.txt", "w/b.txt"]
    assert [path.name for path in expand(site, "w/**/*.txt")] == ["a.txt", "b.txt", "e.txt"]
    assert [path.name for path in expand(site, "w/.c*")] == [".c.txt"]
    assert list(expand(site, "nowhere/*")) == []
