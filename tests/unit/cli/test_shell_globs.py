"""``-s`` with files, folders and patterns, and the trap that a shell makes of a pattern without quotes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from consistency.sources.web.snapshot import name_of
from tests.conftest import Call

WIRE = "On Monday a fire at the mill killed 12 people and burned two barns.\n"
DRAFT = "The fire at the mill on Monday killed 15 people and burned two barns.\n"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    for path in ("draft.md", "more/b.md", "posts/a.md", "posts/b.md", "here/draft.txt", "own/c.txt"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(DRAFT)
    sources = ("sources/w1.txt", "sources/w2.txt", "sources/w3.md", "here/w1.txt", "here/w2.txt", "posts/wire.txt")
    for i, path in enumerate(sources):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(WIRE.replace("two", str(i + 2)))
    (tmp_path / "own/z.md").write_text(f"---\nsources: [../sources/w1.txt]\n---\n{DRAFT}")
    (tmp_path / "sources/.hidden.txt").write_text(WIRE)
    (tmp_path / ".gitignore").write_text("ignored.txt\n")
    (tmp_path / ".git").mkdir()
    (tmp_path / "own/ignored.txt").write_text(WIRE)
    return tmp_path


def sources(stdout: bytes) -> list[str]:
    return sorted(one["path"] for one in json.loads(stdout)["articles"] if one["role"] == "source")


@pytest.mark.parametrize(
    ("named", "found"),
    [
        (["sources"], ["sources/w1.txt", "sources/w2.txt", "sources/w3.md"]),
        (["sources/*"], ["sources/w1.txt", "sources/w2.txt", "sources/w3.md"]),
        (["sources/*.txt"], ["sources/w1.txt", "sources/w2.txt"]),
        (
            ["sources/*.txt", "sources/w3.md", "./sources/w1.txt"],
            ["./sources/w1.txt", "sources/w2.txt", "sources/w3.md"],
        ),
        (["s*/*1.txt", "here"], ["here/draft.txt", "here/w1.txt", "here/w2.txt", "sources/w1.txt"]),
    ],
)
def test_sources_of_a_folder_or_pattern(desk: Path, call: Call, named: list[str], found: list[str]) -> None:
    done = call("check", "draft.md", *(word for one in named for word in ("-s", one)), "-f", "json", "-e")
    assert (done.returncode, done.stderr) == (0, b"")
    assert sources(done.stdout) == found


def test_drafts_are_left_out_of_what_is_found(desk: Path, call: Call) -> None:
    done = call("check", "posts/a.md", "posts/b.md", "-s", "posts", "-f", "json")
    assert sources(done.stdout) == ["posts/wire.txt"]
    deeper = json.loads(call("check", "posts", "-s", ".", "-f", "json").stdout)["articles"]
    assert [one["path"] for one in deeper if one["role"] == "draft"] == ["posts/a.md", "posts/b.md", "posts/wire.txt"]
    around = json.loads(call("check", ".", "-s", "posts", "-f", "json").stdout)["articles"]
    assert not [one for one in around if one["role"] == "draft" and one["path"].startswith("posts/")]


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("empty", "-s empty: no text in this folder"),
        ("*.nothing", "-s *.nothing: no text matches this pattern"),
        ("docs", "-s docs: no text, only files in unsupported formats\n  save their text as .txt"),
        ("own/ignored*", "skipped: own/ignored.txt (ignored by git)"),
        ("dra*", "-s dra*: contains no texts except the drafts"),
        ("gone.txt", "gone.txt: no such file"),
        ("dangling.txt", "It is a link to a file that does not exist"),
        ("loop.txt", "loop.txt: is a link that leads back to itself"),
        ("https://example.org/a", "run: consistency sources fetch https://example.org/a"),
    ],
)
def test_a_source_that_leads_to_no_text(desk: Path, call: Call, source: str, says: str) -> None:
    (desk / "empty").mkdir()
    (desk / "docs").mkdir()
    (desk / "docs/a.docx").write_bytes(b"PK")
    (desk / "dangling.txt").symlink_to("nowhere")
    (desk / "loop.txt").symlink_to("loop.txt")
    done = call("check", "draft.md", "-s", source)
    assert (done.returncode, done.stdout) == (2, b"")
    assert says in done.stderr.decode()


def test_a_page_that_was_fetched_is_named_by_its_address(desk: Path, call: Call) -> None:
    url, raw = "https://example.org/a", WIRE.encode()
    folder = desk / ".consistency/sources" / name_of(url)
    folder.mkdir(parents=True)
    from hashlib import sha256

    digest = sha256(raw).hexdigest()
    record = {"url": url, "text": "text.txt", "raw": "raw.txt", "text_sha256": digest, "raw_sha256": digest}
    (folder / "record.json").write_text(json.dumps(record))
    for name in ("text.txt", "raw.txt"):
        (folder / name).write_bytes(raw)
    done = call("check", "draft.md", "-s", url, "-f", "json")
    assert (done.returncode, sources(done.stdout)) == (1, [f".consistency/sources/{name_of(url)}/text.txt"])


@pytest.mark.parametrize(
    ("args", "typed"),
    [
        ("draft.md -s sources/w1.txt sources/w2.txt sources/w3.md", "draft.md -s 'sources/*'"),
        ("draft.md -s sources/w1.txt sources/w2.txt", "draft.md -s 'sources/*.txt'"),
        ("draft.md --source=sources/w1.txt sources/w3.md -q", "draft.md -s sources/w1.txt -s sources/w3.md"),
        ("-s sources/w1.txt sources/w2.txt sources/w3.md draft.md", "draft.md -s 'sources/*'"),
        ("-f json draft.md more/b.md -s sources/w1.txt sources/w2.txt", "draft.md more/b.md -s 'sources/*.txt'"),
        ("here/draft.txt -s here/w1.txt here/w2.txt", "here/draft.txt -s 'here/w*.txt'"),
        ("here/w1.txt -s here/draft.txt here/w1.txt here/w2.txt", "check here/w1.txt -s 'here/*'"),
        ("posts/a.md -s here/w1.txt -ssources/w1.txt sources/w2.txt", "-s 'sources/*.txt'"),
    ],
)
def test_sources_that_the_shell_made_drafts_stop_the_check(desk: Path, call: Call, args: str, typed: str) -> None:
    done = call("check", *args.split())
    assert (done.returncode, done.stdout) == (2, b"")
    assert typed in done.stderr.decode()


@pytest.mark.parametrize(
    "args",
    [
        "posts/a.md posts/b.md -s posts/wire.txt",
        "-s posts/wire.txt posts/a.md posts/b.md",
        "posts/a.md posts/b.md -s sources/w1.txt",
        "-s sources/w1.txt posts/a.md more/b.md",
        "posts/a.md -s sources/w1.txt posts/b.md",
        "here/draft.txt here/w2.txt -s here/w1.txt",
        "draft.md -s own/c.txt own/z.md",
        "draft.md -s sources/w1.txt -- sources/w2.txt",
        "draft.md -s sources/w1.txt -s sources/w2.txt",
        "posts -s sources/w1.txt",
        "-s sources posts/a.md posts/b.md",
    ],
)
def test_drafts_that_were_meant_do_not(desk: Path, call: Call, args: str) -> None:
    done = call("check", "-e", *args.split())
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_doubt_is_mentioned(desk: Path, call: Call) -> None:
    words = ("check", "posts/a.md", "-s", "posts/wire.txt", "posts/b.md")
    done = call(*words)
    assert done.returncode == 1
    assert done.stderr.startswith(b"warning: posts/b.md, named after -s posts/wire.txt, is checked as a draft;")
    assert call(*words, "-q").stderr == b""
