"""Words of articles made safe to print: they come from anywhere, so they may hold anything."""

from __future__ import annotations

import re
import unicodedata

# ECMA-48: CSI sequences, then strings (OSC, DCS, SOS, PM, APC) up to their terminator, then any other escape.
_ESCAPE = re.compile(r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|\x1b[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b.?", re.DOTALL)

# Runners skip spaces before the two colons (github.com/actions/runner, ActionCommand.TryParseV2).
_COMMAND = re.compile(r"^(\s*)::", re.MULTILINE)

#: Unicode's explicit bidirectional controls (UAX 9, section 2): they can show text in an order it does not have.
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def clean(text: str) -> str:
    """The text on one line without escape sequences, control characters, bidirectional controls and half surrogates."""
    return "".join(_plain(char) for char in _ESCAPE.sub("", text))


def _plain(char: str) -> str:
    if char in "\n\r\t\v\f\x85\u2028\u2029":
        return " "
    if unicodedata.category(char) == "Cs":
        return "\ufffd"
    return "" if char in _BIDI or unicodedata.category(char) == "Cc" else char


def unmarked(text: str) -> str:
    """The text without the mark that GitHub's runners take for a command anywhere in a line."""
    return text.replace("##[", "## [")


def inert(text: str) -> str:
    """The same for text of many lines, none of which starts like a command: what is printed is parsed by runners."""
    return unmarked(_COMMAND.sub(r"\1: :", text))
