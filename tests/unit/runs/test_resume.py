"""Batches that are killed, run twice at once, or lose what they write to; and outputs that cannot be written."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from consistency.errors import OutputError
from consistency.runs.resume import ResumableOutput
from tests.conftest import Call, Run

Process = subprocess.Popen[bytes]

needs_posix = pytest.mark.skipif(os.name != "posix", reason="needs POSIX files and signals")


def lines(count: int) -> list[bytes]:
    source = [{"id": "wire", "text": "The flood drowned 30 sheep."}]
    rows = [{"id": f"r{i}", "draft": {"text": f"The flood drowned {i + 30} sheep."}} for i in range(count)]
    return [json.dumps({**row, "sources": source}).encode() + b"\n" for row in rows]


def fed(folder: Path, rows: list[bytes], output: str) -> Process:
    """A batch that has answered these rows and waits for more."""
    env = {**os.environ, "CONSISTENCY_CACHE_DIR": str(folder / "cache")}
    command = [sys.executable, "-m", "consistency", "check", "--jsonl", "-", "-o", output]
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, cwd=folder, env=env)
    assert process.stdin
    process.stdin.write(b"".join(rows))
    process.stdin.flush()
    keys = folder / f"{output}.partial.keys"
    deadline = time.monotonic() + 60
    while not (keys.exists() and keys.read_bytes().count(b"\n") == len(rows) + 1):
        assert time.monotonic() < deadline and process.poll() is None
        time.sleep(0.02)
    return process


def ids(path: Path) -> list[Any]:
    return [json.loads(line)["id"] for line in path.read_bytes().splitlines()]


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} - {"cache"}


def test_a_second_process_is_refused_and_harms_nothing(tmp_path: Path, run: Run) -> None:
    rows = lines(5)
    first = fed(tmp_path, rows[:3], "out.jsonl")
    (tmp_path / "in.jsonl").write_bytes(b"".join(rows))
    second = run("check", "--jsonl", "in.jsonl", "-o", "out.jsonl")
    assert second.returncode == 2
    assert b"another process is writing this file" in second.stderr
    _, said = first.communicate(b"".join(rows[3:]), timeout=60)
    assert (first.returncode, said) == (1, b"")
    assert ids(tmp_path / "out.jsonl") == ["r0", "r1", "r2", "r3", "r4"]
    assert names(tmp_path) == {"in.jsonl", "out.jsonl"}


@needs_posix
def test_a_killed_process_blocks_nobody(tmp_path: Path, run: Run) -> None:
    rows = lines(4)
    first = fed(tmp_path, rows[:3], "out.jsonl")
    first.kill()
    first.communicate(timeout=60)
    assert "out.jsonl.partial.lock" in names(tmp_path)
    (tmp_path / "in.jsonl").write_bytes(b"".join(rows))
    assert run("check", "--jsonl", "in.jsonl", "-o", "out.jsonl").returncode == 1
    assert ids(tmp_path / "out.jsonl") == ["r0", "r1", "r2", "r3"]
    assert names(tmp_path) == {"in.jsonl", "out.jsonl"}


@needs_posix
def test_a_folder_that_vanishes_is_noticed_and_its_rows_are_kept(tmp_path: Path, run: Run) -> None:
    rows = lines(4)
    (tmp_path / "day").mkdir()
    first = fed(tmp_path, rows[:2], "day/out.jsonl")
    shutil.rmtree(tmp_path / "day")
    _, said = first.communicate(b"".join(rows[2:]), timeout=60)
    assert first.returncode == 2
    kept = Path(said.decode().split("finished rows are in ")[1].split(": move")[0])
    try:
        assert ids(kept / "out.jsonl.partial") == ["r0", "r1"]
        shutil.copytree(kept, tmp_path / "day")
    finally:
        shutil.rmtree(kept)
    with ResumableOutput(str(tmp_path / "day" / "out.jsonl"), "another signature") as partial:
        assert [done.status for done in partial._earlier] == [0, 1]
    assert not (tmp_path / "day" / "out.jsonl").exists()


def stopped(target: Path, count: int = 3) -> Path:
    """What a run leaves that is interrupted after some rows."""
    with pytest.raises(KeyboardInterrupt), ResumableOutput(str(target), "v1") as partial:
        for number in range(count):
            assert partial.finished_status(b"%d" % number) is None
            partial.add(b"%d" % number, f"answer {number}\n", 0)
        raise KeyboardInterrupt
    return partial.answers


def resumed(target: Path, rows: list[bytes]) -> int:
    """How many rows are taken over."""
    with ResumableOutput(str(target), "v1") as partial:
        known = 0
        for row in rows:
            if partial.finished_status(row) is not None:
                known += 1
            else:
                partial.add(row, f"answer {row.decode()}\n", 0)
        partial.complete()
    return known


ANSWERS = b"answer 0\nanswer 1\nanswer 2\n"

FAULTS: list[tuple[str, Callable[[Path, Path], object], int]] = [
    ("an altered answer", lambda out, _: out.write_bytes(ANSWERS.replace(b"1", b"7")), 1),
    ("an answer of the same input under another id", lambda out, _: out.write_bytes(ANSWERS[9:] + ANSWERS[:9]), 0),
    ("no list", lambda _, keys: keys.unlink(), 0),
    ("a list of another version", lambda _, keys: keys.write_bytes(keys.read_bytes().replace(b"2\n", b"9\n", 1)), 0),
    ("a damaged list", lambda _, keys: keys.write_bytes(keys.read_bytes().replace(b" 0 9 ", b" x 9 ", 1)), 0),
    ("a binary list", lambda _, keys: keys.write_bytes(bytes(range(256)) * 9), 0),
    ("a folder", lambda out, _: (out.unlink(), out.mkdir()), 0),
    ("a loop", lambda out, _: (out.unlink(), out.symlink_to(out.name)), 0),
]


@pytest.mark.parametrize(("harm", "taken"), [pytest.param(*case[1:], id=case[0]) for case in FAULTS])
def test_what_cannot_be_used_is_set_aside(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], harm: Callable[[Path, Path], object], taken: int
) -> None:
    target = tmp_path / "out"
    answers = stopped(target)
    harm(answers, answers.with_name("out.partial.keys"))
    assert resumed(target, [b"0", b"1", b"2"]) == taken
    assert target.read_bytes() == ANSWERS
    assert "out.partial.unusable-1" in capsys.readouterr().err
    assert os.path.lexists(tmp_path / "out.partial.unusable-1")
    # It is no error for ever.
    assert resumed(target, [b"0"]) == 0
    assert capsys.readouterr().err == ""


def test_an_unreadable_file_is_set_aside(tmp_path: Path) -> None:
    if os.name != "posix" or os.geteuid() == 0:
        pytest.skip("permissions stop nobody here")
    stopped(tmp_path / "out").chmod(0)
    assert resumed(tmp_path / "out", [b"0"]) == 0


def test_a_link_in_the_place_of_the_answers_is_not_followed(tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_text("not to be overwritten", encoding="utf-8")
    for suffix in ("", ".keys", ".lock"):
        (tmp_path / f"out.partial{suffix}").symlink_to(precious)
    assert resumed(tmp_path / "out", [b"0"]) == 0
    assert precious.read_text(encoding="utf-8") == "not to be overwritten"


def test_a_row_without_an_id_is_not_taken_over_in_another_place(tmp_path: Path) -> None:
    # The answer to such a row has its number for an id.
    stopped(tmp_path / "out", 1)
    assert resumed(tmp_path / "out", [b"x", b"0"]) == 0


def test_a_file_that_vanishes_is_noticed_before_the_next_row_is_worked_on(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="was removed"), ResumableOutput(str(tmp_path / "out"), "v1") as partial:
        partial.answers.unlink()
        partial.finished_status(b"0")


# ---- places that take no output


def articles(folder: Path) -> None:
    (folder / "draft.md").write_text("The fire at the mill killed 15 people.", encoding="utf-8")
    (folder / "wire.md").write_text("The fire at the mill killed 12 people.", encoding="utf-8")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_format_that_fails_keeps_no_other_from_being_written(tmp_path: Path, call: Call) -> None:
    articles(tmp_path)
    formats = "json=/dev/full", "sarif=report.sarif", "json-lines=report.jsonl"
    done = call("check", "draft.md", "-s", "wire.md", *(word for one in formats for word in ("-f", one)))
    assert done.returncode == 2
    assert done.stderr.count(b"error: /dev/full: cannot write") == 1
    assert json.loads((tmp_path / "report.sarif").read_bytes())["runs"]
    assert b"NUM101" in (tmp_path / "report.jsonl").read_bytes()


PLACES = [
    ("/proc/x.txt", "choose another file with -o"),
    ("loop", "circle"),
    ("folder", "name a file in it"),
    ("n" * 256, "shorter name"),
    ("/dev/full", "free some space"),
    ("none/x", "create it first"),
]


@pytest.mark.skipif(sys.platform != "linux", reason="the places are Linux's")
@pytest.mark.parametrize(("place", "hint"), PLACES, ids=[place[:12] for place, _ in PLACES])
@pytest.mark.parametrize("batch", [False, True])
def test_the_hint_fits_the_error(tmp_path: Path, call: Call, place: str, hint: str, batch: bool) -> None:
    articles(tmp_path)
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "folder").mkdir()
    (tmp_path / "in.jsonl").write_bytes(b"".join(lines(1)))
    args = ("--jsonl", "in.jsonl") if batch else ("draft.md", "-s", "wire.md", "-f", "json")
    done = call("check", *args, "-o", place)
    said = done.stderr.decode()
    assert (done.returncode, done.stdout) == (2, b"")
    assert hint in said
    assert "internal error" not in said
    assert ("free some space" in said) == (hint == "free some space")


@needs_posix
def test_a_limit_on_the_size_of_files_keeps_what_is_finished(tmp_path: Path, run: Run) -> None:
    rows = lines(6)
    (tmp_path / "in.jsonl").write_bytes(b"".join(rows))
    code = (
        "import resource, sys; from consistency.cli import main;"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (2500, 2500)); main(sys.argv[1:])"
    )
    command = [sys.executable, "-c", code, "check", "--jsonl", "in.jsonl", "-o", "out.jsonl", "--no-cache"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=120)
    assert done.returncode == 2
    assert b"size limit" in done.stderr
    assert b"finished rows are in" in done.stderr
    assert run("check", "--jsonl", "in.jsonl", "-o", "out.jsonl").stderr == b""
    assert ids(tmp_path / "out.jsonl") == [f"r{i}" for i in range(6)]


@needs_posix
def test_a_pipe_gets_all_answers_from_one_opening(tmp_path: Path, run: Run) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "in.jsonl").write_bytes(b"".join(lines(3)))
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append((tmp_path / "pipe").read_bytes()), daemon=True)
    reader.start()
    assert run("check", "--jsonl", "in.jsonl", "-o", "pipe").returncode == 1
    reader.join(timeout=60)
    assert [json.loads(line)["id"] for line in read[0].splitlines()] == ["r0", "r1", "r2"]
    assert names(tmp_path) == {"pipe", "in.jsonl"}


@needs_posix
def test_an_interrupt_says_where_the_rows_are(tmp_path: Path) -> None:
    process = fed(tmp_path, lines(2), "out.jsonl")
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"2 finished rows are in" in said
    assert b"out.jsonl.partial" in said
