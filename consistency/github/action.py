"""One run of the Action: check what changed, deliver the report, and find the verdict that the last step gives."""

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

#: Exit statuses of ``consistency``, and what they are called in the log and on the page.
CLEAN, FAILED, NOTHING = 0, 2, 3
SAYS = {FAILED: "could not check", NOTHING: "nothing to check", 130: "interrupted"}

#: The value of each output, and of ``status`` and ``upload``, which only the Action's own steps read.
Outputs = dict[str, str]


def main() -> int:
    """Run the Action with the inputs and the event in the environment.

    Ends with 0 whenever the outputs could be written, and else with 2: the last step of the Action has the verdict.
    """
    log.one_stream()
    capture_diagnostics()
    environ = dict(os.environ)
    told = {"version": __version__}
    try:
        told |= _run(prepared(environ), environ)
    except (ConsistencyError, OSError) as error:
        told |= _ended(FAILED)
        _say(FAILED, error_text(error), environ)
    try:
        outputs.write(environ.get("GITHUB_OUTPUT", ""), told)
    except ConsistencyError as error:
        log.tell("error", error_text(error))
        return FAILED
    return CLEAN


def _run(run: Run, environ: Mapping[str, str]) -> Outputs:
    scratch = files.scratch(environ)
    ended = command.run(command.check(run.inputs, str(scratch / "here.json"), run.base))
    told = load(scratch / "here.json")
    if told is None or not told["articles"]:
        return _nothing(run, ended, environ)
    found = deliver(run, told, scratch, environ)
    if ended.code in SAYS:
        log.tell("error", ended.error, f"consistency {SAYS[ended.code]}")
    return found | _ended(ended.code)


def _nothing(run: Run, ended: Ended, environ: Mapping[str, str]) -> Outputs:
    """The end of a run that has no article to report on: good where that was to be expected."""
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
    """The outputs on how it ended: the command's exit status, and the one that the Action ends with."""
    return {"exit-code": str(code), "status": str(code if status is None else status)}


def _say(code: int, why: str, environ: Mapping[str, str], kind: str = "error") -> None:
    """Tell the log and the page why there is no report."""
    title = SAYS.get(code, SAYS[FAILED])
    log.tell(kind, why or title, f"consistency {title}")
    page.write(environ.get("GITHUB_STEP_SUMMARY", ""), page.nothing(title, why))
