"""The event that triggered the workflow: its kind, and the commit before its changes."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

#: Where the payload of an event names the commit before the changes (GitHub's "Webhook events and payloads").
BASE = {
    "pull_request": ("pull_request", "base", "sha"),
    "pull_request_target": ("pull_request", "base", "sha"),
    "merge_group": ("merge_group", "base_sha"),
    "push": ("before",),
}

#: Where the payload of a pull request names its last commit.
_HEAD = ("pull_request", "head", "sha")

_SHA = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An event; ``base`` is None if there is no commit to compare with, for the reason ``why``."""

    name: str
    base: str | None = None
    head: str | None = None
    fork: bool = False
    why: str = ""


def read(environ: Mapping[str, str]) -> Event:
    """The event that triggered the workflow; values missing from its file are unknown and never an error."""
    name = environ.get("GITHUB_EVENT_NAME", "")
    if name not in BASE:
        return Event(name=name, why=f"a {name} event has no changes" if name else "there is no event")
    payload = _payload(environ.get("GITHUB_EVENT_PATH", ""))
    base = _sha(_at(payload, *BASE[name]))
    return Event(
        name=name,
        base=base,
        head=_sha(_at(payload, *_HEAD)),
        fork=_at(payload, "pull_request", "head", "repo", "fork") is True,
        why="" if base else "the event has no previous commit",
    )


def _payload(path: str) -> Any:
    try:
        return json.loads(Path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None


def _at(value: Any, *keys: str) -> Any:
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _sha(value: Any) -> str | None:
    """A commit id, or None; the event of a new branch has an id of zeros."""
    return value if isinstance(value, str) and _SHA.fullmatch(value) and value.strip("0") else None
