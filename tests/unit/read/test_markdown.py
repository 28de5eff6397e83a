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
        "[^1]: no",
        "[^1]: no\nno\n\n    no\n\n    no",
        "[^a]: no\n[^b]: no",
        "{{< figure\n  src='no.png'\n  caption='no'\n>}}",
        "{{</* no */>}}",
        '{{< chart >}}\n{"no": [1, 2]}\n{{< /chart >}}',
        "{% comment %}\nno\n{% endcomment %}",
        "{%- comment -%}\nno\n{%- endcomment -%}",
        "{% include no.html\n   no='12' %}",
        "{% capture no %}no{% endcapture %}",
        "{{ no(id='x', n=12) }}",
        "{# no #}",
        "{::comment}\nno\n{:/comment}",
        "{:.no #no no='12'}",
        "{.no}",
        "* no\n{:toc}",
        "*[NO]: no",
        "[TOC]",
        "[[_TOC_]]",
        '--8<-- "no.md"',
        "$$\nno = 12\n$$",
        "%% no\n\nno %%",
        "![[no.png|12]]",
        "```{note}\nno\n```",
        "<iframe src='no' width='12'></iframe>",
        "<style>\n.no {}\n\n.no {}\n</style>",
        "!!! note",
    ],
)
def test_what_is_no_prose(silent: str) -> None:
    assert _seen(f"One.\n\n{silent}\n\nTwo.\n") == ["One.", "Two."]


@pytest.mark.parametrize(
    ("raw", "seen"),
    [
        ('!!! note "Title"\n    It *says* this.\n\n    And this.\n\nTwo.', ["It says this.", "And this.", "Two."]),
        ("??? tip\n    Folded.\n", ["Folded."]),
        ('=== "Tab"\n\n    One.\n\n=== "Other"\n\n    Two.\n', ["One.", "Two."]),
        ("!!! a\n    !!! b\n        Deep.\n", ["Deep."]),
        ("> !!! note\n>     Quoted.\n", ["!!! note Quoted."]),
        ("Term\n: What it is.\n: Or this.\n", ["Term", "What it is.", "Or this."]),
        ("- [ ] open\n- [x] done\n- [a] text", ["open", "done", "[a] text"]),
        ("Cost 5.^[A note says [12] died.] Two.", ["Cost 5. Two."]),
        ("{% if a %}shown{% elsif b %}no{% else %}no{% endif %} two", ["shown two"]),
        ("{% if a %}x {% if b %}y{% else %}no{% endif %} z{% else %}no{% endif %}", ["x y z"]),
        ("{% quote(author='Ann') %}\nWe lost 5.\n{% end %}", ["We lost 5."]),
        ("{{% notice %}}\nMind **this**.\n{{% /notice %}}", ["Mind this."]),
        ("It cost{--s--} {++about ++}{~~5~>6~~} {==million==}{>>no<<}", ["It cost about 6 million"]),
        ("==Marked== and a==b and a == b", ["Marked and a==b and a == b"]),
        ('[caption id="a" width="300"]Words[/caption]', ["Words"]),
        ("Run `r nrow(x)` and {term}`word` and `{x}`", ["Run and word and {x}"]),
        ("Text{ .a } and ![x](y){width=50%} more ^block-id", ["Text and more"]),
        (":warning: Mind 10:30:45 and a:b:c and 3:2:1", ["Mind 10:30:45 and a:b:c and 3:2:1"]),
        ("It grew 5%% and 6%%", ["It grew 5%% and 6%%"]),
        ("From $5 to $$6 and $7", ["From $5 to $$6 and $7"]),
        ("He said {sic} [sic] (: and {5}", ["He said {sic} [sic] (: and {5}"]),
        ("At the end:\n: no list", ["At the end:", "no list"]),
        ("```\n[^1]: code\n```\n\nAfter.", ["After."]),
        ("~~~\n!!! code\n$$\n~~~\n\nAfter $$ it.", ["After $$ it."]),
        ("[^1]: A note\n```\ncode\n```\nAfter.", ["After."]),
    ],
)
def test_dialects(raw: str, seen: list[str]) -> None:
    assert _seen(raw) == seen
    _assert_exact(raw)


def _assert_exact(text: str) -> None:
    """Each letter and digit that is seen stands at its place in the text."""
    for newline in ("\n", "\r\n"):
        raw = text.replace("\n", newline)
        article = article_from_text(raw, id="a", role=Role.DRAFT, path="a.md")
        for block in article.blocks:
            folded = fold(raw, block.span, block.gaps)
            for char, at in zip(folded.text, folded.starts, strict=True):
                assert not char.isalnum() or raw[at] == char


def test_mdx_expressions() -> None:
    text = (
        "One {items.map((i) => { return <li>{i}</li> })} two.\n\n{\n  items.map(i => (\n\n    <li>{12}</li>\n  ))\n}\n"
        "\n"
        "```js\nif (x) {\n```\n\nKeep `{12}` this } and\n\nthis { too.\n\nAnd } this.\n"
    )
    assert _seen(text, "a.mdx") == ["One two.", "Keep {12} this } and", "this { too.", "And } this."]


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
    "mark",
    [
        "[",
        "![a](",
        "<a ",
        "*a_ ",
        "` `` ",
        "{{< ",
        "<!-- ",
        "[a](" + "(" * 9,
        "~~a ",
        "<p ",
        "| ",
        "[^1]: ",
        "[^1]: a\n\n    ",
        "^[",
        "$$a",
        "%%",
        "{--",
        "{~~",
        "!!! a\n",
        "a\n: ",
        "```\n",
        "{% if %}",
        "{% else %}",
        "[a b='",
        ":a",
        "\n     \n",
        "==a",
        "- [ ] ",
    ],
)
def test_no_input_takes_long(mark: str) -> None:
    assert isinstance(_seen(mark * 3000 + " x"), list)


@pytest.mark.parametrize("text", ["\\``", "\\``` a ``", "word \\`` word"])
def test_an_escaped_code_mark_opens_nothing(text: str) -> None:
    article = article_from_text(f"Some words {text} follow.", id="a", role=Role.DRAFT, path="a.md")
    assert [block.span.cut(article.text) for block in article.blocks] == [article.text]
