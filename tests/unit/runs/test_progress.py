from __future__ import annotations

import io

import pytest

from consistency.runs.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("quiet", [False, True])
def test_without_a_terminal_nothing_is_said_unasked(quiet: bool, capsys: pytest.CaptureFixture[str]) -> None:
    progress = Progress(quiet)
    progress("row", 1, 0)
    progress.message("done")
    progress.close()
    assert capsys.readouterr() == ("", "")


def test_asked_for_it_says_a_line_now_and_then(capsys: pytest.CaptureFixture[str]) -> None:
    progress = Progress(verbose=True)
    for done in range(50):
        progress("row", done, 50)
    progress.message("50 rows")
    assert capsys.readouterr() == ("", "row 0/50\n50 rows\n")


def test_a_terminal_shows_one_changing_line_and_keeps_what_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    progress = Progress()
    for done in range(1000):
        progress("row", done + 1, 0)
    progress.message("1000 rows")
    shown = terminal.getvalue()
    assert shown.startswith("\r\x1b[Krow 1\r")
    assert shown.endswith("\r\x1b[K1000 rows\n")
    assert shown.count("row ") < 500
