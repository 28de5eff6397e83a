"""Fuzz the program: ``python -m bench.fuzz [--cheap N] [--whole N] [--seconds S] [--seed N] [--keep DIR]``.

Cheap inputs go through with stand-ins for the models, whole ones with the models themselves. Equal seeds
give equal inputs. Ends with 1 if anything was found.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from bench.fuzz.corpus import keep
from bench.fuzz.run import Outcome, Round, made_smaller

#: Share of the time that the whole inputs may take where there are cheap ones too.
SHARE = 0.4

#: Seconds between two lines of progress.
EVERY = 5.0

#: Seconds for making one input smaller, and for all of a stage.
SHRINK, SHRINK_ALL = 15.0, 90.0


def main(argv: Sequence[str] | None = None) -> int:
    """Run a round, print what came of it; gives the exit status."""
    asked = _asked(argv)
    wanted = {"cheap": asked.cheap, "whole": asked.whole}
    outcomes = []
    end = time.monotonic() + asked.seconds
    for stage, count in wanted.items():
        if count:
            left = end - time.monotonic()
            seconds = left * (1 - SHARE) if stage == "cheap" and asked.whole else left
            outcomes.append(Round(stage, asked.seed, count, seconds).run(asked.jobs, Progress(count)))
    for outcome in outcomes:
        made_smaller(outcome, min(SHRINK, SHRINK_ALL / max(len(outcome.faults), 1)))
        if asked.keep:
            keep(asked.keep, outcome.faults.values())
    print(summary(outcomes))
    return int(any(outcome.faults for outcome in outcomes))


def _asked(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.fuzz", description=__doc__)
    parser.add_argument("--cheap", type=int, default=1_000_000, help="inputs with stand-ins for the models")
    parser.add_argument("--whole", type=int, default=10_000, help="inputs with the models")
    parser.add_argument("--seconds", type=float, default=600.0, help="time for both; then it ends")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="write the smallest input of each kind there")
    return parser.parse_args(argv)


class Progress:
    """A line on standard error now and then."""

    def __init__(self, count: int) -> None:
        self.count = count
        self._last = time.monotonic()

    def __call__(self, outcome: Outcome) -> None:
        """Say how far it is."""
        if time.monotonic() - self._last < EVERY:
            return
        self._last = time.monotonic()
        pace = outcome.done / max(outcome.seconds, 0.001)
        kinds = f"{len(outcome.faults)} kinds of fault"
        print(f"{outcome.stage}: {outcome.done} of {self.count}, {pace:.0f} a second, {kinds}", file=sys.stderr)


def summary(outcomes: Sequence[Outcome]) -> str:
    """Inputs for each stage, then each kind of fault, the most frequent first."""
    lines = []
    for outcome in outcomes:
        pace = outcome.done / max(outcome.seconds, 0.001)
        lines.append(f"{outcome.stage}: {outcome.done} inputs in {outcome.seconds:.0f} s ({pace:.1f} a second)")
        for kind, count in sorted(outcome.counts.items(), key=lambda one: (-one[1], one[0])):
            found = outcome.faults[kind]
            size = len(found.case.data)
            lines.append(f"  {count:5} x {kind}  ({found.case.target}, input {found.case.number}, {size} bytes)")
            lines += [f"          {line}" for line in _gist(found.detail)]
    return "\n".join(lines)


def _gist(detail: str) -> list[str]:
    """The last lines of a trace, printable."""
    return [ascii(line)[1:-1] for line in detail.rstrip().splitlines()[-2:]]
