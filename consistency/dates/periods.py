"""Years, decades, centuries, quarters and halves."""

from __future__ import annotations

import re

from consistency.dates import arithmetic
from consistency.dates.grammar import DIGITS, Site, either, form, moment
from consistency.dates.occasions import EVENT_NOUNS
from consistency.language.calendar_words import DECADES, MEASURES, STEPS, listed
from consistency.language.number_words import ORDINALS
from consistency.types import Calendar, Grain, Moment

#: Years that news text writes as bare numbers; others need "the year" or an era.
FIRST_YEAR, LAST_YEAR = 1900, 2099
_YEAR = r"(?P<year>[12]\d{3})\b(?![,.]\d|[%\u00b0])"
_DATING = listed(
    """
    in since until during by before after from through as-of between circa till throughout
    """
)
_DETERMINERS = listed("the a an this that its his her their our my your whose")
_ADJACENT = listed("was is were will saw has had marked brought proved would could may remains")
#: Singular words that end like plurals, and function words: after a year they count nothing.
_NOT_PLURAL = re.compile(r"(?:is|was|has|as|us|this|its|his|does|news|.*(?:ss|us|is))")
#: A year before, in a list: "1985 and 1987".
_LISTED = re.compile(r"\b[12]\d{3}(?:,| and| or|, and|, or) \Z")
_HEAT = re.compile(r"\b(?:temperatures?|degrees?|highs?|lows?|heat|weather|mph|aged?)\b", re.IGNORECASE)


def _counts(word: str) -> bool:
    """Whether a word after a number is the thing that the number counts."""
    return (
        word in MEASURES
        or word in ("%", "$")
        or (word.isalpha() and word.islower() and word.endswith("s") and not _NOT_PLURAL.fullmatch(word))
    )


def _is_year(site: Site, year: int) -> bool:
    lead, following, previous = site.lead, site.following, site.previous.lower()
    if site.following in MEASURES or site.following in ("%", "$", "/"):
        return False
    usual = FIRST_YEAR <= year <= LAST_YEAR
    if lead.position or previous == "year":
        return True
    if lead.article and usual:
        return _qualifies(site, year)
    preposition = lead.word.split(" ")[-1]
    if preposition in ("in", "since", "until", "during"):
        return (usual and year % 100 != 0) or not _counts(following)
    if preposition in _DATING:
        return usual and not _counts(following)
    if not usual:
        return False
    if previous == "of" or lead.word == "around":
        return year % 100 != 0 and not _counts(following)
    if _LISTED.search(site.text, max(0, lead.start - 12), lead.start) and not lead.word:
        return not _counts(following)
    if previous == "(":
        return not _counts(following)
    if (previous in _DETERMINERS or previous.endswith(("'s", "s'"))) and not lead.word:
        return _qualifies(site, year)
    if previous == "to":
        return year % 100 != 0 and not following.isalnum()
    return previous in ("", '"', "'") and (following in _ADJACENT or (following in ("-", ":") and year % 100 != 0))


def _qualifies(site: Site, year: int) -> bool:
    """Whether a year stands before the noun that it dates ("the 2006 strike", "her 1998 novel")."""
    following = site.following
    return bool(following) and (not _counts(following) or (year % 100 != 0 and following in EVENT_NOUNS))


def _year(site: Site) -> Moment | None:
    year = int(site["year"])
    if site["fiscal"]:
        return moment(Grain.YEAR, Calendar(fiscal=True, year=year))
    if not _is_year(site, year):
        return None
    return moment(Grain.YEAR, Calendar(year=year), arithmetic.years(year, year))


def _range(site: Site) -> Moment | None:
    first, tail = int(site["year"]), site["end"]
    last = int(tail) if len(tail) == 4 else first // 100 * 100 + int(tail)
    joined = site["joint"].strip() in ("-", "/")
    if last <= first and len(tail) == 2 and int(tail) == (first + 1) % 100:
        last = first + 1
    if not first < last <= LAST_YEAR or first < 1000 or _counts(site.following.lower()):
        return None
    if joined and len(tail) == 2 and site["joint"] == "/" and last != first + 1:
        return None
    if not joined and site.lead.word not in ("from", "between"):
        return None
    return moment(Grain.YEAR, Calendar(year=first, until_year=last), arithmetic.years(first, last))


def _season(site: Site) -> Moment | None:
    first = int(site["year"])
    when = Calendar(unit="season", year=first, until_year=first + 1)
    return moment(Grain.SEASON, when, arithmetic.years(first, first + 1))


def _decade(site: Site) -> Moment | None:
    if site["word"]:
        start = DECADES[site["word"]]
        if not site.lead.article:
            return None
    elif site["short"]:
        start = 1900 + int(site["short"])
        quoted = site.match[0].startswith("'")
        if not quoted and (not site.lead.article or site.near(_HEAT)):
            return None
    else:
        start = int(site["long"])
        if site.match[0].endswith("'s") and not site.lead.article:
            return None
    return moment(Grain.DECADE, Calendar(decade=start), arithmetic.years(start, start + 9))


def _century(site: Site) -> Moment | None:
    digits = site["digits"]
    number = int(digits) if digits else ORDINALS[site["ordinal"]]
    if not 1 <= number <= 30 or site.following[:1].isupper():
        return None
    if site["era"]:
        return moment(Grain.CENTURY, Calendar(century=number, era="bc"))
    days = arithmetic.years((number - 1) * 100 + 1, number * 100)
    return moment(Grain.CENTURY, Calendar(century=number), days)


def _era(site: Site) -> Moment | None:
    era = "bc" if site["era"].startswith("b") else "ad"
    return moment(Grain.YEAR, Calendar(year=int(site["number"]), era=era))


_QUARTERS = {"1": 1, "2": 2, "3": 3, "4": 4, "first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "1st": 1}
_QUARTERS |= {"2nd": 2, "3rd": 3, "4th": 4}


def _quarter(site: Site) -> Moment | None:
    number = _QUARTERS[site["quarter"]]
    if not site["year"]:
        return moment(Grain.QUARTER, Calendar(quarter=number))
    year = int(site["year"])
    days = arithmetic.NOWHEN if site["fiscal"] else arithmetic.months(year, 3 * number - 2, 3)
    unit = "year" if "year" in site["fiscal"] else ""
    return moment(Grain.QUARTER, Calendar(quarter=number, fiscal=bool(site["fiscal"]), unit=unit, year=year), days)


def _half(site: Site) -> Moment | None:
    number = _QUARTERS[site["half"]]
    if not site["whole"].isdigit():
        words = site["whole"].split()
        step = next((STEPS[word] for word in words if word in STEPS), None)
        return moment(Grain.SEASON, Calendar(half=number, step=step, fiscal="fiscal" in words, unit="year"))
    year = int(site["whole"])
    return moment(Grain.SEASON, Calendar(half=number, year=year), arithmetic.months(year, 6 * number - 5, 6))


_WHOLE = r"(?: of (?:the )?(?P<whole>[12]\d{3}|(?:last|this|next|the|fiscal) (?:fiscal )?year|the year|year))"
_OF_YEAR = r"(?:,? (?:of )?(?:the )?(?P<fiscal>fiscal (?:year )?)?(?P<year>[12]\d{3}))?"
FORMS = (
    form({DIGITS}, rf"{_YEAR}(?P<fiscal>(?!))?", _year),
    form({"fy", "fiscal", "financial"}, r"(?P<fiscal>fy ?|(?:fiscal|financial)(?: year)? )(?P<year>[12]\d{3})", _year),
    form(
        {DIGITS},
        r"(?P<year>[12]\d{3})(?P<joint>-|/| to | and | through )(?P<end>[12]\d{3}|\d\d)(?![\d,/-]|\.\d)",
        _range,
    ),
    form({DIGITS}, r"(?P<year>[12]\d{3})[-/](?:[12]\d)?\d\d season", _season),
    form(
        {DIGITS, *DECADES},
        rf"(?P<long>[12]\d\d0)'?s|'?(?P<short>[2-9]0)'?s|(?P<word>{either(DECADES)})",
        _decade,
    ),
    form(
        {DIGITS, *(word.split("-")[0] for word in ORDINALS)},
        rf"(?:(?P<digits>\d{{1,2}})(?:st|nd|rd|th)|(?P<ordinal>{either(ORDINALS)}))[ -]century(?P<era> b\.?c)?",
        _century,
    ),
    form({DIGITS}, r"(?P<number>\d{1,4}) (?P<era>BC|B\.C\.|BCE|AD|A\.D\.|CE)", _era),
    form(
        {DIGITS, "q", "first", "second", "third", "fourth", "final"},
        r"(?P<quarter>first|second|third|fourth|final|1st|2nd|3rd|4th)[ -](?:fiscal )?quarter(?!-?final|back)"
        + _OF_YEAR,
        _quarter,
    ),
    form({"q1", "q2", "q3", "q4"}, rf"q(?P<quarter>[1-4]){_OF_YEAR}", _quarter),
    form({"first", "second"}, rf"(?P<half>first|second) half{_WHOLE}", _half),
    form({"h1", "h2"}, r"h(?P<half>[12]) (?P<whole>[12]\d{3})", _half),
)
