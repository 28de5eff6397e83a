"""Words around a figure that say on which side the true one lies, whether it is a change, and whether it comes on top.

Approximators after Sauerland and Stateva (2007) and newspaper style guides; read outwards from the figure, longest first.
"""

from __future__ import annotations

from typing import NamedTuple

from consistency.extract.tokens import Tokens
from consistency.types import Bound, Change, Dimension


class Hedge(NamedTuple):
    """What qualifies a figure; the tokens ``[first, last)`` now cover the qualifying words too."""

    first: int
    last: int
    bound: Bound = Bound.EXACT
    change: Change | None = None
    increment: bool = False


_BEFORE = {
    Bound.MORE_THAN: """more than|over|above|upwards of|upward of|in excess of|north of|greater than|larger than|bigger than
longer than|higher than|older than|taller than|heavier than|better than|wider than|deeper than|exceeding|exceed|exceeds|exceeded
topping|surpassing|surpassed|past|beyond|just over|just above|well over|well above|a little over|slightly over|slightly more than
a little more than|just more than|much more than|far more than|in the excess of|excess of|>|comfortably over|easily more than
even more than|worth over|worth more than""",
    Bound.AT_LEAST: """at least|no less than|no fewer than|not less than|not fewer than|a minimum of|minimum of|as few as
as little as|at a minimum of|≥|from at least|a total of at least""",
    Bound.LESS_THAN: """less than|fewer than|under|below|smaller than|shorter than|lower than|younger than|south of|short of
well under|well below|<|much less than|far less than|far fewer than|lighter than""",
    Bound.AT_MOST: """up to|at most|no more than|not more than|no greater than|as much as|as many as|a maximum of|maximum of
no longer than|no later than|no higher than|as high as|not exceeding|within|≤|capped at|limited to""",
    Bound.JUST_UNDER: """nearly|almost|close to|nearing|just under|just below|just short of|just shy of|a little under
slightly under|slightly less than|slightly below|slightly fewer than|a little less than|approaching|not quite|virtually|shy of
just less than|just fewer than|well nigh|nigh on""",
    Bound.APPROX: """about|around|some|roughly|approximately|aproximately|approx|approx .|circa|c .|ca .|an estimated|estimated|estimated at
in the region of|in the order of|on the order of|in the neighborhood of|in the neighbourhood of|in the vicinity of|near|~|≈
an approximate|an average of|averaging|somewhere around|something like|or about|ca|more or less|give or take|est .""",
    Bound.EXACT: "exactly|precisely|just|only|a total of|a mere|a full|fully|a whopping|merely|barely_",
}
_AFTER = {
    Bound.AT_LEAST: "or more|or above|or over|or greater|or higher|or longer|or older|or better|and over|and above|and up|plus|+|- plus|at least|minimum|and older",
    Bound.AT_MOST: "or less|or fewer|or under|or below|or lower|or younger|at most|at the most|maximum|max|tops|and under|and younger",
    Bound.APPROX: "or so|odd|- odd|- ish|ish|or thereabouts|give or take|more or less|approximately",
}  # fmt: skip


def _phrases(table: dict[Bound, str]) -> dict[tuple[str, ...], Bound]:
    return {
        tuple(phrase.split()): bound for bound, lines in table.items() for phrase in lines.replace("\n", "|").split("|")
    }


BEFORE, AFTER = _phrases(_BEFORE), _phrases(_AFTER)
_LONGEST = 6
_INCREMENTS = frozenset({"another", "further", "additional", "extra"})
#: Verbs after which "over three hours" measures; elsewhere "over three years" means "in the course of".
_MEASURING = frozenset(
    """take takes took taken taking last lasts lasted lasting for spend spends spent spending after aged age wait waited waiting
    is was were be been than of with at every stretched serve served serving run runs ran running""".split()
)
_CHANGES = {
    Change.UP: """rise rises rose risen rising increase increases increased increasing grow grows grew grown growing gain gains
gained gaining climb climbs climbed climbing jump jumps jumped jumping surge surges surged surging soar soars soared soaring
up add adds added adding advance advances advanced advancing expand expanded expanding widen widened raise raises raised raising
rally rallied leap leaped leapt improve improved boost boosted higher hike hiked upped spike spiked rocketed swelled swell
appreciated strengthened""",
    Change.DOWN: """fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease
decreases decreased decreasing lose loses lost losing sink sinks sank sunk sinking slip slips slipped slipping tumble tumbles
tumbled tumbling plunge plunges plunged plunging plummet plummets plummeted plummeting down slide slid sliding shrink shrank
shrunk shrinking slump slumped slumping cut cuts cutting reduce reduces reduced reducing lower lowered lowering shed sheds
shedding dip dipped dive dived contract contracted contracting narrow narrowed ease eased retreat retreated crash crashed
slash slashed slashing trim trimmed trimming weaken weakened depreciated""",
}  # fmt: skip
_CHANGE_OF = {word: change for change, words in _CHANGES.items() for word in words.split()}
_CHANGE_NOUNS = {
    "increase": Change.UP, "rise": Change.UP, "gain": Change.UP, "jump": Change.UP, "growth": Change.UP, "surge": Change.UP,
    "hike": Change.UP, "advance": Change.UP, "uptick": Change.UP, "raise": Change.UP, "boost": Change.UP, "leap": Change.UP,
    "spike": Change.UP, "climb": Change.UP, "rally": Change.UP, "upswing": Change.UP, "expansion": Change.UP,
    "decrease": Change.DOWN, "fall": Change.DOWN, "drop": Change.DOWN, "decline": Change.DOWN, "cut": Change.DOWN,
    "reduction": Change.DOWN, "slump": Change.DOWN, "plunge": Change.DOWN, "dip": Change.DOWN, "slide": Change.DOWN,
    "contraction": Change.DOWN, "downturn": Change.DOWN, "dive": Change.DOWN, "tumble": Change.DOWN, "slowdown": Change.DOWN,
}  # fmt: skip
_COMPARED = {
    "more": Change.UP, "higher": Change.UP, "larger": Change.UP, "greater": Change.UP, "bigger": Change.UP, "faster": Change.UP,
    "above": Change.UP, "less": Change.DOWN, "fewer": Change.DOWN, "lower": Change.DOWN, "smaller": Change.DOWN,
    "below": Change.DOWN, "cheaper": Change.DOWN, "slower": Change.DOWN,
}  # fmt: skip
#: Verbs with which "up" or "down" makes another verb: "makes up 52%".
_PHRASAL = frozenset(
    """make makes made making set sets setting put puts putting pick picked picks picking take takes took taken taking end ends
    ended ending give gives gave come comes came build built buy buys bought buying sign signed use used back backed eat eats
    call called open opened line lined wind wound round rounded snap snapped snapping clock clocked rack racked racking run ran
    bring brought turn turned hold held free freed cough coughed rake raked chalk chalked notch notched lay laid break broke
    shut knock hand handed""".split()
)
#: Changes that only a noun phrase, never the words before a plain count, announces: "lost 12 people" is no change.
_SMALL_STEPS = frozenset(
    {"by", "a", "an", "another", "further", "additional", "only", "just", "nearly", "almost", "extra"}
)


def hedge(tokens: Tokens, first: int, last: int, dimension: Dimension, floor: int = 0) -> Hedge:
    """Everything that qualifies the figure in ``[first, last)``; no token before ``floor`` is taken."""
    bound, start = _before(tokens, first, dimension, floor)
    after, end = after_bound(tokens, last)
    increment, start = _increment(tokens, start, floor)
    chosen = after if bound is Bound.EXACT and after else bound
    change = _announced(tokens, start) or compared(tokens, end)
    if increment and bound is Bound.EXACT:
        again, start = _before(tokens, start, dimension, floor)
        chosen = again if again is not Bound.EXACT else chosen
    return Hedge(start, end, chosen, change, increment)


def _before(tokens: Tokens, first: int, dimension: Dimension, floor: int) -> tuple[Bound, int]:
    outer, start = Bound.EXACT, first
    for _ in range(3):
        phrase = _longest_before(tokens, start, floor)
        if phrase is None or _during(tokens, start - len(phrase), phrase, dimension):
            break
        start -= len(phrase)
        if BEFORE[phrase] is not Bound.EXACT:
            outer = BEFORE[phrase]
    return outer, start


def _longest_before(tokens: Tokens, end: int, floor: int) -> tuple[str, ...] | None:
    for length in range(min(_LONGEST, end - floor), 0, -1):
        phrase = tokens.lows(end - length, end)
        if phrase in BEFORE:
            return phrase
    return None


def _during(tokens: Tokens, first: int, phrase: tuple[str, ...], dimension: Dimension) -> bool:
    """Whether "over", "within", "past" or "up to" is a plain preposition here."""
    low = tokens.at(first - 1).low
    if phrase in (("over",), ("within",), ("past",), ("beyond",)) and dimension is Dimension.DURATION:
        return phrase != ("over",) or low not in _MEASURING
    if phrase == ("past",):
        return low in ("the", "in", "this", "these")
    if phrase == ("within",):
        return dimension is not Dimension.MEASURE
    if phrase == ("up", "to"):
        return low in (
            "went",
            "go",
            "goes",
            "moved",
            "pushed",
            "drove",
            "came",
            "back",
            "leading",
            "run",
            "lead",
            "build",
        )
    return phrase == ("around",) and low in ("turn", "turned")


def after_bound(tokens: Tokens, last: int) -> tuple[Bound | None, int]:
    """The bound that follows a figure ("or more", "-odd"), and where it ends."""
    for length in (3, 2, 1):
        phrase = tokens.lows(last, last + length)
        if len(phrase) == length and phrase in AFTER:
            if phrase[0] == "+" and tokens.at(last + 1).digits:
                return None, last
            if phrase in (("plus",), ("odd",)) and not tokens.at(last + 1).word:
                return None, last
            if phrase[0] == "and" and (tokens.at(last + 2).digits or tokens.at(last + 2).word):
                return None, last
            if phrase[0] in ("minimum", "maximum", "max") and tokens.at(last + 1).word:
                return None, last
            return AFTER[phrase], last + length
    return None, last


def _increment(tokens: Tokens, start: int, floor: int) -> tuple[bool, int]:
    if start - 1 < floor or tokens.at(start - 1).low not in _INCREMENTS:
        return False, start
    start -= 1
    article = start - 1 >= floor and tokens.at(start - 1).low in ("a", "an")
    return True, start - article


def _announced(tokens: Tokens, start: int) -> Change | None:
    """The change that a verb or noun before the figure announces: "rose by", "down", "an increase of"."""
    index = start - 1
    while index >= 0 and (tokens[index].low in _SMALL_STEPS or tokens[index].low.endswith("ly")):
        index -= 1
    low = tokens.at(index).low
    if low in ("of", "with") and tokens.at(index - 1).low in _CHANGE_NOUNS:
        return _CHANGE_NOUNS[tokens[index - 1].low]
    if low == "as" and tokens.lows(index - 2, index) == ("as", "much"):
        low = tokens.at(index - 3).low
    if low in ("up", "down") and tokens.at(index - 1).low in _PHRASAL:
        return None
    if low in ("in", "on", "out") or tokens.at(index + 1).low == "to":
        return None
    return _CHANGE_OF.get(low)


def compared(tokens: Tokens, last: int) -> Change | None:
    """The change that follows the figure: "5% increase", "20 cents higher"."""
    index = last + (tokens.at(last).text == "-")
    low, following = tokens.at(index).low, tokens.at(index + 1).low
    if low in _CHANGE_NOUNS:
        return _CHANGE_NOUNS[low]
    if low == "pay" and following in _CHANGE_NOUNS:
        return _CHANGE_NOUNS[following]
    if low in ("more", "less") and following in ("or",):
        return None
    return _COMPARED.get(low)
