"""Comments to the program: which are read, and that they are no part of the prose around them."""

from __future__ import annotations

import time

import pytest

from consistency.read import article_from_text
from consistency.read.comments import comments, words
from consistency.segment import segment
from consistency.types import Article, Role

ASKED = "consistency: ignore[NUM101] toll updated"
FORMS = {
    "html": f"<!-- {ASKED} -->",
    "tight": f"<!--{ASKED}-->",
    "two lines": "<!-- consistency: ignore[NUM101]\n     toll updated -->",
    "mdx": f"{{/* {ASKED} */}}",
    "liquid": f"{{% comment %}} {ASKED} {{% endcomment %}}",
    "liquid, trimmed": f"{{%- comment -%}}{ASKED}{{%- endcomment -%}}",
    "hugo": f"{{{{/* {ASKED} */}}}}",
    "hugo shortcode": f"{{{{</* {ASKED} */>}}}}",
    "hugo, trimmed": f"{{{{- /* {ASKED} */ -}}}}",
}


def read(text: str, path: str = "a.md") -> Article:
    return article_from_text(text, id="a", role=Role.DRAFT, path=path)


def said(article: Article) -> list[str]:
    return [" ".join(words(article.text, comment).split()) for comment in article.comments]


def prose(article: Article) -> list[str]:
    return [f"{sentence.kind} {sentence.text}" for sentence in segment(article)]


@pytest.mark.parametrize("path", ["a.md", "a.mdx", "a.txt"])
@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_every_form_is_read_and_is_no_prose(form: str, path: str) -> None:
    text = f"The fire killed 15 people. {form}\n\nThe mill {form} burned down.\n"
    article = read(text, path)
    assert said(article) == ["ignore[NUM101] toll updated"] * 2
    assert [comment.cut(text) for comment in article.comments] == [form, form]
    assert prose(article) == prose(read("The fire killed 15 people.\n\nThe mill burned down.\n", path))


@pytest.mark.parametrize(
    "other",
    [
        "<!-- ask again -->",
        "<!-- consistently: good -->",
        "<!-- our consistency: poor -->",
        "consistency: ignore[NUM101]",
    ],
)
def test_other_comments_are_not_ours(other: str) -> None:
    assert said(read(f"The fire killed 15 people. {other}\n")) == []


@pytest.mark.parametrize(
    "shown",
    [
        f"```\n{FORMS['html']}\n```",
        f"~~~ html\n{FORMS['html']}\n~~~",
        f"- an item\n\n  ```\n  {FORMS['html']}\n  ```",
        f"    {FORMS['html']}",
        f"Write `{FORMS['html']}` there.",
        f"Write ``a ` b {FORMS['html']}`` there.",
        f"{{% raw %}}{FORMS['html']}{{% endraw %}}",
        f"{{{{< highlight html >}}}}{FORMS['html']}{{{{< /highlight >}}}}",
    ],
)
def test_a_comment_shown_as_code_says_nothing(shown: str) -> None:
    assert said(read(f"Before it.\n\n{shown}\n\nAfter it.\n")) == []


@pytest.mark.parametrize(
    "text",
    [
        f"A \\` mark {FORMS['html']} and `code`.",
        "<!-- consistency: ignore[NUM101] not `14 --> but `15`.",
        f"An open ` mark.\n\nAnother ` {FORMS['html']} one.",
        f"`code` {FORMS['html']} `code`",
    ],
)
def test_a_comment_beside_code_is_read(text: str) -> None:
    assert len(said(read(text))) == 1


BARE = """# Mill *fire*

The **fire** killed 15.
It burned.

> A quote
> of two lines.

- one item
- two items

| a | b |
|---|---|
| 1 | 2 |

Title
=====

1. first
2. second
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("front", ["", "---\ntitle: Fire\n---\n"])
@pytest.mark.parametrize("line", range(BARE.count("\n")))
@pytest.mark.parametrize("path", ["a.md", "a.mdx", "a.txt"])
def test_a_comment_on_a_line_of_its_own_parts_nothing(path: str, line: int, front: str, newline: str) -> None:
    lines = BARE.splitlines(keepends=True)
    quoted = "> " if lines[line].startswith("> of") else ""
    told = front + "".join([*lines[:line], f"{quoted}{FORMS['html']}\n", *lines[line:]])
    article = read(told.replace("\n", newline), path)
    assert len(said(article)) == 1
    assert prose(article) == prose(read((front + BARE).replace("\n", newline), path))


@pytest.mark.parametrize(
    "line", [line for line, words in enumerate(BARE.splitlines()) if words[:3] not in ("", "|--", "===")]
)
@pytest.mark.parametrize("path", ["a.md", "a.txt"])
def test_a_comment_at_the_end_of_a_line_changes_nothing(path: str, line: int) -> None:
    lines = BARE.splitlines()
    lines[line] += f" {FORMS['html']}"
    article = read("\n".join(lines) + "\n", path)
    assert len(said(article)) == 1
    assert prose(article) == prose(read(BARE, path))


def test_a_block_is_told_where_it_stands_in_the_text() -> None:
    text = f"{FORMS['html']}\nThe **fire** {FORMS['html']} killed 15\n{FORMS['html']}\npeople. {FORMS['html']}\n"
    (block,) = read(text).blocks
    assert text[: block.span.start] == f"{FORMS['html']}\n"
    assert text[block.span.end :] == f" {FORMS['html']}\n"
    assert [sentence.text for sentence in segment(read(text))] == ["The fire killed 15 people."]
    for sentence in segment(read(text)):
        told = "".join(text[at] for at in sentence.offsets[:-1])
        assert told.replace("\n", " ") == sentence.text


@pytest.mark.parametrize(
    "text",
    [
        "<!-- consistency: " * 20_000,
        "<!-- consistency: x -->`" * 5_000,
        "`````" + "<!-- consistency: x --> `a " * 3_000,
    ],
)
def test_hostile_text_takes_no_long_time(text: str) -> None:
    start = time.perf_counter()
    comments(text, 0, markdown=True)
    read(text)
    assert time.perf_counter() - start < 5
