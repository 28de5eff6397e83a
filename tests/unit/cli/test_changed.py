"""``check --changed``: files that a hook names, and what it concerns that they changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Call

DRAFT = "---\nsources: [wire.txt]\n---\n\nThe fire at the mill on Monday killed 15 people and burned two barns.\n"
SOURCE = "The fire at the mill on Monday killed 12 people and burned two barns.\n"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    for name, text in {
        "fire.md": DRAFT, "wire.txt": SOURCE, "other.md": DRAFT.replace("wire.txt", "note.txt"),
        "note.txt": SOURCE, "README.md": "A folder of articles.\n",
    }.items():  # fmt: skip
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("named", "checked"),
    [
        (["fire.md"], ["fire.md"]),
        (["wire.txt"], ["fire.md"]),
        (["wire.txt", "README.md"], ["fire.md"]),
        (["./wire.txt", "note.txt"], ["fire.md", "other.md"]),
        (["README.md"], []),
        (["gone.txt"], []),
        (["consistency.toml"], ["fire.md", "other.md"]),
    ],
)
def test_a_changed_file_has_the_articles_checked_that_it_concerns(
    desk: Path, call: Call, named: list[str], checked: list[str]
) -> None:
    done = call("check", "--changed", "--allow-empty", "--show-files", *named)
    assert (done.returncode, done.stdout.decode().split()) == (0, checked)


def test_a_source_that_is_gone_has_its_article_checked(desk: Path, call: Call) -> None:
    (desk / "wire.txt").unlink()
    done = call("check", "--changed", "--allow-empty", "wire.txt")
    assert done.returncode == 2
    assert b"fire.md" in done.stderr


def test_what_is_excluded_stays_so_whoever_names_it(desk: Path, call: Call) -> None:
    (desk / "consistency.toml").write_text('exclude = ["fire.md"]\n', encoding="utf-8")
    assert call("check", "--changed", "--allow-empty", "--show-files", "fire.md").stdout == b""


def test_a_changed_source_fails_the_hook(desk: Path, call: Call) -> None:
    done = call("check", "--changed", "--force-exclude", "--allow-empty", "wire.txt")
    assert done.returncode == 1
    assert b"fire.md" in done.stdout


def test_what_changed_is_said_in_one_way(desk: Path, call: Call) -> None:
    done = call("check", "--changed", "--changed-since", "HEAD", "wire.txt")
    assert done.returncode == 2
    assert b"--changed and --changed-since cannot be combined" in done.stderr
