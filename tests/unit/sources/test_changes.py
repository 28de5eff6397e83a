"""What a change concerns, asked of real repositories."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from consistency.errors import InputError
from consistency.settings import Mapping, Settings
from consistency.sources import changes
from consistency.sources.git_process import Git as Repository
from tests.unit.sources.conftest import Git, Write, pairs, planned

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
    assert (failure.path, failure.error.message) == ("p/index.md", "its source p/sources/x.txt was removed")


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
    with pytest.raises(InputError, match="does not know this commit") as raised:
        changes(ref, repository)
    assert "fetch" in str(raised.value.hint)
    assert not (repository / "x").exists()


def test_no_repository(site: Path) -> None:
    with pytest.raises(InputError, match="not a git repository"):
        changes("HEAD", site)


def test_a_repository_without_a_commit(site: Path, git: Git) -> None:
    git("init", "-q")
    with pytest.raises(InputError, match="does not know this commit"):
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
    with pytest.raises(InputError, match="does not know this commit") as raised:
        changes(first, clone)
    assert "fetch-depth" in str(raised.value.hint)
    git("fetch", "-q", "--depth", "1", "origin", first, cwd=clone)
    assert [path.name for path in changes(first, clone).present] == ["two.txt"]


def test_no_history_in_common(repository: Path, git: Git, commit: Commit) -> None:
    git("checkout", "-q", "--orphan", "other")
    (repository / "a.md").write_text("Another beginning.\n")
    commit()
    with pytest.raises(InputError, match="no common ancestor"):
        changes("main", repository)


@pytest.fixture
def program(repository: Path) -> Path:
    """A program that leaves a mark beside itself where it is run."""
    program = repository.parent / "program"
    program.write_text(f"#!/bin/sh\ntouch '{repository.parent}/ran'\ncat\n")
    program.chmod(0o755)
    return program


def ran(program: Path) -> bool:
    return (program.parent / "ran").exists()


#: Settings of a repository each of which names a program that git might run.
TRICKS = {
    "fsmonitor": {"core.fsmonitor": "PROGRAM"},
    "diff": {"diff.external": "PROGRAM", "diff.e.command": "PROGRAM", "diff.e.textconv": "PROGRAM"},
    "clean": {"filter.e.clean": "PROGRAM"},
    "process": {"filter.e.process": "PROGRAM", "filter.e.required": "true"},
    "hooks": {"core.hooksPath": "HOOKS"},
    "ext": {"remote.e.url": "ext::PROGRAM", "protocol.ext.allow": "always"},
    "uploadpack": {"remote.e.url": "SITE", "remote.e.uploadpack": "PROGRAM", "protocol.file.allow": "always"},
    "ssh": {"remote.e.url": "ssh://127.0.0.1/x", "core.sshCommand": "PROGRAM", "protocol.ssh.allow": "always"},
    "gpg": {"gpg.program": "PROGRAM", "log.showSignature": "true"},
    "worktree": {"core.worktree": "HOOKS", "filter.e.clean": "PROGRAM"},
}


@pytest.mark.skipif(os.name == "nt", reason="no such programs there")
@pytest.mark.parametrize("trick", TRICKS)
def test_git_runs_no_program_of_the_repositorys_choosing(
    repository: Path, git: Git, commit: Commit, program: Path, trick: str
) -> None:
    (repository / ".gitattributes").write_text("*.md filter=e diff=e\n")
    commit()
    hooks = repository.parent / "hooks"
    hooks.mkdir()
    for hook in ("post-index-change", "reference-transaction"):
        (hooks / hook).symlink_to(program)
    for key, value in {"extensions.partialClone": "e", "core.repositoryFormatVersion": "1", **TRICKS[trick]}.items():
        git("config", key, {"PROGRAM": str(program), "HOOKS": str(hooks), "SITE": str(repository)}.get(
            value, value.replace("PROGRAM", str(program))))  # fmt: skip
    git("config", "remote.e.promisor", "true")
    include = repository / ".git" / "more"
    (repository / ".git" / "config").rename(include)
    (repository / ".git" / "config").write_text("[include]\n\tpath = more\n[core]\n\trepositoryformatversion = 1\n"
                                                "\tbare = false\n[extensions]\n\tpartialClone = e\n")  # fmt: skip
    blob = (repository / ".git" / "objects").joinpath(
        *_split(_blob(b"---\nsources: [w/one.txt]\n---\nThe mill burned.\n"))
    )
    blob.unlink()
    (repository / "a.md").write_text("changed\n")
    (repository / "b.md").touch()
    assert [path.name for path in changes("HEAD", repository).present] == ["a.md"]
    with pytest.raises(InputError):
        changes("1" * 40, repository)
    assert not ran(program)


def _blob(content: bytes) -> str:
    return hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()


def _split(name: str) -> tuple[str, str]:
    return name[:2], name[2:]


@pytest.mark.skipif(os.name == "nt", reason="no such programs there")
def test_a_folder_that_looks_like_a_repository_is_none(
    repository: Path, git: Git, commit: Commit, program: Path
) -> None:
    sub = repository / "sub"
    git("init", "-q", "--bare", str(sub))
    (sub / "a.md").write_text("The mill burned.\n")
    (sub / ".gitattributes").write_text("* filter=e\n")
    inner = ("--git-dir=.", "--work-tree=.")
    git(*inner, "add", "a.md", ".gitattributes", cwd=sub)
    git(*inner, "commit", "-q", "-m", "x", cwd=sub)
    for key, value in (("core.bare", "false"), ("core.worktree", "."), ("filter.e.clean", str(program))):
        git(*inner, "config", key, value, cwd=sub)
    commit()
    os.utime(sub / "a.md", (1, 1))
    assert not changes("HEAD", sub)
    (sub / "a.md").write_text("The pool burned.\n")
    assert [path.name for path in changes("HEAD", sub).present] == ["a.md"]
    assert not ran(program)


def test_variables_that_lead_elsewhere_count_for_nothing(
    repository: Path, git: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git("init", "-q", str(tmp_path / "other"))
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_EXTERNAL_DIFF"):
        monkeypatch.setenv(name, str(tmp_path / "other" / ".git"))
    (repository / "a.md").write_text("changed\n")
    assert [path.name for path in changes("HEAD", repository).present] == ["a.md"]


def test_what_git_itself_changes_on_the_way_is_no_change(repository: Path, git: Git, commit: Commit) -> None:
    (repository / "crlf.md").write_bytes(b"one\ntwo\n")
    big = b"\0" * 1000
    oid = hashlib.sha256(big).hexdigest()
    (repository / "lfs.txt").write_text(f"version https://git-lfs.github.com/spec/v1\noid sha256:{oid}\nsize 1000\n")
    commit()
    (repository / "crlf.md").write_bytes(b"one\r\ntwo\r\n")
    (repository / "lfs.txt").write_bytes(big)
    assert not changes("HEAD", repository)
    (repository / "crlf.md").write_bytes(b"one\r\ntoo\r\n")
    (repository / "lfs.txt").write_bytes(big + b"\0")
    assert {path.name for path in changes("HEAD", repository).present} == {"crlf.md", "lfs.txt"}


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_other_kinds_of_things_are_changes_and_are_not_opened(repository: Path, tmp_path: Path) -> None:
    (repository / "a.md").unlink()
    os.mkfifo(repository / "a.md")
    same = tmp_path / "same.md"
    same.write_text(str(TREE["b.md"]))
    (repository / "b.md").unlink()
    (repository / "b.md").symlink_to(same)
    (repository / "c.md").unlink()
    (repository / "c.md").mkdir()
    found = changes("HEAD", repository)
    assert {path.name for path in found.present} == {"a.md", "same.md"}
    assert {path.name for path in found.gone} == {"c.md"}


def test_what_a_sparse_checkout_leaves_out_is_not_gone(repository: Path, git: Git) -> None:
    git("sparse-checkout", "set", "p")
    assert not (repository / "w/one.txt").exists()
    assert not changes("HEAD", repository)


@pytest.mark.skipif(os.name == "nt", reason="no process groups there")
def test_nothing_goes_on_when_time_is_up(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mark, tools = repository.parent / "went-on", repository.parent / "tools"
    tools.mkdir()
    (tools / "git").write_text(f"#!/bin/sh\n(sleep 3; touch '{mark}') &\nsleep 30\n")
    (tools / "git").chmod(0o755)
    git = Repository.of(repository)
    monkeypatch.setenv("PATH", f"{tools}{os.pathsep}{os.environ['PATH']}")
    start = time.monotonic()
    with pytest.raises(InputError, match="longer than"):
        git.run("status", seconds=0.5)
    assert time.monotonic() - start < 2.5
    time.sleep(3.5)
    assert not mark.exists()


@pytest.mark.skipif(os.name == "nt", reason="no such programs there")
def test_the_repositorys_own_git_is_none(repository: Path, program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (repository / "git").write_bytes(program.read_bytes())
    (repository / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f".{os.pathsep}{repository}{os.pathsep}{os.environ['PATH']}")
    assert [path.name for path in changes("HEAD", repository).present] == ["git"]
    assert not ran(program)
