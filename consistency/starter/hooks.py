"""Adds the hook to an existing pre-commit configuration, if that is certain to change nothing else."""

from __future__ import annotations

import re
from typing import Any

from consistency.starter.origin import ADDRESS
from consistency.starter.texts import hook

_REPOS = re.compile(r"^repos:[ \t]*(?:#.*)?\r?$", re.MULTILINE)
_ITEM = re.compile(r"^([ \t]*)-[ \t]+repo:", re.MULTILINE)


def fresh() -> str:
    """A configuration with this hook alone."""
    return "repos:\n" + _indented(hook(), "  ")


def present(text: str) -> bool:
    """Whether a configuration has the hook, in any version."""
    document = _parsed(text)
    repos = document.get("repos") if isinstance(document, dict) else None
    return isinstance(repos, list) and any(isinstance(one, dict) and one.get("repo") == ADDRESS for one in repos)


def added(text: str) -> str | None:
    """The configuration with the hook at its end; None if that would change the rest.

    The result is verified: parsed as YAML, it must be the old configuration plus the new entry.
    """
    old = _parsed(text)
    start = _REPOS.search(text)
    if not (isinstance(old, dict) and isinstance(old.get("repos"), list) and start):
        return None
    item = _ITEM.search(text, start.end())
    newline = "\r\n" if "\r\n" in text else "\n"
    tail = "" if text.endswith("\n") else newline
    entry = _indented(hook(), item[1] if item else "  ").replace("\n", newline)
    new = text + tail + entry
    return new if _parsed(new) == {**old, "repos": [*old["repos"], *_entry()]} else None


def _entry() -> list[Any]:
    document: list[Any] = _parsed(hook())
    return document


def _indented(text: str, space: str) -> str:
    return "".join(space + line for line in text.splitlines(keepends=True))


def _parsed(text: str) -> Any:
    """The parsed YAML; None if it is invalid."""
    from consistency.untrusted.yaml import load_yaml

    try:
        return load_yaml(text)
    except ValueError:
        return None
