"""``consistency init``."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from consistency.runs.exit_status import Exit

if TYPE_CHECKING:
    from consistency.starter.plan import Step


@click.command("init")
@click.argument("folder", default=".", type=click.Path(path_type=Path))
@click.option(
    "--only",
    multiple=True,
    type=click.Choice(["settings", "workflow", "hook"]),
    help="Write only this file (repeatable).",
)
@click.option("--pin", metavar="COMMIT", help="Pin the action to this commit instead of its tag.")
@click.option("--dry-run", is_flag=True, help="Show the files without writing them.")
def command(folder: Path, only: tuple[str, ...], pin: str | None, dry_run: bool) -> int:
    """Write settings, a GitHub workflow and a pre-commit hook for the articles in FOLDER.

    Recognises Hugo, Jekyll, MkDocs, Eleventy and Zola sites by their configuration files. Existing files
    are not overwritten; the hook is added to an existing .pre-commit-config.yaml if possible.
    """
    from consistency.runs.output import write
    from consistency.starter.plan import KINDS, plan

    for step in plan(folder, only or KINDS, pin):
        if step.text is not None and not dry_run:
            step.path.parent.mkdir(parents=True, exist_ok=True)
            write(step.text, str(step.path))
        write("".join(f"{line}\n" for line in _report(step, dry_run)))
    return Exit.CLEAN


def _report(step: Step, dry_run: bool) -> Iterator[str]:
    """Lines that report what was done with one file."""
    name = _name(step.path)
    if step.text is None:
        yield f"{name} not changed: {step.why}"
        yield from ("  add:", *(f"  {line}" for line in step.paste.splitlines())) if step.paste else ()
        return
    yield f"{'would write' if dry_run else 'wrote'} {name} ({step.why})"
    if dry_run:
        yield from ("", *(f"  {line}".rstrip() for line in step.text.splitlines()), "")


def _name(path: Path) -> str:
    """The path relative to the working directory, on one line."""
    from consistency.reports.safe import label

    try:
        return label(Path(os.path.relpath(path)).as_posix())
    except ValueError:  # another drive
        return label(str(path))
