"""Numbers as news writes them: digits with grouping, fractions, words, and scales such as "billion" or "crore"."""

from __future__ import annotations

import re
from typing import NamedTuple
from unicodedata import numeric

from consistency.language.number_words import ONES, SCALES, TENS
from consistency.language.tokens import Tokens

#: Scales of one letter: also units, so they need a currency or something counted beside them.
LETTERS = {"k": 1e3, "m": 1e6, "mm": 1e6, "b": 1e9, "t": 1e12}
#: Plural scales name an order of magnitude only.
CROWDS = {
    "tens": 1e1, "dozens": 12.0, "scores": 20.0, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9,
    "trillions": 1e12, "lakhs": 1e5, "crores": 1e7,
}  # fmt: skip
#: Parts of a whole, by the word for one part.
PARTS = {
    "half": 1 / 2, "halves": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fourth": 1 / 4, "fifth": 1 / 5, "sixth": 1 / 6,
    "seventh": 1 / 7, "eighth": 1 / 8, "ninth": 1 / 9, "tenth": 1 / 10, "hundredth": 1 / 100, "thousandth": 1 / 1000,
}  # fmt: skip
PARTS |= {word + "s": value for word, value in PARTS.items() if not word.startswith("hal")}
#: Denominators that print a fraction; others ("9/11", "24/7", "2009/10") are dates or names.
DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 16, 32, 64, 100})
#: More digits than any figure of news has: a serial number.
MAX_DIGITS = 24

_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_POINTED = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?")
_PLAIN = re.compile(r"\d*(?:\.\d+)?")
_COMMA = re.compile(r"\d+,\d{1,2}")


class Numeral(NamedTuple):
    """A number in the tokens ``[first, last)``; ``step`` is the place of its last printed digit."""

    first: int
    last: int
    value: float
    step: float
    digits: bool
    scale: float = 1.0
    vague: bool = False
    part: bool = False


def figure(text: str, *, comma: bool = False) -> tuple[float, float] | None:
    """Value and step of a printed figure, or None where grouping makes no sense.

    A decimal comma ("3,5") counts only where ``comma`` says that a scale or unit follows.
    """
    if len(text) > MAX_DIGITS:
        return None
    if _GROUPED.fullmatch(text):
        text = text.replace(",", "")
    elif _POINTED.fullmatch(text):
        text = text.replace(".", "").replace(",", ".")
    elif comma and _COMMA.fullmatch(text):
        text = text.replace(",", ".")
    elif not _PLAIN.fullmatch(text):
        return None
    whole, _, decimals = text.partition(".")
    return float(f"{whole or 0}.{decimals or 0}"), 10.0 ** -len(decimals)


def numeral(tokens: Tokens, first: int) -> Numeral | None:
    """The longest number that starts at token ``first``."""
    token = tokens[first]
    if token.digits:
        return _printed(tokens, first)
    if token.text in _VULGAR:
        return _scaled(tokens, Numeral(first, first + 1, numeric(token.text), 0.01, True, part=True))
    if token.low in CROWDS:
        return _crowd(tokens, first)
    if token.low in ("a", "an"):
        return _article(tokens, first)
    if token.low in ("half", "quarter"):
        return _share_of_scale(tokens, first, first)
    return _spelled(tokens, first)


#: Fractions of one character, with any digits: Unicode's number forms of category No below one.
_VULGAR = frozenset("¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞")


def _printed(tokens: Tokens, first: int) -> Numeral | None:
    fraction = _slashed(tokens, first)
    if fraction is not None:
        return _scaled(tokens, Numeral(first, first + 3, fraction, 0.01, True, part=True))
    read = figure(tokens[first].text, comma=_decimal_comma(tokens, first + 1))
    if read is None:
        return None
    value, step = read
    last = first + 1
    while tokens.at(last).text == "," and _spaced_group(tokens, last):
        value, last = value * 1000 + float(tokens[last + 1].text), last + 2
    return _scaled(tokens, _mixed(tokens, Numeral(first, last, value, step, True)))


def _decimal_comma(tokens: Tokens, index: int) -> bool:
    return tokens.at(index).low in SCALES or tokens.at(index).low in ("%", "percent", "€", "euros", "km", "kg")


def _spaced_group(tokens: Tokens, comma: int) -> bool:
    """Whether "10, 000" was torn apart: no number of its own starts with a nought."""
    group = tokens.at(comma + 1).text
    before = tokens.at(comma - 1).text
    return len(group) == 3 and group.isdecimal() and (group[0] == "0" or _torn(tokens.near(comma))) and len(before) <= 3


def _torn(tokens: Tokens) -> bool:
    """Whether the sentence went through a tokeniser: a space stands before a closing sign."""
    return any(tokens[index].text in ")%;" and not tokens.touching(index) for index in range(1, len(tokens)))


def _slashed(tokens: Tokens, first: int) -> float | None:
    top, bottom = tokens[first].text, tokens.at(first + 2).text
    if tokens.at(first + 1).text not in ("/", "⁄") or not (top.isdecimal() and bottom.isdecimal()):
        return None
    if len(top) > 2 or len(bottom) > 3 or int(bottom) not in DENOMINATORS or int(top) >= int(bottom):
        return None
    slash_again = tokens.at(first + 3).text == "/" and tokens.at(first + 4).text[:1].isdecimal()
    return None if slash_again or tokens.at(first - 1).text == "/" else int(top) / int(bottom)


def _mixed(tokens: Tokens, whole: Numeral) -> Numeral:
    """Adds "1/2", "½" or "and a half" to a whole number."""
    last, extra = whole.last, 0.0
    if whole.step < 1:
        return whole
    if tokens.at(last).text in _VULGAR:
        last, extra = last + 1, numeric(tokens[last].text)
    elif tokens.at(last).text[:1].isdecimal():
        extra = _slashed(tokens, last) or 0.0
        last += 3 if extra else 0
    elif tokens.lows(last, last + 2) in (("and", "a"), ("and", "one")) and tokens.at(last + 2).low in (
        "half",
        "quarter",
    ):
        last, extra = last + 3, PARTS[tokens[last + 2].low]
    elif tokens.lows(last, last + 3) == ("and", "three", "quarters"):
        last, extra = last + 3, 0.75
    return whole._replace(last=last, value=whole.value + extra, step=0.1 if extra else whole.step)


def _scaled(tokens: Tokens, number: Numeral) -> Numeral:
    """Multiplies by the scale words that follow, also hyphenated ("75-million") or torn ("a million and a half")."""
    last, scale = number.last, 1.0
    while True:
        hyphen = tokens.at(last).text == "-" and tokens.touching(last) and tokens.touching(last + 1)
        step = SCALES.get(tokens.at(last + hyphen).low)
        if step is None:
            break
        last, scale = last + hyphen + 1, scale * step
    if scale == 1.0:
        return number
    if scale >= 1e3 and number.value == 1 and tokens.lows(last, last + 3) == ("and", "a", "half"):
        return Numeral(number.first, last + 3, 1.5 * scale, 0.1 * scale, number.digits, scale)
    return number._replace(
        last=last, value=_tidy(number.value * scale), step=number.step * scale, scale=scale, part=False
    )


def _tidy(value: float) -> float:
    """The value without the noise of binary multiplication: 0.43 billion is 430 million to the last bit."""
    return float(f"{value:.15g}")


def _crowd(tokens: Tokens, first: int) -> Numeral | None:
    value, last = CROWDS[tokens[first].low], first + 1
    if tokens.at(last).low == "of" and tokens.at(last + 1).low in CROWDS:
        value, last = value * CROWDS[tokens[last + 1].low], last + 2
    elif tokens[first].low == "tens":
        return None
    return Numeral(first, last, value, value, False, value, vague=True)


def _article(tokens: Tokens, first: int) -> Numeral | None:
    following = tokens.at(first + 1).low
    if following in ("half", "quarter"):
        return _share_of_scale(tokens, first, first + 1)
    if following == "hundred":
        spelled = _spelled(tokens, first + 1, start=1.0)
        return spelled and spelled._replace(first=first)
    if following not in SCALES:
        return None
    return _scaled(tokens, Numeral(first, first + 1, 1.0, 1.0, False))


def _share_of_scale(tokens: Tokens, first: int, part: int) -> Numeral | None:
    """ "half a million", "a quarter of a million", "half million", "half a dozen"."""
    last = part + 1
    last += tokens.at(last).low == "of"
    last += tokens.at(last).low in ("a", "an")
    if tokens.at(last).low not in SCALES:
        return None
    return _scaled(tokens, Numeral(first, last, PARTS[tokens[part].low], 0.1, False))


def _spelled(tokens: Tokens, first: int, start: float | None = None) -> Numeral | None:
    """A number in words: "ninety-five", "twelve hundred", "two million three hundred thousand"."""
    total, current, step, last = 0.0, start, 1.0, first
    room = 100.0 if start is None else 1.0
    while True:
        index = _joined(tokens, last) if last > first else last
        low = tokens.at(index).low
        below = float(ONES.get(low, TENS.get(low, -1)))
        if below >= 0 and _fits(current, below, room):
            current, room, step = (current or 0.0) + below, (10.0 if below >= 20 else 1.0), 1.0
        elif low == "hundred" and current is not None and 0 < current < 100 and room <= 10:
            current, room, step = current * 100, 100.0, 100.0
        elif low in SCALES and low != "hundred" and current is not None and SCALES[low] != total:
            total, step, room = total + current * SCALES[low], SCALES[low], 100.0
            current, last = 0.0, index + 1
            continue
        else:
            break
        last = index + 1
    if current is None or last == first:
        return None
    scale = step if step >= 1e3 else 1.0
    return _fractioned(tokens, Numeral(first, last, total + current, step, False, scale))


def _joined(tokens: Tokens, index: int) -> int:
    """Skips the hyphen inside "ninety-five" and the "and" inside "two hundred and five"."""
    if tokens.at(index).text == "-" and tokens.touching(index) and tokens.touching(index + 1):
        return index + 1
    before_and = tokens.at(index - 1).low
    if tokens.at(index).low == "and" and (before_and == "hundred" or before_and in SCALES):
        return index + 1
    return index


def _fits(current: float | None, below: float, room: float) -> bool:
    if current is None:
        return True
    return 0 < below < room and (current == 0 or current % max(room, 1.0) == 0)


def _fractioned(tokens: Tokens, number: Numeral) -> Numeral:
    """Reads "two-thirds", "three quarters billion" and "one and a half million" after the first word."""
    last = number.last
    hyphen = tokens.at(last).text == "-" and tokens.touching(last) and tokens.touching(last + 1)
    part = tokens.at(last + hyphen).low
    if part in PARTS and number.value < 100 and (part.endswith(("s", "half")) or number.value == 1):
        share = number.value * PARTS[part]
        return _scaled(tokens, Numeral(number.first, last + hyphen + 1, share, 0.01, False, part=True))
    if number.scale > 1:
        return number
    mixed = _mixed(tokens, number)
    return _scaled(tokens, mixed) if mixed.last > last else number
