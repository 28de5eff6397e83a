"""What each line of a page is for."""

from __future__ import annotations

import pytest

from consistency.read import article_from_text
from consistency.segment import segment
from consistency.segment.dateline import dateline_length
from consistency.segment.hygiene import is_furniture
from consistency.types import Role, Sentence, SentenceKind, Span

LEAD = "The town of Lakeside will build three new schools by 2031, its council decided on Tuesday."
MORE = "Work on the first of them starts in May, said Ann Reed, who leads the council."
LAST = "The other two follow once the money is found, she said."


def _sentences(text: str, path: str = "", title: str | None = None) -> tuple[Sentence, ...]:
    return segment(article_from_text(text, id="a", role=Role.DRAFT, path=path, title=title))


def _kinds(text: str, path: str = "", title: str | None = None) -> list[str]:
    return [sentence.kind.value for sentence in _sentences(text, path, title)]


def _body(*lines: str) -> str:
    return "\n\n".join(lines)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (_body("Lakeside to build three schools", LEAD, MORE, LAST), ["headline", "body", "body", "body"]),
        (_body(LEAD, MORE, LAST), ["body", "body", "body"]),
        (
            _body("Lakeside to build schools", "Council finds money for three, the first in May", LEAD, MORE),
            ["headline", "standfirst", "body", "body"],
        ),
        (_body("Lakeside to build schools", "By Ann Moss", LEAD, MORE), ["headline", "furniture", "body", "body"]),
        (_body("Why Does Lakeside Build Three Schools?", LEAD, MORE), ["headline", "body", "body"]),
        (_body(LEAD, "Lakeside mayor ‘will not run again’: Reed", MORE, LAST), ["body", "furniture", "body", "body"]),
        (_body(LEAD, MORE, "Scroll to Top"), ["body", "body", "furniture"]),
        (_body(LEAD, "Read more: Ten towns that build", MORE), ["body", "furniture", "body"]),
        (_body(LEAD, "Is there money for all of them?", MORE), ["body", "body", "body"]),
        (LEAD, ["body"]),
        ("lakeside builds three schools", ["body"]),
        (_body("no stop here", "none here", "none there"), ["body", "body", "body"]),
        ("BEIJING: " + _body(LEAD, MORE), ["dateline", "body", "body"]),
        (_body("Lakeside to build", "LAKESIDE (AP) — " + LEAD, MORE), ["headline", "dateline", "body", "body"]),
        (_body("MARLOW: We will build them all.", "HOLLIS: With what?", "MARLOW: With yours."), ["body"] * 3),
        (f"{LEAD} Scroll down for video . {MORE}", ["body", "furniture", "body"]),
    ],
)
def test_kinds(text: str, kinds: list[str]) -> None:
    assert _kinds(text) == kinds


def test_the_title_in_the_text_is_the_headline() -> None:
    assert _kinds(_body("Lakeside builds.", LEAD, MORE), title="Lakeside Builds")[0] == "headline"


def test_a_summary_that_comes_back_is_a_standfirst() -> None:
    summary = "At a meeting on Tuesday, council leader Ann Reed told neighbours the town would build three schools."
    quoted = '"We build three schools," council leader Ann Reed told neighbours of the town at the meeting on Tuesday.'
    assert _kinds(_body(summary, MORE, quoted, LAST, LEAD))[0] == "standfirst"
    assert _kinds(_body(summary, MORE, LAST, LEAD))[0] == "body"


def test_one_paragraph_a_line_and_wrapped_lines_read_alike() -> None:
    wrapped = (
        "The town of Lakeside will build three new schools by 2031, its\ncouncil decided on Tuesday, and the first of\n"
        "them opens in May."
    )
    texts = [sentence.text for sentence in _sentences(wrapped)]
    assert texts == [wrapped.replace("\n", " ")]
    assert len(_sentences(f"{LEAD}\n{MORE}\n{LAST}\n")) == 3


def test_spans_cut_sentences_with_their_quotes() -> None:
    text = "“It is late,” she said. “We go.”\r\n\r\nThey\u00a0went.\r\n"
    sentences = _sentences(text)
    assert [sentence.span.cut(text) for sentence in sentences] == [
        "“It is late,” she said.",
        "“We go.”",
        "They\u00a0went.",
    ]
    assert [sentence.text for sentence in sentences] == ['"It is late," she said.', '"We go."', "They went."]


def test_raw_covers_whole_characters() -> None:
    text = "The cafe\u0301 paid $1\u202f000… and closed."
    (sentence,) = _sentences(text)
    for words, behind in (("café", "cafe\u0301"), ("$1 000", "$1\u202f000"), ("...", "…")):
        start = sentence.text.index(words)
        assert sentence.raw(Span(start, start + len(words))).cut(text) == behind


def test_markdown_has_no_marks_left() -> None:
    text = (
        "# Lakeside *builds*\n\n*Three schools by 2031*\n\n"
        "The **council** [decided](http://x.org) it[^1].\n\n## Read more\n\n- [Ten towns](y.md)\n"
    )
    sentences = _sentences(text, "a.md")
    assert [(sentence.kind.value, sentence.text) for sentence in sentences] == [
        ("headline", "Lakeside builds"),
        ("standfirst", "Three schools by 2031"),
        ("body", "The council decided it."),
        ("furniture", "Read more"),
        ("furniture", "Ten towns"),
    ]


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("BEIJING: The town decided to build schools.", "BEIJING:"),
        ("BEIJING (Reuters) - The town decided to build schools.", "BEIJING (Reuters) -"),
        ("LONDON, March 3 (AP) - The town decided to build schools.", "LONDON, March 3 (AP) -"),
        ("SAN JUAN, Puerto Rico (AP) - The town decided to build.", "SAN JUAN, Puerto Rico (AP) -"),
        ("New Delhi [India], Feb 18 (ANI): The town decided to build.", "New Delhi [India], Feb 18 (ANI):"),
        ("BERLIN, 3 May 2024 - The town decided to build schools.", "BERLIN, 3 May 2024 -"),
        ("Oslo: The town decided to build three schools.", "Oslo:"),
        ("ROME - The town decided to build three schools.", "ROME -"),
        ("(CNN) The town decided to build three schools.", "(CNN)"),
        ("Tokyo (CNN)The town decided to build three schools.", "Tokyo (CNN)"),
        ("KYIV/LVIV (Reuters) - The town decided to build.", "KYIV/LVIV (Reuters) -"),
        ("Reed: The town decided to build three schools.", ""),
        ("ECB: The bank decided to raise the rates again.", ""),
        ("UNICEF: The town decided to build three schools.", ""),
        ("EXCLUSIVE: The town decided to build three schools.", ""),
        ("NATO - the alliance of 32 states - met on Tuesday.", ""),
        ("U.S. President Ann Reed decided to build schools.", ""),
        ("The council - a body of nine - decided to build.", ""),
        ("BEIJING: Short", ""),
    ],
)
def test_datelines(text: str, dateline: str) -> None:
    assert text[: dateline_length(text)] == dateline


@pytest.mark.parametrize(
    "text",
    [
        "Scroll to Top",
        "Back to top",
        "Read more: Ten towns that build",
        "READ ALSO: Ten towns that build",
        "Related: Ten towns that build",
        "Share this article",
        "Share on Facebook",
        "Facebook Twitter WhatsApp",
        "Advertisement",
        "Story continues below advertisement",
        "Subscribe to our newsletter",
        "Sign up for our daily newsletter.",
        "(c) 2024 Lakeside News. All rights reserved.",
        "© 2024 Lakeside News",
        "Photo: Ann Reed/Lakeside News",
        "Schools in Lakeside on Tuesday. (AP Photo/Ann Reed)",
        "Children wait for a bus in Lakeside | Getty Images",
        "By Ann Reed",
        "By Ann Reed and Kim Moss",
        "Reporting by Ann Reed; editing by Kim Moss",
        "Published March 3, 2024",
        "Updated: 3 May 2024, 10:15",
        "3 min read",
        "This article was originally published in Lakeside News.",
        "Most read",
        "Leave a comment",
        "Follow us on Instagram",
        "###",
    ],
)
def test_furniture(text: str) -> None:
    assert is_furniture(text)


@pytest.mark.parametrize(
    "text",
    [
        "Read more books, the mayor told the children of Lakeside.",
        "Share prices fell by 3 percent on Tuesday.",
        "Shares of Lake Corp. rose.",
        "By Tuesday, the town had built three schools.",
        "By Ann Reed's count, three schools are missing.",
        "Subscribers left in their thousands.",
        "Related companies lost 5 percent.",
        "Comments by the mayor angered the town.",
        "The photo was taken on Tuesday.",
        "Photos of the school were shared 2,000 times.",
        "Register offices in the town will close.",
        "Search teams found three men.",
        "Latest figures show 300 cases.",
        "Popular protests went on for three days.",
        "Updated figures show 300 cases.",
        "Published figures show 300 cases.",
        "Join the army, the poster said.",
        "Donations rose to $3 million.",
        "Video of the crash was seen by millions.",
        "Watch makers sold 3 percent more.",
        "Image rights cost the club $3 million.",
        "Reuters reported the figure first.",
        "Trending down, the index lost 3 points.",
        "Follow the money, she said.",
        "This report was denied by the mayor.",
    ],
)
def test_the_story_is_no_furniture(text: str) -> None:
    assert not is_furniture(text)


def test_kinds_that_claim() -> None:
    claiming = {kind for kind in SentenceKind if _checkable(kind)}
    assert claiming == {SentenceKind.HEADLINE, SentenceKind.STANDFIRST, SentenceKind.BODY}


def _checkable(kind: SentenceKind) -> bool:
    return Sentence(article="a", index=0, kind=kind, span=Span(0, 1), text="x", offsets=(0, 1)).checkable
