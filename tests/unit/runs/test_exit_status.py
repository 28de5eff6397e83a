"""How a real process ends when it is asked to."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="no such signals there")


def rows(file: Path) -> None:
    """More rows than can be checked before the signal comes."""
    with file.open("w") as opened:
        for number in range(50_000):
            draft = {"text": f"The fire number {number} killed {number + 3} people in {number + 5} houses."}
            sources = [{"id": "s", "text": f"The fire number {number} killed {number + 2} people."}]
            opened.write(json.dumps({"id": str(number), "draft": draft, "sources": sources}) + "\n")


@pytest.mark.parametrize(
    ("number", "status", "words"),
    [(signal.SIGTERM, 143, "terminated"), (signal.SIGHUP, 129, "hung up"), (signal.SIGINT, 130, "interrupted")],
)
def test_a_signal_ends_a_batch_and_leaves_nothing_half_written(
    tmp_path: Path, number: signal.Signals, status: int, words: str
) -> None:
    rows(tmp_path / "in.jsonl")
    (tmp_path / "out.jsonl").write_text("before\n")
    command = [sys.executable, "-m", "consistency", "check", "--jsonl", "in.jsonl", "-o", "out.jsonl", "--no-cache"]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True) as process:
        until = time.monotonic() + 60
        while not set(tmp_path.iterdir()) - {tmp_path / "in.jsonl", tmp_path / "out.jsonl"}:
            assert process.poll() is None
            assert time.monotonic() < until
            time.sleep(0.05)
        process.send_signal(number)
        _, told = process.communicate(timeout=60)
    assert process.returncode == status
    assert words in told
    assert "Traceback" not in told
    assert (tmp_path / "out.jsonl").read_text() == "before\n"


def test_a_signal_that_is_ignored_stays_ignored(tmp_path: Path) -> None:
    code = (
        "import os, signal; signal.signal(signal.SIGHUP, signal.SIG_IGN);"
        "from consistency.runs.exit_status import handle_stop_signals;"
        "handle_stop_signals(); os.kill(os.getpid(), signal.SIGHUP); print('on')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout) == (0, "on\n")
