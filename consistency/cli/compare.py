"""``consistency compare``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from consistency.cli import options as opt
from consistency.reports import FORMATS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from consistency.runs.destinations import Target
    from consistency.settings import Settings


@click.command("compare")
@click.argument("paths", nargs=-1, required=True, metavar="A B...")
@opt.options(opt.formats(*FORMATS), opt.RULES, (opt.SUPPRESSIONS,), opt.VERDICT, opt.SHOWN)
@opt.options(opt.READING, opt.ENGINE, opt.CONFIG, opt.SHOW, opt.TALK)
@opt.settings_of("paths")
def command(
    settings: Settings, paths: Sequence[str], formats: Sequence[Target], output: str | None,
    fail_on: str, exit_zero: bool, max_findings: int | None, color: str, quiet: bool, verbose: bool,
) -> int:  # fmt: skip
    """Compare versions of the same story, none treated as authoritative.

    "-" is standard input.
    """
    from consistency.check import Checker
    from consistency.runs.deliver import finish
    from consistency.runs.destinations import destinations
    from consistency.runs.inputs import read_peers
    from consistency.runs.progress import Progress

    places = destinations(formats, output, paths)
    progress = Progress(quiet, verbose)
    try:
        report = Checker(settings).compare(read_peers(paths, settings), progress=progress)
    finally:
        progress.close()
    return finish(
        report,
        places,
        color,
        "never" if exit_zero else fail_on,
        fail_on_given=opt.fail_on_given(),
        most=max_findings,
        quiet=quiet,
    )
