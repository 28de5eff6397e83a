"""Files as articles, and what is said when one cannot be read."""

from __future__ import annotations

import codecs
import hashlib
import io
import os
from datetime import date, datetime
from pathlib import Path

import pytest

from consistency.errors import InputError
from consistency.read import article_from_text, read_article
from consistency.read.dates import parse_date
from consistency.settings import Settings
from consistency.types import Article, Role

TEXT = "The mayor’s café paid “€5” — no more.\r\n\r\nShe left.\n"


def _read(path: Path | str, settings: Settings | None = None, stdin: bytes | None = None) -> Article:
    stream = None if stdin is None else io.BytesIO(stdin)
    return read_article(str(path), Role.SOURCE, settings or Settings(), stdin=stream)


def _write(folder: Path, content: bytes | str, name: str = "a.txt") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def _refusal(path: Path | str, settings: Settings | None = None, stdin: bytes | None = None) -> InputError:
    with pytest.raises(InputError) as caught:
        _read(path, settings, stdin)
    assert caught.value.where
    assert caught.value.hint
    return caught.value


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (TEXT.encode(), TEXT),
        (codecs.BOM_UTF8 + TEXT.encode(), "\ufeff" + TEXT),
        (TEXT.encode("utf-16"), TEXT),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), TEXT),
        (TEXT.encode("utf-32"), TEXT),
        (TEXT.encode("cp1252"), TEXT),
    ],
)
def test_the_text_is_the_decoded_file_untouched(tmp_path: Path, content: bytes, text: str) -> None:
    article = _read(_write(tmp_path, content))
    assert article.text == text
    assert article.sha256 == hashlib.sha256(content).hexdigest()
    assert (article.id, article.role, article.path) == ("a", Role.SOURCE, str(tmp_path / "a.txt"))


def test_an_encoding_is_detected(tmp_path: Path) -> None:
    russian = "Городской совет решил построить три новые школы к 2031 году, сообщила глава совета во вторник. " * 3
    assert _read(_write(tmp_path, russian.encode("cp1251"))).text == russian


def test_the_declared_encoding_goes_first(tmp_path: Path) -> None:
    path = _write(tmp_path, "Łódź zbuduje szkołę.".encode("cp1250"))
    assert _read(path, Settings(encoding="cp1250")).text == "Łódź zbuduje szkołę."
    assert "unknown encoding 'klingon'" in _refusal(path, Settings(encoding="klingon")).message
    assert "byte 0" in _refusal(path, Settings(encoding="utf-8")).message
    assert "unknown encoding" in _refusal(path, Settings(encoding="base64")).message


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (codecs.BOM_UTF8, "empty"),
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"PK\x03\x04\x14\x00", "Word"),
        (b"\xd0\xcf\x11\xe0\xa1", "old Word"),
        (b"{\\rtf1\\ansi Hello}", "RTF"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        (b"\n<!DOCTYPE html><html></html>", "HTML"),
        (b"text\x00with\x00nothing", "binary"),
        (codecs.BOM_UTF16_LE + b"a\x00b", "utf-16"),
    ],
)
def test_what_is_no_text_is_named(tmp_path: Path, content: bytes, said: str) -> None:
    assert said in _refusal(_write(tmp_path, content)).message


def test_a_missing_file_names_its_neighbour(tmp_path: Path) -> None:
    _write(tmp_path, "x", "council.txt")
    error = _refusal(tmp_path / "counsil.txt")
    assert error.message == "no such file"
    assert "council.txt" in str(error.hint)
    assert "no folder" in str(_refusal(tmp_path / "none" / "a.txt").hint)


def test_odd_paths_are_refused(tmp_path: Path) -> None:
    assert "directory" in _refusal(tmp_path).message
    assert "null" in _refusal("a\0b").message
    assert "no such file" in _refusal(tmp_path / "council.txt" / "a").message
    assert "cannot be read" in _refusal("x" * 5000).message


@pytest.mark.skipif(os.name == "nt" or os.getuid() == 0, reason="needs permissions that bind")
def test_a_locked_file_is_refused(tmp_path: Path) -> None:
    path = _write(tmp_path, "x")
    path.chmod(0)
    assert "not allowed" in _refusal(path).message


def test_a_large_file_is_refused_with_the_way_out(tmp_path: Path) -> None:
    path = _write(tmp_path, "word " * 100)
    error = _refusal(path, Settings(max_bytes=100))
    assert "100 bytes" in error.message
    assert "--max-bytes" in str(error.hint)
    assert _read(path, Settings(max_bytes=500)).text
    assert "larger" in _refusal("-", Settings(max_bytes=3), b"four").message


@pytest.mark.parametrize("limit", [2**40, 2**63 - 1, 10**30])
def test_a_limit_of_any_size_needs_no_room(tmp_path: Path, limit: int) -> None:
    assert _read(_write(tmp_path, TEXT), Settings(max_bytes=limit)).text == TEXT
    assert _read("-", Settings(max_bytes=limit), TEXT.encode()).text == TEXT


def test_standard_input() -> None:
    article = _read("-", stdin=b"---\ntitle: Hi\n---\nThe **mayor** left.\n")
    assert (article.id, article.path, article.title) == ("stdin", "-", "Hi")
    assert article.blocks[0].gaps
    assert _refusal("-", stdin=b"").where == "standard input"


FRONTS = (
    """---
title: Three schools
date: 2024-05-03T10:00:00+02:00
sources:
  - wire.txt
  - path: a/b.md
    id: b
  - url: http://x.org
---
""",
    """+++
title = "Three schools"
date = 2024-05-03
[params]
sources = ["wire.txt", {path = "a/b.md"}, {url = "http://x.org"}]
+++
""",
    """{"title": "Three schools", "publishDate": "3 May 2024",
 "sources": ["wire.txt", {"file": "a/b.md"}, {"url": "http://x.org"}]}
""",
    '\ufeff---\r\n# note\r\nTitle: "Three schools"\r\ndate: May 3, 2024\r\nextra:\r\n'
    '  sources: [wire.txt, a/b.md, "http://x.org"]\r\n...\r\n',
)


@pytest.mark.parametrize("front", FRONTS)
@pytest.mark.parametrize("path", ["a.md", "a.txt", ""])
def test_front_matter(front: str, path: str) -> None:
    article = article_from_text(front + "The mayor left.\n", id="a", role=Role.DRAFT, path=path)
    assert article.title == "Three schools"
    assert article.published == date(2024, 5, 3)
    assert [source.place for source in article.sources] == ["wire.txt", "a/b.md", "http://x.org"]
    assert [block.span.cut(article.text) for block in article.blocks] == ["The mayor left."]


@pytest.mark.parametrize(
    ("front", "line"),
    [
        ("---\ntitle: x\nbad: [1, 2\n---\nText.", 4),
        ("---\ntitle: 'x\n---\nText.", 3),
        ('+++\ntitle = "x"\nbad = \n+++\nText.', 3),
        ('{"title": "x",\n "bad": }\nText.', 2),
        ("---\ntitle: x\n\nText.", 1),
        ("---\nx: " + "[" * 500 + "\n---\nText.", 2),
    ],
)
def test_broken_front_matter_names_the_line(front: str, line: int) -> None:
    with pytest.raises(InputError) as caught:
        article_from_text(front, id="a", role=Role.DRAFT, path="a.md")
    assert str(caught.value.where).split(":")[:2] == ["a.md", str(line)]
    assert "invalid" in caught.value.message or "no closing" in caught.value.message


@pytest.mark.parametrize(
    "text",
    ["---\n\nThe mayor left.\n\n---\n", "--- \nHe said so. She did not.\n---\n", "{The mayor} left.\n", "+++\nUp.\n"],
)
def test_a_rule_is_no_front_matter(text: str) -> None:
    article = article_from_text(text, id="a", role=Role.DRAFT, path="a.txt")
    assert (article.title, article.sources) == (None, ())
    assert article.blocks[-1].span.end > 5


def test_what_is_given_goes_before_what_the_file_says() -> None:
    text = "---\ntitle: Old\ndate: 2020-01-01\n---\nThe mayor left.\n"
    article = article_from_text(text, id="a", role=Role.PEER, title="New", published="2024-05-03")
    assert (article.title, article.published) == ("New", date(2024, 5, 3))


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2024-05-03", date(2024, 5, 3)),
        ("2024-05-03 10:00", date(2024, 5, 3)),
        ("20240503", date(2024, 5, 3)),
        ("2024/05/03", date(2024, 5, 3)),
        ("3 May 2024", date(2024, 5, 3)),
        ("May 3, 2024", date(2024, 5, 3)),
        ("Fri, 03 May 2024 10:00:00 +0200", date(2024, 5, 3)),
        (datetime(2024, 5, 3, 23, 59), date(2024, 5, 3)),
        (date(2024, 5, 3), date(2024, 5, 3)),
        ("2024-13-45", None),
        ("soon", None),
        ("", None),
        (None, None),
        (["2024-05-03"], None),
    ],
)
def test_dates(value: object, day: date | None) -> None:
    assert parse_date(value) == day


def test_an_empty_text_is_refused() -> None:
    with pytest.raises(InputError, match="empty"):
        article_from_text(" \n", id="row 7", role=Role.DRAFT)
