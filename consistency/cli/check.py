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
    help="A text the drafts rest on, a folder of them or a quoted pattern; may be repeated.",
)
@click.option("--jsonl", metavar="FILE", help="Check the drafts of FILE instead, one with its sources on each line.")
@click.option("-w", "--watch", is_flag=True, help="Stay, and check again whenever a file changes, until Ctrl-C.")
@opt.options(CHANGED, WALK, opt.formats(*FORMATS), opt.RULES, opt.HUSH, opt.VERDICT, opt.SHOWN, opt.JOBS)
@opt.options(opt.READING, opt.ENGINE, opt.CONFIG, opt.SHOW, opt.TALK)
@opt.with_settings
def command(scope: Scope, jsonl: str | None, watch: bool, show_files: bool, **given: Any) -> int:
    """Compare drafts with the sources they rest on.

    A PATH is a draft, a folder of them, or a pattern; "!" before a pattern takes out what fits, "-" is
    standard input. Without one, the settings' "include" is looked at, or else the working folder.

    Without -s, a draft's sources are those that its front matter lists, those that the settings map it to,
    or those in the folder beside it.
    """
    from consistency.runs.check_run import Asked, answer, look

    if given["changed"] and given["changed_since"] is not None:
        raise click.UsageError("--changed names the files that changed: leave out --changed-since.")
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
        raise click.UsageError(f"--watch checks files as they change: leave out {other}.")
    if "-" in (*asked.paths, *asked.sources, asked.files_from):
        raise click.UsageError("--watch reads again and again, and standard input can be read once: name a file.")
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
