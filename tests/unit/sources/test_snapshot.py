"""Snapshots of web pages: taken once, checked ever after."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from consistency.errors import InputError
from consistency.sources import Library
from consistency.sources.web.snapshot import address, kept, name_of, orphans
from consistency.sources.web.write_snapshot import take
from tests.unit.sources.conftest import Write, pairs, planned
from tests.unit.sources.test_reach import host as host
from tests.unit.sources.test_reach import loopback

SHOT = ".consistency/sources"


@pytest.fixture
def snapshot(site: Path, host: str) -> Iterator[str]:
    """A page that was kept, and the article that names it."""
    url = f"{host}/page"
    (site / "x.md").write_text(f"---\nsources:\n- url: {url}\n  title: The wire\n---\nThe mill burned.\n")
    assert take(url, site / SHOT, allow=loopback)
    yield url


def test_a_snapshot_is_a_source(site: Path, snapshot: str) -> None:
    folder = f"{SHOT}/{name_of(snapshot)}"
    assert sorted(path.name for path in (site / folder).iterdir()) == ["raw.html", "record.json", "text.txt"]
    found = planned(".")
    assert pairs(found) == {"x.md": [f"{folder}/text.txt"]}
    assert [page.whole for page in found.pages] == [True]
    _, [source] = Library().pair(found.pairs[0])
    assert (source.text, source.path) == ("The mill burned on Monday.\n", f"{folder}/text.txt")
    record = json.loads((site / folder / "record.json").read_text())
    assert record["url"] == snapshot
    assert record["retrieved_at"].endswith("Z")
    assert [path.name for path in (site / SHOT).iterdir() if path.name.startswith(".new")] == []
    assert (site / SHOT / ".gitattributes").read_text() == "* -text\n"


def test_a_page_without_a_snapshot_is_told_with_the_command_that_gets_it(write: Write) -> None:
    write({"x.md": "---\nsources: [https://example.org/wire]\n---\nText.\n"})
    [failure] = planned(".").failed
    assert failure.error.message == "no snapshot of its source https://example.org/wire"
    assert failure.error.hint == "run: consistency sources fetch https://example.org/wire"


def test_other_addresses_are_refused(write: Write) -> None:
    write({"x.md": "---\nsources: ['file:///etc/passwd']\n---\nText.\n"})
    assert "not a web address" in planned(".").failed[0].error.message


@pytest.mark.parametrize("name", ["text.txt", "raw.html"])
@pytest.mark.parametrize("act", ["alter", "remove"])
def test_an_altered_snapshot_is_no_source(site: Path, snapshot: str, name: str, act: str) -> None:
    file = site / SHOT / name_of(snapshot) / name
    file.write_text("Other.") if act == "alter" else file.unlink()
    [failure] = planned(".").failed
    assert "was changed after fetching" in failure.error.message
    assert take(snapshot, site / SHOT, allow=loopback)
    assert pairs(planned("."))


@pytest.mark.parametrize("content", ["", "[]", "{}", "{", '{"url": "https://other.example/"}', "[" * 100_000])
def test_a_broken_record(site: Path, snapshot: str, content: str) -> None:
    (site / SHOT / name_of(snapshot) / "record.json").write_text(content)
    assert len(planned(".").failed) == 1


@pytest.mark.parametrize("day", ["2026-02-31", "yesterdayish", "12/03/2026"])
def test_a_record_with_a_wrong_day(site: Path, snapshot: str, day: str) -> None:
    file = site / SHOT / name_of(snapshot) / "record.json"
    record = json.loads(file.read_text())
    file.write_text(json.dumps({**record, "published": "2026-03-12"}))
    assert Library().pair(planned(".").pairs[0])[1][0].published == date(2026, 3, 12)
    file.write_text(json.dumps({**record, "published": day}))
    [failure] = planned(".").failed
    assert 'no date such as 2026-03-12 under "published"' in failure.error.message


def test_a_record_names_no_file_elsewhere(site: Path, snapshot: str) -> None:
    (site / "secret.txt").write_text("Secret.")
    file = site / SHOT / name_of(snapshot) / "record.json"
    record = json.loads(file.read_text())
    file.write_text(json.dumps(record | {"text": "../../../secret.txt"}))
    assert "was changed after fetching" in planned(".").failed[0].error.message


def test_a_page_is_taken_once_unless_asked_again(site: Path, snapshot: str) -> None:
    file = site / SHOT / name_of(snapshot) / "record.json"
    before = file.read_bytes()
    assert not take(snapshot, site / SHOT, allow=loopback)
    assert not take(snapshot, site / SHOT, again=True, allow=loopback)
    assert file.read_bytes() == before


def test_what_fails_leaves_the_old_one(site: Path, host: str, snapshot: str) -> None:
    with pytest.raises(InputError, match="public network"):
        take(snapshot, site / SHOT, again=True)
    with pytest.raises(InputError, match="404"):
        take(f"{host}/missing", site / SHOT, allow=loopback)
    assert [path.name for path in (site / SHOT).iterdir() if path.is_dir()] == [name_of(snapshot)]


def test_a_text_keeps_its_letters(site: Path, host: str) -> None:
    take(f"{host}/text", site / SHOT, allow=loopback)
    assert kept(f"{host}/text", site / SHOT).text.read_text(encoding="utf-8") == "Né à Paris."


def test_those_that_nobody_names(site: Path, host: str, snapshot: str) -> None:
    take(f"{host}/text", site / SHOT, allow=loopback)
    assert [page.url for page in orphans(site / SHOT, planned(".").pages)] == [f"{host}/text"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("HTTPS://Example.org", "https://example.org/"),
        ("https://x.org/a#b", "https://x.org/a"),
        (" https://x.org/a ", "https://x.org/a"),
    ],
)
def test_one_page_has_one_address(one: str, other: str) -> None:
    assert address(one) == address(other)
