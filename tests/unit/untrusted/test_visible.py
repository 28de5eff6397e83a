from __future__ import annotations

import json
import tomllib
import unicodedata

import pytest

from consistency.settings.describe import toml
from consistency.untrusted.visible import backslash, escaped, utf16


def shown(text: str) -> str:
    return escaped(text, backslash)


def test_exactly_what_unicode_calls_unprintable_or_ignorable_is_escaped() -> None:
    ignorable = pytest.importorskip("regex").compile(r"\p{Default_Ignorable_Code_Point}")
    for code in range(0x110000):
        sign = chr(code)
        nothing = 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE or 0xFFF9 <= code <= 0xFFFB
        hidden = unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp") or nothing or ignorable.match(sign)
        assert (sign in shown(f"a{sign} b")) is not bool(hidden), hex(code)


@pytest.mark.parametrize(
    "text",
    [
        "“Curly” ‘quotes’ – dashes — and… 5\u00a0km, 1\u202f000, co\u00adoperate, naïve cafe\u0301",
        "می\u200cخواهم کتاب\u200cها BBC\u200cها ۱۰\u200cساله مي\u200c ",
        "क्\u200dष क्\u200cष ന്\u200d, র\u200d্য",
        "ខ្ញុំ\u200bស្រឡាញ់ ภาษา\u200bไทย",
        "ᠮᠣᠩᠭᠣᠯ\u180eᠠ 葛\U000e0100城",
        "\u0600\u06dd \u200a\u3000",
        "👩🏽\u200d🚒 ❤\ufe0f\u200d🔥 🏳\ufe0f\u200d🌈 🤷🏽\u200d♀\ufe0f ↔\ufe0f ©\ufe0f ‼\ufe0f",
        "ℹ\ufe0f 1\ufe0f\u20e3 #\ufe0f\u20e3 🇬🇧",
        "\U0001fae8\ufe0f\u200d\U0001fae8",  # newer than the Unicode of some supported Pythons
        "🏴" + "".join(chr(0xE0000 + ord(sign)) for sign in "gbsct\x7f"),
    ],
)
def test_what_spells_words_and_emoji_is_printed_as_it_is(text: str) -> None:
    assert shown(text) == text
    assert json.loads(escaped(json.dumps(text, ensure_ascii=False), utf16)) == text


@pytest.mark.parametrize(
    ("text", "visible"),
    [
        ("tru\u200bth", r"tru\u200bth"),
        ("tru\u200cth tru\u200dth", r"tru\u200cth tru\u200dth"),
        ("\u00ad::error::x :\u00ad:", r"\xad::error::x :\xad:"),
        ("م\u200c\u200c\u200dم", "م\u200c\\u200c\\u200dم"),
        ("👍\ufe0f\ufe0e\ufe01", "👍\ufe0f\\ufe0e\\ufe01"),
        ("葛\U000e0100\U000e0101", "葛\U000e0100\\U000e0101"),
        ("a\ufe0f 1\ufe0f +\ufe0f", r"a\ufe0f 1\ufe0f +\ufe0f"),
        ("🏴\U000e0068\U000e0069\U000e007f", r"🏴\U000e0068\U000e0069\U000e007f"),
        ("\U000e0041", r"\U000e0041"),
        ("\ufeff\u2060\u3164\u115f", r"\ufeff\u2060\u3164\u115f"),
        ("\x1b[2J\x9b\x7f\x00", r"\x1b[2J\x9b\x7f\x00"),
        ("\u202ea\u2066\u200f\u061c", r"\u202ea\u2066\u200f\u061c"),
        ("\n\r\t\u2028\udcff", r"\n\r\t\u2028\udcff"),
    ],
)
def test_what_acts_hides_or_reorders_is_shown(text: str, visible: str) -> None:
    assert shown(text) == visible
    assert json.loads(escaped(json.dumps(text, ensure_ascii=False), utf16)) == text


def test_many_marks_take_no_time() -> None:
    """Quadratic, this would take minutes."""
    assert shown("\u0301" * 200_000 + "\u200c" * 200_000).count(r"\u200c") == 200_000


def test_a_setting_is_shown_as_toml_has_it() -> None:
    value = "a\x9b\x7f\u202e\U000e0041\u200b\n\x1b ñ"
    assert toml(value).isprintable()
    assert tomllib.loads(f"a = {toml(value)}") == {"a": value}
