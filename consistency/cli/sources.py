"""``consistency sources``: the only command besides ``models fetch`` that may use the network, when told to fetch."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from consistency.cli import options as opt
from consistency.cli.exits import Exit
from consistency.cli.scope import WALK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from consistency.settings import Scope
    from consistency.sources import Plan

_FORMAT = (
    click.option("-f", "--format", type=click.Choice(["text", "json"]), default="text", help="How to print it."),
)


@click.group("sources")
def command() -> None:
    """Show articles' sources; fetch and verify those from the web."""


@command.command("list")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@opt.options(_FORMAT, WALK, opt.CONFIG)
@opt.with_settings
def list_command(
    scope: Scope, paths: Sequence[str], format: str, files_from: str | None, stdin_filename: str | None
) -> int:
    """Print the sources of each article, where each was named, and the articles without any."""
    from consistency.cli.output import write
    from consistency.cli.sourcing import as_json, as_text

    plan = _plan(scope, paths, files_from, stdin_filename)
    write(as_json(plan) if format == "json" else as_text(plan))
    if plan.failed:
        return Exit.FAILED
    return Exit.CLEAN if plan.pairs or plan.bare else Exit.NOTHING


@command.command("fetch")
@click.argument("paths", nargs=-1, metavar="[PATH|URL]...")
@click.option("--again", is_flag=True, help="Also those that are there.")
@opt.options(WALK, opt.CONFIG)
@opt.with_settings
def fetch_command(
    scope: Scope, paths: Sequence[str], again: bool, files_from: str | None, stdin_filename: str | None
) -> int:
    """Keep a snapshot of web pages: of those given, or those that articles name as sources.

    Uses the network. Only public hosts are asked; a page that is there is left alone without --again.
    """
    from consistency.cli.sourcing import fetched, wanted

    given = [path for path in paths if "://" in path]
    articles = [path for path in paths if "://" not in path]
    plan = _plan(scope, articles, files_from, stdin_filename) if articles or files_from or not given else None
    return fetched(wanted(plan, given, scope), again)


@command.command("verify")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@opt.options(WALK, opt.CONFIG)
@opt.with_settings
def verify_command(scope: Scope, paths: Sequence[str], files_from: str | None, stdin_filename: str | None) -> int:
    """Compare sources with their digests; say which snapshots are missing, altered, or cited by nobody."""
    from consistency.cli.sourcing import verified

    return verified(_plan(scope, paths, files_from, stdin_filename), scope, whole=not paths and not files_from)


def _plan(scope: Scope, paths: Sequence[str], files_from: str | None, stdin_filename: str | None) -> Plan:
    from consistency.cli.scope import listed, planned
    from consistency.sources import Library

    return planned(scope, listed(paths, files_from), library=Library(stdin_filename), listed=files_from is not None)
