"""How the time of a check grows with its text, on texts made to be slow (`bench/hostile.py`).

    python -m bench.complexity [--only KIND,...] [--stages read,claims,check] [--sizes 2,5,10,20,40,80] [--real]

For each kind and stage: the processor's seconds at each size, and the exponent with which they grow, the slope of
log(time) over log(size). Stages: ``read`` makes an article of the text; ``cut`` finds its sentences; ``extract`` their
claims; ``claims`` is all three as `consistency claims` does them, with the linguistic pipeline; ``check`` is a whole
check of the text against one that differs slightly. Vectors of sentences come from a stub unless ``--real`` is given:
the encoder's work is linear, and it would hide that of the program itself.

Each run is a process of its own that is killed after ``--limit`` seconds of the processor. Writes
bench/results/complexity.json; the exit status is 1 if a kind grows faster than size^1.3, runs into the limit, or fails.
"""

from __future__ import annotations

import argparse
import json
import math
import multiprocessing
import os
import platform
import resource
import signal
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

# One thread: processor time then is what a stage takes, however busy the machine is.
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from bench.hostile import KINDS, changed, suffix, text
from bench.stub import StubEncoder
from consistency.check import Checker
from consistency.engine import Resources
from consistency.errors import InputError
from consistency.read import article_from_text
from consistency.settings import Settings
from consistency.types import Role

if TYPE_CHECKING:
    from consistency.types import Article

HERE = Path(__file__).resolve().parent

#: Kilobytes of the texts; the slope is taken over those from ``LARGE`` on.
SIZES, LARGE = (2, 5, 10, 20, 40, 80), 10

#: The largest exponent that passes. n log n over these sizes has 1.1.
MOST = 1.3

#: Seconds below which a time says nothing about growth: it counts as so much.
FLOOR = 0.1

#: How much longer than its limit of processor time a run may take by the clock: the machine may be busy.
PATIENCE = 10

#: Bytes that a run may have.
MEMORY = 4 << 30

STAGES = ("read", "claims", "check")


@dataclass(slots=True)
class Growth:
    """What one stage took on one kind of text: seconds by kilobytes, and how they grow."""

    kind: str
    stage: str
    seconds: dict[int, float] = field(default_factory=dict)
    problem: str = ""

    @property
    def exponent(self) -> float | None:
        """The slope over the larger sizes; None where fewer than two were measured."""
        return slope(self.seconds)

    @property
    def passed(self) -> bool:
        """Whether it grows hardly faster than its text."""
        return not self.problem and (self.exponent or 0.0) <= MOST


def slope(seconds: dict[int, float]) -> float | None:
    """The exponent of the growth that fits best (least squares of the logarithms)."""
    points = [(math.log(size), math.log(max(took, FLOOR))) for size, took in seconds.items() if size >= LARGE]
    if len(points) < 2:
        return None
    mean_x, mean_y = (sum(values) / len(points) for values in zip(*points, strict=True))
    across = sum((x - mean_x) ** 2 for x, _ in points)
    return float(sum((x - mean_x) * (y - mean_y) for x, y in points) / across)


def article(kind: str, content: str, role: Role) -> Article:
    """The text as an article of a file of its kind."""
    return article_from_text(content, id=role.value, role=role, path=f"{role.value}{suffix(kind)}")


def checker(*, real: bool = False) -> Checker:
    """A checker that keeps nothing, with the stub for its encoder unless the ``real`` one is wanted."""
    settings = Settings(cache=False)
    made = Checker(settings, resources=None if real else Resources(settings, encoder=StubEncoder()))
    made.check(article("news", text("news", 2000), Role.DRAFT), [article("news", text("news", 1000), Role.SOURCE)])
    return made


def prepared(checker: Checker, kind: str, stage: str, size: int) -> Callable[[], object]:
    """What is measured; all that comes before it is done."""
    content = text(kind, size)
    if stage == "read":
        return lambda: article(kind, content, Role.DRAFT)
    if stage == "check":
        other = changed(content)
        return lambda: checker.check(article(kind, content, Role.DRAFT), [article(kind, other, Role.SOURCE)])
    if stage == "claims":
        return lambda: checker.claims(article(kind, content, Role.DRAFT))
    made = article(kind, content, Role.DRAFT)
    if stage == "cut":
        return lambda: checker.sentences(made)
    from consistency.extract import extract, sourced
    from consistency.names.find import mentions

    sentences = checker.sentences(made)
    return lambda: (mentions(sentences), extract(made, sentences, sourced(sentences)))


def _run(send: Connection, checker: Checker, kind: str, stage: str, size: int, limit: float) -> None:
    """In a process of its own: the seconds, or what went wrong."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(limit), math.ceil(limit)))
    work = prepared(checker, kind, stage, size)
    begin = time.process_time()
    try:
        work()
    except InputError:
        # Refused in plain words: an answer like any other.
        send.send((time.process_time() - begin, ""))
    except BaseException as error:  # whatever it is, it is the answer
        send.send((0.0, f"{type(error).__name__} at {size // 1000} kB: {str(error)[:80]}"))
    else:
        send.send((time.process_time() - begin, ""))


def measured(checker: Checker, kind: str, stage: str, size: int, limit: float) -> tuple[float, str]:
    """Seconds of one run, and what went wrong in it."""
    receive, send = FORK.Pipe(duplex=False)
    process = FORK.Process(target=_run, args=(send, checker, kind, stage, size, limit), daemon=True)
    process.start()
    send.close()
    try:
        if not receive.poll(PATIENCE * limit):
            return limit, f"not done after {limit:g} s at {size // 1000} kB"
        found: tuple[float, str] = receive.recv()
    except EOFError:
        process.join()
        if process.exitcode in (-signal.SIGXCPU, -signal.SIGKILL):
            return limit, f"not done after {limit:g} s at {size // 1000} kB"
        return 0.0, f"the process died at {size // 1000} kB"
    else:
        return found
    finally:
        process.kill()
        process.join()
        receive.close()


FORK = multiprocessing.get_context("fork")


def growth(checker: Checker, kind: str, stage: str, sizes: Sequence[int], limit: float) -> Growth:
    """The times at all sizes, up to the first that is not done in time."""
    found = Growth(kind, stage)
    for size in sizes:
        seconds, found.problem = measured(checker, kind, stage, size * 1000, limit)
        found.seconds[size] = round(seconds, 3)
        if found.problem:
            break
    return found


def line(one: Growth) -> str:
    """One row of the table."""
    times = " ".join(f"{size}:{took:.2f}" for size, took in one.seconds.items())
    exponent = "  - " if one.exponent is None else f"{one.exponent:4.2f}"
    return f"{'ok  ' if one.passed else 'FAIL'} {exponent}  {one.stage:7} {one.kind:34} {times}  {one.problem}".rstrip()


def save(found: Sequence[Growth], path: Path, *, real: bool) -> None:
    """Keep the figures; kinds and stages that were not run keep their last ones."""
    known = json.loads(path.read_text(encoding="utf-8"))["growth"] if path.exists() else {}
    for one in found:
        known.setdefault(one.kind, {})[one.stage] = {
            "exponent": None if one.exponent is None else round(one.exponent, 2),
            **{key: value for key, value in asdict(one).items() if key in ("seconds", "problem") and value},
        }
    machine = {"cores": os.cpu_count(), "python": platform.python_version(), "system": platform.system()}
    kept = {"machine": machine, "encoder": "real" if real else "stub", "most": MOST, "growth": known}
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, print, save."""
    parser = argparse.ArgumentParser(description="how the time of a check grows on texts made to be slow")
    parser.add_argument("--only", default=",".join(KINDS), help="kinds, separated by commas")
    parser.add_argument("--stages", default=",".join(STAGES), help="of read, cut, extract, claims, check")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="kilobytes")
    parser.add_argument("--limit", type=float, default=15.0, help="seconds that one run may take")
    parser.add_argument("--real", action="store_true", help="the real encoder, not the stub")
    parser.add_argument("-o", "--output", type=Path, default=HERE / "results" / "complexity.json")
    asked = parser.parse_args(argv)
    ready = checker(real=asked.real)
    found: list[Growth] = []
    for kind in asked.only.split(","):
        for stage in asked.stages.split(","):
            found.append(growth(ready, kind, stage, [int(size) for size in asked.sizes.split(",")], asked.limit))
            print(line(found[-1]), flush=True)
        # After each kind: who stops early keeps what was measured.
        save(found, asked.output, real=asked.real)
    failed = [one for one in found if not one.passed]
    print(f"{len(found) - len(failed)} of {len(found)} grow no faster than size^{MOST}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
