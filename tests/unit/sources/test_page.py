"""The readable text of web pages."""

from __future__ import annotations

import time
from datetime import date

import pytest

from consistency.sources.web.html_tokens import Tag, stream
from consistency.sources.web.readable import readable


def test_an_article_without_what_stands_around_it() -> None:
    page = readable(
        """<!doctype html><html><head><title>Mill | Daily</title><style>p {}</style>
        <meta property="og:title" content="Mill fire &amp; flood">
        <meta property="article:published_time" content="2026-03-04T10:00:00Z"></head>
        <body><nav><a href="/">Home</a></nav><main><p>Advertisement of the day, which is long enough to be text.</p>
        <article><header><h1>Mill fire</h1><p>By Ann</p></header>
        <p>The fire killed <b>12</b>
          people<br>and burned two&nbsp;barns &mdash; 5 &lt; 6.<p>Unclosed. <!-- a > b <p>no</p> -->
        <figure><img src="x"><figcaption>A picture</figcaption></figure>
        <ul><li>One<li>Two</ul><aside><p>Related</p></aside><div hidden><div>x</div>No</div>
        <p style="display: none">No</p><div role="navigation">No</div><div aria-hidden="true">No</div>
        <p><a href="1">Ten things you</a> <a href="2">never knew</a></p>
        <script>if (a < b) document.write("<p>no</p>")</script><p>See <a href="x">the report</a> of the mayor.</p>
        </article></main><footer>All rights</footer></body></html>"""
    )
    assert page.text.split("\n\n") == [
        "Mill fire",
        "By Ann",
        "The fire killed 12 people",
        "and burned two barns — 5 < 6.",
        "Unclosed.",
        "- One",
        "- Two",
        "See the report of the mayor.\n",
    ]
    assert (page.title, page.published) == ("Mill fire & flood", date(2026, 3, 4))


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<main><p>Some text.</p></main><p>Other text.</p>", "Some text.\n"),
        ("<p>Menu</p><h2>Head</h2><p>It ends.</p><h2>Alone</h2>", "Head\n\nIt ends.\n"),
        ("<p>Menu</p><div>A line of more than ten words that has no full stop at all</div>", None),
        ("<article><p>Short.</p></article><article><p>Much longer text.</p></article>", "Much longer text.\n"),
        ("Plain text without tags, ended.", "Plain text without tags, ended.\n"),
        ("5 < 6 and 7 > 2, he said.", "5 < 6 and 7 > 2, he said.\n"),
        ("<p>A</P><p>b &#8220;c&#8221; &nosuch; d.", "b “c” &nosuch; d.\n"),
        ("<script>never closed <p>Text.</p>", ""),
        ("<p>Text. <!-- never closed <p>Other.</p>", "Text.\n"),
        ("<p>Text. <a href='never closed><p>Other.</p>", "Text.\n"),
        ("<p>Text.</p></div></p></nav>", "Text.\n"),
        ("", ""),
        ("<article></article><p>It ends.</p>", "It ends.\n"),
    ],
)
def test_pages_of_all_kinds(page: str, text: str | None) -> None:
    expected = "A line of more than ten words that has no full stop at all\n" if text is None else text
    assert readable(page).text == expected


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("<title>The page</title><p>x.</p>", "The page"),
        ("<title>The page</title><h1>The <i>story</i></h1>", "The story"),
        ("<p>x.</p>", None),
    ],
)
def test_titles(page: str, title: str | None) -> None:
    assert readable(page).title == title


def test_the_first_of_two_attributes_counts() -> None:
    assert list(stream("<A X=1 x='2' Y=\"a > b\" Z>")) == [Tag("a", False, {"x": "1", "y": "a > b", "z": ""})]


@pytest.mark.parametrize(
    "mark", ["<", "<!", "<!--", "<a ", "</", "&", "<a b='", "<script>", "<p>", "<div>", "</p>", "<article>a", "<li>a"]
)
def test_no_page_takes_long(mark: str) -> None:
    start = time.process_time()
    readable(mark * (100_000 // len(mark)))
    assert time.process_time() - start < 5
