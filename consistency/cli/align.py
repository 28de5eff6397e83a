"""``consistency align``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from consistency.cli import options as opt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from consistency.runs.destinations import Target
    from consistency.settings import Settings


@click.command("align")
@click.argument("first", metavar="A")
@click.argument("second", metavar="B")
@opt.options(opt.formats("text", "json"), opt.READING, opt.ENGINE, opt.CONFIG, opt.SHOW, opt.TALK)
@opt.settings_of("first")
def command(
    settings: Settings, first: str, second: str, formats: Sequence[Target],
    output: str | None, color: str, quiet: bool, verbose: bool,
) -> int:  # fmt: skip
    """Show which passages of two articles correspond, with scores.

    "-" is standard input.
    """
    from consistency.check import Checker
    from consistency.reports import passages
    from consistency.runs.deliver import deliver
    from consistency.runs.destinations import destinations
    from consistency.runs.inputs import read_peers

    places = destinations(formats, output, (first, second))
    left, right = read_peers((first, second), settings)
    found = Checker(settings).align(left, right)
    deliver(lambda name, _: passages.FORMATS[name]((left, right), found), places, color)
    return 0
