"""Many checks from one file: one answer line for each input line, in order, and nothing lost when it stops."""

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
from consistency.runs.destinations import check_files
from consistency.runs.exit_status import Exit
from consistency.runs.output import special, unwritable, write
from consistency.runs.resume import Partial
from consistency.runs.stderr import tell
from consistency.sources.paths import real

if TYPE_CHECKING:
    from consistency.errors import ConsistencyError
    from consistency.runs.progress import Progress

#: Rows that cannot be checked of which standard error says why.
MOST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The answer to one line; ``status`` is the exit status that this line alone would give."""

    told: dict[str, Any]
    status: Exit


class Rows(Protocol):
    """What is done with a line. ``signature`` changes with whatever can change an answer.

    ``made`` are the class and the arguments with which another process makes the same.
    """

    signature: str
    made: tuple[Any, ...]

    def answer(self, number: int, line: bytes) -> Answer:
        """The answer to the line of this number, counted from 1. It never raises for what is in the line."""

    def expect(self, number: int, line: bytes) -> None:
        """This line comes next: what can be begun beside another answer is begun. It never raises either."""

    def lost(self, number: int, line: bytes, error: ConsistencyError) -> Answer:
        """The answer to a line whose process did not live to give one."""

    def leave(self) -> None:
        """No line comes any more."""


def run(rows: Rows, source: str, output: str | None, progress: Progress, jobs: int = 1) -> int:
    """Answer each line of a file, or of standard input for "-"; ``jobs`` at a time, each in a process of its own.

    The answers go to standard output as they come, or to ``output``, which appears once it is
    complete; until then the finished part is in ``output.partial``, where the next run goes on.
    """
    target = None if output in (None, "-") else real(output or "")
    if target is not None:
        check_files([target], [source])
    with _opened(source) as lines:
        if target is None:
            return _answer(rows, lines, Stream(), progress, jobs)
        if special(target):
            with _device(target) as device:
                return _answer(rows, lines, device, progress, jobs)
        with Partial(str(target), rows.signature) as partial:
            try:
                code = _answer(rows, lines, partial, progress, jobs)
                partial.complete()
            except BaseException:
                if partial.finished and not partial.rescued:
                    tell(
                        f"{partial.finished} finished rows are in {partial.answers}; run the command again to continue"
                    )
                raise
            return code


class Sink(Protocol):
    """Where answers go. ``known`` is how a line ended that was answered before."""

    def known(self, line: bytes) -> int | None: ...  # noqa: D102
    def add(self, line: bytes, answer: str, status: int) -> None: ...  # noqa: D102


class Stream:
    """Answers that go out at once, to standard output or to a device."""

    def __init__(self, name: str = "-", device: FileIO | None = None) -> None:
        self.name = name
        self.device = device

    def known(self, line: bytes) -> int | None:
        """Nothing is known of an earlier run."""
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
    """A device or pipe, opened once: for the reader of a pipe the answers end when it is closed."""
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
                sink.add(line, dumps(answer.told), answer.status)
                if "error" in answer.told:
                    wrong.append(f"line {number}: {answer.told['error']['message']}")
            seen[answer.status if isinstance(answer, Answer) else answer] += 1
            progress("row", number, 0)
    progress.close()
    failed = seen[Exit.FAILED] + seen[Exit.NOTHING]
    progress.say(f"{seen.total()} rows, {seen[Exit.FINDINGS]} with findings, {failed} not checked")
    status = _worst(seen)
    if not seen:
        tell("error: the input has no rows")
    elif status in (Exit.FAILED, Exit.NOTHING):
        _complain(failed, seen.total(), wrong)
    return status


def _complain(failed: int, total: int, wrong: Sequence[str]) -> None:
    """Say how many rows could not be checked, and why the first of them."""
    more = ["more errors are in the output"] if len(wrong) > MOST else []
    head = f"error: {failed} of {total} row{'' if total == 1 else 's'} could not be checked"
    tell(head, *(f"  {words}" for words in (*wrong[:MOST], *more)))


def _answers(rows: Rows, lines: BinaryIO, sink: Sink, jobs: int) -> Generator[tuple[int, bytes, Answer | int]]:
    """Each line and its answer; for one that was answered before, how it ended."""
    numbered = enumerate(_with_next(lines), 1)
    try:
        for number, (line, coming) in numbered:
            if (status := sink.known(line)) is not None:
                yield number, line, status
            elif jobs > 1 and not _typed(lines):
                # From the first new line on all are.
                yield from _side_by_side(rows, chain([(number, line)], ((n, one) for n, (one, _) in numbered)), jobs)
            else:
                if coming is not None:
                    rows.expect(number + 1, coming)
                yield number, line, rows.answer(number, line)
    finally:
        rows.leave()


def _side_by_side(
    rows: Rows, tasks: Iterable[tuple[int, bytes]], jobs: int
) -> Iterator[tuple[int, bytes, Answer | int]]:
    from consistency.runs.processes import Crew

    with Crew(jobs, _answering, *rows.made) as crew:
        for (number, line), found in crew.answers(tasks):
            yield number, line, found if isinstance(found, Answer) else rows.lost(number, line, found)


def _answering(kind: Callable[..., Rows], *args: Any) -> Callable[[tuple[int, bytes]], Answer]:
    """What a process does with a line."""
    rows = kind(*args)
    return lambda task: rows.answer(*task)


def _typed(lines: BinaryIO) -> bool:
    """Whether somebody may wait for the answer to a line before writing the next."""
    return lines is getattr(sys.stdin, "buffer", None) and not stat.S_ISREG(os.fstat(lines.fileno()).st_mode)


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
            raise InputError(message, where=source, hint="name a file with one JSON object per line") from error
        yield file
