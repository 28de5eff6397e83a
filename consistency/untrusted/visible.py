"""Escape characters that control a terminal, are invisible, or reorder text.

Unprintable are control characters, surrogates, line and paragraph separators, noncharacters, annotation marks, and
whatever Unicode calls default ignorable: bidirectional controls, zero-width characters, tags, variation selectors.
Those of the last kind that spell a word or an emoji are printed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from unicodedata import category

# Default_Ignorable_Code_Point. It includes ranges that are not assigned yet, so it covers future versions too.
_IGNORABLE = (
    r"\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    r"\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_PLANES = range(0, 0x110000, 0x10000)
_NONCHARACTERS = r"\ufdd0-\ufdef" + "".join(f"\\U{at + 0xFFFE:08x}\\U{at + 0xFFFF:08x}" for at in _PLANES)
_CONTROL = r"\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufff9-\ufffb"

_UNPRINTABLE = re.compile(f"[{_CONTROL}{_IGNORABLE}{_NONCHARACTERS}]")

# Tags are valid in three flags (RGI_Emoji_Tag_Sequence) and otherwise form invisible text.
_FLAGS = tuple("".join(chr(0xE0000 + ord(sign)) for sign in f"{place}\x7f") for place in ("gbeng", "gbsct", "gbwls"))
_FLAG = re.compile(f"\U0001f3f4(?:{'|'.join(_FLAGS)})")

#: Emoji that are not symbols in Unicode, and keycap bases.
_EMOJI = "\u203c\u2049\u2139\u3030\u303d"
_KEYCAP = "0123456789#*"

#: How many combining marks to skip when looking for their letter.
_MARKS = 8

_SHORT = {"\n": r"\n", "\r": r"\r", "\t": r"\t"}


def escaped(text: str, notation: Callable[[str], str], keep: str = "") -> str:
    """The text with unprintable characters, except those in ``keep``, in the given notation."""
    if not _UNPRINTABLE.search(text):
        return text
    flags = {at for flag in _FLAG.finditer(text) for at in range(*flag.span())}

    def shown(found: re.Match[str]) -> str:
        sign, at = found[0], found.start()
        return sign if sign in keep or at in flags or _spells(text, at) else notation(sign)

    return _UNPRINTABLE.sub(shown, text)


def backslash(sign: str) -> str:
    """A character in the notation of Python and the shells."""
    return _SHORT.get(sign) or (f"\\x{ord(sign):02x}" if ord(sign) < 0x100 else unicode(sign))


def unicode(sign: str) -> str:
    """A character in the notation of TOML."""
    return f"\\u{ord(sign):04x}" if ord(sign) < 0x10000 else f"\\U{ord(sign):08x}"


def utf16(sign: str) -> str:
    """A character in the notation of JSON, with surrogate pairs beyond the BMP."""
    units = sign.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))


def _spells(text: str, at: int) -> bool:
    """Whether an ignorable character is part of a word or an emoji and affects rendering."""
    sign, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if sign == "\u200d" and before == "\ufe0f":
        return _picture(text[at - 2 : at - 1]) and _picture(after)
    if before == "" or _UNPRINTABLE.match(before):
        return False  # only one can make a difference, and only to something that is there
    if sign == "\u00ad":
        return before.isalpha() and after.isalpha()
    if sign in "\ufe0e\ufe0f":
        return _picture(before) or (before in _KEYCAP and after == "\u20e3")
    if "\ufe00" <= sign <= "\ufe0d" or "\U000e0100" <= sign <= "\U000e01ef":
        return before > "\x7f" and category(before) in ("Lo", "Sm")
    if sign == "\u200d" and _picture(after):
        return _picture(before)
    if sign in "\u034f\u200b\u200c\u200d" or "\u180b" <= sign <= "\u180f":
        return _joins(text, at)
    return False


def _joins(text: str, at: int) -> bool:
    """Whether a joiner or separator follows a letter of a script without case, where it is orthographic."""
    first = at - 1
    while first > max(0, at - _MARKS) and category(text[first])[0] == "M":
        first -= 1
    base, after = text[first], text[at + 1 : at + 2]
    return _caseless(base) or (base.isalnum() and _caseless(after))


def _caseless(sign: str) -> bool:
    return sign != "" and category(sign) in ("Lo", "Lm") and not _UNPRINTABLE.match(sign)


def _picture(sign: str) -> bool:
    """Whether a character can be an emoji or skin tone, including ones that Python does not know yet."""
    if sign == "" or sign < "\x80":
        return False
    new = category(sign) == "Cn" and sign >= "\U0001f000"
    return category(sign) in ("So", "Sm") or new or "\U0001f3fb" <= sign <= "\U0001f3ff" or sign in _EMOJI
