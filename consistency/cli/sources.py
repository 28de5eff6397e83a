"""``consistency sources``; ``fetch`` is the only command that uses the network."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from consistency.cli import options as opt
from consistency.cli.scope import WALK
from consistency.errors import ConsistencyError
from consistency.runs.exit_status import Exit
from consistency.runs.output import write
from consistency.runs.stderr import write_error, write_lines
from consistency.sources.paths import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from consistency.settings import Scope
    from consistency.sources import Plan, Source

_FORMAT = (click.option("-f", "--format", type=click.Choice(["text", "json"]), default="text", help="Output format."),)


@click.group("sources")
def command() -> None:
    """List, fetch and verify the sources of articles."""


@command.command("list")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@opt.options(_FORMAT, WALK, opt.CONFIG)
@opt.with_settings
def list_command(
    scope: Scope, paths: Sequence[str], format: str, files_from: str | None, stdin_filename: str | None
) -> int:
    """List the sources of each article.

    Also shows where each source is named, and articles without sources.
    """
    plan = _plan(scope, paths, files_from, stdin_filename)
    write(as_json(plan) if format == "json" else as_text(plan))
    if plan.failed:
        return Exit.FAILED
    return Exit.CLEAN if plan.pairs or plan.bare else Exit.NOTHING


@command.command("fetch")
@click.argument("paths", nargs=-1, metavar="[PATH|URL]...")
@click.option("--again", is_flag=True, help="Also fetch pages that already have a snapshot.")
@opt.options(WALK, opt.CONFIG)
@opt.with_settings
def fetch_command(
    scope: Scope, paths: Sequence[str], again: bool, files_from: str | None, stdin_filename: str | None
) -> int:
    """Save snapshots of web pages.

    These are the pages given, or those that articles name as sources. Uses the network, but contacts public
    hosts only. Existing snapshots are not replaced without --again.
    """
    given = [path for path in paths if "://" in path]
    articles = [path for path in paths if "://" not in path]
    plan = _plan(scope, articles, files_from, stdin_filename) if articles or files_from or not given else None
    return fetched(wanted(plan, given, scope), again)


@command.command("verify")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@opt.options(WALK, opt.CONFIG)
@opt.with_settings
def verify_command(scope: Scope, paths: Sequence[str], files_from: str | None, stdin_filename: str | None) -> int:
    """Compare sources with their digests.

    Reports snapshots that are missing, altered or unused.
    """
    return verified(_plan(scope, paths, files_from, stdin_filename), scope, whole=not paths and not files_from)


def _plan(scope: Scope, paths: Sequence[str], files_from: str | None, stdin_filename: str | None) -> Plan:
    from consistency.runs.plans import listed_paths, make_plan
    from consistency.sources import Library

    return make_plan(
        scope, listed_paths(paths, files_from), library=Library(stdin_filename), listed=files_from is not None
    )


def as_text(plan: Plan) -> str:
    """Each article with its sources, then articles without sources, and errors."""
    lines = []
    for pair in plan.pairs:
        lines.append(pair.draft)
        lines += [f"  {_source_line(source)}" for source in pair.sources]
        lines += [f"  not read: {note.what}: {note.why}" for note in pair.notes]
    lines += [f"no source: {bare.what}: {bare.why}" for bare in plan.bare]
    lines += [f"error: {failure.path}: {failure.error.message}" for failure in plan.failed]
    lines += [f"{skipped.what}: {skipped.why}" for skipped in plan.unmatched]
    return _lines(lines)


def _source_line(source: Source) -> str:
    parts = [source.path, f"({source.origin})", source.url or "", source.reference.title or source.title or ""]
    return "  ".join(filter(None, parts))


def as_json(plan: Plan) -> str:
    """The same as JSON."""
    from consistency.reports.json import dumps

    return dumps(
        {
            "articles": [
                {"path": pair.draft, "sources": [_table(source) for source in pair.sources]} for pair in plan.pairs
            ],
            "without": [{"path": bare.what, "why": bare.why} for bare in plan.bare],
            "failed": [{"path": failure.path, "why": failure.error.message} for failure in plan.failed],
            "not_read": [{"path": note.what, "why": note.why} for pair in plan.pairs for note in pair.notes],
        },
        indent=2,
    )


def _table(source: Source) -> dict[str, str | None]:
    reference = source.reference
    return {
        "path": source.path,
        "named_in": source.origin.value,
        "url": source.url,
        "id": reference.id,
        "title": reference.title or source.title,
        "publisher": reference.publisher,
        "sha256": reference.sha256,
    }


def _lines(lines: Sequence[str]) -> str:
    from consistency.reports.safe import line

    return "".join(f"{line(words)}\n" for words in lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A page to fetch, and the folder for its snapshot."""

    url: str
    home: Path


def home(scope: Scope) -> Path:
    """The snapshot folder in the settings of the working directory."""
    settings = scope.at(".")
    return Path(settings.root or Path.cwd()) / settings.snapshot_dir


def wanted(plan: Plan | None, given: Sequence[str], scope: Scope) -> list[Wanted]:
    """The given pages and those that the articles of a plan name, without duplicates."""
    here = home(scope)
    named = [Wanted(url=page.url, home=page.folder.parent) for page in (plan.pages if plan else ())]
    return list(dict.fromkeys([*(Wanted(url=url, home=here) for url in given), *named]))


def fetched(pages: Sequence[Wanted], again: bool) -> int:
    """Fetch the pages and report on each; returns the exit status. A failure does not stop the others."""
    from consistency.sources.web.write_snapshot import take

    failed = False
    for page in pages:
        try:
            new = take(page.url, page.home, again=again)
            write(_lines([f"{'fetched' if new else 'kept'}  {page.url}"]))
        except ConsistencyError as error:
            failed = True
            write_error(error)
    if not pages:
        write_lines("no article names a web page as a source")
    return Exit.FAILED if failed else Exit.CLEAN if pages else Exit.NOTHING


def verified(plan: Plan, scope: Scope, whole: bool) -> int:
    """Verify each snapshot and each source with a digest; returns the exit status."""
    wrong = [f"error: {failure.path}: {failure.error.message}" for failure in plan.failed]
    wrong += [line for pair in plan.pairs for source in pair.sources for line in _mismatch(pair.draft, source)]
    good = [f"ok  {page.url}" for page in plan.pages if page.whole]
    write(_lines([*good, *(_orphans(plan, scope) if whole else ())]))
    if not (wrong or good or any(source.reference.sha256 for pair in plan.pairs for source in pair.sources)):
        write_lines("nothing to verify: no source has a snapshot or a digest")
    write_lines(*wrong)
    return Exit.FAILED if wrong else Exit.CLEAN


def _mismatch(draft: str, source: Source) -> list[str]:
    from consistency.sources.web.snapshot import digest

    expected = source.reference.sha256
    if expected is None or expected in (digest(Path(source.path)), source.raw_sha256):
        return []
    return [f"error: {draft}: its source {source.path} does not match the sha256 in the front matter"]


def _orphans(plan: Plan, scope: Scope) -> list[str]:
    """The snapshots that no article of the plan uses."""
    from consistency.sources.web.snapshot import orphans

    homes = dict.fromkeys((home(scope), *(page.folder.parent for page in plan.pages)))
    found = [page for folder in homes for page in orphans(folder, plan.pages)]
    return [f"unused: {page.url}  {shown(page.folder)}" for page in found]
