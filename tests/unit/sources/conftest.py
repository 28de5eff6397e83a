"""A repository of articles on disk, and git with it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from consistency.settings import Settings
from consistency.sources import Plan
from consistency.sources.plan import plan

Write = Callable[[dict[str, str | bytes]], Path]
Git = Callable[..., str]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is worked in."""
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def write(site: Path) -> Write:
    """Write files, their folders too."""

    def write(files: dict[str, str | bytes]) -> Path:
        for name, content in files.items():
            path = site / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return site

    return write


@pytest.fixture
def git(site: Path) -> Git:
    """Git in that folder; ``commit`` takes all there is."""
    env = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}

    def git(*words: str, cwd: Path = site) -> str:
        who = ("-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "init.defaultBranch=main")
        done = subprocess.run(["git", *who, *words], cwd=cwd, env=env, capture_output=True, check=True)
        return os.fsdecode(done.stdout).strip()

    return git


@pytest.fixture
def commit(git: Git) -> Callable[[], str]:
    """Commit all there is and get the commit's name; the first time the repository is made."""

    def commit() -> str:
        if not Path(".git").exists():
            git("init", "-q")
        git("add", "-A")
        git("commit", "-q", "--allow-empty", "-m", "change")
        return git("rev-parse", "HEAD")

    return commit


def under(settings: Settings) -> Callable[[Path], Settings]:
    """These settings everywhere."""
    return lambda folder: settings


def planned(*paths: str, settings: Settings | None = None, **options: object) -> Plan:
    """The plan for these paths."""
    return plan(paths, under(settings or Settings()), **options)  # type: ignore[arg-type]


def pairs(found: Plan) -> dict[str, list[str]]:
    """Drafts and their sources."""
    return {pair.draft: [source.path for source in pair.sources] for pair in found.pairs}
