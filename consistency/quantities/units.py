"""Units of measurement: their spellings, and how to find one, with "per" and powers, after a number.

Canonical names are British and singular ("kilometre per hour").
"""

from __future__ import annotations

from typing import NamedTuple

from consistency.language.resources import table
from consistency.language.surface import words
from consistency.language.tokens import Tokens
from consistency.types import Dimension

_TABLE = table("quantities", "units")


class Unit(NamedTuple):
    """A unit that ends before token ``last``; ``per`` is what a rate is counted by: "hour" of miles an hour."""

    last: int
    name: str
    dimension: Dimension = Dimension.MEASURE
    per: str | None = None


#: Units that take prefixes: name, other spellings, symbols, and the prefixes in use.
#: Units without prefixes: canonical name, then spellings (case is ignored).
#: Symbols of which the case matters, beyond those with prefixes.
#: Symbols that are also words, initials or parts of codes: refused, or accepted only in compounds.
_REFUSED = words("quantities/units", "refused")
_PLAIN_PLURAL = words("quantities/units", "plain_plural")
LENGTHS = words("quantities/units", "lengths")
#: What an amount may be reckoned by after "per" or "a", besides units of measurement and time.
PER = words("quantities/units", "per")
YEARLY = {"annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day", "hourly": "hour"}


def _plural(word: str) -> str:
    return word if word.endswith(("s", "hertz", "feet", "inches")) else word + "s"


def _spellings(units: dict[str, list[str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, spellings in units.items():
        for spelling in spellings:
            found[spelling] = name
            if spelling not in _PLAIN_PLURAL:
                found.setdefault(_plural(spelling), name)
    return found


def _with_prefixes() -> tuple[dict[str, str], dict[str, str]]:
    spelled: dict[str, str] = {}
    symbols: dict[str, str] = {}
    for name, unit in _TABLE["prefixed"].items():
        symbols |= dict.fromkeys(unit["symbols"], name)
        for prefix in unit["prefixes"]:
            for spelling in (name, *unit["others"]):
                spelled[prefix + spelling] = spelled[prefix + _plural(spelling)] = prefix + name
            symbols |= {
                sign + symbol: prefix + name for sign in _TABLE["prefixes"][prefix] for symbol in unit["symbols"]
            }
    return spelled, symbols


WORDS, SYMBOLS = _with_prefixes()
WORDS |= _spellings(_TABLE["spellings"])
TIMES = _spellings(_TABLE["times"])
SYMBOLS = {sign: name for sign, name in (SYMBOLS | _TABLE["symbols"]).items() if sign not in _REFUSED}
_POWERS = {"square": "square", "sq": "square", "cubic": "cubic", "cu": "cubic"}
_PAIRS: dict[tuple[str, ...], str] = {tuple(pair.split()): name for pair, name in _TABLE["pairs"].items()}
_DEGREES = frozenset({"degree", "degrees", "deg", "degs", "°", "º"})
_SCALES = {"c": "celsius", "f": "fahrenheit", "k": "kelvin"}
_PERCENT = frozenset({"%", "percent", "pct", "percentage", "٪", "％"})


def unit_at(tokens: Tokens, index: int, *, attached: bool = False) -> Unit | None:
    """The unit that starts at token ``index``, with what follows "per"; ``attached``: it is glued to its number."""
    found = _share(tokens, index) or _degrees(tokens, index) or _single(tokens, index, attached=attached)
    return found and per(tokens, found)


def _share(tokens: Tokens, index: int) -> Unit | None:
    """Percent, percentage points, basis points."""
    low, last = tokens.at(index).low, index + 1
    if low == "per" and tokens.at(last).low == "cent":
        low, last = "percent", last + 1
    if low in ("percentage", "percent", "%", "basis") and tokens.at(last + (tokens.at(last).text == "-")).low in (
        "point",
        "points",
    ):
        last += 1 + (tokens.at(last).text == "-")
        return Unit(last, "basis point" if low == "basis" else "percentage point", Dimension.POINTS)
    if low in ("pp", "ppt", "ppts", "bps") and tokens.at(index).text == low:
        return Unit(last, "basis point" if low == "bps" else "percentage point", Dimension.POINTS)
    return Unit(last, "percent", Dimension.PERCENT) if low in _PERCENT and low != "percentage" else None


def _degrees(tokens: Tokens, index: int) -> Unit | None:
    """Degrees of temperature or angle; "°C", "deg. celsius", "degrees f"."""
    if tokens.at(index).text in ("℃", "℉"):
        return Unit(index + 1, "celsius" if tokens[index].text == "℃" else "fahrenheit")
    if tokens.at(index).low not in _DEGREES:
        return None
    last = index + 1
    dot = tokens.at(last).text == "." and tokens.at(last + 1).low in WORDS
    scale = tokens.at(last + dot).low
    name = _SCALES.get(scale) or (WORDS.get(scale) if WORDS.get(scale) in ("celsius", "fahrenheit", "kelvin") else None)
    return Unit(last + dot + 1, name) if name else Unit(last, "degree")


def _single(tokens: Tokens, index: int, *, attached: bool) -> Unit | None:
    token, last = tokens.at(index), index + 1
    hyphen = tokens.at(last).text == "-"
    pair = _PAIRS.get((token.low, tokens.at(last + hyphen).low))
    if pair:
        return Unit(last + hyphen + 1, pair)
    power = _POWERS.get(token.low)
    if power:
        last += tokens.at(last).text in (".", "-")
        base = _named(tokens, last)
        return Unit(last + 1, f"{power} {base.name}") if base and base.name in LENGTHS else None
    if attached and token.text in ("C", "F"):
        return None if tokens.at(last).text == "-" else Unit(last, _SCALES[token.low])
    found = _named(tokens, index)
    return found and _raised(tokens, found)


def _named(tokens: Tokens, index: int) -> Unit | None:
    token = tokens.at(index)
    if token.low in TIMES and token.text not in _REFUSED:
        return Unit(index + 1, TIMES[token.low], Dimension.DURATION)
    name = SYMBOLS.get(token.text) or WORDS.get(token.low)
    if name is None or token.text in _REFUSED:
        return None
    lasting = name.endswith("second") or name == "hour"
    return _rate(index + 1, name, Dimension.DURATION if lasting else Dimension.MEASURE)


def _rate(last: int, name: str, dimension: Dimension) -> Unit:
    """A unit by its name in the table, where rates are written with "per"."""
    unit, _, by = name.partition(" per ")
    return Unit(last, unit, dimension, by or None)


def _by(unit: Unit, name: str) -> str:
    """What a unit is counted by, when it is counted by something more."""
    return f"{unit.per} per {name}" if unit.per else name


def _raised(tokens: Tokens, unit: Unit) -> Unit | None:
    """Reads the power in "km2"; other digits glued to a symbol make it part of a code."""
    digits = tokens.at(unit.last)
    if not digits.digits or not tokens.touching(unit.last):
        return unit
    power = {"2": "square", "3": "cubic"}.get(digits.text)
    glued = tokens.touching(unit.last + 1) and tokens.at(unit.last + 1).word
    return Unit(unit.last + 1, f"{power} {unit.name}") if power and unit.name in LENGTHS and not glued else None


def per(tokens: Tokens, unit: Unit) -> Unit:
    """The unit with what it is reckoned by: "a day", "per share", "/km", "-a-share", "annually"."""
    low, last = tokens.at(unit.last).low, unit.last
    if low in YEARLY:
        return unit._replace(last=last + 1, per=_by(unit, YEARLY[low]))
    hyphen = low == "-" and tokens.at(last + 1).low in ("a", "an", "per")
    low, last = tokens.at(last + hyphen).low, last + hyphen + 1
    if low not in ("per", "a", "an", "/", "each", "every"):
        return unit
    last += hyphen and tokens.at(last).text == "-"
    if tokens.at(last + 1).low in ("earlier", "ago", "later", "before", "after", "old", "-"):
        return unit
    by = _divisor(tokens, last, strict=low == "/")
    if by is None:
        return unit
    return unit._replace(last=by.last, per=_by(unit, f"{by.name} per {by.per}" if by.per else by.name))


def _divisor(tokens: Tokens, index: int, *, strict: bool) -> Unit | None:
    token = tokens.at(index)
    if strict and token.low in ("h", "hr"):
        return Unit(index + 1, "hour")
    if strict and token.text == "s":
        return Unit(index + 1, "second")
    if token.low in PER and not strict:
        return Unit(
            index + 1,
            {"capita": "person", "annum": "year", "head": "person", "pound": "pound-mass"}.get(token.low, token.low),
        )
    return _single(tokens, index, attached=False)
