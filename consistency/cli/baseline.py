"""``consistency baseline``: a file of existing findings, which are no longer reported."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import click

from consistency.cli import options as opt
from consistency.cli.scope import WALK
from consistency.runs.exit_status import Exit

if TYPE_CHECKING:
    from pathlib import Path

    from consistency.findings.baseline import Baseline, Entry
    from consistency.runs.destinations import Target
    from consistency.runs.outcomes import Outcome
    from consistency.settings import Scope, Settings

_FILE = click.option(
    "--baseline",
    metavar="FILE",
    help="Baseline file (default: from the settings, or .consistency-baseline.json).",
)
_ENVIRONMENT = {"auto_envvar_prefix": "CONSISTENCY"}


@click.group("baseline")
def command() -> None:
    """Record existing findings, so that only new ones are reported.

    Use the file with `consistency check --baseline FILE` or "baseline" in the settings.
    """


def _checks(name: str) -> Callable[[Callable[..., int]], click.Command]:
    """A subcommand with the options of ``check`` for selecting articles and rules."""

    def wrap(function: Callable[..., int]) -> click.Command:
        asked: Callable[..., Any] = opt.with_settings(function)
        groups = (WALK, (_FILE,), opt.RULES, opt.READING, opt.ENGINE, opt.CONFIG, opt.TALK[len(opt.COLOR) :])
        asked = opt.options(*groups)(asked)
        asked = click.option("-s", "--source", "sources", multiple=True, metavar="SOURCE", help="As for check.")(asked)
        asked = click.argument("paths", nargs=-1, metavar="[PATH]...")(asked)
        return command.command(name, context_settings=_ENVIRONMENT)(asked)

    return wrap


@_checks("create")
def create(settings: Settings, scope: Scope, **given: Any) -> int:
    """Write the current findings to a new baseline.

    PATH and -s work as for `check`. An existing baseline is not changed: see `update`.
    """
    from consistency.errors import OutputError
    from consistency.findings.baseline import Baseline, folder, update
    from consistency.runs.baseline_filter import baseline_file, checked_reports
    from consistency.runs.destinations import check_output_files
    from consistency.sources.paths import real

    file = baseline_file(settings)
    check_output_files([real(file)], [])
    if file.exists():
        raise OutputError("already exists", where=str(file), hint="to renew it, run `consistency baseline update`")
    outcome = _look(scope, **given)
    if not outcome.reports and not outcome.failed:
        return _nothing()
    entries = update(Baseline(entries=(), folder=folder(file)), checked_reports(outcome))
    use = [] if settings.baseline else [f'  use it with --baseline {file}, or set baseline = "{file}" in the settings']
    return _write(outcome, file, entries, f"{_count(len(entries))} written to {file}", *use)


@_checks("update")
def renew(settings: Settings, scope: Scope, **given: Any) -> int:
    """Replace the entries with the current findings.

    Reasons, and entries for articles that were not checked, are preserved.
    """
    from consistency.findings.baseline import update
    from consistency.runs.baseline_filter import checked_reports

    file, known = _known(settings)
    outcome = _look(scope, **given)
    entries = update(known, checked_reports(outcome))
    old, new = set(known.known), {entry.key for entry in entries}
    return _write(
        outcome, file, entries, f"{_count(len(new))} in {file}: {len(new - old)} added, {len(old - new)} removed"
    )


@_checks("prune")
def prune(settings: Settings, scope: Scope, **given: Any) -> int:
    """Remove entries that are no longer found; add none.

    Entries for articles that were not checked are preserved.
    """
    from consistency.findings.baseline import stale
    from consistency.runs.baseline_filter import checked_reports

    file, known = _known(settings)
    outcome = _look(scope, **given)
    dropped = {entry.key for entry in stale(known, checked_reports(outcome))}
    entries = [entry for entry in known.entries if entry.key not in dropped]
    return _write(outcome, file, entries, f"{_count(len(entries))} in {file}: {len(dropped)} removed")


@command.command("show", context_settings=_ENVIRONMENT)
@opt.options((_FILE,), opt.CONFIG, opt.formats("text", "json"))
@opt.with_settings
def show(settings: Settings, formats: Sequence[Target], output: str | None) -> int:
    """List the entries: path, code, message and reason."""
    from consistency.findings.baseline import dump
    from consistency.runs.deliver import deliver
    from consistency.runs.destinations import destinations

    file, known = _known(settings)

    def render(format: str, paint: bool) -> str:
        return dump(known.entries) if format == "json" else "".join(map(_line, known.entries))

    deliver(render, destinations(formats, output, [str(file)]), "never")
    return Exit.CLEAN


def _look(
    scope: Scope, paths: Sequence[str], sources: Sequence[str], files_from: str | None, stdin_filename: str | None,
    quiet: bool, verbose: bool,
) -> Outcome:  # fmt: skip
    """Run the same checks as ``check``."""
    from consistency.runs.check_run import require_sources
    from consistency.runs.execute import execute
    from consistency.runs.plans import listed_paths, make_plan
    from consistency.runs.progress import Progress
    from consistency.sources import Library

    library = Library(stdin_filename)
    plan = make_plan(scope, listed_paths(paths, files_from, sources), sources, None, library)
    return execute(require_sources(plan, False), library, Progress(quiet, verbose))


def _known(settings: Settings) -> tuple[Path, Baseline]:
    from consistency.findings.baseline import load
    from consistency.runs.baseline_filter import baseline_file

    file = baseline_file(settings)
    return file, load(file)


def _write(outcome: Outcome, file: Path, entries: Sequence[Entry], *said: str) -> int:
    """Write the file and report it; articles that could not be checked lead to exit status 2."""
    from consistency.findings.baseline import dump
    from consistency.reports.safe import line
    from consistency.runs.output import write
    from consistency.runs.stderr import write_error

    write(dump(entries), str(file))
    write("".join(f"{line(words)}\n" for words in said))
    for failure in outcome.failed:
        write_error(failure.error)
    return Exit.FAILED if outcome.failed else Exit.CLEAN


def _nothing() -> int:
    from consistency.runs.stderr import write_lines

    write_lines("error: nothing to check; no baseline written")
    return Exit.NOTHING


def _line(entry: Entry) -> str:
    from consistency.reports.safe import line

    reason = f"  ({entry.reason})" if entry.reason else ""
    return line(f"{entry.path}: {entry.code} {entry.message}{reason}") + "\n"


def _count(number: int) -> str:
    return "1 finding" if number == 1 else f"{number} findings"
