"""Many checks from one file: one answer line for each input line, in order, and nothing lost when it stops."""

from __future__ import annotations

import contextlib
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice, repeat, tee
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Protocol

import click

from consistency.cli.delivery import check_files
from consistency.cli.exits import Exit
from consistency.cli.output import write
from consistency.cli.partial import Partial
from consistency.content.roots import real
from consistency.errors import InputError
from consistency.reports.json import dumps

if TYPE_CHECKING:
    from consistency.cli.progress import Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The answer to one line; ``status`` is the exit status that this line alone would give."""

    told: dict[str, Any]
    status: Exit


class Rows(Protocol):
    """What is done with a line. ``signature`` changes with whatever can change an answer."""

    signature: str

    def answer(self, number: int, line: bytes) -> Answer:
        """The answer to the line of this number, counted from 1. It never raises for what is in the line."""

    def expect(self, number: int, line: bytes) -> None:
        """This line comes next: what can be begun beside another answer is begun. It never raises either."""

    def leave(self) -> None:
        """No line comes any more."""


def alone(named: Sequence[str]) -> None:
    """Raises ``UsageError`` where a batch is asked for together with files, or with another format than its own."""
    context = click.get_current_context()
    if named:
        raise click.UsageError("--jsonl has the texts in it: name no others.")
    asked = context.get_parameter_source("formats") is click.core.ParameterSource.COMMANDLINE
    if asked and any(target != ("json", None) for target in context.params["formats"]):
        raise click.UsageError("--jsonl answers in lines of JSON: leave out -f, and name a file with -o.")


def run(rows: Rows, source: str, output: str | None, progress: Progress) -> int:
    """Answer each line of a file, or of standard input for "-".

    The answers go to standard output as they come, or to ``output``, which appears once it is
    complete; until then the finished part is in ``output.partial``, where the next run goes on.
    """
    target = None if output in (None, "-") else Path(output or "")
    if target is not None:
        check_files([real(target)], [source])
    with _opened(source) as lines:
        if target is None or (target.exists() and not target.is_file()):
            return _answer(rows, lines, Stream(output), progress)
        with Partial(str(target), rows.signature) as partial:
            try:
                code = _answer(rows, lines, partial, progress)
            except KeyboardInterrupt:
                progress.say(
                    f"{partial.finished} rows are kept in {partial.answers}: the same command goes on from there"
                )
                raise
            partial.complete()
            return code


class Sink(Protocol):
    """Where answers go. ``known`` is how a line ended that was answered before."""

    def known(self, line: bytes) -> int | None: ...  # noqa: D102
    def add(self, line: bytes, answer: str, status: int) -> None: ...  # noqa: D102


class Stream:
    """Answers that go out at once, to standard output or to a device."""

    def __init__(self, target: str | None) -> None:
        self.target = target

    def known(self, line: bytes) -> int | None:
        """Nothing is known of an earlier run."""
        return None

    def add(self, line: bytes, answer: str, status: int) -> None:
        """Write the answer."""
        write(answer, self.target)


def _answer(rows: Rows, lines: BinaryIO, sink: Sink, progress: Progress) -> int:
    seen: Counter[int] = Counter()
    try:
        for number, (line, coming) in enumerate(_with_next(lines), 1):
            status = sink.known(line)
            if status is None:
                if coming is not None:
                    rows.expect(number + 1, coming)
                answer = rows.answer(number, line)
                status = answer.status
                sink.add(line, dumps(answer.told), status)
            seen[status] += 1
            progress("row", number, 0)
    finally:
        rows.leave()
    progress.close()
    failed = seen[Exit.FAILED] + seen[Exit.NOTHING]
    progress.say(f"{seen.total()} rows, {seen[Exit.FINDINGS]} with findings, {failed} not checked")
    return _worst(seen)


def _with_next(lines: BinaryIO) -> Iterator[tuple[bytes, bytes | None]]:
    """Each line and the one after it. Whoever writes to standard input may wait for an answer before the next line."""
    if lines is getattr(sys.stdin, "buffer", None):
        yield from zip(lines, repeat(None), strict=False)
        return
    first, second = tee(lines)
    yield from zip(first, chain(islice(second, 1, None), [None]), strict=False)


def _worst(seen: Counter[int]) -> int:
    """What could not be checked wins over findings; empty rows only count where there is nothing else."""
    return next((status for status in (Exit.FAILED, Exit.FINDINGS, Exit.CLEAN) if seen[status]), Exit.NOTHING)


@contextlib.contextmanager
def _opened(source: str) -> Iterator[BinaryIO]:
    if source == "-":
        if sys.stdin is None:
            raise InputError("standard input is closed", where="-")
        yield sys.stdin.buffer
        return
    with contextlib.ExitStack() as stack:
        try:
            file = stack.enter_context(Path(source).open("rb"))
            file.peek(1)
        except OSError as error:
            message = f"cannot read: {error.strerror or error}"
            raise InputError(message, where=source, hint="name a file with one JSON object on each line") from error
        yield file
