"""The prose of Markdown: what a reader of the page sees, at its exact place."""

from __future__ import annotations

import pytest

from consistency.read import article_from_text
from consistency.segment import fold
from consistency.types import BlockKind, Role


def _seen(text: str, path: str = "a.md") -> list[str]:
    article = article_from_text(text, id="a", role=Role.DRAFT, path=path)
    return [fold(text, block.span, block.gaps).text for block in article.blocks]


@pytest.mark.parametrize(
    ("raw", "seen"),
    [
        ("The **big** *vote* and __more__ _still_ ***most***", "The big vote and more still most"),
        ("5 * 3 and 2*3*4 and snake_case_name", "5 * 3 and 234 and snake_case_name"),
        ("**nested *deep* marks**", "nested deep marks"),
        ("an *open mark stays", "an *open mark stays"),
        ("a [link](http://x.org/a_(b) 'title') here", "a link here"),
        ("a [**bold** link](<x y>) here", "a bold link here"),
        ("[sic] and [the mayor] stay", "[sic] and [the mayor] stay"),
        ("an image ![alt *text*](i.png) here", "an image here"),
        ("a [![badge](b.svg)](x) here", "a here"),
        ("`12` and ``a `b` c`` stay", "12 and a 'b' c stay"),
        ("a `code *span*` stays", "a code *span* stays"),
        ("a note[^1] and[^long-name] more", "a note and more"),
        ("<b>bold</b> and <a href='x>y'>link</a>", "bold and link"),
        ("3 < 5 and 7 > 2", "3 < 5 and 7 > 2"),
        ("a <!-- hidden --> comment", "a comment"),
        ("mail <a@b.org> or <https://x.org/a_b_c>", "mail a@b.org or https://x.org/a_b_c"),
        ("bare https://x.org/a_b_c_d stays", "bare https://x.org/a_b_c_d stays"),
        ("escaped \\*star\\* and J\\. Doe", "escaped *star* and J. Doe"),
        ("AT&amp;T paid &euro;5", "AT&T paid €5"),
        ("~~three~~ four schools", "four schools"),
        ("hard  \nbreak and\\\nbreak", "hard break and break"),
        ("see [[Page|the page]] and [[Other]]", "see the page and Other"),
        ('a {{< tip "x > y" >}}shortcode{{< /tip >}} here', "a shortcode here"),
        ("a {{% note %}} and {{ page.title }} and {% if x %}y{% endif %}", "a and and y"),
        ("unclosed {{< stays", "unclosed {{< stays"),
        ("# Heading *one* {#id .x}", "Heading one"),
        ("Setext *two*\n=====", "Setext two"),
        ("- item **one**\n  goes on", "item one goes on"),
        ("> quoted *words\n> go* on\nlazily", "quoted words go on lazily"),
        ("> [!NOTE]\n> Mind the gap", "Mind the gap"),
        ("[^1]: The *note* itself", "The note itself"),
        ("1. first", "first"),
        ("<p>Inside <em>a</em> block</p>", "Inside a block"),
    ],
)
def test_inline(raw: str, seen: str) -> None:
    assert _seen(raw) == [seen]


def test_reference_links() -> None:
    assert _seen("See [the report][r], [R] and [none][x].\n\n[r]: http://x.org\n") == [
        "See the report, R and [none][x]."
    ]


@pytest.mark.parametrize(
    "silent",
    [
        "```python\nprint('no')\n```",
        "~~~\nno\n~~~",
        "    no",
        "<!-- no\n\nstill no -->",
        "{{< figure src='no.png' >}}",
        "{{< highlight go >}}\nno\n{{< /highlight >}}",
        "{% raw %}\nno\n{% endraw %}",
        "[no]: http://x.org",
        "<script>\nno()\n</script>",
        "<div>\n<style>no</style>\n</div>",
        "![no](no.png)",
        "***",
        "{: .no }",
        "::: no",
    ],
)
def test_what_is_no_prose(silent: str) -> None:
    assert _seen(f"One.\n\n{silent}\n\nTwo.\n") == ["One.", "Two."]


def test_kinds_of_blocks() -> None:
    text = "# A\n\nB\n\n- C\n\n> D\n\n| E | F |\n|---|---|\n| 1\\|2 | 2 |\n"
    article = article_from_text(text, id="a", role=Role.DRAFT, path="a.md")
    assert [(block.kind, block.span.cut(text)) for block in article.blocks] == [
        (BlockKind.HEADING, "A"),
        (BlockKind.PARAGRAPH, "B"),
        (BlockKind.ITEM, "C"),
        (BlockKind.QUOTE, "D"),
        (BlockKind.CELL, "E"),
        (BlockKind.CELL, "F"),
        (BlockKind.CELL, "1\\|2"),
        (BlockKind.CELL, "2"),
    ]


def test_equal_cells_have_their_own_places() -> None:
    text = "| 5 | 5 |\n|---|---|\n| 5 | 15 |\n"
    article = article_from_text(text, id="a", role=Role.DRAFT, path="a.md")
    assert [block.span.start for block in article.blocks] == [2, 6, 22, 26]


def test_forced_breaks_part_lines() -> None:
    assert _seen("One line<br>and two<br/>and three") == ["One line", "and two", "and three"]


def test_html_parts_at_its_blocks() -> None:
    assert _seen("<div>\n<h2>A</h2>\n<p>B<!-- no --></p><ul><li>C</li></ul>\n</div>") == ["A", "B", "C"]


def test_mdx() -> None:
    text = (
        "import A from './a'\nexport const b = {\n  c: 1\n}\n\n# Hi {props.x}\n\n"
        '<Note type="x" onClick={() => a > b}>\n  In **bold**.\n</Note>\n\nOut {/* no */} <A b={1} />here.\n'
    )
    assert _seen(text, "a.mdx") == ["Hi", "In bold.", "Out here."]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_places_are_exact_with_front_matter_mark_and_emoji(newline: str) -> None:
    text = "\ufeff" + newline.join(["---", "title: 👩‍👧", "---", "", "👩‍👧 **né** [x](y)", "on", "", "- z"])
    article = article_from_text(text, id="a", role=Role.DRAFT, path="a.md")
    first, second = article.blocks
    assert first.span.cut(text) == f"👩‍👧 **né** [x](y){newline}on"
    assert [gap.cut(text) for gap in first.gaps] == ["**", "**", "[", "](y)"]
    assert second.span.cut(text) == "z"


@pytest.mark.parametrize(
    "mark", ["[", "![a](", "<a ", "*a_ ", "` `` ", "{{< ", "<!-- ", "[a](" + "(" * 9, "~~a ", "<p ", "| "]
)
def test_no_input_takes_long(mark: str) -> None:
    assert isinstance(_seen(mark * 3000 + " x"), list)


@pytest.mark.parametrize("text", ["\\``", "\\``` a ``", "word \\`` word"])
def test_an_escaped_code_mark_opens_nothing(text: str) -> None:
    article = article_from_text(f"Some words {text} follow.", id="a", role=Role.DRAFT, path="a.md")
    assert [block.span.cut(article.text) for block in article.blocks] == [article.text]
