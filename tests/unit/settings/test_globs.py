from __future__ import annotations

from pathlib import Path

import pytest

from consistency.settings.globs import matches, moved

SITE = Path("site").absolute()


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
