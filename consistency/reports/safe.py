"""Makes text of articles, file names and settings, which may contain anything, safe to print."""

from __future__ import annotations

import re

from consistency.untrusted.visible import backslash, escaped, utf16

#: Characters that separate words or lines; in prose each becomes a space.
_SPACE = re.compile("[\t-\r\x85\u2028\u2029]")

# The sequences for colours and weights (ECMA-48, SGR), the only ones that the program itself writes.
_SGR = r"\x1b\[[0-9;]*m"
_STYLE = re.compile(f"({_SGR})")

# Runners skip spaces before the two colons (github.com/actions/runner, ActionCommand.TryParseV2).
_COMMAND = re.compile(rf"^((?:\s|{_SGR})*):(?=:)", re.MULTILINE)

# GitHub's older commands, and those of Azure and TeamCity, work anywhere in a line.
_MARK = re.compile(r"##(?=[\w.]*\[)")


def clean(text: str) -> str:
    """Prose on one line: line breaks and tabs become spaces, characters that are not printable are escaped."""
    return escaped(_SPACE.sub(" ", text), backslash)


def label(text: str) -> str:
    """A name, key or value on one line: line breaks are escaped, too."""
    return escaped(text, backslash)


def line(text: str) -> str:
    """A name, key or value for the start of a line, which no runner executes as a command."""
    return inert(label(text))


def unmarked(text: str) -> str:
    """The text without the marks with which a command may start anywhere in a line."""
    return _MARK.sub("## ", text)


def inert(text: str) -> str:
    """Text of many lines without commands: CI runners parse everything that is printed."""
    return unmarked(_COMMAND.sub(r"\1: ", text))


def json_text(document: str) -> str:
    """An equivalent JSON document, whose strings have escapes for unprintable characters and command marks."""
    return _MARK.sub(r"#\\u0023", escaped(document, utf16, keep="\n"))


def page(text: str, *, styled: bool = False) -> str:
    """Text of many lines, safe for an output stream: keeps line feeds, and colours if it is ``styled``."""
    parts = _STYLE.split(text) if styled else [text]
    return "".join(part if at % 2 else escaped(part, backslash, keep="\n") for at, part in enumerate(parts))
