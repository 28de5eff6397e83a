"""A repository of articles on a "server", its clone on a "runner", and the Action's entry point in it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.unit.github.test_outputs import parse

DRAFT = (
    "---\nsources: [../wire/fire.txt]\n---\n\nThe fire at the mill on Monday killed 15 people and burned two barns.\n"
)
SOURCE = "The fire at the mill on Monday killed 12 people and burned two barns.\n"
RIGHT = DRAFT.replace("15", "12")


def git(folder: Path, *args: str) -> str:
    done = subprocess.run(
        ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "protocol.file.allow=always", *args],
        cwd=folder, capture_output=True, text=True, timeout=60, env={**os.environ, "GIT_CONFIG_GLOBAL": os.devnull},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@dataclass
class Done:
    """What a run of the entry point left."""

    code: int
    log: str
    outputs: dict[str, str]
    summary: str

    @property
    def annotations(self) -> list[str]:
        """The workflow commands that the runner would obey."""
        found, stopped = [], None
        for line in self.log.splitlines():
            if stopped is None and line.startswith("::stop-commands::"):
                stopped = f"::{line.removeprefix('::stop-commands::')}::"
            elif stopped is not None:
                stopped = None if line == stopped else stopped
            elif line.startswith("::"):
                found.append(line)
        return found


@dataclass
class Runner:
    """A runner with a clone of the repository on the server."""

    home: Path
    server: Path
    clone: Path
    cache: Path
    payload: dict[str, Any] = field(default_factory=dict)

    def write(self, path: str, text: str) -> None:
        file = self.server / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def commit(self, message: str = "more") -> str:
        """Commit all of the server's files there, and name the commit."""
        git(self.server, "add", "-A")
        git(self.server, "commit", "-q", "--allow-empty", "-m", message)
        return git(self.server, "rev-parse", "HEAD")

    def checkout(self, depth: int | None = 1, ref: str = "HEAD") -> None:
        """Clone as actions/checkout does: one commit, its head detached."""
        self.clone.mkdir()
        git(self.clone, "init", "-q")
        git(self.clone, "remote", "add", "origin", self.server.as_uri())
        git(self.clone, "fetch", "-q", *([f"--depth={depth}"] if depth else []), "origin", ref)
        git(self.clone, "checkout", "-q", "FETCH_HEAD")

    def run(self, event: str = "", payload: Any = None, *, missing: tuple[str, ...] = (), **inputs: str) -> Done:
        """The entry point, as the Action's step runs it."""
        out, page, told = self.home / "output", self.home / "summary", self.home / "event.json"
        told.write_text(json.dumps(payload or {}), encoding="utf-8")
        for file in (out, page):
            file.write_text("", encoding="utf-8")
        given = {
            "GITHUB_WORKSPACE": str(self.clone), "GITHUB_EVENT_NAME": event, "GITHUB_EVENT_PATH": str(told),
            "GITHUB_OUTPUT": str(out), "GITHUB_STEP_SUMMARY": str(page), "RUNNER_TEMP": str(self.home / "temp"),
            "GITHUB_SERVER_URL": "https://github.example", "GITHUB_REPOSITORY": "a/b", "GITHUB_RUN_ID": "7",
            "GIT_ALLOW_PROTOCOL": "file:http",
            "CONSISTENCY_CACHE_DIR": str(self.cache), "GIT_CONFIG_GLOBAL": os.devnull,
            **{f"INPUT_{name.upper()}": value for name, value in inputs.items()},
        }  # fmt: skip
        env = {name: value for name, value in os.environ.items() if not name.startswith(("GITHUB_", "INPUT_"))}
        done = subprocess.run(
            [sys.executable, "-I", "-X", "utf8", "-m", "consistency.github"], cwd=self.home, timeout=120,
            env={**env, **{name: value for name, value in given.items() if name not in missing}},
            stdin=subprocess.DEVNULL, capture_output=True,
        )  # fmt: skip
        assert done.stderr == b"", done.stderr.decode()
        return Done(
            done.returncode, done.stdout.decode(), parse(out.read_text(encoding="utf-8")), page.read_text("utf-8")
        )


@pytest.fixture(scope="session")
def understood(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One cache for all runs: they read the same few sentences."""
    return tmp_path_factory.mktemp("understood")


@pytest.fixture
def runner(tmp_path: Path, understood: Path) -> Runner:
    """A repository with one right article and its source, not yet cloned."""
    server = tmp_path / "server"
    server.mkdir()
    git(server, "init", "-q", "-b", "main")
    git(server, "config", "uploadpack.allowAnySHA1InWant", "true")
    made = Runner(home=tmp_path, server=server, clone=tmp_path / "clone", cache=understood)
    made.write("content/fire.md", RIGHT)
    made.write("wire/fire.txt", SOURCE)
    made.commit("first")
    return made


Start = Callable[[], Runner]
