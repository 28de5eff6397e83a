"""Real processes on files whose names and texts are hostile: what reaches the terminal or the log of a runner."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.printed import commands, decoded, raw

MARKS = "\x1b]0;owned\x07\u202e\x9b2J\u200b\U000e0041\x7f"

#: A name that is a command of a runner on each of its lines, hides text, and is no UTF-8.
EVIL = f"::error::x\n::set-output name=a::b\n##[error]z{MARKS}\udcff.md"

#: The same as YAML can have it.
KEY = "\n::error::s\x1b]0;owned\x07\u202e\x9b2J\u200b"

WIRE = f"wire\n::add-mask::z{MARKS}.md"

TOLD = "The fire at the mill on Monday killed 12 people and burned two barns.\n"
WRONG = TOLD.replace("12", "15").replace("mill", f"mill {MARKS} ##[error]q")

pytestmark = pytest.mark.skipif(os.name == "nt", reason="no such names there")


@pytest.fixture
def files(tmp_path: Path) -> Path:
    def write(name: str, text: str) -> None:
        (tmp_path / name).write_bytes(text.encode("utf-8", "surrogateescape"))

    write(EVIL, WRONG + "\n::error::a line\n")
    write(WIRE, TOLD)
    write("plain.md", TOLD.replace("12", "15"))
    write("keys.md", f"---\nconsistency:\n  {json.dumps(KEY)}: 1\n---\n{TOLD}")
    write("gone.md", f"---\nsources: [{json.dumps(f'gone{KEY}')}]\n---\n{TOLD}")
    write("bad.toml", '"select\\n::error::k\\u001b[2J\\u202e" = 1\n')
    rows = [
        {"id": f"::error::r\n##[error]{MARKS}", "draft": {"text": WRONG}, "sources": [{"id": EVIL[:9], "text": TOLD}]}
    ]
    rows += [{"id": [MARKS], "draft": 1, "text": 2}]
    write("rows.jsonl", "".join(json.dumps(row) + "\n" for row in rows))
    return tmp_path


def harmless(*streams: bytes) -> None:
    for stream in streams:
        assert raw(decoded(stream)) == set()
        assert commands(decoded(stream)) == []


@pytest.mark.parametrize(
    ("args", "code", "says"),
    [
        (("check", EVIL, "plain.md", "-s", WIRE, "-v"), 1, "checking ::error::x\\n::set-output name=a::b\\n## [e"),
        (("check", EVIL, "-s", WIRE, "-v", "-f", "json"), 1, ""),
        (("check", EVIL, "-s", WIRE, "-f", "csv"), 1, ""),
        (("check", EVIL, "-s", WIRE, "-f", "junit", "-f", "json=run.json"), 1, ""),
        (("check", "keys.md", "-s", "plain.md"), None, ""),
        (("check", "gone.md"), 2, "gone.md"),
        (("check", "plain.md", "-s", WIRE, "--config", "bad.toml"), 2, "select\\n::error::k\\x1b[2J\\u202e: unknown"),
        (("check", "plain.md", "-s", f"gone{EVIL}"), 2, "gone::error::x\\n::set-output"),
        (("check", "plain.md", "-s", WIRE, "-o", f"no{EVIL}/x"), 2, "no::error::x\\n::set-output"),
        (("check", "plain.md", f"--no\n::error::{MARKS}"), 2, "\\n::error::"),
        (("check", "--show-files", EVIL, "-s", WIRE), 0, ""),
        (("compare", EVIL, WIRE, "plain.md", "-v"), 1, ""),
        (("compare", EVIL, WIRE, "-f", "matrix"), 1, ""),
        (("claims", EVIL), 0, ""),
        (("claims", EVIL, "-f", "json"), 0, ""),
        (("align", EVIL, WIRE), 0, ""),
        (("align", EVIL, WIRE, "-f", "json"), 0, ""),
        (("align", EVIL, f"gone{EVIL}"), 2, "gone::error::x\\n::set-output"),
        (("sources", "list", EVIL, "gone.md"), 0, ""),
        (("sources", "list", "-f", "json", EVIL, "gone.md"), 0, ""),
        (("sources", "verify", EVIL, "gone.md"), 0, ""),
        (("baseline", "create", EVIL, "plain.md", "-s", WIRE, "--baseline", f"b{EVIL}", "-v"), 0, "checking ::error::"),
        (("report", f"gone{EVIL}"), 2, "gone::error::x\\n::set-output"),
        (("check", "--jsonl", "rows.jsonl", "-v"), 2, ""),
        (("claims", "--jsonl", "rows.jsonl", "-v"), 2, ""),
        (("models", "path", f"x\n::error::{MARKS}"), 2, "x\\n::error::"),
        (("init", f"gone{EVIL}", "--dry-run"), 2, "gone::error::x\\n::set-output"),
    ],
)  # fmt: skip
def test_a_command_prints_nothing_that_acts_or_hides(
    run: Run, files: Path, args: tuple[str, ...], code: int | None, says: str
) -> None:
    done = run(*args)
    harmless(done.stdout, done.stderr)
    assert says in decoded(done.stderr)
    assert code in (done.returncode, None)
    assert done.stdout or done.stderr
    if "json" in args or "--jsonl" in args:
        lines = decoded(done.stdout).splitlines() if "--jsonl" in args else [decoded(done.stdout)]
        assert {json.loads(line).get("id") for line in lines} <= {None, f"::error::r\n##[error]{MARKS}", "2"}


def test_a_saved_report_and_a_baseline_are_shown_as_harmlessly(run: Run, files: Path) -> None:
    run("check", EVIL, "-s", WIRE, "-f", "json=run.json")
    report = json.loads((files / "run.json").read_bytes())
    assert {article["path"] for article in report["articles"]} == {EVIL, WIRE}
    assert any(MARKS in place["text"] for passage in report["alignments"] for place in passage["places"])
    run("baseline", "create", EVIL, "-s", WIRE, "--baseline", "known.json")
    for args in (
        ("report", "run.json"),
        ("report", "run.json", "-f", "markdown"),
        ("baseline", "show", "--baseline", "known.json"),
    ):
        done = run(*args)
        assert "name=a::b\\n" in decoded(done.stdout).replace("\\\\n", "\\n").replace("&#8203;", "")
        harmless(done.stdout, done.stderr)


def test_the_trace_of_an_error_is_text(run: Run, files: Path) -> None:
    done = run("check", "plain.md", "-s", f"gone{EVIL}", CONSISTENCY_DEBUG="1")
    assert b"Traceback" in done.stderr
    harmless(done.stdout, done.stderr)


def test_warnings_log_records_and_lost_exceptions_are_text(files: Path) -> None:
    """As libraries and threads of the program would give them."""
    code = (
        "import logging, sys, threading, warnings\nfrom consistency.runs.stderr import capture_diagnostics\n"
        "capture_diagnostics()\nevil = sys.argv[1]\n"
        "warnings.warn(evil)\nlogging.getLogger('lib').warning('cannot read %s', evil)\n"
        "def fail(): raise OSError(evil)\n"
        "class Lost:\n    def __del__(self): fail()\n"
        "thread = threading.Thread(target=fail)\nthread.start()\nthread.join()\nLost()\nfail()\n"
    )
    done = subprocess.run([sys.executable, "-c", code, EVIL], capture_output=True, cwd=files, timeout=60)
    said = decoded(done.stderr)
    assert said.count("Traceback") == 3
    assert "warning: ::error::x\\n::set-output name=a::b\\n## [error]z\\x1b]0;owned\\x07\\u202e" in said
    assert "warning: cannot read ::error::x\\n" in said
    harmless(done.stderr)


def test_a_cache_that_cannot_be_used_is_named_on_one_line(run: Run, files: Path) -> None:
    done = run("check", "plain.md", "-s", WIRE, CONSISTENCY_CACHE_DIR=f"plain.md/{EVIL}")
    assert re.match(rb"warning: the cache at .*plain.md/::error::x\\n::set-output.* cannot be used", done.stderr)
    harmless(done.stdout, done.stderr)


def test_watching_names_a_changed_file_on_one_line(files: Path) -> None:
    pytest.importorskip("watchfiles")
    env = {**os.environ, "CONSISTENCY_CACHE_DIR": str(files / "cache"), "TERM": "dumb"}
    out, err = files / "out.txt", files / "err.txt"
    with out.open("wb") as stdout, err.open("wb") as stderr:
        args = [sys.executable, "-m", "consistency", "check", "--watch", "-v", EVIL, "-s", WIRE]
        watching = subprocess.Popen(args, stdout=stdout, stderr=stderr, cwd=files, env=env)
    try:
        _await(err, "Watching")
        (files / EVIL).write_text(TOLD)
        _await(err, "File change detected: ::error::x\\n::set-output")
    finally:
        watching.send_signal(signal.SIGINT)
        watching.wait(60)
    harmless(out.read_bytes(), err.read_bytes())


def _await(file: Path, words: str) -> None:
    end = time.monotonic() + 60
    while words not in decoded(file.read_bytes()):
        assert time.monotonic() < end, decoded(file.read_bytes())
        time.sleep(0.1)
