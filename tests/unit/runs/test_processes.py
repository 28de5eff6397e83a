"""Checks side by side: the same bytes, and no process that is left behind or waited for in vain."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from consistency.errors import InputError
from consistency.runs.processes import WorkerDied, WorkerPool
from tests.conftest import Run
from tests.unit.runs.test_batch import BAD, GOOD, row

WIRE = "On Monday a fire at mill {} killed 12 people and burned two barns.\n"
DRAFT = "---\nsources: [w{}.txt]\n---\nThe fire at mill {} on Monday killed {} people and burned two barns.\n"

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and /proc")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    for i in range(6):
        (tmp_path / f"d{i}.md").write_text(DRAFT.format(i, i, 12 + i % 3))
        (tmp_path / f"w{i}.txt").write_text(WIRE.format(i))
    (tmp_path / "d3.md").write_text("---\nsources: [gone.txt]\n---\nIt burned.\n")
    (tmp_path / "d4.md").write_text("---\nsources: [w4.txt]\n---\n")
    return tmp_path


def working() -> Callable[[str], str]:
    def work(task: str) -> str:
        if task == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        if task == "wrong":
            raise InputError("wrong", where=task, hint="mend it")
        time.sleep(90 if task == "held" else 0.3 if task.startswith("slow") else 0)
        return f"{task} {os.environ['OMP_NUM_THREADS']}"

    return work


def children(parent: int) -> list[int]:
    """The workers of a process."""
    found = subprocess.run(
        ["ps", "-eww", "-o", "pid=", "-o", "ppid=", "-o", "args="], capture_output=True, text=True, check=True
    )
    parts = (line.split(None, 2) for line in found.stdout.splitlines())
    return [int(pid) for pid, above, *args in parts if int(above) == parent and "spawn_main" in str(args)]


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not true():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)


def started(desk: Path, *args: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "consistency", "check", *args, "-j", "2", "-f", "json"],
        cwd=desk, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
        env={**os.environ, "CONSISTENCY_CACHE_DIR": str(desk / "cache")},
    )  # fmt: skip


def test_answers_come_in_order_and_a_dead_worker_costs_its_task_alone() -> None:
    tasks = ["slow 1", "2", "die", "4", "slow 5", "6"]
    with WorkerPool(2, working) as crew:
        told = dict(crew.results(tasks))
    died = told.pop("die")
    assert isinstance(died, WorkerDied)
    assert "by signal 9" in str(died) or sys.platform == "win32"
    assert [answer.rpartition(" ")[0] for answer in told.values()] == ["slow 1", "2", "4", "slow 5", "6"]
    assert {int(answer.rpartition(" ")[2]) for answer in told.values()} == {max(1, len(os.sched_getaffinity(0)) // 2)}
    assert children(os.getpid()) == []


def test_what_a_task_raises_is_raised_and_ends_the_others() -> None:
    with pytest.raises(InputError, match="wrong") as caught, WorkerPool(2, working) as crew:
        list(crew.results(["slow 1", "wrong", "slow 2"]))
    assert (caught.value.where, caught.value.hint) == ("wrong", "mend it")
    assert children(os.getpid()) == []


@pytest.mark.parametrize("format", ["json", "text"])
def test_the_number_of_processes_changes_no_byte(desk: Path, run: Run, format: str) -> None:
    alone, together, auto = (run("check", *more, "-f", format) for more in ((), ("-j", "3"), ("--jobs", "auto")))
    assert (alone.returncode, alone.stdout, alone.stderr) == (together.returncode, together.stdout, together.stderr)
    assert (auto.returncode, auto.stdout) == (2, alone.stdout)
    assert b"gone.txt" in alone.stderr


def test_nor_does_it_in_a_batch(tmp_path: Path, run: Run) -> None:
    lines = [
        json.dumps(GOOD),
        "not json",
        json.dumps(BAD),
        json.dumps(row("r", "Two boats sank.", "No boat sank.")),
        "",
    ]
    (tmp_path / "in.jsonl").write_text("\n".join(lines) + "\n")
    alone = run("check", "--jsonl", "in.jsonl", "-o", "1.jsonl")
    together = run("check", "--jsonl", "in.jsonl", "-j", "2", "-o", "2.jsonl")
    assert (alone.returncode, alone.stderr) == (together.returncode, together.stderr)
    assert (tmp_path / "1.jsonl").read_bytes() == (tmp_path / "2.jsonl").read_bytes() != b""
    piped = run("check", "--jsonl", "-", "-j", "2", stdin=(tmp_path / "in.jsonl").read_bytes())
    assert piped.stdout == (tmp_path / "1.jsonl").read_bytes()


@pytest.mark.parametrize("jobs", ["-1", "two", "1.5"])
def test_a_number_of_processes_that_is_none(desk: Path, run: Run, jobs: str) -> None:
    done = run("check", "--jobs", jobs)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"is neither a number of processes" in done.stderr


@posix
def test_a_killed_process_is_an_error_of_its_draft(desk: Path) -> None:
    process = started(desk, "d0.md", "d1.md", "d2.md", "d5.md")
    until(lambda: len(children(process.pid)) == 2)
    os.kill(children(process.pid)[0], signal.SIGKILL)
    out, err = process.communicate(timeout=100)
    assert process.returncode == 2
    told = json.loads(out)
    drafts = [one["path"] for one in told["articles"] if one["role"] == "draft"]
    lost = [one["what"] for one in told["skipped"]]
    assert len(lost) == 1
    assert sorted([*drafts, *lost]) == ["d0.md", "d1.md", "d2.md", "d5.md"]
    assert err.decode().startswith(f"error: {lost[0]}: the process that checked it ended by signal 9\n")


@posix
@pytest.mark.parametrize(("end", "status"), [(signal.SIGINT, 130), (signal.SIGKILL, -9)])
def test_however_it_ends_no_process_is_left(desk: Path, end: signal.Signals, status: int) -> None:
    process = started(desk)
    until(lambda: len(children(process.pid)) == 2)
    workers = children(process.pid)
    if end is signal.SIGINT:
        os.killpg(process.pid, end)  # as a terminal does
    else:
        os.kill(process.pid, end)
    out, err = process.communicate(timeout=60)
    assert process.returncode == status
    until(lambda: not any(map(alive, workers)))
    assert b"Traceback" not in err
    assert out == b""


@posix
def test_an_interrupted_batch_keeps_its_rows(tmp_path: Path, run: Run) -> None:
    rows = [
        json.dumps(row(f"r{i}", f"Ship {i} sank with {i + 3} men.", f"Ship {i} sank with 2 men.")) for i in range(400)
    ]
    (tmp_path / "in.jsonl").write_text("\n".join(rows) + "\n")
    process = started(tmp_path, "--jsonl", "in.jsonl", "-o", "out.jsonl")
    kept = tmp_path / "out.jsonl.partial.keys"
    until(lambda: kept.exists() and kept.read_bytes().count(b"\n") > 2)
    workers = children(process.pid)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does
    _, err = process.communicate(timeout=60)
    until(lambda: not any(map(alive, workers)))
    assert (process.returncode, b"Traceback" in err) == (130, False), err
    count = kept.read_bytes().count(b"\n") - 1
    assert 2 <= count < len(rows)
    assert f"{count} finished rows are in" in err.decode()
    before = (tmp_path / "out.jsonl.partial").read_bytes()
    run("check", "--jsonl", "in.jsonl", "-o", "out.jsonl", "-j", "2")
    after = (tmp_path / "out.jsonl").read_bytes()
    assert after.startswith(before)
    assert [json.loads(line)["id"] for line in after.splitlines()] == [f"r{i}" for i in range(len(rows))]


def interrupted(*tasks: str) -> Iterator[str]:
    yield from tasks
    raise KeyboardInterrupt


def test_what_is_done_ahead_of_an_interruption_is_not_lost() -> None:
    with WorkerPool(2, working) as crew:
        # The last task is given to the process that is done with the second one.
        with pytest.raises(KeyboardInterrupt):
            list(crew.results(interrupted("held", "2", "3")))
        assert [task for task, _ in crew.finished_early()] == ["2"]
    assert children(os.getpid()) == []
