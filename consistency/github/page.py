"""The job summary that GitHub shows for a run: what was checked, and as many findings as fit."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from consistency.errors import OutputError
from consistency.reports.markdown import words
from consistency.reports.safe import inert

if TYPE_CHECKING:
    from consistency.github.tally import Tally

#: GitHub rejects a step's summary of more than 1 MiB ("Adding a job summary"); this leaves some margin.
BOUND = 900 * 1024

#: Characters of an error that are shown.
_LONGEST = 2_000


def found(report: Path, scope: str, room: int = BOUND) -> str:
    """The findings of a JSON report by severity, with a paragraph on what was checked; those omitted are counted."""
    from consistency.api import load
    from consistency.reports.markdown import render

    page = render(load(report), bound=room - len(scope.encode()) - 2)
    head, _, rest = page.partition("\n\n")
    return f"{head}\n\n{scope}\n\n{rest}"


def nothing(title: str, why: str, scope: str = "") -> str:
    """The summary of a run without a report."""
    shown = why if len(why) <= _LONGEST else why[: _LONGEST - 1] + "…"
    parts = [f"## Consistency: {words(title)}", *(words(line) for line in shown.splitlines() if line.strip()), scope]
    return inert("\n\n".join(filter(None, parts))) + "\n"


def scope(tally: Tally, since: str, environ: Mapping[str, str], artifact: bool) -> str:
    """What was checked, and the location of the full report, in Markdown; ``since`` is Markdown, too."""
    checked = f"{_many(tally.articles, 'article')} checked against {_many(tally.sources, 'source')}"
    parts = [f"{checked}, {since}."]
    if tally.skipped:
        parts.append(f"{_many(tally.skipped, 'text')} not checked.")
    if tally.suppressed:
        parts.append(f"{_many(tally.suppressed, 'finding')} suppressed.")
    page = _run(environ)
    if artifact and page:
        parts.append(f"The full report is an artifact of [this run]({page}#artifacts).")
    return " ".join(parts)


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _run(environ: Mapping[str, str]) -> str:
    parts = [environ.get(name, "") for name in ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_RUN_ID")]
    return "{}/{}/actions/runs/{}".format(*parts) if all(parts) else ""


def write(path: str, page: str) -> None:
    """Append to the file that GitHub names; do nothing without one. Raises ``OutputError``."""
    if not path:
        return
    try:
        with Path(path).open("a", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.write(page)
    except OSError as error:
        raise OutputError(f"cannot write: {error.strerror or error}", where="GITHUB_STEP_SUMMARY") from error
