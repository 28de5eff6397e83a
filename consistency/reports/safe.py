"""Words of articles, file names and settings made safe to print: they come from anywhere and may contain anything."""

from __future__ import annotations

import re

from consistency.untrusted.visible import backslash, escaped, utf16

#: What separates words or lines; in prose each is a space.
_SPACE = re.compile("[\t-\r\x85\u2028\u2029]")

# The sequences for colours and weights (ECMA-48, SGR), which are all that the program itself puts into a text.
_SGR = r"\x1b\[[0-9;]*m"
_STYLE = re.compile(f"({_SGR})")

# Runners skip spaces before the two colons (github.com/actions/runner, ActionCommand.TryParseV2).
_COMMAND = re.compile(rf"^((?:\s|{_SGR})*):(?=:)", re.MULTILINE)

# GitHub's older form, and those of Azure and TeamCity, are commands anywhere in a line.
_MARK = re.compile(r"##(?=[\w.]*\[)")


def clean(text: str) -> str:
    """Prose on one line: line breaks and tabs become spaces, what cannot be printed is in backslash notation."""
    return escaped(_SPACE.sub(" ", text), backslash)


def label(text: str) -> str:
    """A name, key or value on one line: a line break in it is shown, too."""
    return escaped(text, backslash)


def line(text: str) -> str:
    """The same as a line of its own, which no runner takes for a command."""
    return inert(label(text))


def unmarked(text: str) -> str:
    """The text without the marks that runners take for a command anywhere in a line."""
    return _MARK.sub("## ", text)


def inert(text: str) -> str:
    """The same for text of many lines, none of which starts like a command: what is printed is parsed by runners."""
    return unmarked(_COMMAND.sub(r"\1: ", text))


def json_text(document: str) -> str:
    """A JSON document of the same value, in which strings have escapes for what cannot be printed, and no marks."""
    return _MARK.sub(r"#\\u0023", escaped(document, utf16, keep="\n"))


def page(text: str, *, styled: bool = False) -> str:
    """Text of many lines as it may reach a stream: line feeds are kept, and colours where it is ``styled``."""
    parts = _STYLE.split(text) if styled else [text]
    return "".join(part if at % 2 else escaped(part, backslash, keep="\n") for at, part in enumerate(parts))
