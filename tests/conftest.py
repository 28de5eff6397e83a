"""What many tests build: articles and a small report, by hand."""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import settings

from consistency.check import Checker
from consistency.settings import Settings
from consistency.types import (
    Article,
    Block,
    BlockKind,
    Finding,
    Passage,
    Place,
    PlaceKind,
    Report,
    Role,
    Severity,
    Skipped,
    Span,
)
from tests.skips import pytest_runtest_makereport as pytest_runtest_makereport

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)

# Started in the background or without a terminal, signals are ignored, and so by every process that a test starts.
for _signal in (signal.SIGINT, signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)):
    if signal.getsignal(_signal) is signal.SIG_IGN:
        signal.signal(_signal, signal.default_int_handler if _signal is signal.SIGINT else signal.SIG_DFL)

# A landing is decided by the same examples each time; new ones are looked for on developers' machines.
settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


class Ended(NamedTuple):
    """How a command ended."""

    returncode: int
    stdout: bytes
    stderr: bytes


Call = Callable[..., Ended]


def make_article(text: str, role: Role = Role.DRAFT, path: str = "draft.md") -> Article:
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    block = Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text)))
    return Article(id=path, path=path, role=role, text=text, blocks=(block,), sha256=digest)


def make_place(article: Article, words: str, kind: PlaceKind = PlaceKind.EVIDENCE, nth: int = 1) -> Place:
    start = -1
    for _ in range(nth):
        start = article.text.index(words, start + 1)
    return Place(article=article.id, role=article.role, kind=kind, span=Span(start, start + len(words)))


def make_finding(*places: Place, code: str = "NUM101", severity: Severity = Severity.ERROR, says: str = "") -> Finding:
    return Finding(
        code=code,
        name="value-mismatch",
        severity=severity,
        confidence=0.9,
        message=says or "the draft says 12 where the source says 15",
        places=places,
    )


@pytest.fixture
def report() -> Report:
    draft = make_article("Harbour fire\n\nTwelve boats burned.\nThe owner lost 12 nets on Monday.\n")
    source = make_article("The fire took a dozen boats.\r\nHe lost 15 nets.", Role.SOURCE, "wire.txt")
    left, right = make_place(draft, "12 nets"), make_place(source, "15 nets")
    gap = make_place(draft, "Twelve boats burned.", PlaceKind.ANCHOR)
    return Report(
        articles=(draft, source),
        findings=(
            make_finding(
                gap, make_place(source, "a dozen"), code="COV702", severity=Severity.NOTE, says="left out: a dozen"
            ),
            make_finding(left, right),
        ),
        alignments=(Passage(places=(left, right), score=0.91),),
        signature="0.1.0|test",
        skipped=(Skipped(what="photo.txt", why="no prose in it"),),
    )


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """The command in a process of its own, in an empty folder; it gets bytes and gives bytes."""

    def call(*args: str, stdin: bytes = b"", **env: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "consistency", *args],
            input=stdin,
            capture_output=True,
            cwd=tmp_path,
            env={**os.environ, "CONSISTENCY_CACHE_DIR": str(tmp_path / "cache"), "NO_COLOR": "", **env},
            timeout=120,
        )

    return call


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Call:
    """The command in this process, in an empty folder: as ``run``, without a second for each start."""
    from consistency.cli import cli
    from consistency.cli.status import status

    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CONSISTENCY_CACHE_DIR", str(tmp_path / "cache"))

    def call(*args: str, stdin: bytes = b"", **env: str) -> Ended:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with monkeypatch.context() as patch:
            for name in ("NO_COLOR", "FORCE_COLOR"):
                patch.delenv(name, raising=False)
            for name, value in env.items():
                patch.setenv(name, value)
            code = status(cli, args)
        return Ended(code, *capsysbinary.readouterr())

    return call


@pytest.fixture(scope="session")
def checker(tmp_path_factory: pytest.TempPathFactory) -> Checker:
    """The whole program, its cache in an empty folder; it reads each article once."""
    return Checker(Settings(cache_dir=str(tmp_path_factory.mktemp("cache"))))


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """A real browser, without a window."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()
