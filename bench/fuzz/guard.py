"""Limits for one input, and a name for what went wrong with it."""

from __future__ import annotations

import resource
import signal
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

from bench.fuzz.cases import Case, Fault
from bench.fuzz.laws import LawBroken
from bench.fuzz.targets import put_through
from consistency.errors import ConsistencyError

MIB = 1024 * 1024


class TooLong(BaseException):
    """The input took longer than it may; no ``Exception``, so that nothing on the way takes it for its own."""


def fault(case: Case, seconds: float, *, thorough: bool = False) -> Fault | None:
    """What the case did that it must not do, within that much time of the processor; None where all is well."""
    try:
        with _limited(seconds):
            put_through(case, thorough=thorough)
    except ConsistencyError:
        return None
    except LawBroken as error:
        return Fault(case, f"law {error.law}", str(error))
    except (Exception, TooLong) as error:
        return Fault(case, f"{_named(error)} at {_place(error)}", _trace(error))
    return None


def limit_memory(more: int) -> None:
    """From now on this process may take so many bytes more than it has."""
    with suppress(OSError, ValueError):
        taken = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (taken + more, resource.RLIM_INFINITY))


def _named(error: BaseException) -> str:
    return {TooLong: "hang", MemoryError: "memory"}.get(type(error), type(error).__name__)


def _place(error: BaseException) -> str:
    """The innermost function of the program in the trace: without a line, so that it outlives an edit."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "/consistency/" in frame.filename]
    if not frames:
        return "the harness"
    # Where a recursion or a hang was cut off is chance; what it was called from is not.
    frame = _entered(frames) if isinstance(error, (RecursionError, TooLong)) else frames[-1]
    module = frame.filename.rpartition("/consistency/")[2].removesuffix(".py").replace("/", ".")
    return f"{module}.{frame.name}"


def _entered(frames: list[traceback.FrameSummary]) -> traceback.FrameSummary:
    """The first frame in the file where the trace ends."""
    return next(frame for frame in frames if frame.filename == frames[-1].filename)


def _trace(error: BaseException) -> str:
    told = "".join(traceback.format_exception(error)[-12:])
    return told.encode("utf-8", "backslashreplace").decode()[-3000:]


@contextmanager
def _limited(seconds: float) -> Iterator[None]:
    """``TooLong`` after so much time of the processor: on a busy machine the clock proves nothing."""

    def over(number: int, frame: FrameType | None) -> None:
        # Once more soon, should a library have swallowed it.
        raise TooLong(f"over {seconds} s")

    before = signal.signal(signal.SIGPROF, over)
    signal.setitimer(signal.ITIMER_PROF, seconds, 0.5)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
