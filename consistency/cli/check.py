"""``consistency check``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from consistency.cli import options as opt
from consistency.cli.exits import Exit
from consistency.cli.scope import CHANGED, WALK
from consistency.reports import FORMATS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from consistency.cli.delivery import Target
    from consistency.cli.many import Outcome
    from consistency.content import Plan
    from consistency.settings import Scope, Settings


@click.command("check")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "-s", "--source", "sources", multiple=True, metavar="SOURCE", help="A text the drafts rest on; may be repeated."
)
@click.option("--jsonl", metavar="FILE", help="Check the drafts of FILE instead, one with its sources on each line.")
@opt.options(CHANGED, WALK, opt.formats(*FORMATS), opt.RULES, opt.HUSH, opt.VERDICT)
@opt.options(opt.READING, opt.ENGINE, opt.CONFIG, opt.SHOW, opt.TALK)
@opt.with_settings
def command(
    settings: Settings, scope: Scope, paths: Sequence[str], sources: Sequence[str], jsonl: str | None,
    changed_since: str | None, changed: bool, allow_empty: bool, show_files: bool, files_from: str | None,
    stdin_filename: str | None,
    formats: Sequence[Target], output: str | None, fail_on: str, exit_zero: bool, color: str, quiet: bool,
    verbose: bool,
) -> int:  # fmt: skip
    """Compare drafts with the sources they rest on.

    A PATH is a draft, a folder of them, or a pattern; "!" before a pattern takes out what fits, "-" is
    standard input. Without one, the settings' "include" is looked at, or else the working folder.

    Without -s, a draft's sources are those that its front matter lists, those that the settings map it to,
    or those in the folder beside it.
    """
    from consistency.cli.delivery import placed
    from consistency.cli.known import hide_known, opened
    from consistency.cli.many import carry_out
    from consistency.cli.progress import Progress
    from consistency.cli.scope import listed, planned
    from consistency.cli.show import finish
    from consistency.content import Library

    threshold = "never" if exit_zero else fail_on
    if jsonl is not None:
        from consistency.cli.batch import alone, run
        from consistency.cli.rows import CheckRows

        alone([*paths, *sources])
        return run(CheckRows(settings, threshold), jsonl, output, Progress(quiet, verbose))
    given = listed(paths, files_from, sources)
    library = Library(stdin_filename)
    plan = planned(scope, given, sources, changed_since, library, changed=changed, listed=files_from is not None)
    if show_files:
        return _show_files(plan, allow_empty)
    places = placed(formats, output, plan.files)
    known = opened(settings)
    outcome = carry_out(strict(plan, allow_empty), library, Progress(quiet, verbose))
    _alone(outcome, allow_empty)
    hide_known(outcome, known, settings, quiet)
    return _status(outcome, finish(outcome.report(), places, color, threshold), changed_since, allow_empty)


def strict(plan: Plan, allow_empty: bool) -> Plan:
    """The plan, in which an article that was named and has no source is a failure, unless that is allowed."""
    from dataclasses import replace

    from consistency.content import Failure
    from consistency.errors import InputError

    if allow_empty:
        return plan
    hint = "name one with -s SOURCE, or list them under 'sources:' in the draft's front matter"
    bare = tuple(
        Failure(path=path, error=InputError("no source to check it against", where=path, hint=hint))
        for path in plan.named
    )
    return replace(plan, failed=(*plan.failed, *bare), bare=tuple(b for b in plan.bare if b.what not in plan.named))


def _alone(outcome: Outcome, allow_empty: bool) -> None:
    """Raise what went wrong where it is all that came of the run: there is nothing to report then."""
    from consistency.errors import NothingToCheck

    errors = [one.error for one in (*outcome.failed, *outcome.empty)]
    if len(errors) != 1 or outcome.reports or outcome.skipped:
        return
    if not (allow_empty and isinstance(errors[0], NothingToCheck)):
        raise errors[0]


def _status(outcome: Outcome, found: int, since: str | None, allow_empty: bool) -> int:
    """The exit status; what the report does not make plain is told on standard error."""
    from consistency.cli.exits import tell

    for failure in outcome.failed:
        tell(f"error: {failure.error}")
    if outcome.failed:
        return Exit.FAILED
    if outcome.reports:
        return found
    if not allow_empty:
        what = f"nothing changed since {since} that concerns an article with sources" if since else "nothing to check"
        tell(f"error: {what}\n  --allow-empty lets that pass")
    return Exit.CLEAN if allow_empty else Exit.NOTHING


def _show_files(plan: Plan, allow_empty: bool) -> int:
    from consistency.cli.output import write
    from consistency.reports.safe import clean

    for pair in plan.pairs:
        write(f"{clean(pair.draft)}\n")
    return Exit.CLEAN if plan.pairs or allow_empty else Exit.NOTHING
