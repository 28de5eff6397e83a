from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from consistency.settings.globs import fault, matches, moved
from consistency.sources.glob import regex

SITE = Path("site").absolute()

#: Parts of patterns, of which each is either text or means something, alone or with its neighbours.
PIECES = (
    "a",
    "b",
    "x",
    ".md",
    "*",
    "**",
    "**/",
    "?",
    "/",
    "[ab]",
    "[!a]",
    "[",
    "]",
    "{a,b}",
    "{*.md,x/*}",
    "{",
    "}",
    ",",
)


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        ("live/**", "live/a.md", True),
        ("live/**", "live/deep/a.md", True),
        ("live/**", "alive/a.md", False),
        ("live", "desk/live/a.md", True),
        ("live/", "desk/live/a.md", True),
        ("/live", "desk/live/a.md", False),
        ("/live", "live/a.md", True),
        ("*.md", "deep/down/a.md", True),
        ("desk/*.md", "desk/a.md", True),
        ("desk/*.md", "desk/deep/a.md", False),
        ("**/deep/*.md", "a/b/deep/c.md", True),
        ("**/deep/*.md", "deep/c.md", True),
        ("desk/{one,two}/**", "desk/two/a.md", True),
        ("desk/{one,two}/**", "desk/three/a.md", False),
        ("desk/[ab].md", "desk/b.md", True),
        ("desk/[!ab].md", "desk/b.md", False),
        ("desk/?.md", "desk/ab.md", False),
        ("desk/[.md", "desk/[.md", True),
        ("desk/a+b.md", "desk/aab.md", False),
    ],
)
def test_a_pattern_matches(pattern: str, path: str, expected: bool) -> None:
    assert matches(pattern, str(SITE / path), str(SITE)) is expected


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        ("d/{*.md,*.txt}", "d/a.md", True),
        ("d/{*.md,*.txt}", "d/a.html", False),
        ("d/{a,b/c}.md", "d/b/c.md", True),
        ("d/{a?,[bc]}.md", "d/c.md", True),
        ("d/x**y/z.md", "d/xay/z.md", True),
        ("d/x**y/z.md", "d/xq/wy/z.md", False),
        ("d/**", "d/a/b.md", True),
        ("d/**.md", "d/a/b.md", False),
        ("d/**/**/b.md", "d/b.md", True),
        ("d/**/b.md", "d/ab.md", False),
        ("d/[a-c].md", "d/b.md", True),
        ("d/[!a-c].md", "d/b.md", False),
        ("d/[]x].md", "d/].md", True),
        ("d/[^a].md", "d/^.md", True),
        ("d/[a/b].md", "d/[a/b].md", True),
        ("d/{1}.md", "d/{1}.md", True),
    ],
)
def test_a_pattern_means_the_same_in_every_setting(pattern: str, path: str, expected: bool) -> None:
    assert matches(pattern, str(SITE / path), str(SITE)) is expected
    assert bool(regex(pattern).fullmatch(path)) is expected


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=6), st.text("abx.]", min_size=1, max_size=4))
def test_files_are_excluded_by_the_patterns_that_include_them(pieces: list[str], name: str) -> None:
    pattern = "d/" + "".join(pieces).strip("/")
    assume(fault(pattern) is None and name.strip(".") and pattern != "d/")
    assert matches(pattern, str(SITE / "d" / name), str(SITE)) is bool(regex(pattern).fullmatch(f"d/{name}"))


def test_braces_with_a_name_are_plain_text_where_nothing_is_captured() -> None:
    assert matches("d/{slug}.md", str(SITE / "d/{slug}.md"), str(SITE))
    assert not matches("d/{slug}.md", str(SITE / "d/fire.md"), str(SITE))
    assert regex("d/{slug}.md").fullmatch("d/fire.md")


@pytest.mark.parametrize(
    ("pattern", "folder", "root", "expected"),
    [
        ("a/b/*.md", "/site", "/site", "a/b/*.md"),
        ("a/b/*.md", "/site", "/site/a", "b/*.md"),
        ("a/*.md", "/site", "/site/a", "/*.md"),
        ("a/**", "/site", "/site/a", "**"),
        ("a/**", "/site", "/site/a/b", "**"),
        ("a", "/site", "/site/a", "a"),
        ("*/b/*.md", "/site", "/site/a", "b/*.md"),
        ("**/b/*.md", "/site", "/site/a", "**/b/*.md"),
        ("!a/b/*.md", "/site", "/site/a", "!b/*.md"),
        ("a/b", "/site/c", "/site", "c/a/b"),
        ("x/y.md", "/site", "/site/a", "../x/y.md"),
        ("x/y.md", "/house", "/site", "../house/x/y.md"),
    ],
)
def test_a_pattern_is_moved(pattern: str, folder: str, root: str, expected: str) -> None:
    assert moved(pattern, folder, root) == expected


@pytest.mark.parametrize("path", ["a/b/x.md", "a/x.md", "a/b/c/x.md"])
@pytest.mark.parametrize("pattern", ["a/b/*.md", "a/**", "*/b/**", "**/x.md", "a/*.md", "b"])
def test_a_moved_pattern_matches_the_same_files_below(pattern: str, path: str) -> None:
    site, below, file = str(SITE), str(SITE / "a"), str(SITE / path)
    assert matches(moved(pattern, site, below), file, below) is matches(pattern, file, site)
