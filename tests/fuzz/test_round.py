"""A round of the fuzzer: it finds what is planted, and in the program nothing."""

from __future__ import annotations

import os
import signal
import time
from dataclasses import replace
from pathlib import Path

import pytest

from bench.fuzz import targets
from bench.fuzz.cases import Case, Fault
from bench.fuzz.command import main, summary
from bench.fuzz.corpus import keep, read
from bench.fuzz.generate import CHEAP, case
from bench.fuzz.guard import MIB, fault
from bench.fuzz.laws import LawBroken
from bench.fuzz.minimise import minimised
from bench.fuzz.run import Outcome, Round, made_smaller
from bench.fuzz.worker import CHEAP as CHEAP_STAGE
from bench.fuzz.worker import STAGES
from consistency.errors import InputError
from tests.fuzz.known import KNOWN


@pytest.mark.slow
@pytest.mark.parametrize(("stage", "count", "seconds"), [("cheap", 1500, 20.0), ("whole", 30, 20.0)])
def test_a_short_round_finds_nothing_new(stage: str, count: int, seconds: float) -> None:
    outcome = Round(stage, 0, count, seconds).run(2, lambda outcome: None)
    assert [kind for kind in outcome.counts if not kind.startswith(KNOWN)] == [], summary([outcome])
    assert outcome.done > 0


@pytest.mark.parametrize(("planted", "status"), [(None, 0), ("settings", 1)])
def test_the_command_says_what_it_found(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str], planted: str, status: int
) -> None:
    for name in targets.TARGETS:
        monkeypatch.setitem(targets.TARGETS, name, break_a_law if name == planted else (lambda data, thorough: None))
    asked = ["--cheap", "40", "--whole", "0", "--seconds", "30", "--seed", "1", "--keep", str(tmp_path / "kept")]
    assert main(asked) == status
    assert ("law planted" in capsys.readouterr().out) is bool(status)
    assert len([*(tmp_path / "kept").iterdir()]) == status


def test_equal_seeds_give_equal_inputs() -> None:
    first = [case(7, "cheap", number) for number in range(60)]
    assert [case(7, "cheap", number) for number in range(60)] == first
    assert [case(8, "cheap", number) for number in range(60)] != first


def test_every_target_gets_inputs() -> None:
    assert {case(0, "cheap", number).target for number in range(400)} == set(CHEAP) == set(targets.TARGETS)


def crash(data: bytes, thorough: bool) -> None:
    if b"\xff" in data:
        raise ValueError("planted")


def refuse(data: bytes, thorough: bool) -> None:
    raise InputError("refused in words")


def spin(data: bytes, thorough: bool) -> None:
    while b"a" in data:
        pass


def swell(data: bytes, thorough: bool) -> None:
    raise MemoryError


def break_a_law(data: bytes, thorough: bool) -> None:
    raise LawBroken("planted", data)


def die(data: bytes, thorough: bool) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.parametrize(
    ("target", "kind"),
    [
        (crash, "ValueError at the harness"),
        (refuse, None),
        (spin, "hang at the harness"),
        (swell, "memory at the harness"),
        (break_a_law, "law planted"),
    ],
)
def test_what_an_input_does_has_a_name(
    monkeypatch: pytest.MonkeyPatch, target: targets.Target, kind: str | None
) -> None:
    monkeypatch.setitem(targets.TARGETS, "planted", target)
    found = fault(Case("planted", b"a\xff"), 0.2)
    assert (found and found.kind) == kind


def sleep(data: bytes, thorough: bool) -> None:
    time.sleep(600)  # no time of the processor, so no signal


def fill(data: bytes, thorough: bool) -> None:
    bytearray(2 * CHEAP_STAGE.memory * MIB)


@pytest.mark.parametrize(
    ("planted", "kind"),
    [
        (die, "death of the process in settings"),
        pytest.param(sleep, "hang of the process in settings", marks=pytest.mark.slow),
        (fill, "memory at the harness"),
    ],
)
def test_an_input_that_takes_its_process_along_costs_no_other(
    monkeypatch: pytest.MonkeyPatch, planted: targets.Target, kind: str
) -> None:
    for name in targets.TARGETS:
        monkeypatch.setitem(targets.TARGETS, name, planted if name == "settings" else (lambda data, thorough: None))
    monkeypatch.setitem(STAGES, "cheap", replace(CHEAP_STAGE, seconds=0.1))
    outcome = Round("cheap", 0, 30, 60.0).run(2, lambda outcome: None)
    hit = sum(case(0, "cheap", number).target == "settings" for number in range(30))
    assert outcome.counts == {kind: hit}
    assert hit > 0
    assert outcome.done == 30


def test_a_fault_is_kept_with_the_smallest_input_that_shows_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(targets.TARGETS, "planted", crash)
    found = fault(Case("planted", b"some words\n\nand \xff more of them\n" * 9), 1.0)
    assert found is not None
    outcome = Outcome("cheap")
    outcome.add(found)
    made_smaller(outcome, 5.0)
    keep(tmp_path, outcome.faults.values())
    assert [one.data for _, one in read(tmp_path)] == [b"\xff"]
    assert "1 x ValueError at the harness" in summary([outcome])


def test_two_parts_that_are_needed_together_stay() -> None:
    data = b"".join(b"line %d\n" % number for number in range(50))
    assert minimised(data, lambda one: b"7" in one and b"31" in one) == b"731"


def test_time_that_is_over_ends_a_round() -> None:
    begun = time.monotonic()
    outcome = Round("cheap", 0, 10**6, 0.5).run(1, lambda outcome: None)
    assert time.monotonic() - begun < 20
    assert outcome.done < 10**6


def test_faults_of_one_kind_are_counted_and_the_smallest_is_shown() -> None:
    outcome = Outcome("cheap")
    for number, data in enumerate((b"long one", b"short", b"longest of all")):
        outcome.add(Fault(Case("report", data, number), "ValueError at x"))
    assert outcome.counts == {"ValueError at x": 3}
    assert outcome.faults["ValueError at x"].case.data == b"short"
