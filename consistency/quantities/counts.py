"""Numbers of things: "200 road projects", "1.2m people", "several homes", "a 12-page report", and lone numbers."""

from __future__ import annotations

from consistency.language.inflection import is_plural
from consistency.language.surface import words
from consistency.language.tokens import Tokens
from consistency.language.word_classes import DETERMINERS, FUNCTION_WORDS
from consistency.quantities.amount import Amount, is_negative, with_letter
from consistency.quantities.bounds import after_bound
from consistency.quantities.counted import thing
from consistency.quantities.measures import bare_age
from consistency.quantities.numbers import Numeral, numeral
from consistency.quantities.units import Unit, per, unit_at
from consistency.types import Bound, Dimension

#: Words with no number in them that still count: a plausible value each, never compared as an exact figure.
VAGUE = {"several": 4.0, "many": 10.0, "few": 3.0, "numerous": 10.0, "countless": 100.0}


_MORE = frozenset({"more", "additional", "further", "extra"})


_PARENTS = words("quantities/figures", "parents")


def with_thing(tokens: Tokens, number: Numeral) -> Amount | None:
    """A count, a share of something, an age in apposition, or a lone number."""
    aged = bare_age(tokens, number)
    if aged:
        return aged
    if number.part:
        return _share(tokens, number)
    reading = _letter_count(tokens, number)
    if reading is None:
        return None
    last = after_bound(tokens, reading.last)[1]
    glued = tokens.at(last).text == "-" and tokens.touching(last) and tokens.touching(last + 1)
    if glued and tokens.at(last + 1).word and numeral(tokens, last + 1) is None:
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
    end = rate.last if rate else reading.last
    value = -reading.value if is_negative(tokens, reading.first) else reading.value
    first = reading.first - (value < 0)
    return Amount(first, end, reading.last, value, reading.step, dimension, per=rate.per if rate else None,
                  counted=counted, vague=reading.vague, increment=increment, scale=reading.scale)  # fmt: skip


def _family(tokens: Tokens, first: int) -> bool:
    """ "a mother of two", "the father-of-three": children, whatever verb follows."""
    joined = tokens.at(first - 1).text == "-"
    of = first - 1 - joined
    return tokens.at(of).low == "of" and tokens.at(of - 1 - (tokens.at(of - 1).text == "-")).low in _PARENTS


def _letter_count(tokens: Tokens, number: Numeral) -> Numeral | None:
    """Reads "1.2m people" and "5K"; None where other letters are glued to the digits."""
    if not number.digits or not tokens.touching(number.last) or not tokens.at(number.last).word:
        return number
    lettered = with_letter(tokens, number)
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


def vague(tokens: Tokens, index: int) -> Amount | None:
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
    return Amount(first, counted[1], index + 1, value, value, dimension, unit.name if unit else None,
                  per=unit.per if unit else None, counted=counted, vague=True, increment=increment,
                  bound=Bound.APPROX)  # fmt: skip


def loose(tokens: Tokens, index: int) -> Amount | None:
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
