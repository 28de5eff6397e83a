"""The results of a run: report files, annotations in the log, the summary, and the outputs."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from consistency.errors import OutputError
from consistency.github import command, files, log, page
from consistency.github.run import Run
from consistency.github.tally import Tally, moved, tally

#: Formats whose files are outputs, by the output's name.
NAMED = {"report-path": "html", "json-path": "json", "sarif-path": "sarif", "markdown-path": "markdown"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """The files of a run: those that the workflow requested, and all files named in outputs."""

    asked: Mapping[str, Path]
    named: Mapping[str, Path]


def deliver(run: Run, document: Mapping[str, Any], scratch: Path, environ: Mapping[str, str]) -> dict[str, str]:
    """Write and print the JSON report, and return the outputs for it. Raises ``OutputError``."""
    os.chdir(run.workspace)
    report = scratch / "consistency.json"
    there = moved(document, files.shown(run.folder, run.workspace))
    report.write_text(json.dumps(there), encoding="utf-8", newline="\n")
    written = _files(run, report, scratch)
    counts = tally(there)
    if run.inputs.annotations:
        log.commands((scratch / "annotations").read_text(encoding="utf-8"))
    if run.inputs.summary:
        scope = page.scope(counts, run.since, environ, run.inputs.upload_artifact and bool(written.asked))
        page.write(environ.get("GITHUB_STEP_SUMMARY", ""), page.found(report, scope))
    return _counted(counts) | _placed(run, written)


def _files(run: Run, report: Path, scratch: Path) -> Delivered:
    """Write the report in all requested formats, in JSON and, if it is uploaded, in SARIF."""
    asked = files.wanted(run.inputs, run.folder / run.inputs.report_dir)
    sarif = {"sarif": scratch / "consistency.sarif"} if run.inputs.sarif_upload else {}
    named = {"json": report} | sarif | asked
    formats = [(name, str(file)) for name, file in named.items() if file != report]
    formats.append(("github", str(scratch / "annotations")))
    ended = command.quietly(command.show(str(report), formats))
    if ended.code:
        raise OutputError(
            ended.error or "the report could not be written", hint="check the inputs report and report-dir"
        )
    return Delivered(asked=asked, named=named)


def _counted(counts: Tally) -> dict[str, str]:
    return {
        "findings": str(counts.findings),
        "errors": str(counts.errors),
        "warnings": str(counts.warnings),
        "notes": str(counts.notes),
        "suppressed": str(counts.suppressed),
        "articles-checked": str(counts.articles),
        "sources-read": str(counts.sources),
        "skipped": str(counts.skipped),
        "files-with-findings": json.dumps(counts.files),
    }


def _placed(run: Run, written: Delivered) -> dict[str, str]:
    named = {output: written.named[name] for output, name in NAMED.items() if name in written.named}
    upload = written.asked.values() if run.inputs.upload_artifact else ()
    return {
        **{output: files.shown(path, run.workspace) for output, path in named.items()},
        "upload": "\n".join(str(path) for path in upload),
        "scanning": "true" if _scanned(run) else "false",
    }


def _scanned(run: Run) -> bool:
    """Whether to upload the SARIF report to code scanning; the token of a fork's pull request is read-only."""
    if run.inputs.sarif_upload and run.event.fork:
        log.annotate("notice", "pull requests from forks cannot upload to code scanning; the report is in the artifact")
    return run.inputs.sarif_upload and not run.event.fork
