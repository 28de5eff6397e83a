"""A pool of worker processes: each does one task at a time; results come in the order of the tasks."""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import signal
import threading
import traceback
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Any, Self

from consistency.errors import ConsistencyError

#: Does a task in a worker; made there, once, by a function that the worker can import.
Work = Callable[[Any], Any]

#: More processes gain nothing, and Windows waits for at most 63 at a time.
MOST_WORKERS = 60

#: Finished tasks per worker that may wait for an earlier one before no new task is started.
AHEAD = 16

#: Seconds before a worker that does not end is killed.
PATIENCE = 2.0


class WorkerDied(ConsistencyError):
    """A worker process died during a task: killed, or out of memory."""

    def __init__(self, status: int | None) -> None:
        how = f"by signal {-status}" if status is not None and status < 0 else f"with status {status}"
        super().__init__(f"the process that checked it ended {how}", hint="if memory is short, use fewer --jobs")


@dataclass(slots=True)
class _Task:
    task: Any
    done: bool = False
    answer: Any = None


@dataclass(frozen=True, slots=True)
class _Worker:
    process: SpawnProcess
    line: Connection


class WorkerPool:
    """Up to ``jobs`` processes, started as needed; each does its tasks with the function that ``setup(*args)`` returns.

    As a context it leaves no process behind. An exception of a task is raised here; if a worker dies, the result of
    its task is a ``WorkerDied``, and another worker replaces it.
    """

    def __init__(self, jobs: int, setup: Callable[..., Work], *args: Any) -> None:
        self.jobs = min(jobs, MOST_WORKERS)
        self._setup = setup, args
        self._idle: list[_Worker] = []
        self._busy: dict[Connection, tuple[_Worker, _Task]] = {}
        self._orders: deque[_Task] = deque()
        self._started = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        workers = [*self._idle, *(worker for worker, _ in self._busy.values())]
        for worker in workers:
            worker.line.close()
            if kind or worker not in self._idle:
                worker.process.terminate()
        for worker in workers:
            worker.process.join(PATIENCE)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()

    def results(self, tasks: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
        """Each task with its result, in order. Tasks are taken as workers become free, some ahead of the results."""
        orders = self._orders
        for task in tasks:
            while len(orders) >= AHEAD * self.jobs and not orders[0].done:
                self._collect()
            orders.append(_Task(task))
            self._give(orders[-1])
            yield from _ready(orders)
        while orders:
            self._collect()
            yield from _ready(orders)

    def finished_early(self) -> Iterator[tuple[Any, Any]]:
        """After an interruption, the finished tasks that were waiting for an earlier one."""
        return ((order.task, order.answer) for order in self._orders if order.done)

    def _give(self, order: _Task) -> None:
        while not self._idle and len(self._busy) >= self.jobs:
            self._collect()
        while True:
            worker = self._idle.pop() if self._idle else self._start()
            # A worker that died while idle took no task with it.
            with contextlib.suppress(OSError):
                worker.line.send(order.task)
                break
        self._busy[worker.line] = worker, order

    def _collect(self) -> None:
        """Wait until a worker answers or dies."""
        for line in wait(list(self._busy)):
            if not isinstance(line, Connection):  # pragma: no cover - only those were waited for
                continue
            worker, order = self._busy.pop(line)
            order.done = True
            try:
                fine, order.answer = line.recv()
            except (EOFError, OSError):
                worker.process.join(PATIENCE)
                order.answer = WorkerDied(worker.process.exitcode)
                continue
            self._idle.append(worker)
            if not fine:
                raise order.answer

    def _start(self) -> _Worker:
        spawning = multiprocessing.get_context("spawn")
        ours, its = spawning.Pipe()
        setup, args = self._setup
        share = max(1, cores() // self.jobs)
        process = spawning.Process(target=_serve, args=(its, setup, args, share, self._started == 0), daemon=True)
        with _signals_blocked():
            process.start()
        self._started += 1
        its.close()
        return _Worker(process, ours)


def _ready(orders: deque[_Task]) -> Iterator[tuple[Any, Any]]:
    while orders and orders[0].done:
        order = orders.popleft()
        yield order.task, order.answer


def cores() -> int:
    """The number of cores that this process may use: in a container, fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextlib.contextmanager
def _signals_blocked() -> Iterator[None]:
    """Block signals of the terminal while a process starts: afterwards they reach this process alone."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    from multiprocessing import resource_tracker

    # Started together with the first process, it would unblock the signals too early.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGHUP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(line: Connection, setup: Callable[..., Work], args: tuple[Any, ...], threads: int, first: bool) -> None:
    """Do tasks until the parent closes the connection."""
    _prepare(threads, first)
    work: Work | None = None
    with contextlib.suppress(EOFError, OSError):
        while True:
            task = line.recv()
            try:
                work = work or setup(*args)
                answer = True, work(task)
            except ConsistencyError as error:
                answer = False, error
            except Exception as error:
                answer = False, RuntimeError("".join(traceback.format_exception(error)))
            line.send(answer)


def _prepare(threads: int, first: bool) -> None:
    from consistency.cache import CacheWarning
    from consistency.runs import GC_THRESHOLD
    from consistency.runs.stderr import capture_diagnostics

    # A terminal sends these to all processes; only the parent decides when a worker ends.
    for name in ("SIGINT", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    # All workers together have as many threads as there are cores.
    os.environ["OMP_NUM_THREADS"] = str(threads)
    gc.set_threshold(GC_THRESHOLD)
    capture_diagnostics()
    if not first:
        # The first worker warns of a broken cache.
        warnings.simplefilter("ignore", CacheWarning)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End as soon as the parent has ended, in whatever way."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
