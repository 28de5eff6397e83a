"""``consistency report``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from consistency.cli import options as opt
from consistency.reports import FORMATS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from consistency.runs.destinations import Target
    from consistency.settings import Settings


@click.command("report")
@click.argument("paths", nargs=-1, required=True, metavar="RUN.json...")
@opt.options(opt.formats(*FORMATS), opt.VERDICT, opt.SHOWN, opt.READING, opt.CONFIG, opt.COLOR)
@opt.with_settings
def command(
    settings: Settings, paths: Sequence[str], formats: Sequence[Target], output: str | None,
    fail_on: str, exit_zero: bool, max_findings: int | None, color: str,
) -> int:  # fmt: skip
    """Convert saved JSON reports to other formats; several reports are merged.

    Also accepts the output of `check --jsonl`. Articles whose files still exist unchanged are read again;
    for others, only the words quoted in the report are shown. "-" is standard input.
    """
    from consistency.api import load
    from consistency.runs.deliver import finish
    from consistency.runs.destinations import destinations
    from consistency.runs.inputs import require_single_stdin

    require_single_stdin(paths)
    places = destinations(formats, output, paths)
    found = load(*paths, settings=settings)
    return finish(
        found, places, color, "never" if exit_zero else fail_on, fail_on_given=opt.fail_on_given(), most=max_findings
    )
