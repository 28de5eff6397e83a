"""Exit statuses of commands, and the errors behind them."""

from __future__ import annotations

import json
from pathlib import Path

import click
import pytest

from consistency.cli.status import status
from consistency.errors import ModelError, NothingToCheck
from tests.conftest import Call
from tests.unit.cli.files import CHECK, DRAFT


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (RuntimeError("boom"), 2),
        (click.ClickException("no"), 2),
        (click.UsageError("no"), 2),
        (click.Abort(), 130),
        (KeyboardInterrupt(), 130),
        (ModelError("no model", hint="fetch it"), 2),
        (NothingToCheck("nothing"), 3),
        (OSError(28, "No space left on device"), 2),
        (RecursionError("deep"), 2),
        (SystemExit(0), 0),
    ],
)
def test_no_exception_looks_like_findings(error: BaseException, code: int, capsys: pytest.CaptureFixture[str]) -> None:
    @click.command()
    def fails() -> None:
        raise error

    assert status(fails, []) == code
    assert "Traceback" not in capsys.readouterr().err


def test_a_crash_says_how_to_see_its_trace(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    @click.command()
    def fails() -> None:
        raise RuntimeError("boom \x1b[31m")

    assert status(fails, []) == 2
    assert capsys.readouterr().err.startswith(
        "internal error: RuntimeError: boom \\x1b[31m\n  for a traceback, set CONSISTENCY_DEBUG=1"
    )
    monkeypatch.setenv("CONSISTENCY_DEBUG", "1")
    assert status(fails, []) == 2
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("args", "code"),
    [
        ((), 2),
        (("--help",), 0),
        (("-V",), 0),
        (("nonsense",), 2),
        (("check", "draft.md"), 2),
        (("check", "draft.md", "-s", "no such file.txt"), 2),
        (("check", "no such file.md", "-s", "source.txt"), 2),
        (("check", "draft.md", "-s", "."), 2),
        ((*CHECK, "--select", "NUM999"), 2),
        ((*CHECK, "--min-confidence", "2"), 2),
        ((*CHECK, "--min-confidence", "nan"), 2),
        ((*CHECK, "-f", "nonsense"), 2),
        ((*CHECK, "-f", "json", "-f", "text"), 2),
        ((*CHECK, "-o", "no/such/folder.txt"), 2),
        ((*CHECK, "-o", "."), 2),
        ((*CHECK, "-o", "draft.md"), 2),
        ((*CHECK, "--model", "no-such-model"), 2),
        ((*CHECK, "--encoding", "no-such-encoding"), 2),
        ((*CHECK, "--max-bytes", "10"), 2),
        (("check", "draft.md", "-s", "draft.md"), 2),
        (("check", "draft.md", "-s", "./draft.md"), 2),
        (("check", "-", "-s", "-"), 2),
        (("compare", "draft.md"), 2),
        (("compare", "draft.md", "draft.md"), 2),
        (("claims",), 2),
        (("claims", "draft.md", "--jsonl", "-"), 2),
        (("check", "--jsonl", "-", "-s", "source.txt"), 2),
        (("check", "--jsonl", "-", "-f", "text"), 2),
        (("check", "--jsonl", "no-such-file.jsonl"), 2),
        (("rule", "nonsense"), 2),
        (("models", "path", "no-such-model"), 2),
        (("check", "empty.txt", "-s", "source.txt"), 3),
        (("check", "blank.txt", "-s", "source.txt"), 3),
        (CHECK, 1),
        ((*CHECK, "--exit-zero"), 0),
        ((*CHECK, "--fail-on", "never"), 0),
        ((*CHECK, "--ignore", "NUM"), 0),
        ((*CHECK, "--select", "DAT,NUM102"), 0),
        (("check", "same.md", "-s", "source.txt"), 0),
        (("compare", "draft.md", "source.txt"), 1),
        (("claims", "draft.md"), 0),
        (("align", "draft.md", "source.txt"), 0),
        (("rule", "--all"), 0),
        (("schema",), 0),
    ],
)
def test_exit_status(story: Path, call: Call, args: tuple[str, ...], code: int) -> None:
    done = call(*args, stdin=DRAFT)
    assert done.returncode == code, done.stderr.decode()
    assert b"Traceback" not in done.stderr
    if code in (2, 3):
        assert done.stdout == b""
        assert done.stderr.strip()
    else:
        assert done.stderr == b""
    assert (story / "draft.md").read_bytes() == DRAFT


@pytest.mark.parametrize("ending", [b"", b"\n", b"\r\n"])
def test_a_draft_copied_word_for_word_is_no_error(story: Path, call: Call, ending: bytes) -> None:
    (story / "copy.txt").write_bytes(DRAFT + ending)
    done = call("check", "draft.md", "-s", "copy.txt")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"note: draft.md: its text is identical to that of copy.txt: a verbatim copy\n")
    told = json.loads(call("check", "draft.md", "-s", "copy.txt", "-s", "source.txt", "-f", "json").stdout)
    assert [one["what"] for one in told["skipped"]] == ["draft.md"]
    assert b"verbatim" in call("compare", "draft.md", "copy.txt").stdout
    assert b"verbatim" not in call("check", "draft.md", "-s", "source.txt").stdout


def test_the_draft_itself_is_no_source(story: Path, call: Call) -> None:
    (story / "link.txt").symlink_to("draft.md")
    for source in ("draft.md", "./draft.md", "link.txt"):
        done = call("check", "draft.md", "-s", source)
        assert done.returncode == 2
        assert b"its own source" in done.stderr


def test_errors_say_what_where_and_what_to_do(story: Path, call: Call) -> None:
    done = call("check", "draft.md")
    assert done.stderr.decode() == (
        "error: draft.md: no source to check against\n"
        "  name one with -s SOURCE, or list it under 'sources:' in the draft's front matter\n"
    )
