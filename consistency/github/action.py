"""One run of the Action: checks what changed, writes the report, and determines the final exit status."""

from __future__ import annotations

import os
from collections.abc import Mapping

from consistency import __version__
from consistency.errors import ConsistencyError
from consistency.github import command, files, log, outputs, page
from consistency.github.command import Ended
from consistency.github.delivery import deliver
from consistency.github.run import Run, prepared
from consistency.github.tally import load
from consistency.runs.exit_status import error_text
from consistency.runs.stderr import capture_diagnostics

#: Exit statuses of ``consistency``, and the words for them in the log and the summary.
CLEAN, FAILED, NOTHING = 0, 2, 3
SAYS = {FAILED: "could not check", NOTHING: "nothing to check", 130: "interrupted"}

#: The default of each output, and of ``status`` and ``upload``, which only the Action's own steps read.
Outputs = dict[str, str]


def main() -> int:
    """Run the Action with the inputs and the event in the environment.

    Returns 0 if the outputs could be written, otherwise 2: the last step of the Action sets its exit status.
    """
    log.one_stream()
    capture_diagnostics()
    environ = dict(os.environ)
    values = {"version": __version__}
    try:
        values |= _run(prepared(environ), environ)
    except (ConsistencyError, OSError) as error:
        values |= _ended(FAILED)
        _say(FAILED, error_text(error), environ)
    try:
        outputs.write(environ.get("GITHUB_OUTPUT", ""), values)
    except ConsistencyError as error:
        log.annotate("error", error_text(error))
        return FAILED
    return CLEAN


def _run(run: Run, environ: Mapping[str, str]) -> Outputs:
    scratch = files.scratch(environ)
    ended = command.run(command.check(run.inputs, str(scratch / "here.json"), run.base))
    report = load(scratch / "here.json")
    if report is None or not report["articles"]:
        return _nothing(run, ended, environ)
    found = deliver(run, report, scratch, environ)
    if ended.code in SAYS:
        log.annotate("error", ended.error, f"consistency {SAYS[ended.code]}")
    return found | _ended(ended.code)


def _nothing(run: Run, ended: Ended, environ: Mapping[str, str]) -> Outputs:
    """The outputs of a run without articles: a success if that is allowed."""
    if ended.code not in (CLEAN, NOTHING):
        _say(ended.code, ended.error, environ)
        return _ended(ended.code)
    why = ended.error or "no article with a source was found"
    fine = ended.code == CLEAN or not run.inputs.fail_if_empty
    if run.base and not fine and command.quietly(command.listed(run.inputs)).code == CLEAN:
        fine, why = True, f"no article with a source, and none of their sources, changed since {run.base[:12]}"
    _say(NOTHING, why, environ, "notice" if fine else "error")
    return _ended(ended.code, CLEAN if fine else NOTHING)


def _ended(code: int, status: int | None = None) -> Outputs:
    """The outputs for an exit status of the command, and for that of the Action."""
    return {"exit-code": str(code), "status": str(code if status is None else status)}


def _say(code: int, why: str, environ: Mapping[str, str], kind: str = "error") -> None:
    """Write to the log and the summary why there is no report."""
    title = SAYS.get(code, SAYS[FAILED])
    log.annotate(kind, why or title, f"consistency {title}")
    page.write(environ.get("GITHUB_STEP_SUMMARY", ""), page.nothing(title, why))
