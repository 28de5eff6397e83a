"""The files that a command speaks of."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from consistency.settings import Settings
from consistency.sources.walk import walk
from tests.unit.sources.conftest import Git, Write, under


def _walked(*paths: str, **settings: object) -> list[str]:
    found = walk(paths, under(Settings(**settings)))  # type: ignore[arg-type]
    return [one.path for one in found.found.values()]


TREE: dict[str, str | bytes] = {
    "b.md": "x",
    "a.markdown": "x",
    "c.mdx": "x",
    "d.txt": "x",
    "photo.jpg": "x",
    "page.html": "x",
    ".hidden.md": "x",
    ".github/x.md": "x",
    "node_modules/p/x.md": "x",
    "_site/x.md": "x",
    "public/x.md": "x",
    "posts/z.md": "x",
    "posts/2026/y.md": "x",
    "opinion/o.md": "x",
}


def test_a_folder_gives_its_articles_sorted(write: Write) -> None:
    write(TREE)
    everything = ["a.markdown", "b.md", "c.mdx", "d.txt", "opinion/o.md", "posts/z.md", "posts/2026/y.md"]
    assert _walked(".") == _walked() == everything
    assert _walked("./posts/") == ["posts/z.md", "posts/2026/y.md"]


def test_each_file_is_there_once_and_a_named_one_is_named(write: Write) -> None:
    write(TREE)
    found = walk(["posts", "./posts/z.md", "posts/../posts/z.md", "posts/*.md"], under(Settings()))
    assert [(one.path, one.named) for one in found.found.values()] == [
        ("posts/../posts/z.md", True),
        ("posts/2026/y.md", False),
    ]


@pytest.mark.parametrize(
    ("paths", "found"),
    [
        (("posts/**/*.md",), ["posts/z.md", "posts/2026/y.md"]),
        (("posts/*",), ["posts/z.md", "posts/2026/y.md"]),
        (("*.{md,mdx}",), ["b.md", "c.mdx"]),
        (("posts", "!2026"), ["posts/z.md"]),
        (("posts", "!posts/2026/**"), ["posts/z.md"]),
        (("posts/z.md", "!*.md"), []),
        (("!posts", "!opinion"), ["a.markdown", "b.md", "c.mdx", "d.txt"]),
        (("public",), ["public/x.md"]),
    ],
)
def test_patterns(write: Write, paths: tuple[str, ...], found: list[str]) -> None:
    write(TREE)
    assert _walked(*paths) == found


def test_a_pattern_that_nothing_fits_is_told(write: Write) -> None:
    write(TREE)
    assert [one.what for one in walk(["nothing/*.md"], under(Settings())).unmatched] == ["nothing/*.md"]


def test_a_file_of_that_very_name_is_no_pattern(write: Write) -> None:
    write({"a[1].md": "x", "a1.md": "x", "!b.md": "x"})
    assert _walked("a[1].md", "!b.md") == ["a[1].md", "!b.md"]


def test_settings_say_what_is_looked_at_and_what_is_not(write: Write) -> None:
    root = str(write(TREE))
    assert _walked(include=("posts/**/*.md", "o.md"), root=root) == ["posts/z.md", "posts/2026/y.md", "opinion/o.md"]
    assert _walked("posts", exclude=("posts/2026",), root=root) == ["posts/z.md"]
    assert _walked("posts", extend_exclude=("y.md",), root=root) == ["posts/z.md"]


def test_a_named_file_is_left_out_only_by_force(write: Write) -> None:
    root = str(write(TREE))
    assert _walked("opinion/o.md", exclude=("opinion",), root=root) == ["opinion/o.md"]
    found = walk(["opinion/o.md"], under(Settings(exclude=("opinion",), force_exclude=True, root=root)))
    assert (list(found.found), [(one.what, one.why) for one in found.left]) == (
        [],
        [("opinion/o.md", "excluded by the settings")],
    )


def test_what_git_ignores_is_left_out(write: Write, git: Git) -> None:
    write(TREE | {".gitignore": "posts/2026/\n*.txt\n!keep.txt\n", "keep.txt": "x", "opinion/.gitignore": "o.md\n"})
    git("init", "-q")
    assert _walked() == ["a.markdown", "b.md", "c.mdx", "keep.txt", "posts/z.md"]
    assert "opinion/o.md" in _walked(respect_gitignore=False)


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_links_are_not_followed_out_of_the_folder_nor_in_circles(write: Write, tmp_path: Path) -> None:
    site = write({"a/x.md": "x"})
    (tmp_path / "secret.md").write_text("x")
    (site / "a/loop").symlink_to(site / "a")
    (site / "a/out.md").symlink_to(tmp_path / "secret.md")
    (site / "a/gone.md").symlink_to(tmp_path / "nothing.md")
    found = walk(["."], under(Settings()))
    assert [one.path for one in found.found.values()] == ["a/x.md"]
    assert [(one.what, one.why) for one in found.left] == [("a/out.md", "a link to a file outside the folder")]


@pytest.mark.skipif(os.name == "nt", reason="no such names there")
@pytest.mark.parametrize("name", ["a b.md", "a\nb.md", "a\"b'.md", "-x.md", "ä.md", "{a}.md", "a\\b.md"])
def test_names_that_nobody_would_choose(write: Write, name: str) -> None:
    write({name: "x"})
    assert _walked() == [name]


@pytest.mark.skipif(os.name == "nt", reason="no such names there")
def test_a_name_that_is_no_text(site: Path) -> None:
    try:
        (site / os.fsdecode(b"a\xff.md")).write_text("x")
    except OSError:
        pytest.skip("the file system takes no such names")
    assert _walked() == [os.fsdecode(b"a\xff.md")]


def test_a_folder_that_cannot_be_read_holds_nothing(write: Write) -> None:
    site = write({"a/x.md": "x", "b.md": "x"})
    (site / "a").chmod(0)
    try:
        assert "b.md" in _walked()
    finally:
        (site / "a").chmod(0o755)
