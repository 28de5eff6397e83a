"""``consistency check``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from consistency.cli import options as opt
from consistency.cli.scope import CHANGED, WALK
from consistency.cli.shell_globs import Ordered, stop_strays
from consistency.reports import FORMATS
from consistency.runs.exit_status import Exit

if TYPE_CHECKING:
    from consistency.runs.check_run import Asked
    from consistency.settings import Scope
    from consistency.sources import Plan


@click.command("check", cls=Ordered)
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "-s",
    "--source",
    "sources",
    multiple=True,
    metavar="SOURCE",
    help="Source of the drafts: a file, a folder or a quoted pattern (repeatable).",
)
@click.option("--jsonl", metavar="FILE", help="Check the rows of FILE, each a draft with its sources.")
@click.option("-w", "--watch", is_flag=True, help="Keep running and recheck when a file changes.")
@opt.options(CHANGED, WALK, opt.formats(*FORMATS), opt.RULES, opt.HUSH, opt.VERDICT, opt.SHOWN, opt.JOBS)
@opt.options(opt.READING, opt.ENGINE, opt.CONFIG, opt.SHOW, opt.TALK)
@opt.with_settings
def command(scope: Scope, jsonl: str | None, watch: bool, show_files: bool, **given: Any) -> int:
    """Check drafts against their sources.

    PATH is a draft, a folder or a pattern; "!" before a pattern excludes matching files, "-" is standard
    input. The default is "include" in the settings, or else the current folder.

    Without -s, the sources of a draft are those listed in its front matter, those mapped to it in the
    settings, or those in a folder next to it.
    """
    from consistency.runs.check_run import Asked, answer, look

    if given["changed"] and given["changed_since"] is not None:
        raise click.UsageError("--changed and --changed-since cannot be combined.")
    asked = Asked(scope=scope, firm=opt.firm(), **given)
    stop_strays(scope, given)
    if watch:
        return _stay(asked, "--jsonl" if jsonl is not None else "--show-files" if show_files else None)
    if jsonl is not None:
        return _batch(asked, jsonl)
    seen = look(asked)
    return _show_files(seen.plan, asked.allow_empty) if show_files else answer(asked, seen)


def _stay(asked: Asked, other: str | None) -> int:
    from consistency.runs.watch import stay

    if other:
        raise click.UsageError(f"--watch cannot be combined with {other}.")
    if "-" in (*asked.paths, *asked.sources, asked.files_from):
        raise click.UsageError("--watch cannot read standard input: name a file.")
    return stay(asked, click.clear)


def _batch(asked: Asked, jsonl: str) -> int:
    from consistency.runs.batch import run
    from consistency.runs.progress import Progress
    from consistency.runs.rows import CheckRows

    opt.alone([*asked.paths, *asked.sources])
    settings = asked.scope.at(".")
    rows = CheckRows(settings, asked.threshold(settings), asked.firm)
    return run(rows, jsonl, asked.output, Progress(asked.quiet, asked.verbose), asked.jobs)


def _show_files(plan: Plan, allow_empty: bool) -> int:
    from consistency.reports.safe import line
    from consistency.runs.output import write

    for pair in plan.pairs:
        write(f"{line(pair.draft)}\n")
    return Exit.CLEAN if plan.pairs or allow_empty else Exit.NOTHING
