"""A check of many drafts that is interrupted: what is finished is reported."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from consistency.cache import FILE
from tests.unit.runs.test_processes import alive, children, until

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs POSIX signals")

COUNT = 8

DRAFTS = [f"d{number}.md" for number in range(COUNT)]

#: As a process supervisor's signals reach the program once they are turned into exceptions.
TURNED = """
import signal, sys
def stop(number, frame):
    raise SystemExit(128 + number)
for name in ("SIGTERM", "SIGHUP"):
    signal.signal(getattr(signal, name), stop)
from consistency.cli import main
main(sys.argv[1:])
"""


def begun(folder: Path, *args: str) -> subprocess.Popen[bytes]:
    """A check of which at least one draft is finished, and the last one is not."""
    says = " ".join(f"Ship {n} sank off Vik on Monday with {n + 3} men, the mayor of the town said." for n in range(30))
    (folder / "wire.txt").write_text(says, encoding="utf-8")
    for number, name in enumerate(DRAFTS):
        body = says.replace("Ship", f"Ship {number} or").replace("Monday", "Sunday")
        (folder / name).write_text(f"---\nsources: [wire.txt]\n---\n{body}", encoding="utf-8")
    env = {**os.environ, "CONSISTENCY_CACHE_DIR": str(folder / "cache")}
    command = [sys.executable, "-c", TURNED, "check", *DRAFTS, "-f", "json", *args]
    process = subprocess.Popen(command, cwd=folder, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    deadline = time.monotonic() + 60
    while not kept(folder / "cache" / FILE):
        assert time.monotonic() < deadline and process.poll() is None
        time.sleep(0.02)
    # The draft whose report is kept is finished a moment later.
    time.sleep(0.1)
    return process


def kept(cache: Path) -> int:
    try:
        with closing(sqlite3.connect(f"file:{cache}?mode=ro", uri=True)) as connection:
            query = "SELECT COUNT(*) FROM entries WHERE namespace = 'reports'"
            return int(connection.execute(query).fetchone()[0])
    except sqlite3.Error:
        return 0


@pytest.mark.slow
@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize(("name", "code"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 129)])
def test_what_is_finished_is_reported(tmp_path: Path, name: str, code: int, jobs: str) -> None:
    process = begun(tmp_path, "-o", "report.json", "-j", jobs)
    workers = children(process.pid) if jobs == "2" else []
    assert len(workers) == (2 if jobs == "2" else 0)
    process.send_signal(getattr(signal, name))
    _, said = process.communicate(timeout=60)
    until(lambda: not any(map(alive, workers)))
    assert (process.returncode, b"Traceback" in said) == (code, False), said
    report = json.loads((tmp_path / "report.json").read_bytes())
    drafts = [article["path"] for article in report["articles"] if article["role"] == "draft"]
    rest = [skipped["what"] for skipped in report["skipped"] if skipped["why"] == "interrupted"]
    assert drafts and rest
    # A process may be done with a draft before another is with an earlier one.
    assert sorted(drafts + rest) == DRAFTS
    assert (drafts, rest) == (sorted(drafts), sorted(rest))
    assert f"{len(drafts)} of {COUNT} drafts" in said.decode()


@pytest.mark.slow
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_second_interrupt_stops_at_once(tmp_path: Path, jobs: str) -> None:
    # Nobody reads the pipe: the report of what is finished would wait for ever.
    os.mkfifo(tmp_path / "pipe")
    process = begun(tmp_path, "-o", "pipe", "-j", jobs)
    process.send_signal(signal.SIGINT)
    assert process.stderr
    assert b"interrupt again" in process.stderr.readline()
    time.sleep(0.5)
    assert process.poll() is None
    assert children(process.pid) == []
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=10)
    assert (process.returncode, b"Traceback" in said) == (130, False), said
