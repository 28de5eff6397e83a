"""Currencies: their signs, codes and names, and how to find one before or after a number.

Codes and names follow ISO 4217; signs follow Unicode's currency block and common newsroom usage ("A$", "Mex$").
Names that several countries share ("franc", "peso") stay names unless the country is printed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from consistency.language.resources import table
from consistency.language.surface import words
from consistency.language.tokens import Tokens
from consistency.types import Claim, Dimension, TextSpan


class Currency(NamedTuple):
    """A currency found in the tokens ``[first, last)``; ``scale`` is 1e6 in "MUSD"."""

    first: int
    last: int
    unit: str
    scale: float = 1.0


SIGNS: dict[str, str] = table("quantities", "currencies")["signs"]
#: What stands before a dollar sign to say whose dollar it is.
DOLLARS: dict[str, str] = table("quantities", "currencies")["dollars"]
#: ISO 4217 code: name of the currency in the singular.
CODES: dict[str, str] = table("quantities", "currencies")["codes"]
#: Codes that are English words in capitals: only directly after a number.
WORDLIKE = words("quantities/currencies", "wordlike")
#: Codes that are also written in small letters and are no English words.
SMALL_CODES = words("quantities/currencies", "small_codes") | {"cad"}
#: Codes with a name of their own in agreement: yuan has three codes.
SAME = {"RMB": "CNY", "CNH": "CNY", "BTC": "bitcoin", "ETH": "ether"}

#: Names that mean one currency wherever they stand, and minor units; spelled as printed in the plural and singular.
NAMES = {word: unit for unit, names in table("quantities", "currencies")["names"].items() for word in names}
MINOR = frozenset({"cent", "penny", "sen", "kopek", "paisa", "satoshi"})
#: Names that are commoner as another word: they need a scale or a large figure before them.
DOUBTFUL = words("quantities/currencies", "doubtful")
#: Country words before a name: ("swiss", "francs") is CHF.
_IRREGULAR = {
    "kronor": "krona",
    "kroner": "krone",
    "pounds": "pound",
    "lire": "lira",
    "reais": "real",
    "roubles": "rouble",
}
_NATIONAL = {tuple(name.lower().split()): code for code, name in CODES.items() if " " in name}
_NATIONAL |= {tuple(name.split()): code for name, code in table("quantities", "currencies")["national"].items()}


def code_of(text: str, *, after: bool) -> tuple[str, float] | None:
    """Unit and scale of a printed code such as "USD", "usd" or "MEUR"; word-like codes only ``after`` a number."""
    code = text.upper() if text in SMALL_CODES else text
    if code in CODES and (after or code not in WORDLIKE):
        return SAME.get(code, code), 1.0
    scale = {"k": 1e3, "K": 1e3, "T": 1e3, "M": 1e6, "B": 1e9}.get(text[:1])
    if scale and text[1:] in ("USD", "EUR", "GBP", "AUD", "CAD", "NOK", "SEK", "DKK", "CHF", "JPY", "INR", "CNY"):
        return text[1:], scale
    return None


def before(tokens: Tokens, index: int, floor: int) -> Currency | None:
    """The currency that ends just before token ``index`` and starts at ``floor`` or later."""
    token = tokens.at(index - 1)
    if index - 1 < floor:
        return None
    if token.text in SIGNS:
        return _sign(tokens, index - 1, floor)
    code = code_of(token.text, after=False)
    if code:
        return Currency(index - 1, index, *code)
    if token.text == "." and tokens.at(index - 2).low == "rs":
        return Currency(index - 2, index, "rupee")
    if token.low in ("dollar", "rs", "rupees", "sen", "rm") and (token.low != "rm" or token.text == "RM"):
        return Currency(index - 1, index, NAMES.get(token.low, "MYR"))
    return None


def _sign(tokens: Tokens, index: int, floor: int) -> Currency:
    """A sign with what is glued to it: "US$", "Mex$", "hk $"."""
    sign, prefix = tokens[index].text, tokens.at(index - 1)
    if sign == "$" and index - 1 >= floor and prefix.low in DOLLARS:
        apart = prefix.low in ("us", "u.s.", "c", "hk", "nt", "mex", "nz") or len(prefix.low) == 3
        if tokens.touching(index) or (apart and tokens.at(index - 2).text not in ("'", ".")):
            return Currency(index - 1, index + 1, DOLLARS[prefix.low])
    return Currency(index, index + 1, SIGNS[sign])


def after(tokens: Tokens, index: int, *, large: bool = True) -> Currency | None:
    """The currency that starts at token ``index``; doubtful names only where the figure is ``large``."""
    token = tokens.at(index)
    if token.text in SIGNS and not tokens.at(index + 1).digits:
        return Currency(index, index + 1, SIGNS[token.text])
    code = code_of(token.text, after=True)
    if code:
        return Currency(index, index + 1, *code)
    if not token.word:
        return None
    for length in (3, 2, 1):
        words = tokens.lows(index, index + length)
        unit = _name(words, large=large)
        if unit and len(words) == length:
            return Currency(index, index + length, unit)
    return None


def _name(words: tuple[str, ...], *, large: bool) -> str | None:
    if not words or (words[-1] in DOUBTFUL and not large):
        return None
    if len(words) == 1:
        return NAMES.get(words[0])
    last = _IRREGULAR.get(words[-1], words[-1])
    return (
        _NATIONAL.get(words)
        or _NATIONAL.get((*words[:-1], last))
        or _NATIONAL.get((*words[:-1], last.removesuffix("s")))
    )


def currency_name(unit: str, per: str | None = None) -> str:
    """The name of a money unit in words: CAD per share is "Canadian dollar per share"."""
    return CODES.get(unit, unit) + (f" per {per}" if per else "")


def with_counted_currency(claim: Claim) -> Claim:
    """The claim; a sum of money that has no noun of its own counts its currency."""
    quantity = claim.quantity
    if claim.counted or not quantity or quantity.dimension is not Dimension.MONEY or not quantity.unit:
        return claim
    return replace(claim, counted=TextSpan(span=claim.span, text=currency_name(quantity.unit, quantity.per)))
