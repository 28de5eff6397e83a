"""Units of measurement: their spellings, and how to find one, with "per" and powers, after a number.

Names and symbols follow the SI brochure (BIPM, 9th edition), US customary units NIST Handbook 44, data sizes IEC 80000-13.
Canonical names are British and singular ("kilometre per hour").
"""

from __future__ import annotations

from typing import NamedTuple

from consistency.extract.tokens import Tokens
from consistency.types import Dimension


class Unit(NamedTuple):
    """A unit that ends before token ``last``."""

    last: int
    name: str
    dimension: Dimension = Dimension.MEASURE


_PREFIXES = "tera T|giga G|mega M|kilo k|hecto h|deca da|deci d|centi c|milli m|micro µ|micro μ|micro mc|nano n|pico p"
#: Units that take prefixes: name, other spellings, symbols, and the prefixes in use.
_PREFIXED = """metre|meter|m|tera giga kilo deci centi milli micro nano pico
gram|gramme|g|kilo milli micro nano
litre|liter|l L|mega hecto deci centi milli micro
watt||W|tera giga mega kilo milli
watt hour|watt-hour watthour|Wh|tera giga mega kilo
joule||J|tera giga mega kilo milli
volt||V|mega kilo milli
hertz||Hz|tera giga mega kilo
pascal||Pa|mega kilo hecto
newton||N|mega kilo
byte||B|tera giga mega kilo
bit||b bit|tera giga mega kilo
calorie||cal|kilo
tonne|||mega kilo
ton|||mega kilo
second||s|milli micro nano
ampere|amp|A|kilo milli
becquerel||Bq|tera giga mega kilo
sievert||Sv|milli micro
volt-ampere||VA|kilo mega"""
#: Units without prefixes: canonical name, then spellings (case is ignored).
_WORDS = """metre: metre meter
gram: gram gramme
kilogram: kilo
litre: litre liter
inch: inch inches
foot: foot feet ft
yard: yard yd yds
mile: mile mi
nautical mile: nmi
light year: lightyear
ounce: ounce oz
pound-mass: lb lbs pound
stone: stone st
ton: ton
metric ton: tonne
acre: acre ac
hectare: hectare
gallon: gallon gal
quart: quart qt
pint: pint
barrel: barrel bbl
bushel: bushel
dram: dram drachm drachma
tablespoon: tablespoon tbsp
teaspoon: teaspoon tsp
cup: cup
carat: carat
knot: knot kt
watt: watt
joule: joule
volt: volt
ampere: ampere amp
ohm: ohm
hertz: hertz
horsepower: horsepower hp bhp
pascal: pascal
newton: newton
bar: bar
psi: psi
decibel: decibel db
lumen: lumen
pixel: pixel px
byte: byte
bit: bit
calorie: calorie
radian: radian rad
turn: turn
revolution: revolution
rpm: rpm
mile per hour: mph
kilometre per hour: kph kmph kmh
mile per gallon: mpg
celsius: celsius celcius centigrade centigrate
fahrenheit: fahrenheit farenheit fahrenheight
kelvin: kelvin kelvins
bit per second: bps
part per million: ppm
part per billion: ppb
becquerel: becquerel
sievert: sievert
fathom: fathom
furlong: furlong
page per minute: ppm_
"""
_TIMES = """second: second sec secs
minute: minute min mins
hour: hour hr hrs
day: day
week: week wk wks
fortnight: fortnight
month: month mo mos
year: year yr yrs
decade: decade
century: century centuries
millisecond: millisecond
microsecond: microsecond
nanosecond: nanosecond"""
#: Symbols of which the case matters, beyond those with prefixes.
_SYMBOLS = {"t": "metric ton", "ha": "hectare", "Mt": "megaton", "kt": "kiloton", "h": "hour", "mb": "megabit", "Mb": "megabit", "kb": "kilobit",
            "KB": "kilobyte", "Gb": "gigabit", "gb": "gigabyte", "tb": "terabyte", "kW": "kilowatt", "KG": "kilogram",
            "KM": "kilometre", "Kg": "kilogram", "Km": "kilometre", "kgs": "kilogram", "kms": "kilometre", "Mbps": "megabit per second",
            "Gbps": "gigabit per second", "kbps": "kilobit per second", "ms": "millisecond", "ML": "millilitre", "hz": "hertz",
            "ms_": "metre per second", "Kilometers": "kilometre", "HZ": "hertz", "kwh": "kilowatt hour", "mw": "megawatt",
            "ml": "millilitre", "mcg": "microgram", "K": "kelvin", "km²": "square kilometre", "m²": "square metre",
            "m³": "cubic metre", "cm²": "square centimetre", "cm³": "cubic centimetre", "km³": "cubic kilometre", "cc": "cubic centimetre",
            "sqm": "square metre", "sqft": "square foot", "sqkm": "square kilometre", "ft²": "square foot"}  # fmt: skip
#: Symbols that are also words, initials or parts of codes: refused, or accepted only in compounds.
_REFUSED = frozenset(
    {"A", "b", "B", "s", "N", "V", "J", "K", "pm", "h_", "L_", "TB_", "Pa", "VA", "ac", "mo", "das", "nm_"}
)
_PLAIN_PLURAL = frozenset({"ft", "oz", "lb", "km", "mph", "hp", "psi", "db"})
LENGTHS = frozenset({"metre", "kilometre", "centimetre", "millimetre", "inch", "foot", "yard", "mile"})
#: What an amount may be reckoned by after "per" or "a", besides units of measurement and time.
PER = frozenset(
    """share dozen head person capita piece night ticket copy bottle vote plate seat unit game visit dose troy-ounce user
    customer household family student pupil patient child worker employee vehicle car barrel bushel pound kilo capita annum
    hundredweight call message trip ride room word line case load lot contract film episode show session shift match lap
    passenger caller subscriber resident inhabitant adult couple carat kilowatt-hour block item order diem mille""".split()
)
YEARLY = {"annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day", "hourly": "hour"}


def _plural(word: str) -> str:
    return word if word.endswith(("s", "hertz", "feet", "inches")) else word + "s"


def _spellings(table: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in table.strip().splitlines():
        name, _, words = line.partition(": ")
        for word in words.split():
            found[word] = name
            if word not in _PLAIN_PLURAL:
                found.setdefault(_plural(word), name)
    return found


def _with_prefixes() -> tuple[dict[str, str], dict[str, str]]:
    words: dict[str, str] = {}
    symbols: dict[str, str] = {}
    prefixes = [entry.split() for entry in _PREFIXES.split("|")]
    for line in _PREFIXED.splitlines():
        name, others, signs, used = line.split("|")
        symbols |= {sign: name for sign in signs.split()}
        for prefix, letter in prefixes:
            if prefix not in used.split():
                continue
            for spelling in (name, *others.split()):
                words[prefix + spelling] = words[prefix + _plural(spelling)] = prefix + name
            symbols |= {letter + sign: prefix + name for sign in signs.split()}
    return words, symbols


WORDS, SYMBOLS = _with_prefixes()
WORDS |= _spellings(_WORDS)
TIMES = _spellings(_TIMES)
SYMBOLS = {sign: name for sign, name in (SYMBOLS | _SYMBOLS).items() if sign not in _REFUSED}
_POWERS = {"square": "square", "sq": "square", "cubic": "cubic", "cu": "cubic"}
_PAIRS = {
    ("metric", "ton"): "metric ton", ("metric", "tons"): "metric ton", ("metric", "tonnes"): "metric ton",
    ("short", "tons"): "ton", ("long", "tons"): "long ton", ("nautical", "miles"): "nautical mile",
    ("nautical", "mile"): "nautical mile", ("light", "years"): "light year", ("light", "year"): "light year",
    ("fluid", "ounces"): "fluid ounce", ("fluid", "ounce"): "fluid ounce", ("fl", "oz"): "fluid ounce",
    ("troy", "ounces"): "troy ounce", ("troy", "ounce"): "troy ounce", ("kilowatt", "hours"): "kilowatt hour",
    ("kilowatt", "hour"): "kilowatt hour", ("megawatt", "hours"): "megawatt hour", ("gigawatt", "hours"): "gigawatt hour",
    ("terawatt", "hours"): "terawatt hour", ("board", "feet"): "board foot", ("kilowatt-", "hours"): "kilowatt hour",
}  # fmt: skip
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
    pair = _PAIRS.get(tokens.lows(index, index + 2))
    if pair:
        return Unit(index + 2, pair)
    power = _POWERS.get(token.low)
    if power:
        last += tokens.at(last).text == "."
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
    return Unit(index + 1, name, Dimension.DURATION if name.endswith("second") or name == "hour" else Dimension.MEASURE)


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
        return unit._replace(last=last + 1, name=f"{unit.name} per {YEARLY[low]}")
    hyphen = low == "-" and tokens.at(last + 1).low in ("a", "an", "per")
    low, last = tokens.at(last + hyphen).low, last + hyphen + 1
    if low not in ("per", "a", "an", "/", "each", "every"):
        return unit
    last += hyphen and tokens.at(last).text == "-"
    if tokens.at(last + 1).low in ("earlier", "ago", "later", "before", "after", "old", "-"):
        return unit
    by = _divisor(tokens, last, strict=low == "/")
    return unit._replace(last=by.last, name=f"{unit.name} per {by.name}") if by else unit


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
