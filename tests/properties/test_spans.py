"""Every span cuts exactly its text, whatever the text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consistency.errors import InputError
from consistency.read import article_from_text
from consistency.segment import fold, segment
from consistency.types import Article, Role, Span

#: What breaks offsets: newlines of all kinds, marks, dashes, quotes, joiners, markup, scripts.
_PIECES = (
    "The mayor paid $1,200. ",
    "She left",
    "12",
    "U.S. ",
    "e.g. ",
    "p.m. The ",
    "Inc. ",
    '"Why?" he asked. ',
    "...",
    "…",
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    " ",
    "\xa0",
    "\u2009",
    "\t",
    "\ufeff",
    "\u200b",
    "\xad",
    "e\u0301",
    "\u0301",
    "ﬁ",
    "Å",
    "‘",
    "’",
    "“",
    "”",
    "''",
    "``",
    "—",
    "–",
    "--",
    "−",
    "&amp;",
    "&nbsp;",
    "&#8217;",
    "👩‍👧",
    "🇫🇷",
    "。",
    "你好",
    "한",
    "\u1112\u1161",
    "**",
    "*",
    "_",
    "`",
    "[",
    "](x)",
    "![",
    "<b>",
    "</p>",
    "<!--",
    "-->",
    "> ",
    "- ",
    "1. ",
    "# ",
    "| a | b |\n|--|--|\n",
    "```\n",
    "{{<",
    ">}}",
    "{%",
    "%}",
    "~~",
    "\\",
    "<br>",
    "[^1]",
    "BEIJING: ",
    "Read more: ",
    "\x00",
    "\x1c",
    "\u2028",
    "\ud800",
)
_texts = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(_PIECES), max_size=25).map("".join))
_paths = st.sampled_from(["a.txt", "a.md", "a.mdx", ""])


def _article(text: str, path: str) -> Article | None:
    try:
        return article_from_text(text, id="a", role=Role.DRAFT, path=path)
    except InputError:
        return None


def _outside(text: str, spans: list[Span]) -> str:
    at, parts = 0, []
    for span in spans:
        parts.append(text[at : span.start])
        at = span.end
    return "".join((*parts, text[at:]))


@settings(max_examples=150, deadline=None)
@given(_texts, _paths)
def test_sentences_are_in_order_apart_and_inside_their_block(text: str, path: str) -> None:
    article = _article(text, path)
    at = 0
    for index, sentence in enumerate(segment(article) if article else ()):
        assert article is not None
        assert sentence.index == index
        assert at <= sentence.span.start < sentence.span.end <= len(text)
        assert article.blocks[sentence.block].span.covers(sentence.span)
        at = sentence.span.end


@settings(max_examples=150, deadline=None)
@given(_texts, _paths)
def test_each_character_has_its_place_inside_the_sentence(text: str, path: str) -> None:
    article = _article(text, path)
    for sentence in segment(article) if article else ():
        assert len(sentence.offsets) == len(sentence.text) + 1
        assert len(sentence.ends) in (0, len(sentence.text))
        assert list(sentence.offsets) == sorted(sentence.offsets)
        assert sentence.raw(Span(0, len(sentence.text))) == sentence.span


@settings(max_examples=150, deadline=None)
@given(_texts, _paths)
def test_a_sentence_without_markup_is_its_raw_words_folded(text: str, path: str) -> None:
    article = _article(text, path)
    for sentence in segment(article) if article else ():
        assert article is not None
        if not any(gap.overlaps(sentence.span) for gap in article.blocks[sentence.block].gaps):
            assert fold(sentence.span.cut(text)).text == sentence.text


@settings(max_examples=150, deadline=None)
@given(_texts)
def test_plain_text_leaves_out_no_letter(text: str) -> None:
    article = _article(text, "a.txt")
    if article is None or any(mark in text for mark in ("---", "+++", "1.", "&")):
        return
    left = _outside(text, [sentence.span for sentence in segment(article)])
    assert not any(char.isalnum() for char in left)


@settings(max_examples=150, deadline=None)
@given(_texts, _paths)
def test_blocks_and_gaps_are_in_order_and_nested(text: str, path: str) -> None:
    article = _article(text, path)
    at = 0
    for block in article.blocks if article else ():
        assert at <= block.span.start < block.span.end <= len(text)
        inner = block.span.start
        for gap in block.gaps:
            assert inner <= gap.start < gap.end <= block.span.end
            inner = gap.end
        at = block.span.end


@settings(max_examples=200, deadline=None)
@given(_texts)
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once or "&" in once or "'" in once or "`" in once


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60))
def test_composed_and_decomposed_text_fold_alike(text: str) -> None:
    composed, taken_apart = (fold(unicodedata.normalize(form, text)).text for form in ("NFC", "NFD"))
    assert unicodedata.normalize("NFC", taken_apart) == unicodedata.normalize("NFC", composed)


@pytest.mark.parametrize("path", ["a.txt", "a.md"])
def test_newlines_and_mark_stay_in_the_text(path: str) -> None:
    text = "\ufeffThe mayor left.\r\n\r\nShe came back.\r\n"
    article = _article(text, path)
    assert article is not None
    assert article.text == text
    assert [sentence.span.cut(text) for sentence in segment(article)] == ["The mayor left.", "She came back."]
