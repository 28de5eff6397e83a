"""Numbers that state nothing: parts of names, codes, times, scores, years and idioms.

Every test answers one question about the number's neighbours.
"""

from __future__ import annotations

from consistency.language.calendar_words import MONTH_FORMS, WEEKDAYS
from consistency.language.inflection import is_plural
from consistency.language.number_words import ONES, SCALES, TENS
from consistency.language.surface import words
from consistency.language.tokens import Tokens
from consistency.language.word_classes import FUNCTION_WORDS, PEOPLE
from consistency.quantities.currencies import NAMES, code_of
from consistency.quantities.numbers import Numeral
from consistency.quantities.units import TIMES, WORDS

#: Nouns that a number behind them names, not counts.
LABELS = words("quantities/lookalikes", "labels")
#: Prefixes that may stand before a real figure with a hyphen.
_PREFIXES = words("quantities/lookalikes", "prefixes")
_CLOCK = words("quantities/lookalikes", "clock")
#: Words behind a number with which it is a saying.
_IDIOMS = frozenset(tuple(saying.split()) for saying in words("quantities/lookalikes", "idioms"))
#: Words before "one" that make it a pronoun.
_PRONOUN = words("quantities/lookalikes", "pronoun")
_HYPHEN_IDIOMS = words("quantities/lookalikes", "hyphen_idioms")
_SCORE_NOUNS = words("quantities/lookalikes", "score_nouns")
#: Words before a figure that name nobody whose figure it could be.
_NO_SUBJECTS = FUNCTION_WORDS.union(WEEKDAYS, MONTH_FORMS)
LONGEST_BARE = 4


def broken(tokens: Tokens, number: Numeral) -> bool:
    """Whether the number is only part of a longer code, clock time, score or date."""
    first, last = number.first, number.last
    if not number.digits:
        return _spelled_idiom(tokens, number)
    return (
        _glued_before(tokens, first)
        or _glued_after(tokens, last)
        or _clock(tokens, first, last)
        or _day(tokens, number)
    )


def _day(tokens: Tokens, number: Numeral) -> bool:
    """Whether the number is the day beside a month, in whatever case: "nov. 15", "1 may"."""
    if number.value > 31 or number.step != 1:
        return False
    before = tokens.at(number.first - 1 - (tokens.at(number.first - 1).text == ".")).low
    following = tokens.at(number.last)
    dated = following.low in MONTH_FORMS and (following.capital or following.low not in ("may", "march"))
    if following.low in ("may", "march"):
        dated = dated or tokens.at(number.first - 1).low == "on" or not tokens.at(number.last + 1).word
    return dated or before in MONTH_FORMS


def chain(tokens: Tokens, index: int) -> int:
    """The end of a chain of digit groups joined by hyphens or spaces that starts at ``index`` ("555-123-4567")."""
    groups, last = 1, index + 1
    while True:
        hyphen = tokens.at(last).text in ("-", ".") and tokens.touching(last) and tokens.touching(last + 1)
        following = tokens.at(last + hyphen)
        if not following.digits or not (hyphen or (following.text.isdecimal() and tokens[last - 1].text.isdecimal())):
            break
        if tokens.at(last + hyphen + 1).text in ("/", "⁄"):
            break
        groups, last = groups + 1, last + hyphen + 1
    return last if groups >= 3 else index


def _glued_before(tokens: Tokens, first: int) -> bool:
    before = tokens.at(first - 1)
    if tokens.touching(first) and (before.word or before.text in ("#", "@", "_", "§", ":", "'")):
        return (code_of(before.text, after=False) is None and before.text not in ("'", ":")) or _after_colon(
            tokens, first
        )
    if before.text == "/" and tokens.touching(first) and tokens.at(first - 2).digits:
        return True
    if before.text == "-" and tokens.touching(first) and tokens.touching(first - 1):
        owner = tokens.at(first - 2)
        return owner.digits or (
            owner.word and owner.low not in _PREFIXES and owner.low not in ONES and owner.low not in TENS
        )
    return (before.text == "." and tokens.at(first - 2).low in ("no", "nos")) or before.low in ("no", "nos", "number")


def _after_colon(tokens: Tokens, first: int) -> bool:
    return tokens[first - 1].text == ":" and tokens.at(first - 2).digits


def _glued_after(tokens: Tokens, last: int) -> bool:
    """Letters glued to the digits that are no unit or scale are judged elsewhere."""
    token = tokens.at(last)
    if token.text == "/" and tokens.at(last + 1).digits and tokens.touching(last + 1):
        return True
    if tokens.at(last - 2).text == "/" and tokens.at(last - 3).digits and tokens.touching(last - 2):
        return tokens.at(last - 1).digits and not _fraction(tokens, last)
    if not tokens.touching(last):
        return False
    if token.low in ("nd", "rd", "th", "s", "'s") or (token.low == "st" and tokens.at(last - 1).text[-1] == "1"):
        return True
    letters = token.text == "-" and tokens.touching(last + 1) and tokens.at(last + 1).text.isupper()
    return letters and len(tokens.at(last + 1).text) <= 3


def _fraction(tokens: Tokens, last: int) -> bool:
    return tokens[last - 3].text.isdecimal() and len(tokens[last - 3].text) <= 2


def _clock(tokens: Tokens, first: int, last: int) -> bool:
    if tokens.at(last).low in _CLOCK:
        return tokens.at(last).text != "est" or tokens.at(last + 1).text != "."
    return tokens.at(last).text == ":" and tokens.at(last + 1).digits and tokens.touching(last)


def _spelled_idiom(tokens: Tokens, number: Numeral) -> bool:
    low, following = tokens[number.first].low, tokens.at(number.last).low
    if (
        tokens.at(number.first - 1).text == "-"
        and tokens.touching(number.first)
        and tokens.at(number.first - 2).low in ONES
    ):
        return True
    if number.last - number.first > 1 or (low not in ONES and low not in TENS and low not in SCALES):
        return False
    if (low, following) in _IDIOMS and not (following == "-" and _unit_follows(tokens, number.last + 1)):
        return True
    if low == "one" and tokens.at(number.first - 1).low in _PRONOUN and not _unit_follows(tokens, number.last):
        return True
    if low == "zero":
        return (
            tokens.at(number.first - 1).low in ("ground", "net", "-")
            or following in FUNCTION_WORDS
            or not following.isalpha()
        )
    return following == "-" and tokens.at(number.last + 1).low in _HYPHEN_IDIOMS


def _unit_follows(tokens: Tokens, index: int) -> bool:
    low = tokens.at(index).low
    return low in TIMES or low in WORDS or low in NAMES or low in SCALES


def score(tokens: Tokens, first: int, last: int) -> bool:
    """Whether "4-1" in ``[first, last)`` is a result: bare, or before "win", "vote" and the like."""
    return tokens.at(last).low in _SCORE_NOUNS or tokens.at(last + 1).low in _SCORE_NOUNS


def named(tokens: Tokens, number: Numeral, thing: tuple[int, int] | None, hedged: bool) -> bool:
    """Whether a number without a unit belongs to a name, label, address, year or serial number."""
    head = tokens[thing[1] - 1].low if thing else ""
    if _title(tokens, number) or _leftover(tokens, number, thing):
        return True
    if hedged:
        return False
    if number.digits and number.scale == 1 and number.last == number.first + 1:
        labelled = _label(tokens, number, head) or _serial(tokens, number, head) or _street(tokens, number, thing)
        return labelled or _anaphor(tokens, number, thing)
    return _street(tokens, number, thing) or _anaphor(tokens, number, thing)


def _anaphor(tokens: Tokens, number: Numeral, thing: tuple[int, int] | None) -> bool:
    """ "the two", "the 486", and the marker of a list item, "1)"."""
    before, following = tokens.at(number.first - 1).text, tokens.at(number.last).text
    marker = (following == ")" and before != "(") or (following == "." and (before == "." or number.first == 0))
    return not thing and (marker or tokens.at(number.first - 1).low in ("the", "these", "those"))


#: Words before a figure that is reached or left: "rose to 12 on Monday", "down from 5,200 ten years ago".
_LEVELS = frozenset(
    {
        "to",
        "from",
        "with",
        "against",
        "at",
        "by",
        "is",
        "was",
        "were",
        "been",
        "hit",
        "reached",
        "than",
        "topped",
        "passed",
        "exceeded",
        "totaled",
    }
)


def _leftover(tokens: Tokens, number: Numeral, thing: tuple[int, int] | None) -> bool:
    """The short year of "since '57", and a number beside words that belong to a date."""
    before = tokens.at(number.first - 1)
    short = before.text == "'" and tokens[number.first].text.isdecimal() and number.value < 100
    beside = tokens.at(number.last).text == "\0" and not _counts(tokens, number)
    return thing is None and (short or beside)


def _counts(tokens: Tokens, number: Numeral) -> bool:
    """Whether a number before a date is none of its words: "lost 19 after May", "drew 5,200 a decade ago"."""
    before, date = tokens.at(number.first - 1), tokens.at(number.last).low.removeprefix("\0")
    if before.low in _LEVELS:
        return True
    tells = before.word and before.low not in _NO_SUBJECTS
    return tells and date != "" and date not in TIMES


def _title(tokens: Tokens, number: Numeral) -> bool:
    """A spelled number with a capital inside a sentence: "One Valley", "Big Four"."""
    token = tokens[number.first]
    if number.digits or not token.capital:
        return False
    quoted = tokens.at(number.first - 1).text in ('"', "'", "(")
    if number.first == 0 or quoted:
        following = tokens.at(number.last)
        return following.capital and not is_plural(following.low) and token.low == "one"
    return tokens.at(number.first - 1).text not in (".", ":", "-", "!", "?", ";") and not headline(
        tokens.near(number.first)
    )


def headline(tokens: Tokens) -> bool:
    """Whether the sentence is written with capitals throughout, so that they tell nothing."""
    words = [token for token in tokens if token.word and len(token.text) > 3]
    return len(words) > 3 and sum(token.capital for token in words) > 0.8 * len(words)


def _label(tokens: Tokens, number: Numeral, head: str) -> bool:
    before = tokens.at(number.first - 1)
    if not before.word or head in PEOPLE or "," in tokens[number.first].text:
        return False
    if before.low in LABELS and tokens.at(number.first - 2).low not in (
        "of",
        "in",
        "the",
        "each",
        "per",
        "a",
        "this",
        "last",
    ):
        return True
    if not before.capital or before.low in _NO_SUBJECTS:
        return False
    verb = number.first == 1 and before.low.endswith(("s", "ed", "ing", "ly"))
    return not (head and (verb or headline(tokens.near(number.first)) or _after_preposition(tokens, number.first)))


def _after_preposition(tokens: Tokens, first: int) -> bool:
    """Whether the name before the number closes a phrase of place: "in Northern Gaza 12 houses"."""
    index = first - 1
    while index >= 0 and tokens[index].capital:
        index -= 1
    opener = (
        tokens.at(index + 1).low if tokens.at(index + 1).low in ("in", "at", "near", "across") else tokens.at(index).low
    )
    return (
        opener in ("in", "at", "near", "across", "throughout", "outside")
        and int(float(tokens[first].text.replace(",", ""))) < 100
    )


def _serial(tokens: Tokens, number: Numeral, head: str) -> bool:
    """Years and numbers too long to be printed without grouping."""
    text = tokens[number.first].text
    if not text.isdecimal():
        return False
    if len(text) > LONGEST_BARE:
        return not head
    if text[0] == "0" and len(text) > 1:
        return True
    if len(text) == 4 and 1500 <= number.value <= 2100:
        dated = tokens.at(number.first - 1).low in (
            "in",
            "since",
            "by",
            "until",
            "from",
            "of",
            "during",
            "the",
            "for",
            "fiscal",
            "early",
            "late",
        )
        return dated or not head or not (head in PEOPLE or number.value < 1900)
    return False


def _street(tokens: Tokens, number: Numeral, thing: tuple[int, int] | None) -> bool:
    """A number before a name that counts nothing: "123 Random Street", "7 Salon"."""
    following = tokens.at(number.last)
    return thing is None and following.capital and following.low not in FUNCTION_WORDS and len(following.text) > 1
