"""What a change concerns, asked of real repositories."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from consistency.content import changes
from consistency.errors import InputError
from consistency.settings import Mapping, Settings
from tests.unit.content.conftest import Git, Write, pairs, planned

Commit = Callable[[], str]

TREE: dict[str, str | bytes] = {
    "a.md": "---\nsources: [w/one.txt]\n---\nThe mill burned.\n",
    "b.md": "---\nsources: [w/one.txt, w/two.txt]\n---\nThe mill burned.\n",
    "c.md": "---\nsources: [w/three.txt]\n---\nThe mill burned.\n",
    "p/index.md": "The mill burned.\n",
    "p/sources/x.txt": "x\n",
    "plain.md": "No sources.\n",
    "w/one.txt": "1\n",
    "w/two.txt": "2\n",
    "w/three.txt": "3\n",
}


def concerned(site: Path, since: str = "HEAD", settings: Settings | None = None) -> list[str]:
    return list(pairs(planned(".", settings=settings, changed=changes(since, site))))


@pytest.fixture
def repository(write: Write, commit: Commit) -> Path:
    site = write(TREE)
    commit()
    return site


def test_nothing_changed(repository: Path) -> None:
    assert not changes("HEAD", repository)
    (repository / "a.md").touch()
    assert concerned(repository) == []


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("a.md", ["a.md"]),
        ("w/one.txt", ["a.md", "b.md"]),
        ("w/two.txt", ["b.md"]),
        ("p/sources/x.txt", ["p/index.md"]),
        ("p/sources/new.txt", ["p/index.md"]),
        ("unrelated.txt", []),
    ],
)
@pytest.mark.parametrize("stage", ["working", "staged", "committed"])
def test_a_change_concerns_who_rests_on_it(
    repository: Path, git: Git, commit: Commit, name: str, found: list[str], stage: str
) -> None:
    base = git("rev-parse", "HEAD")
    with (repository / name).open("a") as file:
        file.write("More.\n")
    if stage == "staged":
        git("add", "-A")
    elif stage == "committed":
        commit()
    assert concerned(repository, base) == found


def test_only_the_branch_counts(repository: Path, git: Git, commit: Commit) -> None:
    git("checkout", "-q", "-b", "story")
    (repository / "a.md").write_text(str(TREE["a.md"]) + "More.\n")
    commit()
    git("checkout", "-q", "main")
    (repository / "c.md").write_text(str(TREE["c.md"]) + "More.\n")
    commit()
    git("checkout", "-q", "story")
    assert concerned(repository, "main") == ["a.md"]


def test_a_renamed_article_is_followed(repository: Path, git: Git) -> None:
    git("mv", "a.md", "renamed.md")
    assert concerned(repository) == ["renamed.md"]


def test_a_renamed_source_breaks_who_names_it(repository: Path, git: Git) -> None:
    git("mv", "w/three.txt", "w/four.txt")
    found = planned(".", changed=changes("HEAD", repository))
    assert [failure.path for failure in found.failed] == ["c.md"]
    assert pairs(found) == {}


def test_the_last_source_of_a_folder_is_gone(repository: Path) -> None:
    (repository / "p/sources/x.txt").unlink()
    [failure] = planned(".", changed=changes("HEAD", repository)).failed
    assert (failure.path, failure.error.message) == ("p/index.md", "its source p/sources/x.txt is gone")


def test_an_old_fault_is_no_matter_of_a_change(repository: Path, commit: Commit) -> None:
    (repository / "w/three.txt").unlink()
    commit()
    (repository / "a.md").write_text(str(TREE["a.md"]) + "More.\n")
    found = planned(".", changed=changes("HEAD", repository))
    assert (list(pairs(found)), found.failed) == (["a.md"], ())


def test_settings_concern_all_that_they_govern(repository: Path) -> None:
    (repository / "consistency.toml").write_text("")
    assert concerned(repository) == ["a.md", "b.md", "c.md", "p/index.md"]
    assert concerned(repository, settings=Settings(root=str(repository / "p"))) == []
    (repository / "consistency.toml").unlink()
    (repository / "p/.consistency.toml").write_text("")
    assert concerned(repository, settings=Settings(root=str(repository))) == ["p/index.md"]


def test_a_shared_file_counts_where_it_has_settings(repository: Path) -> None:
    (repository / "pyproject.toml").write_text("[project]\n")
    assert concerned(repository) == []
    (repository / "pyproject.toml").write_text("[tool.consistency]\n")
    assert len(concerned(repository)) == 4


def test_a_mapped_source_is_seen_as_it_comes_and_goes(repository: Path, commit: Commit) -> None:
    settings = Settings(mappings=(Mapping(article="plain.md", source=("wires/**/*.txt",)),), root=str(repository))
    (repository / "wires/deep").mkdir(parents=True)
    (repository / "wires/deep/n.txt").write_text("n\n")
    assert concerned(repository, settings=settings) == ["plain.md"]
    commit()
    (repository / "wires/deep/n.txt").unlink()
    [failure] = planned(".", settings=settings, changed=changes("HEAD", repository)).failed
    assert failure.path == "plain.md"


def test_an_article_without_sources_is_told_when_it_changed(repository: Path) -> None:
    (repository / "plain.md").write_text("Still none.\n")
    assert [bare.what for bare in planned(".", changed=changes("HEAD", repository)).bare] == ["plain.md"]


@pytest.mark.skipif(os.name == "nt", reason="no such names there")
@pytest.mark.parametrize("name", ["a b.md", "a\nb.md", "q\"'.md", "ä.md", "tab\t.md", "-x.md", "\u202ex.md"])
def test_names_that_nobody_would_choose(repository: Path, write: Write, git: Git, name: str) -> None:
    write({name: TREE["a.md"]})
    assert concerned(repository) == [name]
    git("add", "-A")
    assert concerned(repository) == [name]


@pytest.mark.skipif(os.name == "nt", reason="no such names there")
def test_a_name_that_is_no_text(repository: Path) -> None:
    name = os.fsdecode(b"a\xff.md")
    try:
        (repository / name).write_bytes(str(TREE["a.md"]).encode())
    except OSError:
        pytest.skip("the file system takes no such names")
    assert concerned(repository) == [name]


def test_from_a_folder_inside(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (repository / "p/sources/x.txt").write_text("y\n")
    monkeypatch.chdir(repository / "p")
    assert concerned(repository / "p") == ["index.md"]


@pytest.mark.parametrize("ref", ["no-such-branch", "", "-x", "--output=x", "HEAD~9", "a b", "HEAD\n", "$(touch x)"])
def test_a_commit_that_is_not_there(repository: Path, ref: str) -> None:
    with pytest.raises(InputError, match="no commit of this name") as raised:
        changes(ref, repository)
    assert "fetch" in str(raised.value.hint)
    assert not (repository / "x").exists()


def test_no_repository(site: Path) -> None:
    with pytest.raises(InputError, match="not a git repository"):
        changes("HEAD", site)


def test_a_repository_without_a_commit(site: Path, git: Git) -> None:
    git("init", "-q")
    with pytest.raises(InputError, match="no commit of this name"):
        changes("HEAD", site)


def test_no_git(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(site))
    with pytest.raises(InputError, match="git is not installed"):
        changes("HEAD", site)


def test_a_shallow_clone(repository: Path, git: Git, commit: Commit, tmp_path: Path) -> None:
    first = git("rev-parse", "HEAD")
    (repository / "w/two.txt").write_text("changed\n")
    commit()
    clone = tmp_path / "clone"
    git("clone", "-q", "--depth", "1", f"file://{repository}", str(clone), cwd=tmp_path)
    with pytest.raises(InputError, match="no commit of this name") as raised:
        changes(first, clone)
    assert "fetch-depth" in str(raised.value.hint)
    git("fetch", "-q", "--depth", "1", "origin", first, cwd=clone)
    assert [path.name for path in changes(first, clone).present] == ["two.txt"]


def test_no_history_in_common(repository: Path, git: Git, commit: Commit) -> None:
    git("checkout", "-q", "--orphan", "other")
    (repository / "a.md").write_text("Another beginning.\n")
    commit()
    with pytest.raises(InputError, match="in common"):
        changes("main", repository)


def test_git_runs_no_program_of_the_repositorys_choosing(repository: Path, git: Git) -> None:
    program = repository.parent / "program"
    program.write_text("#!/bin/sh\ntouch ran\n")
    program.chmod(0o755)
    git("config", "core.fsmonitor", str(program))
    git("config", "diff.external", str(program))
    (repository / "a.md").write_text("changed\n")
    assert [path.name for path in changes("HEAD", repository).present] == ["a.md"]
    assert not (repository / "ran").exists()
