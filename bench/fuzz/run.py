"""A round: inputs shared out among processes, until there are no more or the time is over."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from multiprocessing.connection import wait

from bench.fuzz.cases import Fault
from bench.fuzz.generate import case
from bench.fuzz.worker import STAGES, Worker, smaller

#: Inputs given to a process at a time: seldom enough to cost nothing, often enough to end in time.
CHUNK = {"cheap": 20, "whole": 1}

#: Called now and then with what there is so far.
Watch = Callable[["Outcome"], None]


@dataclass(slots=True)
class Outcome:
    """What came of one stage: inputs put through, and the smallest fault of each kind with how often it came."""

    stage: str
    done: int = 0
    seconds: float = 0.0
    faults: dict[str, Fault] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    def add(self, found: Fault) -> None:
        """Count a fault."""
        known = self.faults.get(found.kind)
        # By size and then by number, so that it does not depend on which process was faster.
        if known is None or _order(found) < _order(known):
            self.faults[found.kind] = found
        self.counts[found.kind] = self.counts.get(found.kind, 0) + 1


def _order(found: Fault) -> tuple[int, int]:
    return len(found.case.data), found.case.number


class Round:
    """One stage with one seed."""

    def __init__(self, stage: str, seed: int, count: int, seconds: float) -> None:
        self.stage, self.seed, self.count = STAGES[stage], seed, count
        self.outcome = Outcome(stage)
        self._chunk = CHUNK[stage]
        self._next = 0
        self._begun = time.monotonic()
        self._end = self._begun + seconds
        self._left: list[range] = []

    def run(self, jobs: int, watch: Watch) -> Outcome:
        """Put all inputs through, or as many as the time allows."""
        workers = [Worker(self.stage, self.seed) for _ in range(max(1, min(jobs, self.count)))]
        busy = [worker for worker in workers if self._give(worker)]
        try:
            while busy:
                ready = {id(one) for one in wait([worker.pipe for worker in busy], timeout=1.0)}
                busy = [after for worker in busy if (after := self._turn(worker, id(worker.pipe) in ready, workers))]
                self.outcome.seconds = time.monotonic() - self._begun
                watch(self.outcome)
        finally:
            for worker in workers:
                worker.end()
        return self.outcome

    def _turn(self, worker: Worker, ready: bool, workers: list[Worker]) -> Worker | None:
        """What a worker has brought, and the one that goes on in its place; none where there is nothing to do."""
        if not ready:
            return self._replaced(worker, "hang", workers) if worker.stuck() else worker
        try:
            done, faults = worker.receive()
        except (EOFError, OSError):
            return self._replaced(worker, "death", workers)
        self.outcome.done += done
        for found in faults:
            self.outcome.add(found)
        return worker if self._give(worker) else None

    def _replaced(self, worker: Worker, how: str, workers: list[Worker]) -> Worker | None:
        """A fresh process after one that died or is stuck; what was left of its inputs is not lost."""
        number = worker.current
        code = worker.end()
        workers.remove(worker)
        made = case(self.seed, self.stage.name, number)
        self.outcome.add(Fault(made, f"{how} of the process in {made.target}", f"it ended with {code}"))
        self.outcome.done += 1
        # What was found before this input died with the process, so all others are put through again.
        numbers = worker.numbers
        self._left += [part for part in (range(numbers.start, number), range(number + 1, numbers.stop)) if part]
        fresh = Worker(self.stage, self.seed)
        workers.append(fresh)
        return fresh if self._give(fresh) else None

    def _give(self, worker: Worker) -> bool:
        """Give a worker its next inputs, if there are any."""
        if time.monotonic() > self._end:
            return False
        if self._left:
            worker.send(self._left.pop(), self._end)
            return True
        stop = min(self._next + self._chunk, self.count)
        if self._next >= stop:
            return False
        worker.send(range(self._next, stop), self._end)
        self._next = stop
        return True


def made_smaller(outcome: Outcome, seconds: float) -> None:
    """Put a smaller input in the place of each fault's, where one is found in that time."""
    for kind, found in outcome.faults.items():
        with suppress(OSError):
            outcome.faults[kind] = replace(smaller(found, STAGES[outcome.stage], seconds), kind=kind)
