"""The command lines that the Action's inputs stand for, and running them in this process."""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from consistency.github.inputs import Inputs
from consistency.github.log import inert

#: Where the words begin that say what went wrong; before them stands what was being done.
_ERROR = re.compile(r"^(?:internal )?error: ", re.MULTILINE)

#: Most characters of an error that are told: a log keeps the rest.
_LONGEST = 4_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """How a command ended: its exit status, and what it said on standard error."""

    code: int
    said: str

    @property
    def error(self) -> str:
        """What went wrong, in the command's words, each thing once."""
        before, *errors = _ERROR.split(self.said)
        return "\n".join(dict.fromkeys(map(str.strip, errors or [before])))[:_LONGEST]


def run(args: Sequence[str]) -> Ended:
    """Run ``consistency`` with these arguments; what it prints goes to the log and commands nothing there."""
    with inert() as said:
        code = _status(args)
    return Ended(code=code, said=said.getvalue())


def quietly(args: Sequence[str]) -> Ended:
    """The same; nothing goes to the log."""
    shown, said = io.TextIOWrapper(io.BytesIO(), encoding="utf-8"), io.StringIO()
    with contextlib.redirect_stdout(shown), contextlib.redirect_stderr(said):
        code = _status(args)
    return Ended(code=code, said=said.getvalue())


def _status(args: Sequence[str]) -> int:
    from consistency.cli import cli
    from consistency.cli.status import status

    return int(status(cli, args))


def listed(inputs: Inputs) -> list[str]:
    """The arguments that list the articles with sources that the inputs name, changed or not."""
    return ["check", "--show-files", *_options(inputs, None), *inputs.args, "--", *inputs.paths]


def check(inputs: Inputs, report: str, base: str | None = None) -> list[str]:
    """The arguments that check what the inputs name, since the commit ``base`` if there is one.

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
        yield f"--extend-exclude={inputs.report_dir}/**"  # reports are no articles
    yield from ("--verbose",) if inputs.debug else ()


def show(report: str, formats: Sequence[tuple[str, str]]) -> list[str]:
    """The arguments that write a JSON report again, in each format to its file."""
    return ["report", report, "--exit-zero", *(part for name, file in formats for part in ("-f", f"{name}={file}"))]
