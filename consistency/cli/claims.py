"""``consistency claims``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from consistency.cli import options as opt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from consistency.runs.destinations import Target
    from consistency.settings import Settings


@click.command("claims")
@click.argument("paths", nargs=-1, metavar="FILE...")
@click.option("--jsonl", metavar="FILE", help="Read the rows of FILE, each a text.")
@opt.options(opt.formats("text", "json"), opt.READING, opt.ENGINE, opt.CONFIG, opt.SHOW, opt.TALK)
@opt.settings_of("paths")
def command(
    settings: Settings, paths: Sequence[str], jsonl: str | None, formats: Sequence[Target],
    output: str | None, color: str, quiet: bool, verbose: bool,
) -> int:  # fmt: skip
    """Show the claims extracted from articles: figures, dates and ranks with their qualifiers.

    "-" is standard input.
    """
    from consistency.check import Checker
    from consistency.quantities.currencies import with_counted_currency
    from consistency.reports import claims
    from consistency.runs.deliver import deliver
    from consistency.runs.destinations import destinations
    from consistency.runs.inputs import read_articles

    if jsonl is not None:
        from consistency.runs.batch import run_batch
        from consistency.runs.progress import Progress
        from consistency.runs.rows import ClaimRows

        opt.require_alone(paths)
        return run_batch(ClaimRows(settings), jsonl, output, Progress(quiet, verbose))
    if not paths:
        raise click.UsageError("Missing argument 'FILE...'.")
    places = destinations(formats, output, paths)
    checker = Checker(settings)
    found = [
        (article, tuple(map(with_counted_currency, checker.claims(article))))
        for article in read_articles(paths, settings)
    ]
    deliver(lambda name, _: claims.FORMATS[name](found), places, color)
    return 0
