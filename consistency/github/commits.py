"""The commit to compare with. It is fetched if the clone, which by default has a single commit, does not contain it."""

from __future__ import annotations

import base64
import os
from collections.abc import Mapping
from pathlib import Path

from consistency.errors import InputError
from consistency.github.event import Event
from consistency.sources.git_process import Git

#: Seconds that git may take for a local command, and for fetching one commit with its files.
ASKED = 30
FETCHED = 180


def available(folder: Path, event: Event, token: str, server: str) -> str | None:
    """The commit before the event's changes, in the clone at ``folder``; None if it is unavailable."""
    base = _first_parent(folder, event) or event.base
    if base is None:
        return None
    if _has(folder, base) or _fetch(folder, base, {}) or (token and _fetch(folder, base, _login(token, server))):
        return base
    return None


def _first_parent(folder: Path, event: Event) -> str | None:
    """The commit into which GitHub merged a pull request for the check; its branch may have moved on since the event.

    It is read from the merge commit itself, which works even in a clone without any other commit.
    """
    if event.head is None:
        return None
    lines = (_git(folder, "cat-file", "commit", "HEAD") or "").split("\n\n")[0].splitlines()
    parents = [line.removeprefix("parent ") for line in lines if line.startswith("parent ")]
    return parents[0] if len(parents) == 2 and parents[1] == event.head else None


def _has(folder: Path, commit: str) -> bool:
    return _git(folder, "cat-file", "-e", f"{commit}^{{tree}}") is not None


def _fetch(folder: Path, commit: str, login: Mapping[str, str]) -> bool:
    done = _git(
        folder, "fetch", "--quiet", "--no-tags", "--no-recurse-submodules", "--depth=1",
        "--upload-pack=git-upload-pack", "origin", commit, network=True, seconds=FETCHED, env=login,
    )  # fmt: skip
    return done is not None and _has(folder, commit)


def _login(token: str, server: str) -> dict[str, str]:
    """Git settings that send the token to this server only; other processes cannot see them."""
    secret = base64.b64encode(f"x-access-token:{token}".encode()).decode("ascii")
    return config(f"http.{server.rstrip('/')}/.extraheader", f"AUTHORIZATION: basic {secret}")


def config(key: str, value: str) -> dict[str, str]:
    """Environment variables that add a git setting to those in the environment."""
    number = int(os.environ.get("GIT_CONFIG_COUNT") or 0)
    return {"GIT_CONFIG_COUNT": str(number + 1), f"GIT_CONFIG_KEY_{number}": key, f"GIT_CONFIG_VALUE_{number}": value}


def _git(
    folder: Path, *args: str, network: bool = False, seconds: float = ASKED, env: Mapping[str, str] | None = None
) -> str | None:
    """The output of git; None if it fails, is not installed, or takes too long."""
    try:
        done = Git.of(folder).run(*args, network=network, seconds=seconds, env=env)
    except InputError:
        return None
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None
