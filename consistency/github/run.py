"""The preparation of a run: its inputs, event and folders, and the commit to compare with."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from consistency.errors import InputError
from consistency.github import commits, event, inputs, log
from consistency.github.event import Event
from consistency.github.inputs import Inputs


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run: ``workspace`` is the folder of the repository; inputs are relative to ``folder``."""

    inputs: Inputs
    event: Event
    workspace: Path
    folder: Path
    base: str | None = None

    @property
    def since(self) -> str:
        """The articles checked, in words."""
        return f"if one of them changed since {self.base[:12]}" if self.base else "changed or not"


def prepared(environ: Mapping[str, str]) -> Run:
    """Read inputs and event, change to the folder to check, and find the commit. Raises ``ConsistencyError``."""
    chosen = inputs.read(environ)
    workspace = Path(environ.get("GITHUB_WORKSPACE") or ".").resolve()
    folder = (workspace / chosen.working_directory).resolve()
    if not folder.is_dir() or not any(folder.iterdir()):
        hint = "add a step with actions/checkout before this one, or correct the input working-directory"
        raise InputError("no such folder", where=str(folder), hint=hint)
    os.chdir(folder)
    _owned(workspace)
    happened = event.read(environ)
    base = _base(chosen, happened, folder, environ)
    return Run(inputs=chosen, event=happened, workspace=workspace, folder=folder, base=base)


def _owned(workspace: Path) -> None:
    """Allow git to read a clone of another user: in a container, actions/checkout runs as a different user."""
    os.environ.update(commits.config("safe.directory", workspace.as_posix()))


def _base(chosen: Inputs, happened: Event, folder: Path, environ: Mapping[str, str]) -> str | None:
    """The commit to compare with; None to check everything, with a notice if that was not requested."""
    if chosen.changed_only == "false" or (chosen.changed_only == "auto" and happened.name not in event.BASE):
        return None
    server = environ.get("GITHUB_SERVER_URL") or "https://github.com"
    base = commits.available(folder, happened, chosen.token, server)
    if base is None:
        why = happened.why or f"commit {happened.base} is not in this clone and could not be fetched"
        log.annotate("notice", f"{why}: all articles are checked, changed or not", "consistency checks all articles")
    return base
