"""Builds command lines from the Action's inputs, and runs them in this process."""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from consistency.github.inputs import Inputs
from consistency.github.log import inert

#: Where the error messages begin; before them are messages on progress.
_ERROR = re.compile(r"^(?:internal )?error: ", re.MULTILINE)

#: Most characters of an error that are reported; the log contains the rest.
_LONGEST = 4_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """The result of a command: its exit status and its standard error."""

    code: int
    stderr: str

    @property
    def error(self) -> str:
        """The command's error messages, without duplicates."""
        before, *errors = _ERROR.split(self.stderr)
        return "\n".join(dict.fromkeys(map(str.strip, errors or [before])))[:_LONGEST]


def run(args: Sequence[str]) -> Ended:
    """Run ``consistency`` with these arguments; its output goes to the log, where no workflow command takes effect."""
    with inert() as stderr:
        code = _status(args)
    return Ended(code=code, stderr=stderr.getvalue())


def quietly(args: Sequence[str]) -> Ended:
    """Run ``consistency`` with these arguments without writing to the log."""
    shown, stderr = io.TextIOWrapper(io.BytesIO(), encoding="utf-8"), io.StringIO()
    with contextlib.redirect_stdout(shown), contextlib.redirect_stderr(stderr):
        code = _status(args)
    return Ended(code=code, stderr=stderr.getvalue())


def _status(args: Sequence[str]) -> int:
    from consistency.cli import cli
    from consistency.cli.status import status

    return int(status(cli, args))


def listed(inputs: Inputs) -> list[str]:
    """The arguments that list the articles of the inputs that have sources, changed or not."""
    return ["check", "--show-files", *_options(inputs, None), *inputs.args, "--", *inputs.paths]


def check(inputs: Inputs, report: str, base: str | None = None) -> list[str]:
    """The arguments that check the articles of the inputs, or those that changed since the commit ``base``.

    The text report goes to standard output and the JSON report to the file ``report``.
    """
    return ["check", "-f", "text", "-f", f"json={report}", *_options(inputs, base), *inputs.args, "--", *inputs.paths]


def _options(inputs: Inputs, base: str | None) -> Iterator[str]:
    once = {
        "--config": inputs.config,
        "--changed-since": base or "",
        "--fail-on": inputs.fail_on,
        "--min-severity": inputs.min_severity,
        "--min-confidence": inputs.min_confidence,
        "--baseline": inputs.baseline,
        "--model": inputs.model,
    }
    yield from (f"{option}={value}" for option, value in once.items() if value)
    repeated = {
        "--source": inputs.sources,
        "--select": inputs.select,
        "--ignore": inputs.ignore,
        "--extend-select": inputs.extend_select,
        "--extend-ignore": inputs.extend_ignore,
    }
    yield from (f"{option}={value}" for option, values in repeated.items() for value in values)
    yield from () if inputs.cache else ("--no-cache",)
    if not {"", ".", ".."} & set(inputs.report_dir.split("/")):
        yield f"--extend-exclude={inputs.report_dir}/**"  # reports are not articles
    yield from ("--verbose",) if inputs.debug else ()


def show(report: str, formats: Sequence[tuple[str, str]]) -> list[str]:
    """The arguments that convert a JSON report to other formats, each with its file."""
    return ["report", report, "--exit-zero", *(part for name, file in formats for part in ("-f", f"{name}={file}"))]
