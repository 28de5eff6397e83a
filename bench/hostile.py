"""Texts made to be slow to read: each kind repeats one thing until it has the size asked for.

Nobody writes so, but anybody may send it. ``text(kind, size)`` gives the text, ``changed`` one that differs slightly.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

#: A kind that is plain text, and one that only Markdown knows; the same name gives the file's ending.
PLAIN, MARKDOWN = ".txt", ".md"

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "October", "November", "December")
WORDS = ("harbour", "council", "ferry", "mayor", "bridge", "school", "river", "market", "union", "budget", "storm")
NAMES = ("Velmar", "Hallgren", "Oste", "Brandvik", "Hamre", "Quist", "Lyr", "Norrlinje")

#: Which part of the words is changed in the other text.
CHANGED = 40

_WORD = re.compile(r"[^\W_]+")


def _repeated(unit: str, between: str = " ") -> Callable[[int], str]:
    """One unit over and over."""
    return lambda size: between.join([unit] * (size // len(unit + between) + 1))


def _counted(unit: Callable[[int], str], between: str = " ", end: str = "") -> Callable[[int], str]:
    """A unit for each number, until they reach the size."""

    def made(size: int) -> str:
        parts: list[str] = []
        length = number = 0
        while length < size:
            parts.append(unit(number))
            length += len(parts[-1]) + len(between)
            number += 1
        return between.join(parts) + end

    return made


def _around(left: str, right: str, middle: str = "harbour", end: str = "") -> Callable[[int], str]:
    """Marks that open as often as they close, one in another."""

    def made(size: int) -> str:
        depth = size // len(left + right) + 1
        return left * depth + middle + right * depth + end

    return made


def _pick(words: tuple[str, ...], number: int) -> str:
    return words[number % len(words)]


def _day(number: int) -> str:
    return f"{number % 28 + 1} {_pick(MONTHS, number)} {1950 + number % 70}"


def _sentence(number: int) -> str:
    """A sentence of news; none is like another."""
    return (
        f"{_pick(NAMES, number)} {_pick(NAMES, number // 3)} said the {_pick(WORDS, number)} had lost {number + 3} "
        f"of its {_pick(WORDS, number // 5)} staff, about ${number + 2}.{number % 10} million, on {_day(number)}."
    )


def _quoted(number: int) -> str:
    return f'"We lost the {_pick(WORDS, number)} {number}," said {_pick(NAMES, number)}, "and the {number} staff."'


def _row(number: int) -> str:
    return f"| {_pick(NAMES, number)} | {number * 7 % 1000} | {number}.{number % 10}% | ${number},000 |"


def _list(number: int) -> str:
    return f"{'  ' * min(number, 60)}- item {number}"


def _table(size: int) -> str:
    return "| name | a | b | c |\n|---|---|---|---|\n" + _counted(_row, "\n")(size)


def _front(size: int) -> str:
    return "---\ntitle: The harbour\n" + _counted(lambda n: f"key{n}: {n}", "\n")(size) + "\n---\nThe harbour closed.\n"


#: Each kind: the ending of its file, and how its text of a size is made.
KINDS: dict[str, tuple[str, Callable[[int], str]]] = {
    "news": (PLAIN, _counted(_sentence)),
    "paragraphs": (PLAIN, _counted(_sentence, "\n\n")),
    "one sentence repeated": (PLAIN, _repeated("The mayor said 12 people died in the fire on Monday.")),
    "one paragraph repeated": (PLAIN, _repeated("The mayor said 12 people died in the fire on Monday.", "\n\n")),
    "one long sentence": (PLAIN, _counted(lambda n: f"the {_pick(WORDS, n)} of {_pick(NAMES, n)} and", " ", " ended.")),
    "commas": (PLAIN, _counted(lambda n: f"{_pick(NAMES, n)}, {_pick(WORDS, n)}", ", ", " said.")),
    "dates in a list": (PLAIN, _counted(_day, ", ", " were the days.")),
    "months": (PLAIN, _repeated("May")),
    "years": (PLAIN, _counted(lambda n: f"in {1900 + n % 120}")),
    "figures in a list": (PLAIN, _counted(lambda n: f"{n + 2} people", ", ", " died.")),
    "digits and spaces": (PLAIN, _repeated("1")),
    "hyphen chains": (PLAIN, _repeated("1", "-")),
    "word chains": (PLAIN, _repeated("twenty", "-")),
    "number words": (PLAIN, _repeated("two hundred and")),
    "decimal points": (PLAIN, _repeated("1", ".")),
    "grouped digits": (PLAIN, _repeated("000", ",")),
    "one long number": (PLAIN, _repeated("7", "")),
    "currency signs": (PLAIN, _repeated("$", "")),
    "currency amounts": (PLAIN, _repeated("$5 €6 £7")),
    "percent": (PLAIN, _repeated("%", "")),
    "capitals": (PLAIN, _repeated("A")),
    "capitals with points": (PLAIN, _repeated("A.", "")),
    "names": (PLAIN, _counted(lambda n: f"{_pick(NAMES, n)} of the {_pick(NAMES, n // 3)}")),
    "apostrophes": (PLAIN, _repeated("'", "")),
    "apostrophes in words": (PLAIN, _repeated("a'b'c's")),
    "quotations": (PLAIN, _counted(_quoted)),
    "quotation marks": (PLAIN, _repeated('"', "")),
    "unclosed quotations": (PLAIN, _repeated('"I said')),
    "unclosed quotations in paragraphs": (PLAIN, _repeated('"I said so.', "\n\n")),
    "nested quotations": (PLAIN, _around("“I said ‘", "’ so”")),
    "single quotations": (PLAIN, _repeated("'we', he said,")),
    "attributions": (PLAIN, _repeated("he said that according to her")),
    "negations": (PLAIN, _repeated("may not have refused to deny that")),
    "pronouns": (PLAIN, _repeated("which who that it")),
    "ellipses": (PLAIN, _repeated("...", " ")),
    "full stops": (PLAIN, _repeated(".", "")),
    "exclamation marks": (PLAIN, _repeated("No!", " ")),
    "bylines": (PLAIN, _repeated("By " + "A" * 70 + "!", "\n\n")),
    "initials": (PLAIN, _repeated("U.S.", " ")),
    "dashes": (PLAIN, _repeated("--", " ")),
    "spaces": (PLAIN, lambda size: "The harbour" + " " * size + "closed."),
    "line breaks": (PLAIN, lambda size: "The harbour" + "\n" * size + "closed."),
    "lines": (PLAIN, _repeated("x", "\n")),
    "numbered lines": (PLAIN, _counted(lambda n: f"{n % 99 + 1}. The {_pick(WORDS, n)}", "\n")),
    "one letter": (PLAIN, _repeated("a", "")),
    "long tokens": (PLAIN, _repeated("a" * 990)),
    "one long address": (PLAIN, lambda size: "See https://example.org/" + "a/" * (size // 2)),
    "entities": (PLAIN, _repeated("&amp;", "")),
    "open entities": (PLAIN, _repeated("&a", "")),
    "combining marks": (PLAIN, lambda size: "e" + "\u0301" * size),
    "foreign script": (PLAIN, _repeated("港口关闭了。", "")),
    "brackets in text": (PLAIN, _around("(", ")")),
    "front matter": (MARKDOWN, _front),
    "front matter marks": (MARKDOWN, _repeated("---", "\n")),
    "nested quotes": (MARKDOWN, lambda size: _repeated("> " * 28 + "harbour", "\n")(size)),
    "deep quotes": (MARKDOWN, lambda size: "> " * (size // 2) + "harbour"),
    "nested lists": (MARKDOWN, _counted(_list, "\n")),
    "lists in a line": (MARKDOWN, lambda size: "- " * (size // 2) + "harbour"),
    "table": (MARKDOWN, _table),
    "links": (MARKDOWN, _repeated("[a](b)")),
    "open links": (MARKDOWN, _repeated("[a](", "")),
    "open brackets": (MARKDOWN, _repeated("[", "")),
    "nested brackets": (MARKDOWN, _around("[", "]")),
    "nested links": (MARKDOWN, _around("[", "](b)")),
    "link targets": (MARKDOWN, lambda size: "[a]" + "(" * size),
    "references": (MARKDOWN, _counted(lambda n: f"[a{n}]: /b\n\nSee [a{n}].\n", "\n")),
    "footnotes": (MARKDOWN, _counted(lambda n: f"Text[^{n}].\n\n[^{n}]: Note {n}.\n", "\n")),
    "emphasis": (MARKDOWN, _repeated("*a **b", " ")),
    "emphasis marks": (MARKDOWN, _repeated("*", "")),
    "nested emphasis": (MARKDOWN, _around("*a ", " b*")),
    "underlines": (MARKDOWN, _repeated("_a", " ")),
    "code marks": (MARKDOWN, _counted(lambda n: "`" * (n % 200 + 1), " a ")),
    "fences": (MARKDOWN, _repeated("```", "\n")),
    "tags": (MARKDOWN, _around("<b>", "</b>")),
    "blocks of HTML": (MARKDOWN, _around("<div>\n", "</div>\n", "harbour\n")),
    "open tags": (MARKDOWN, _repeated('<a b="', "")),
    "open scripts": (MARKDOWN, _repeated("<script>", "\n")),
    "less-than signs": (MARKDOWN, _repeated("<", "")),
    "comments": (MARKDOWN, _repeated("<!-- consistency: ignore NUM -->", "\n")),
    "open comments": (MARKDOWN, _repeated("<!-- consistency: ignore", "\n")),
    "templates": (MARKDOWN, _repeated("{{ a }}")),
    "open templates": (MARKDOWN, _repeated("{{ {% ", "")),
    "open shortcodes": (MARKDOWN, _repeated("{{< highlight >}}", "\n")),
    "conditions": (MARKDOWN, _around("{% if a %}", "{% endif %}")),
    "braces": (MARKDOWN, _repeated("{", "")),
    "attributes": (MARKDOWN, _repeated("{: .a ", "")),
    "display mathematics": (MARKDOWN, _repeated("$$ a", " ")),
    "escapes": (MARKDOWN, _repeated("\\", "")),
    "notes in text": (MARKDOWN, _repeated("^[a", "")),
    "tables of pipes": (MARKDOWN, lambda size: "a|" * (size // 4) + "\n" + "-|" * (size // 4)),
    "comments in front matter": (MARKDOWN, lambda size: "---\r\n" + "# a\r\n" * (size // 5) + "harbour"),
    "indents of fences": (MARKDOWN, lambda size: "- " + " " * size + "harbour"),
    "directives": (MARKDOWN, lambda size: "{::" + "a" * size),
    "names of tags": (MARKDOWN, lambda size: "<div>\n<A" + ".a" * (size // 2)),
    "headings": (MARKDOWN, _repeated("# a", "\n")),
    "rules": (MARKDOWN, _repeated("* *", "")),
}


def text(kind: str, size: int) -> str:
    """The text of a kind, of about ``size`` characters."""
    return KINDS[kind][1](size)


def suffix(kind: str) -> str:
    """The ending of a file of this kind."""
    return KINDS[kind][0]


def changed(original: str) -> str:
    """The same text with some words and figures exchanged; markup stays."""
    return "".join(_parts(original))


def _parts(original: str) -> Iterator[str]:
    at = 0
    for number, match in enumerate(_WORD.finditer(original)):
        if number % CHANGED == CHANGED - 1:
            word = match.group()
            yield original[at : match.start()]
            yield word[:-1] + str((int(word[-1]) + 1) % 10) if word.isdecimal() else "other"
            at = match.end()
    yield original[at:]
