"""``check --watch``: real processes that stay while files change under them."""

from __future__ import annotations

import json
import os
import pty
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from consistency.cache import FILE
from consistency.cache.results import PARSED, REPORTS
from consistency.runs.checkers import MOST_CHECKERS, Checkers, load_models
from consistency.runs.file_changes import changes
from consistency.runs.outcomes import Outcome, OutcomeMemory
from consistency.settings import Settings
from consistency.sources import Origin, Pair, Source
from tests.conftest import Call

DRAFT = "The fire at the mill on Monday killed 15 people and burned two barns.\n"
SOURCE = "The fire at the mill on Monday killed 12 people and burned two barns.\n"

#: Seconds until a machine with much else to do must have answered.
LONG = 120.0

WATCH = ("check", "draft.md", "-s", "source.txt", "--watch", "-f", "concise")

#: What is said when the next change will be noticed.
READY = "Watching for changes"


class Watching:
    """A process that watches; what it says goes to files, outside of the folder that it watches."""

    def __init__(self, desk: Path, said: Path, args: tuple[str, ...]) -> None:
        said.mkdir()
        self.out, self.err = said / "out", said / "err"
        self.told, self.turns = 0, 0
        env = {**os.environ, "CONSISTENCY_CACHE_DIR": str(said / "cache"), "CONSISTENCY_DEBUG": ""}
        with self.out.open("wb") as out, self.err.open("wb") as err:
            command = [sys.executable, "-m", "consistency", *args]
            self.process = subprocess.Popen(command, cwd=desk, env=env, stdout=out, stderr=err)

    def turn(self) -> tuple[str, str]:
        """What the next turn says on standard output, and on standard error, once it is over."""
        wait(lambda: self.err.read_text().count(READY) > self.turns, self)
        out, err = self.out.read_text()[self.told :], self.err.read_text().split(READY)[self.turns]
        self.told, self.turns = self.told + len(out), self.turns + 1
        return out, err

    def end(self, number: int) -> tuple[int, str]:
        """The exit status after a signal, and all that was said on standard error."""
        self.process.send_signal(number)
        return self.process.wait(LONG), self.err.read_text()


def wait(until: Callable[[], bool], watching: Watching) -> None:
    """Wait until something is so; it is an error if it never is, or the process ends before."""
    end = time.monotonic() + LONG
    while not until():
        said = f"{watching.out.read_text()}\n{watching.err.read_text()}"
        assert watching.process.poll() is None, f"ended with {watching.process.returncode}: {said}"
        assert time.monotonic() < end, f"said only: {said}"
        time.sleep(0.02)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    folder = tmp_path / "desk"
    folder.mkdir()
    (folder / "draft.md").write_text(DRAFT, encoding="utf-8")
    (folder / "source.txt").write_text(SOURCE, encoding="utf-8")
    return folder


@pytest.fixture
def start(tmp_path: Path, desk: Path) -> Iterator[Callable[..., Watching]]:
    """Starts a process that watches; none outlives its test."""
    started: list[Watching] = []

    def one(*args: str) -> Watching:
        started.append(Watching(desk, tmp_path / f"said-{len(started)}", args))
        return started[-1]

    yield one
    for watching in started:
        watching.process.kill()
        watching.process.wait(LONG)


def replace(path: Path, text: str) -> None:
    """Save as editors do: a new file takes the place of the old one."""
    beside = path.with_name(path.name + "~")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def overwrite(path: Path, text: str) -> None:
    """Save into the file itself, which is as long as before."""
    with path.open("r+", encoding="utf-8") as file:
        file.write(text)


# ---- from the first turn to the last


def test_every_change_is_answered_until_it_is_interrupted(desk: Path, start: Callable[..., Watching]) -> None:
    draft, watching = desk / "draft.md", start(*WATCH)
    out, err = watching.turn()
    assert ("15 people" in out, "changed" in err) == (True, False)
    overwrite(draft, DRAFT.replace("15", "16"))
    out, err = watching.turn()
    assert out.count("NUM101") == 1
    assert "16 people" in out
    assert "File change detected: draft.md" in err
    replace(draft, DRAFT.replace("15", "17"))
    assert "17 people" in watching.turn()[0]
    replace(desk / "source.txt", SOURCE.replace("12", "13"))
    out, err = watching.turn()
    assert 'Draft: "17 people". Source: "13 people"' in out
    assert "File change detected: source.txt" in err
    code, err = watching.end(signal.SIGINT)
    assert (code, "Traceback" in err) == (130, False)
    assert err.endswith("interrupted\n")
    assert "\x1b" not in watching.out.read_text()


@pytest.mark.slow
def test_what_is_wrong_is_told_and_may_be_mended(desk: Path, start: Callable[..., Watching]) -> None:
    draft, settings, watching = desk / "draft.md", desk / "consistency.toml", start(*WATCH)
    watching.turn()
    for spoil, words in (
        (lambda: draft.write_text("", encoding="utf-8"), "draft.md: the article is empty"),
        (draft.unlink, "draft.md: no such file"),
        (lambda: draft.write_bytes(bytes(range(256)) * 8), "error: draft.md"),
        (lambda: replace(settings, "fail-onn = 1\n"), "consistency.toml:1: fail-onn: unknown key"),
        (lambda: replace(settings, "[broken\n"), "consistency.toml:1: is not TOML"),
    ):
        spoil()
        out, err = watching.turn()
        assert (out, words in err) == ("", True), err
    settings.unlink()
    watching.turn()
    replace(draft, DRAFT)
    assert "15 people" in watching.turn()[0]
    code, err = watching.end(signal.SIGTERM)
    assert (code, "Traceback" in err) == (130, False)


@pytest.mark.slow
def test_what_is_wrong_at_first_is_no_end(desk: Path, start: Callable[..., Watching]) -> None:
    (desk / "draft.md").rename(desk / "later.md")
    replace(desk / "consistency.toml", "broken")
    watching = start(*WATCH)
    assert "is not TOML" in watching.turn()[1]
    replace(desk / "consistency.toml", 'ignore = ["COV"]\n')
    assert "draft.md: no such file" in watching.turn()[1]
    (desk / "later.md").rename(desk / "draft.md")
    assert "NUM101" in watching.turn()[0]
    replace(desk / "consistency.toml", 'ignore = ["NUM"]\n')
    assert watching.turn()[0] == ""


@pytest.mark.slow
def test_a_folder_is_watched_for_articles_and_sources(desk: Path, start: Callable[..., Watching]) -> None:
    fronted = "---\nsources: [../source.txt]\n---\n\n" + DRAFT
    (desk / "posts" / "empty").mkdir(parents=True)
    (desk / "posts" / "one.md").write_text(fronted, encoding="utf-8")
    watching = start("check", "posts", "--watch", "-f", "concise")
    assert "posts/one.md" in watching.turn()[0]
    replace(desk / "posts" / "empty" / "two.md", fronted.replace("../", "../../"))
    out, _ = watching.turn()
    assert ("posts/one.md" in out, "posts/empty/two.md" in out) == (True, True)
    replace(desk / "posts" / "three.md", DRAFT.replace("15", "19"))
    (desk / "posts" / "three.sources").mkdir()
    (desk / "posts" / "three.sources" / "wire.txt").write_text(SOURCE, encoding="utf-8")
    out, _ = watching.turn()
    while "three.md" not in out:  # it may be seen before its source is there
        out, _ = watching.turn()
    (desk / "posts" / "one.md").unlink()
    out, _ = watching.turn()
    assert ("one.md" in out, "two.md" in out, "three.md" in out) == (False, True, True)


@pytest.mark.slow
def test_reports_in_files_are_renewed_and_are_no_articles(desk: Path, start: Callable[..., Watching]) -> None:
    watching = start("check", ".", "-s", "source.txt", "-w", "-q", "-f", "markdown=run.md", "-f", "json=run.json")

    def told(words: str) -> bool:
        file = desk / "run.json"
        return file.exists() and any(words in one["message"] for one in json.loads(file.read_bytes())["findings"])

    wait(lambda: told("15 people"), watching)
    for number in "678":
        replace(desk / "draft.md", DRAFT.replace("15", f"1{number}"))
        wait(lambda: told(f"1{number} people"), watching)  # noqa: B023 - called at once
    assert "18 people" in (desk / "run.md").read_text(encoding="utf-8")
    assert (watching.out.read_text(), watching.err.read_text()) == ("", "")
    assert not list(desk.glob(".*.tmp"))


@pytest.mark.slow
def test_files_that_concern_nothing_are_passed_over(desk: Path, start: Callable[..., Watching]) -> None:
    watching = start(*WATCH)
    watching.turn()
    for name in ("notes.txt", "other.md", ".draft.md.swp", "picture.png"):
        (desk / name).write_text(DRAFT, encoding="utf-8")
    replace(desk / "draft.md", DRAFT.replace("15", "16"))
    assert "16 people" in watching.turn()[0]
    assert watching.err.read_text().count("File change detected") == 1


@pytest.mark.slow
def test_it_ends_when_nobody_reads_any_more(desk: Path, tmp_path: Path) -> None:
    reader, writer = os.pipe()
    env = {**os.environ, "CONSISTENCY_CACHE_DIR": str(tmp_path / "cache")}
    command = [sys.executable, "-m", "consistency", *WATCH]
    with subprocess.Popen(command, cwd=desk, env=env, stdout=writer, stderr=subprocess.PIPE) as process:
        os.close(writer)
        assert b"NUM101" in os.read(reader, 1000)
        os.close(reader)
        replace(desk / "draft.md", DRAFT.replace("15", "16"))
        assert process.wait(LONG) == 1
        assert process.stderr is not None
        assert b"Traceback" not in process.stderr.read()


@pytest.mark.slow
def test_a_terminal_is_cleared_before_each_turn(desk: Path, tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    env = {**os.environ, "CONSISTENCY_CACHE_DIR": str(tmp_path / "cache"), "TERM": "xterm"}
    command = [sys.executable, "-m", "consistency", *WATCH]
    process = subprocess.Popen(command, cwd=desk, env=env, stdout=theirs, stderr=theirs)
    os.close(theirs)
    shown = b""
    try:
        for turn in (1, 2):
            while shown.count(READY.encode()) < turn:
                shown += os.read(ours, 1000)
            replace(desk / "draft.md", DRAFT.replace("15", "16"))
    finally:
        process.kill()
        process.wait(LONG)
        os.close(ours)
    first, second = shown.split(b"\x1b[2J")[1:3]
    assert (b"15 people" in first, b"16 people" in second) == (True, True)


# ---- what is refused


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("-", "-s", "source.txt"), "--watch cannot read standard input"),
        (("draft.md", "-s", "-"), "--watch cannot read standard input"),
        (("--files-from", "-", "-s", "source.txt"), "--watch cannot read standard input"),
        (("--jsonl", "rows.jsonl"), "--watch cannot be combined with --jsonl"),
        (("draft.md", "-s", "source.txt", "--show-files"), "--watch cannot be combined with --show-files"),
        (("draft.md", "-s", "source.txt", "-o", "no/such/folder.txt"), "no such folder"),
        (("draft.md", "-s", "source.txt", "-f", "json", "-f", "text"), "two formats for the same output"),
        (
            ("draft.md", "-s", "source.txt", "--changed", "--changed-since", "main"),
            "--changed and --changed-since cannot be combined",
        ),
        (("draft.md", "-s", "source.txt", "--select", "NUM999"), "NUM999"),
    ],
)
def test_wrong_usage_is_an_end(
    desk: Path, call: Call, monkeypatch: pytest.MonkeyPatch, args: tuple[str, ...], words: str
) -> None:
    monkeypatch.chdir(desk)
    done = call("check", "--watch", *args)
    assert (done.returncode, done.stdout) == (2, b"")
    assert words in done.stderr.decode()


def test_without_the_library_it_says_what_to_install(desk: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk)
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    done = call(*WATCH)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b"error: --watch needs watchfiles\n  pip install 'claim-consistency[watch]'\n"
    assert call("check", "draft.md", "-s", "source.txt").returncode == 1


# ---- its parts


def test_a_folder_that_cannot_be_watched_is_no_error(tmp_path: Path) -> None:
    moments = changes([tmp_path / "gone"])
    assert [next(moments), next(moments)] == [frozenset(), frozenset()]


def test_a_pair_is_checked_again_only_when_it_or_its_files_are_others(tmp_path: Path) -> None:
    draft, source = tmp_path / "a.md", tmp_path / "b.txt"
    for path in (draft, source):
        path.write_text("x", encoding="utf-8")
    made: list[Outcome] = []

    def make() -> Outcome:
        made.append(Outcome())
        return made[-1]

    def pair(**settings: object) -> Pair:
        sources = (Source(path=str(source), origin=Origin.COMMAND),)
        return Pair(draft=str(draft), sources=sources, settings=Settings(**settings), named=True)  # type: ignore[arg-type]

    memory = OutcomeMemory()
    assert memory.outcome_of(pair(), make) is memory.outcome_of(pair(), make) is made[0]
    replace(source, "x")
    assert memory.outcome_of(pair(), make) is memory.outcome_of(pair(), make) is made[1]
    assert memory.outcome_of(pair(tolerance=0.5), make) is made[2]
    source.unlink()
    assert memory.outcome_of(pair(tolerance=0.5), make) is made[3]
    assert len(made) == 4


def test_checkers_of_settings_that_were_edited_away_go(tmp_path: Path) -> None:
    checkers, first = Checkers(), Settings(cache_dir=str(tmp_path))
    assert checkers.for_settings(first) is checkers.for_settings(first)
    last = [
        checkers.for_settings(Settings(cache_dir=str(tmp_path), tolerance=number / 1000))
        for number in range(1, 2 * MOST_CHECKERS)
    ]
    assert checkers.for_settings(last[-1].settings) is last[-1]
    assert last[-1].engine.resources is last[0].engine.resources
    assert len(checkers._made) == MOST_CHECKERS


def test_what_is_loaded_beforehand_leaves_nothing_in_the_cache(tmp_path: Path) -> None:
    checker = Checkers().for_settings(Settings(cache_dir=str(tmp_path), select=("NUM",)))
    load_models(checker)
    with sqlite3.connect(tmp_path / FILE) as connection:
        kept = {name.split("/")[0] for (name,) in connection.execute("SELECT namespace FROM entries")}
    assert kept.isdisjoint({PARSED, REPORTS, "vectors", "words"})
