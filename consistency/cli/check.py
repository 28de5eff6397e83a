"""``consistency check``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from consistency.cli import options as opt
from consistency.reports import FORMATS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from consistency.cli.delivery import Target
    from consistency.cli.progress import Progress
    from consistency.settings import Settings
    from consistency.types import Report


@click.command("check")
@click.argument("drafts", nargs=-1, metavar="DRAFT...")
@click.option(
    "-s", "--source", "sources", multiple=True, metavar="SOURCE", help="A text the drafts rest on; may be repeated."
)
@click.option("--jsonl", metavar="FILE", help="Check the drafts of FILE instead, one with its sources on each line.")
@opt.options(opt.formats(*FORMATS), opt.RULES, opt.VERDICT, opt.READING, opt.ENGINE, opt.TALK)
@opt.with_settings
def command(
    settings: Settings, drafts: Sequence[str], sources: Sequence[str], jsonl: str | None, formats: Sequence[Target],
    output: str | None, fail_on: str, exit_zero: bool, color: str, quiet: bool, verbose: bool,
) -> int:  # fmt: skip
    """Compare drafts with the sources they rest on.

    Without -s, each draft's sources are those that its front matter lists, relative to the draft.
    "-" is standard input.
    """
    from consistency.cli.delivery import placed
    from consistency.cli.progress import Progress
    from consistency.cli.show import finish

    threshold = "never" if exit_zero else fail_on
    if jsonl is not None:
        from consistency.cli.batch import alone, run
        from consistency.cli.rows import CheckRows

        alone([*drafts, *sources])
        return run(CheckRows(settings, threshold), jsonl, output, Progress(quiet, verbose))
    if not drafts:
        raise click.UsageError("Missing argument 'DRAFT...'.")
    places = placed(formats, output, [*drafts, *sources])
    return finish(_report(settings, drafts, sources, Progress(quiet, verbose)), places, color, threshold)


def _report(settings: Settings, drafts: Sequence[str], sources: Sequence[str], progress: Progress) -> Report:
    from consistency.check import Checker
    from consistency.cli.inputs import fit, pairings
    from consistency.reports.merge import merge

    pairs = pairings(drafts, sources, settings)
    checker = Checker(settings)
    fit([draft for draft, _ in pairs], checker.tell)
    try:
        return merge([checker.check(draft, source, progress=progress) for draft, source in pairs])
    finally:
        progress.close()
