"""Batches: one line of JSON in, one line out, in order; finished rows survive an interruption."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import FileIO
from itertools import chain, islice, repeat, tee
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Protocol

from consistency.errors import InputError
from consistency.reports.json import dumps
from consistency.runs.destinations import check_output_files
from consistency.runs.exit_status import Exit
from consistency.runs.output import special, unwritable, write
from consistency.runs.resume import ResumableOutput
from consistency.runs.stderr import write_lines
from consistency.sources.paths import real

if TYPE_CHECKING:
    from consistency.errors import ConsistencyError
    from consistency.runs.progress import Progress

#: Failed rows whose error is printed.
NAMED_FAILURES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The answer to one line; ``status`` is the exit status that this line alone would give."""

    content: dict[str, Any]
    status: Exit


class Rows(Protocol):
    """Answers the lines of a batch. ``signature`` changes whenever an answer could change.

    ``recipe`` has the class and its arguments, from which a worker process makes the same object.
    """

    signature: str
    recipe: tuple[Any, ...]

    def answer(self, number: int, line: bytes) -> Answer:
        """The answer to a line; ``number`` counts from 1. Never raises because of the line's content."""

    def prepare(self, number: int, line: bytes) -> None:
        """Start on the line that comes next while another is answered. Never raises."""

    def failed(self, number: int, line: bytes, error: ConsistencyError) -> Answer:
        """The answer to a line whose worker process died."""

    def stop_preparing(self) -> None:
        """Give up what ``prepare`` started: no more lines follow."""


def run_batch(rows: Rows, source: str, output: str | None, progress: Progress, jobs: int = 1) -> int:
    """Answer each line of a file, or of standard input for "-", with ``jobs`` worker processes; returns the status.

    Answers are written to standard output as they come, or to ``output``, which appears once it is complete; until
    then finished rows are in ``output.partial``, from which the next run resumes.
    """
    target = None if output in (None, "-") else real(output or "")
    if target is not None:
        check_output_files([target], [source])
    with _open(source) as lines:
        if target is None:
            return _answer(rows, lines, Stream(), progress, jobs)
        if special(target):
            with _device(target) as device:
                return _answer(rows, lines, device, progress, jobs)
        with ResumableOutput(str(target), rows.signature) as partial:
            try:
                code = _answer(rows, lines, partial, progress, jobs)
                partial.complete()
            except BaseException:
                if partial.finished and not partial.rescued:
                    write_lines(
                        f"{partial.finished} finished rows are in {partial.answers}; run the command again to continue"
                    )
                raise
            return code


class Sink(Protocol):
    """Takes the answers. ``finished_status`` is the status of a line that an earlier run answered."""

    def finished_status(self, line: bytes) -> int | None: ...  # noqa: D102
    def add(self, line: bytes, answer: str, status: int) -> None: ...  # noqa: D102


class Stream:
    """Writes each answer immediately, to standard output or a device."""

    def __init__(self, name: str = "-", device: FileIO | None = None) -> None:
        self.name = name
        self.device = device

    def finished_status(self, line: bytes) -> int | None:
        """None: a stream does not resume."""
        return None

    def add(self, line: bytes, answer: str, status: int) -> None:
        """Write the answer."""
        if self.device is None:
            write(answer)
            return
        rest = memoryview(answer.encode())
        try:
            while rest:
                rest = rest[self.device.write(rest) :]
        except OSError as error:
            raise unwritable(self.name, error) from error


@contextlib.contextmanager
def _device(path: Path) -> Iterator[Stream]:
    """A device or pipe, opened once: a pipe's reader takes its closing for the end of the answers."""
    try:
        device = path.open("wb", buffering=0)
    except OSError as error:
        raise unwritable(str(path), error) from error
    with device:
        yield Stream(str(path), device)


def _answer(rows: Rows, lines: BinaryIO, sink: Sink, progress: Progress, jobs: int) -> int:
    seen, wrong = Counter[int](), list[str]()
    with contextlib.closing(_answers(rows, lines, sink, jobs)) as answers:
        for number, line, answer in answers:
            if isinstance(answer, Answer):
                sink.add(line, dumps(answer.content), answer.status)
                if "error" in answer.content:
                    wrong.append(f"line {number}: {answer.content['error']['message']}")
            seen[answer.status if isinstance(answer, Answer) else answer] += 1
            progress("row", number, 0)
    progress.close()
    failed = seen[Exit.FAILED] + seen[Exit.NOTHING]
    progress.message(f"{seen.total()} rows, {seen[Exit.FINDINGS]} with findings, {failed} not checked")
    status = _exit_status(seen)
    if not seen:
        write_lines("error: the input has no rows")
    elif status in (Exit.FAILED, Exit.NOTHING):
        _report_failures(failed, seen.total(), wrong)
    return status


def _report_failures(failed: int, total: int, wrong: Sequence[str]) -> None:
    """Print how many rows could not be checked, and the errors of the first."""
    more = ["more errors are in the output"] if len(wrong) > NAMED_FAILURES else []
    head = f"error: {failed} of {total} row{'' if total == 1 else 's'} could not be checked"
    write_lines(head, *(f"  {words}" for words in (*wrong[:NAMED_FAILURES], *more)))


def _answers(rows: Rows, lines: BinaryIO, sink: Sink, jobs: int) -> Generator[tuple[int, bytes, Answer | int]]:
    """Each line with its number and answer, or with its status if an earlier run answered it."""
    numbered = enumerate(_with_next(lines), 1)
    try:
        for number, (line, coming) in numbered:
            if (status := sink.finished_status(line)) is not None:
                yield number, line, status
            elif jobs > 1 and not _interactive(lines):
                # All lines after the first new one are new.
                rest = ((n, later) for n, (later, _) in numbered)
                yield from _side_by_side(rows, chain([(number, line)], rest), jobs)
            else:
                if coming is not None:
                    rows.prepare(number + 1, coming)
                yield number, line, rows.answer(number, line)
    finally:
        rows.stop_preparing()


def _side_by_side(
    rows: Rows, tasks: Iterable[tuple[int, bytes]], jobs: int
) -> Iterator[tuple[int, bytes, Answer | int]]:
    from consistency.runs.processes import WorkerPool

    with WorkerPool(jobs, _row_work, *rows.recipe) as pool:
        for (number, line), found in pool.results(tasks):
            yield number, line, found if isinstance(found, Answer) else rows.failed(number, line, found)


def _row_work(kind: Callable[..., Rows], *args: Any) -> Callable[[tuple[int, bytes]], Answer]:
    """The function that a worker process calls for each line."""
    rows = kind(*args)
    return lambda task: rows.answer(*task)


def _interactive(lines: BinaryIO) -> bool:
    """Whether the writer may wait for an answer before it sends the next line."""
    return lines is getattr(sys.stdin, "buffer", None) and not stat.S_ISREG(os.fstat(lines.fileno()).st_mode)


def _with_next(lines: BinaryIO) -> Iterator[tuple[bytes, bytes | None]]:
    """Each line with the next one; on standard input without, as its writer may wait for an answer."""
    if lines is getattr(sys.stdin, "buffer", None):
        yield from zip(lines, repeat(None), strict=False)
        return
    first, second = tee(lines)
    yield from zip(first, chain(islice(second, 1, None), [None]), strict=False)


def _exit_status(seen: Counter[int]) -> int:
    """Failures take precedence over findings; empty rows matter only if there is nothing else."""
    return next((status for status in (Exit.FAILED, Exit.FINDINGS, Exit.CLEAN) if seen[status]), Exit.NOTHING)


@contextlib.contextmanager
def _open(source: str) -> Iterator[BinaryIO]:
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
            raise InputError(message, where=source, hint="name a file with one JSON object per line") from error
        yield file
