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
    from consistency.runs.check_run import CheckRequest
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
    from consistency.runs.check_run import CheckRequest, plan_check, run_check

    if given["changed"] and given["changed_since"] is not None:
        raise click.UsageError("--changed and --changed-since cannot be combined.")
    request = CheckRequest(scope=scope, fail_on_given=opt.fail_on_given(), **given)
    stop_strays(scope, given)
    if watch:
        return _stay(request, "--jsonl" if jsonl is not None else "--show-files" if show_files else None)
    if jsonl is not None:
        return _batch(request, jsonl)
    seen = plan_check(request)
    return _show_files(seen.plan, request.allow_empty) if show_files else run_check(request, seen)


def _stay(request: CheckRequest, other: str | None) -> int:
    from consistency.runs.watch import watch

    if other:
        raise click.UsageError(f"--watch cannot be combined with {other}.")
    if "-" in (*request.paths, *request.sources, request.files_from):
        raise click.UsageError("--watch cannot read standard input: name a file.")
    return watch(request, click.clear)


def _batch(request: CheckRequest, jsonl: str) -> int:
    from consistency.runs.batch import run_batch
    from consistency.runs.progress import Progress
    from consistency.runs.rows import CheckRows

    opt.require_alone([*request.paths, *request.sources])
    settings = request.scope.at(".")
    rows = CheckRows(settings, request.threshold(settings), request.fail_on_given)
    return run_batch(rows, jsonl, request.output, Progress(request.quiet, request.verbose), request.jobs)


def _show_files(plan: Plan, allow_empty: bool) -> int:
    from consistency.reports.safe import line
    from consistency.runs.output import write

    for pair in plan.pairs:
        write(f"{line(pair.draft)}\n")
    return Exit.CLEAN if plan.pairs or allow_empty else Exit.NOTHING
