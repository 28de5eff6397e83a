"""A number with its unit, currency or thing counted: the core of a figure, before its qualifiers."""

from __future__ import annotations

from typing import NamedTuple

from consistency.extract import currencies, lookalikes
from consistency.extract.bounds import after_bound
from consistency.extract.counted import measured, thing
from consistency.extract.currencies import MINOR, SIGNS
from consistency.extract.lexicon import DETERMINERS, FUNCTION_WORDS, is_plural
from consistency.extract.numbers import CROWDS, LETTERS, ONES, SCALES, TENS, Numeral, numeral
from consistency.extract.surface import words
from consistency.extract.tokens import Tokens
from consistency.extract.units import TIMES, WORDS, Unit, per, unit_at
from consistency.types import Bound, Change, Dimension


class Amount(NamedTuple):
    """The tokens ``[first, last)`` of a figure; ``core_last`` ends number, scale and unit, without the thing counted."""

    first: int
    last: int
    core_last: int
    value: float
    step: float
    dimension: Dimension
    unit: str | None = None
    high: float | None = None
    counted: tuple[int, int] | None = None
    vague: bool = False
    increment: bool = False
    bound: Bound | None = None
    change: Change | None = None
    scale: float = 1.0


#: Words with no number in them that still count: a plausible value each, never compared as an exact figure.
VAGUE = {"several": 4.0, "many": 10.0, "few": 3.0, "numerous": 10.0, "countless": 100.0}
#: Word tokens at which a number may start.
STARTERS = (
    frozenset(ONES) | frozenset(TENS) | frozenset(CROWDS) | frozenset(SCALES) | frozenset(VAGUE)
    | words("figures", "starters_more42")
    | words("figures", "starters_more43")
    | frozenset("¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞")
)  # fmt: skip
_MORE = frozenset({"more", "additional", "further", "extra"})
_PARENTS = words("figures", "parents")
_CONNECTORS = frozenset({"-", "to", "and", "or"})
_AGES = frozenset({"aged", "age", "ages"})
#: What tells pounds of money from pounds of weight.
_MASS_WORDS = words("figures", "mass_words")
_MONEY_WORDS = words("figures", "money_words")


def amount_at(tokens: Tokens, index: int, floor: int) -> tuple[int, Amount | None]:
    """The amount that starts at ``index`` (a currency sign before it, from ``floor`` on, included), and where to go on."""
    if tokens[index].low in VAGUE:
        return index + 1, _vague(tokens, index)
    if tokens[index].digits and (end := lookalikes.chain(tokens, index)) > index:
        return end, None
    number = numeral(tokens, index)
    if number is None:
        return index + 1, _loose(tokens, index)
    if lookalikes.broken(tokens, number):
        return number.last, None
    left = _single(tokens, number, floor)
    if left is None:
        return number.last, None
    return _ranged(tokens, number, left, floor)


def _ranged(tokens: Tokens, number: Numeral, left: Amount, floor: int) -> tuple[int, Amount | None]:
    """Joins "10 to 15 million", "$5-$7 billion", "between 3% and 4%"; drops scores such as "4-1"."""
    at = left.core_last
    connector = tokens.at(at).low
    if connector not in _CONNECTORS or left.vague:
        return _named_out(tokens, number, left)
    if connector == "and" and not _between(tokens, left.first):
        return _named_out(tokens, number, left)
    start = at + 1 + _signs(tokens, at + 1)
    second = numeral(tokens, start) if start < len(tokens) and tokens[start].low not in ("a", "an") else None
    if second is None or second.vague:
        return _named_out(tokens, number, left)
    right = _single(tokens, second, at + 1)
    right = _same_money(tokens, left, second, right)
    joined = _join(tokens, number, left, second, right, connector)
    if joined is not None:
        return joined.last, joined
    if connector == "-" and left.unit is None and (right is None or right.unit is None):
        return second.last, None
    return _inherited(tokens, number, left, second, right, connector)


def _same_money(tokens: Tokens, left: Amount, second: Numeral, right: Amount | None) -> Amount | None:
    """In "$10-15 million" the sign stands for both."""
    if left.dimension is not Dimension.MONEY or right is None or right.dimension is not Dimension.NUMBER:
        return right
    return _money(tokens, _letter(tokens, second), left.unit or "", 1.0, second.first, _letter(tokens, second).last)


def _signs(tokens: Tokens, index: int) -> int:
    """How many tokens a currency before the second number of a range takes."""
    for length in (1, 2):
        if tokens.at(index + length).digits and currencies.before(tokens, index + length, index):
            return length
    return 0


def _between(tokens: Tokens, first: int) -> bool:
    return any(tokens.at(first - back).low == "between" for back in (1, 2))


def _join(
    tokens: Tokens, number: Numeral, left: Amount, second: Numeral, right: Amount | None, connector: str
) -> Amount | None:
    """One amount with ``high``, where both numbers are of one kind and rise."""
    if right is None or right.high is not None or not _one_kind(left, right):
        return None
    if connector in ("to", "or") and _starts_change(tokens, left.first, connector):
        return None
    if connector == "or" and ((not right.counted and not right.unit) or right.value > left.value + 3):
        return None
    low, step = _spread(number, left, second, right)
    if not low < right.value or (connector == "-" and _result(tokens, right, left)):
        return None
    if connector == "to" and right.unit is None and right.counted is None and right.value > 20 * low:
        return None
    return right._replace(first=left.first, value=low, high=right.value, step=max(step, right.step))


def _one_kind(left: Amount, right: Amount) -> bool:
    if left.unit is None and left.counted is None:
        return True
    return left.unit == right.unit and (left.dimension is right.dimension)


def _starts_change(tokens: Tokens, first: int, connector: str) -> bool:
    """Whether "from 5 to 8" or "rose 3 to 45" tells a way, not a range."""
    from consistency.extract.bounds import _announced

    before = tokens.at(first - 1).low
    return connector == "to" and (before == "from" or _announced(tokens, first) is not None)


def _spread(number: Numeral, left: Amount, second: Numeral, right: Amount) -> tuple[float, float]:
    """The lower value in the scale of the upper one: "10 to 15 million"."""
    shared = second.scale if number.scale == 1 and left.scale == 1 else 1.0
    shared = max(shared, right.scale) if number.scale == 1 and left.scale == 1 else 1.0
    if shared > 1 and left.value < 1000 and left.value * shared < right.value:
        return float(f"{left.value * shared:.15g}"), left.step * shared
    return left.value, left.step


def _result(tokens: Tokens, right: Amount, left: Amount) -> bool:
    bare = right.unit is None and right.counted is None
    return bare or (right.unit is None and lookalikes.score(tokens, left.first, right.core_last))


def _inherited(
    tokens: Tokens, number: Numeral, left: Amount, second: Numeral, right: Amount | None, connector: str
) -> tuple[int, Amount | None]:
    """In "from 10 to 15 percent" the first figure has the unit of the second."""
    if connector == "to" and left.unit is None and left.counted is None and right is not None and right.unit:
        low, step = _spread(number, left, second, right)
        return left.last, left._replace(value=low, step=step, unit=right.unit, dimension=right.dimension)
    return _named_out(tokens, number, left)


def _named_out(tokens: Tokens, number: Numeral, amount: Amount) -> tuple[int, Amount | None]:
    """Drops numbers that are names, labels, years or serial numbers."""
    if amount.unit is not None or amount.dimension is Dimension.RATIO:
        return amount.last, amount
    hedged = after_bound(tokens, number.last)[0] is not None
    if lookalikes.named(tokens, number, amount.counted, hedged) or _pronoun(tokens, number, amount):
        return number.last, None
    return amount.last, amount


def _pronoun(tokens: Tokens, number: Numeral, amount: Amount) -> bool:
    """Whether a spelled "one" or a lone scale word counts nothing here."""
    if amount.counted or number.digits:
        return False
    return number.value <= 1 or (number.last == number.first + 1 and tokens[number.first].low in SCALES)


def _single(tokens: Tokens, number: Numeral, floor: int) -> Amount | None:
    """The number with its currency, unit or thing counted; None where letters glued to it make it a code."""
    sign = currencies.before(tokens, number.first, floor)
    if sign is not None:
        return _prefixed(tokens, number, sign)
    money = _suffixed(tokens, number, floor)
    if money is not None:
        return money
    return _with_unit(tokens, number) or _with_thing(tokens, number)


def _letter(tokens: Tokens, number: Numeral) -> Numeral:
    """Reads "5m", "3.2 B" as scales: only called beside a currency or a thing counted."""
    low = tokens.at(number.last).low
    if number.scale > 1 or low not in LETTERS or not (tokens.touching(number.last) or low in ("m", "b")):
        return number
    scale = LETTERS[low]
    value = float(f"{number.value * scale:.15g}")
    return number._replace(last=number.last + 1, value=value, step=number.step * scale, scale=scale)


def _prefixed(tokens: Tokens, number: Numeral, sign: currencies.Currency) -> Amount | None:
    number = _letter(tokens, number)
    last = number.last
    hyphen = tokens.at(last).text == "-" and tokens.touching(last + 1)
    again = currencies.after(tokens, last + hyphen)
    if again and (
        again.unit == sign.unit or (sign.unit == "USD" and again.unit.endswith("D") and len(again.unit) == 3)
    ):
        last, sign = again.last, sign._replace(unit=again.unit)
    return _money(tokens, number, sign.unit, sign.scale, min(sign.first, number.first), last)


def _suffixed(tokens: Tokens, number: Numeral, floor: int) -> Amount | None:
    """ "30 MUSD", "50 cents", "1.8M dollars", "12-cent-a-share", "75 USD million", "billions of dollars"."""
    lettered = _letter(tokens, number)
    for reading in (lettered, number) if lettered is not number else (number,):
        last = reading.last + (number.vague and tokens.at(reading.last).low == "of")
        last += tokens.at(last).text == "-" and tokens.touching(last + 1)
        found = currencies.after(tokens, last, large=reading.value >= 100)
        found = found or _pence(tokens, reading)
        if found is None or (found.unit == "GBP" and _is_mass(tokens, reading, found)):
            continue
        if tokens.at(found.last).digits and tokens.touching(found.last):
            continue
        scale = SCALES.get(tokens.at(found.last).low, 1.0) if reading.scale == 1 else 1.0
        reading = reading._replace(value=reading.value * scale, step=reading.step * scale)
        return _money(tokens, reading, found.unit, found.scale, number.first, found.last + (scale > 1))
    return None


def _pence(tokens: Tokens, number: Numeral) -> currencies.Currency | None:
    """ "50p", but not the picture lines of "1080p"."""
    glued = tokens.at(number.last).text == "p" and tokens.touching(number.last)
    if not glued or not number.digits or number.value in (360, 480, 720, 1080, 1440, 2160):
        return None
    return currencies.Currency(number.last, number.last + 1, "penny")


def _is_mass(tokens: Tokens, number: Numeral, found: currencies.Currency) -> bool:
    if tokens[found.first].low not in ("pound", "pounds"):
        return False
    words = {token.low for token in tokens}
    if words & _MONEY_WORDS or "£" in words:
        return False
    return number.scale < 1e3 and (number.value < 1000 or bool(words & _MASS_WORDS))


def _money(tokens: Tokens, number: Numeral, unit: str, scale: float, first: int, last: int) -> Amount:
    value, step, last = _small_change(tokens, number, unit, last)
    negative = _negative(tokens, first)
    shape = per(tokens, Unit(last, unit, Dimension.MONEY))
    attributive = tokens.at(first - 1 - negative).low in ("a", "an", "the", "its", "his", "their", "this", "that")
    counted = measured(tokens, shape.last, attributive=attributive and shape.last == last)
    end, name = shape.last, shape.name
    if counted and name == unit and tokens.at(last).low == "of":
        longer = per(tokens, Unit(counted[1], unit, Dimension.MONEY))
        end, name = longer.last if longer.name != unit else end, longer.name
    return Amount(
        first - negative, end, shape.last, (-1 if negative else 1) * float(f"{value * scale:.15g}"), step * scale,
        Dimension.MONEY, name, counted=counted, vague=number.vague, scale=number.scale,
    )  # fmt: skip


def _negative(tokens: Tokens, first: int) -> bool:
    """Whether a minus sign stands directly before the figure and nothing directly before that."""
    if tokens.at(first - 1).text not in ("-", "−"):
        return False
    return tokens.touching(first) and not tokens.touching(first - 1) and not tokens.at(first - 2).digits


def _small_change(tokens: Tokens, number: Numeral, unit: str, last: int) -> tuple[float, float, int]:
    """Adds the cents of "3 dollars 50 cents", "thirteen dollars forty-five" and "15 USD and 50"."""
    plain = (number.value, number.step, last)
    if unit in MINOR or number.scale > 1 or number.step < 1 or last == number.last:
        return plain
    start = last + (tokens.at(last).low == "and")
    cents = numeral(tokens, start) if start < len(tokens) and tokens[start].low not in ("a", "an") else None
    if cents is None or cents.scale > 1 or cents.step < 1 or not 1 <= cents.value < 100:
        return plain
    following = tokens.at(cents.last)
    minor = following.low in ("cent", "cents", "pence", "p")
    if not minor and ((following.word and following.low != "more") or following.text in (*SIGNS, "%", "-", "/", ":")):
        return plain
    return number.value + cents.value / 100, 0.01, cents.last + minor


def _with_unit(tokens: Tokens, number: Numeral) -> Amount | None:
    last = number.last
    attached = tokens.touching(last) and tokens.at(last).text != "-"
    start = last + _hyphen(tokens, last)
    start += number.vague and tokens.at(start).low == "of"
    start += number.part and tokens.at(start).low == "of" and tokens.at(start + 1).low in ("a", "an")
    start += number.part and tokens.at(start).low in ("a", "an")
    bracket = tokens.at(start).text in ("(", "[", "{", "<") and tokens.at(start + 2).text in (")", "]", "}", ">")
    scaled = _letter(tokens, number)
    if scaled is not number and tokens.touching(last) and tokens.at(scaled.last).low in (*WORDS, *TIMES):
        return _with_unit(tokens, scaled)
    found = unit_at(tokens, start + bracket, attached=attached) or _inches(tokens, number)
    if found is None or _is_word(tokens, start + bracket, number, found, attached):
        return None
    return _measure(tokens, number, found._replace(last=found.last + bracket))


def _hyphen(tokens: Tokens, index: int) -> bool:
    """Whether a hyphen binds number and unit: "3-inch", and torn apart "30 - year" before a unit in the singular."""
    if tokens.at(index).text != "-":
        return False
    glued = tokens.touching(index) and tokens.touching(index + 1)
    low = tokens.at(index + 1).low
    return glued or (not tokens.touching(index) and not low.endswith("s") and (low in TIMES or low in WORDS))


def _inches(tokens: Tokens, number: Numeral) -> Unit | None:
    following, beyond = tokens.at(number.last), tokens.at(number.last + 1).low
    if following.text == '"' and beyond in ("long", "wide", "tall", "high", "deep", "thick", "x", "by", "in"):
        return Unit(number.last + 1, "inch")
    feet = tokens.at(number.first - 1).low in ("ft", "foot", "feet", "'")
    return Unit(number.last + 1, "inch") if feet and following.low == "in" else None


def _is_word(tokens: Tokens, index: int, number: Numeral, unit: Unit, attached: bool) -> bool:
    """Whether what looks like a unit is not one here: "5 m people", "10 C block", "two cups_"."""
    text, following = tokens[index].text, tokens.at(unit.last)
    if len(text) <= 2 and text.isalpha() and following.text == "-" and tokens.touching(unit.last):
        return True
    if text in ("m", "M", "k", "K", "t", "T", "B") and tokens.touching(index):
        return following.word and thing(tokens, unit.last) is not None
    return text == "M" or (text in ("t", "h", "g", "l", "L", "W", "Wh", "Hz") and following.capital and not attached)


def _measure(tokens: Tokens, number: Numeral, unit: Unit) -> Amount:
    first, value = number.first, number.value
    warm = unit.name in ("celsius", "fahrenheit", "degree", "percent", "percentage point")
    spaced = (
        warm and tokens.at(first - 1).text == "-" and not tokens.touching(first) and not _ranges_before(tokens, first)
    )
    if _negative(tokens, first) or spaced:
        first, value = first - 1, -value
    unit, dimension = _age(tokens, unit, first)
    core_last, counted, end = unit.last, None, unit.last
    if dimension is not Dimension.AGE:
        attributive = dimension is Dimension.PERCENT and tokens.at(first - 1).low in ("a", "an", "the", "its", "their")
        counted = None if dimension is Dimension.DURATION else measured(tokens, unit.last, attributive=attributive)
        if counted and tokens.at(unit.last).low == "of" and dimension is Dimension.MEASURE:
            longer = per(tokens, Unit(counted[1], unit.name))
            end, unit = (longer.last, longer) if longer.name != unit.name else (end, unit)
    return Amount(
        first, max(end, core_last), core_last, value, number.step, dimension, unit.name,
        counted=counted, vague=number.vague, scale=number.scale,
    )  # fmt: skip


def _ranges_before(tokens: Tokens, first: int) -> bool:
    return tokens.at(first - 2).digits or tokens.at(first - 2).text == "%"


def _age(tokens: Tokens, unit: Unit, first: int) -> tuple[Unit, Dimension]:
    """Turns a span of time into an age: "34-year-old", "ten years of age", "aged 3 months"."""
    if unit.dimension is not Dimension.DURATION:
        return unit, unit.dimension
    hyphen = tokens.at(unit.last).text == "-"
    if tokens.at(unit.last + hyphen).low in ("old", "olds"):
        return Unit(unit.last + hyphen + 1, f"{unit.name} of age"), Dimension.AGE
    if tokens.lows(unit.last, unit.last + 2) == ("of", "age"):
        return Unit(unit.last + 2, f"{unit.name} of age"), Dimension.AGE
    if tokens.at(first - 1).low in _AGES:
        return Unit(unit.last, f"{unit.name} of age"), Dimension.AGE
    return unit, unit.dimension


def _with_thing(tokens: Tokens, number: Numeral) -> Amount | None:
    """A count, a share of something, an age in apposition, or a lone number."""
    aged = _bare_age(tokens, number)
    if aged:
        return aged
    if number.part:
        return _share(tokens, number)
    reading = _letter_count(tokens, number)
    if reading is None:
        return None
    last = after_bound(tokens, reading.last)[1]
    if tokens.at(last).text == "-" and tokens.touching(last) and tokens.touching(last + 1):
        if tokens.at(last + 1).word and numeral(tokens, last + 1) is None:
            return _hyphenated(tokens, reading, last + 1)
    more = tokens.at(last).low in _MORE
    if _family(tokens, reading.first):
        return Amount(reading.first, last, reading.last, reading.value, reading.step, Dimension.COUNT, "child")
    several = reading.value != 1
    counted = thing(tokens, last + more, several=several)
    increment = more and counted is not None and reading.value != 1
    dimension = Dimension.COUNT if counted else Dimension.NUMBER
    if counted and tokens[counted[1] - 1].low == "times":
        return _times(tokens, reading, counted[1])
    rate = per(tokens, Unit(counted[1], "")) if counted else None
    unit = rate.name.strip() if rate and rate.name else None
    end = rate.last if rate else reading.last
    value = -reading.value if _negative(tokens, reading.first) else reading.value
    first = reading.first - (value < 0)
    return Amount(first, end, reading.last, value, reading.step, dimension, unit, counted=counted, vague=reading.vague,
                  increment=increment, scale=reading.scale)  # fmt: skip


def _family(tokens: Tokens, first: int) -> bool:
    """ "a mother of two", "the father-of-three": children, whatever verb follows."""
    joined = tokens.at(first - 1).text == "-"
    of = first - 1 - joined
    return tokens.at(of).low == "of" and tokens.at(of - 1 - (tokens.at(of - 1).text == "-")).low in _PARENTS


def _letter_count(tokens: Tokens, number: Numeral) -> Numeral | None:
    """Reads "1.2m people" and "5K"; None where other letters are glued to the digits."""
    if not number.digits or not tokens.touching(number.last) or not tokens.at(number.last).word:
        return number
    lettered = _letter(tokens, number)
    if lettered is number or (tokens.at(lettered.last).digits and tokens.touching(lettered.last)):
        return None
    big = tokens[lettered.last - 1].text.isupper() or thing(tokens, lettered.last) is not None
    return lettered if big and tokens[number.last].text != "T" else None


def _times(tokens: Tokens, number: Numeral, last: int) -> Amount:
    ratio = tokens.at(last).low in (
        [
            "as",
            "the",
            "that",
            "what",
            "its",
            "their",
            "more",
            "larger",
            "higher",
            "bigger",
            "greater",
            "faster",
            "less",
            "lower",
            "smaller",
            "longer",
            "likelier",
            "worse",
            "better",
        ]
    )
    dimension = Dimension.RATIO if ratio else Dimension.COUNT
    return Amount(
        number.first, last, last, number.value, number.step, dimension, "times" if ratio else "time", vague=number.vague
    )


def _bare_age(tokens: Tokens, number: Numeral) -> Amount | None:
    """ "aged 34", "Jane Doe, 34, said", "87 yo"."""
    low, following = tokens.at(number.first - 1).low, tokens.at(number.last)
    last = number.last
    if following.low in ("yo", "y.o.") or tokens.lows(last, last + 3) == ("y", "/", "o"):
        last += 1 if following.low != "y" else 3
    elif number.value > 120 or not (_aged(tokens, number.first) or _apposition(tokens, number)):
        return None
    return Amount(number.first, last, last, number.value, number.step, Dimension.AGE, "year of age")


def _aged(tokens: Tokens, first: int) -> bool:
    """ "aged 34", "aged only 34", "at the age of 34", "when she was 34"."""
    first -= tokens.at(first - 1).low in ("just", "only", "about", "around", "between")
    low = tokens.at(first - 1).low
    if low in _AGES or (low == "of" and tokens.at(first - 2).low in _AGES):
        return True
    told = tokens.lows(first - 3, first)
    return (
        len(told) == 3
        and told[0] in ("when", "time", "since")
        and told[1] in ("he", "she", "i")
        and told[2] in ("was", "turned")
    )


def _apposition(tokens: Tokens, number: Numeral) -> bool:
    """ "Jane Doe, 34, said", "the driver, 34, was"."""
    comma = number.first - 1 - (tokens.at(number.first - 1).low in ("now", "then"))
    before, owner, following = tokens.at(comma), tokens.at(comma - 1), tokens.at(number.last)
    if before.text != "," or not number.digits or number.last != number.first + 1 or not 4 <= number.value <= 110:
        return False
    if owner.capital and owner.low not in _NO_NAMES:
        listed = following.low == "and" and tokens.at(number.last + 1).digits
        return not listed and (following.text in (",", ")", ";", "(") or following.low in ("who", "was", "of", "and"))
    return following.text == "," and owner.word and owner.low not in FUNCTION_WORDS and owner.low not in _NO_NAMES


_NO_NAMES = words("figures", "no_names")


def _share(tokens: Tokens, number: Numeral) -> Amount | None:
    """ "two-thirds of the seats", "1/3 stake"."""
    counted = thing(tokens, number.last, several=False)
    return Amount(number.first, number.last, number.last, number.value, number.step, Dimension.RATIO, counted=counted)


def _hyphenated(tokens: Tokens, number: Numeral, index: int) -> Amount | None:
    """ "12-page report" counts pages; "9-iron" and "3-D" do not count."""
    noun = tokens.at(index)
    if not noun.word or noun.capital or len(noun.text) < 3 or noun.low in FUNCTION_WORDS or number.value in (0, 1):
        return None
    if noun.low == "time":
        return Amount(number.first, index + 1, index + 1, number.value, number.step, Dimension.COUNT, "time")
    if noun.low == "strong":
        return Amount(number.first, index + 1, index + 1, number.value, number.step, Dimension.COUNT)
    if noun.low in ("fold", "sided", "way", "handed", "faced"):
        return None
    return Amount(
        number.first, index + 1, index - 1, number.value, number.step, Dimension.COUNT, counted=(index, index + 1)
    )


def _vague(tokens: Tokens, index: int) -> Amount | None:
    """ "several", "many", "a few" before what they count."""
    token, before = tokens[index], tokens.at(index - 1).low
    if before in ("how", "too", "so", "as", "very", "not", "that"):
        return None
    increment = tokens.at(index + 1).low in _MORE
    counted = thing(tokens, index + 1 + increment)
    if counted is None or (tokens.at(index + 1).low == "of" and before not in ("a", "several")):
        return None
    first = index - (token.low == "few" and before == "a")
    value = VAGUE[token.low]
    unit = unit_at(tokens, counted[1] - 1) if counted[1] - counted[0] == 1 else None
    dimension = unit.dimension if unit else Dimension.COUNT
    return Amount(first, counted[1], index + 1, value, value, dimension, unit.name if unit else None, counted=counted,
                  vague=True, increment=increment, bound=Bound.APPROX)  # fmt: skip


def _loose(tokens: Tokens, index: int) -> Amount | None:
    """ "a couple of houses", "a handful of states"."""
    if tokens[index].low not in ("a", "an") or tokens.at(index + 2).low != "of":
        return None
    value = {"couple": 2.0, "pair": 2.0, "handful": 4.0}.get(tokens.at(index + 1).low)
    start = index + 3 + (tokens.at(index + 3).low in DETERMINERS)
    counted = thing(tokens, start) if value else None
    if value is None or counted is None or not is_plural(tokens[counted[1] - 1].low):
        return None
    return Amount(
        index, counted[1], index + 2, value, value, Dimension.COUNT, counted=counted, vague=True, bound=Bound.APPROX
    )
