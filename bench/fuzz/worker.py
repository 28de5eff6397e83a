"""A process that puts inputs through, so that what kills it takes nothing else along."""

from __future__ import annotations

import mmap
import os
import shutil
import signal
import tempfile
import time
import traceback
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from bench.fuzz.cases import Case, Fault
from bench.fuzz.generate import case
from bench.fuzz.guard import MIB, fault, limit_memory
from bench.fuzz.minimise import minimised
from bench.fuzz.stubs import stubbed

#: A worker whose input takes this many times its limit by the clock is stuck where no signal reaches it.
PATIENCE = 20


@dataclass(frozen=True, slots=True)
class Stage:
    """How inputs are put through: ``seconds`` and ``memory`` (MiB) are what a single one may take."""

    name: str
    seconds: float
    memory: int
    stubs: bool


CHEAP = Stage(name="cheap", seconds=5.0, memory=1024, stubs=True)
WHOLE = Stage(name="whole", seconds=20.0, memory=3072, stubs=False)
STAGES = {stage.name: stage for stage in (CHEAP, WHOLE)}


class Worker:
    """A forked process; ``send`` gives it numbers of inputs, ``receive`` brings the faults of the last ones."""

    def __init__(self, stage: Stage, seed: int) -> None:
        self.stage, self.numbers = stage, range(0)
        self._board = mmap.mmap(-1, 8)
        self._since, self._seen = time.monotonic(), -1
        self._home = tempfile.mkdtemp(prefix="fuzz-")
        self.pipe, theirs = get_context("fork").Pipe()
        self.process: BaseProcess = get_context("fork").Process(
            target=_serve, args=(theirs, self._board, stage, seed, self._home)
        )
        self.process.start()
        theirs.close()

    @property
    def current(self) -> int:
        """The input that is being put through."""
        return int.from_bytes(self._board[:8], "little")

    def send(self, numbers: range, end: float) -> None:
        """Begin these inputs; when the clock says ``end``, it gives up the rest."""
        self.numbers = numbers
        self._board[:8] = numbers.start.to_bytes(8, "little")
        self._since, self._seen = time.monotonic(), numbers.start
        self.pipe.send((numbers, end))

    def receive(self) -> tuple[int, list[Fault]]:
        """How many of the inputs were put through, and their faults. Raises ``EOFError`` where the process is gone."""
        found: tuple[int, list[Fault]] = self.pipe.recv()
        return found

    def stuck(self) -> bool:
        """Whether it has been at a single input for too long."""
        if self.current != self._seen:
            self._since, self._seen = time.monotonic(), self.current
        return time.monotonic() - self._since > PATIENCE * self.stage.seconds

    def end(self) -> int:
        """Stop it; gives what it ended with."""
        if self.process.is_alive() and self.process.pid:
            os.kill(self.process.pid, signal.SIGKILL)
        self.process.join()
        self.pipe.close()
        shutil.rmtree(self._home, ignore_errors=True)
        return self.process.exitcode or 0


def smaller(found: Fault, stage: Stage, seconds: float) -> Fault:
    """The fault with a smaller input, looked for in a process of its own; as it is where that process dies."""
    ours, theirs = get_context("fork").Pipe()
    process = get_context("fork").Process(target=_minimise, args=(theirs, found, stage, seconds))
    process.start()
    theirs.close()
    try:
        answer: Fault = ours.recv() if ours.poll(seconds + PATIENCE * stage.seconds) else found
    except EOFError:
        answer = found
    if process.is_alive():
        process.kill()
    process.join()
    return answer


def _serve(pipe: Connection, board: mmap.mmap, stage: Stage, seed: int, home: str) -> None:
    with _prepared(stage, home), suppress(EOFError):
        while True:
            numbers, end = pipe.recv()
            answers = [*_answers(numbers, end, board, stage, seed)]
            pipe.send((len(answers), [found for found in answers if found]))


def _answers(numbers: Sequence[int], end: float, board: mmap.mmap, stage: Stage, seed: int) -> Iterator[Fault | None]:
    """What each input did, as long as there is time."""
    for number in numbers:
        if time.monotonic() > end:
            return
        board[:8] = number.to_bytes(8, "little")
        yield _answer(seed, stage, number)


def _answer(seed: int, stage: Stage, number: int) -> Fault | None:
    try:
        made = case(seed, stage.name, number)
    except Exception as error:  # a fault of the generators, which must not pass for one of the program
        lines = traceback.format_exception(error)
        return Fault(Case("generate", b"", number), f"{type(error).__name__} at the generator", "".join(lines[-4:]))
    return fault(made, stage.seconds)


def _minimise(pipe: Connection, found: Fault, stage: Stage, seconds: float) -> None:
    # Whatever takes a fifth of the limit is on its way to a hang; to wait for each would leave time for a few.
    limit = stage.seconds / 5 if found.kind.startswith("hang") else stage.seconds

    def again(data: bytes) -> Fault | None:
        return fault(Case(found.case.target, data, found.case.number), limit, thorough=True)

    with tempfile.TemporaryDirectory(prefix="fuzz-") as home, _prepared(stage, home):
        small = minimised(
            found.case.data, lambda data: (one := again(data)) is not None and one.kind == found.kind, seconds
        )
        pipe.send(again(small) or found)


@contextmanager
def _prepared(stage: Stage, home: str) -> Iterator[None]:
    """In an empty folder, quiet, with the limit on memory; with stand-ins for the models where the stage has them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with ExitStack() as stack:
        os.chdir(home)
        tempfile.tempdir = home
        os.environ["CONSISTENCY_CACHE_DIR"] = home
        if stage.stubs:
            stack.enter_context(stubbed())
        limit_memory(stage.memory * MIB)
        yield
