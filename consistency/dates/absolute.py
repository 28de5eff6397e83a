"""Days, months, weekdays, holidays and seasons: dates that stand by themselves or lack only their year."""

from __future__ import annotations

import re

from consistency.dates import arithmetic
from consistency.dates.grammar import DIGITS, Site, either, form, moment
from consistency.language.calendar_words import (
    HOLIDAYS,
    LOOSE_HOLIDAYS,
    MEASURES,
    MONTH_FORMS,
    MONTHS,
    NAMED_WEEKDAY,
    NAMELIKE_MONTHS,
    PARTS,
    SEASONS,
    TITLE_TAILS,
    WEEKDAY_FORMS,
    WEEKDAYS,
    listed,
)
from consistency.types import Calendar, Grain, Moment

MONTH = rf"(?:(?P<month>{either(MONTHS)})|(?P<short>{either(set(MONTH_FORMS) - set(MONTHS))})\b\.?)"
WEEKDAY = rf"(?:{either(WEEKDAYS)}|(?:{either(set(WEEKDAY_FORMS) - set(WEEKDAYS))})\b\.?)"
YEAR = r"(?P<year>[12]\d{3})\b(?![,.]\d)"
DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b(?!(?:,\d{3}|[.:]\d))"
PART = rf"(?P<part>{either(PARTS)})"

#: Prepositions that months take and people hardly do ("in May"; not "by May", "with June").
MONTH_PREPOSITIONS = listed("in since during until through throughout till starting beginning")
_PERIOD_OF = re.compile(
    r"\b(?:days?|weeks?|weekend|month|rest|part|half|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday) of \Z"
)
_PAST = re.compile(r"\b(?:said|told|was|were|did|went|met|won|died|[a-z]{3,}ed)\b")
#: Words for what is to come, or is not told as news: a weekday beside them may be any.
_AHEAD = re.compile(
    r"\b(?:will|would|shall|to|due|plan\w*|expected|scheduled|next|coming|upcoming|if|until|usually|often|when|every|had)\b"
)
_CLOSED = re.compile(r"[.,;:)!?]|and|or|but|when|as|that|to|if|for|in|at|on|with|because|while|of|the|a")


def _month_word(site: Site) -> str:
    return site.match["month"] or site.match["short"]


def _named(word: str) -> bool:
    """Whether a month is written as a name; in text without capitals only those that are nothing else."""
    return word[0].isupper() or (word in MONTHS and word not in NAMELIKE_MONTHS)


def _full(site: Site) -> Moment | None:
    month = MONTH_FORMS[_month_word(site).lower()]
    if not _named(_month_word(site)) or site.following in MEASURES or site.following == "%":
        return None
    number = int(site["day"])
    last = int(site["until"] or number)
    if not 1 <= number <= last <= 31:
        return None
    days = arithmetic.NOWHEN
    year = int(site["year"]) if site["year"] else None
    if year is not None:
        days = (
            arithmetic.day(year, arithmetic.month_number(month), number)[0],
            arithmetic.day(year, arithmetic.month_number(month), last)[1],
        )
    until = last if last > number else None
    return moment(Grain.DAY, Calendar(day=number, until_day=until, month=month, year=year), days)


def _numeric(site: Site) -> Moment | None:
    if site["iso"]:
        year, month, number = (int(part) for part in site["iso"].split("-"))
    else:
        left, right, year = (int(part) for part in site["slashed"].split("/"))
        year += 0 if year > 99 else 1900 if year > 69 else 2000
        if max(left, right) > 31 or min(left, right) > 12 or 0 in (left, right):
            return None
        if left <= 12 and right <= 12 and left != right:
            return moment(Grain.DAY, Calendar(name=f"{left}/{right}/{year}"))
        month, number = (left, right) if left <= 12 else (right, left)
    days = arithmetic.day(year, month, number)
    if days[0] is None:
        return None
    return moment(Grain.DAY, Calendar(day=number, month=MONTHS[month - 1], year=year), days)


def _is_month(site: Site, name: str) -> bool:
    word = _month_word(site)
    if not _named(word):
        return False
    lead, following = site.lead, site.following
    if site["year"] or lead.position or lead.word in MONTH_PREPOSITIONS:
        return True
    if _PERIOD_OF.search(site.text, max(0, lead.start - 16), lead.start):
        return True
    if name in NAMELIKE_MONTHS or len(word) <= 3:
        return bool(lead.word and lead.word != "for" and not lead.article) and (
            not following or bool(_CLOSED.fullmatch(following))
        )
    return bool(lead.word) or not following[:1].isupper()


def _month(site: Site) -> Moment | None:
    name = MONTH_FORMS[_month_word(site).lower()]
    if not _is_month(site, name):
        return None
    if not site["year"]:
        return moment(Grain.MONTH, Calendar(month=name))
    year = int(site["year"])
    days = arithmetic.months(year, arithmetic.month_number(name))
    return moment(Grain.MONTH, Calendar(month=name, year=year), days)


def _is_weekday(site: Site, name: str) -> bool:
    words = site.match["weekday"].rstrip(".")
    if (not words[0].isupper() and words not in WEEKDAYS) or site.previous.lower() in NAMED_WEEKDAY:
        return False
    if re.match(rf" (?:{TITLE_TAILS})\b", site.text[site.match.end() : site.match.end() + 20]):
        return False
    if words.lower() in (name, name + "s"):
        return True
    dotted = site.match["weekday"].endswith(".")
    return (bool(site.lead.word) and not site.lead.article) or (
        dotted and not site.lead.article and (site.previous in (",", "(", "") or site.previous.islower())
    )


def _weekday(site: Site) -> Moment | None:
    name = WEEKDAY_FORMS[site["weekday"].rstrip(".")]
    if not _is_weekday(site, name):
        return None
    when = Calendar(every=bool(site["every"] or site["plural"]), weekday=name, part=PARTS.get(site["part"], ""))
    if when.every:
        return moment(Grain.WEEKDAY, when)
    days = arithmetic.weekday_before(name, site.published) if _reported(site) else arithmetic.NOWHEN
    return moment(Grain.WEEKDAY, when, days)


def _reported(site: Site) -> bool:
    """Whether the sentence reports what has happened, so that "on Tuesday" is the last Tuesday."""
    return site.lead.relation == "on" and site.near(_PAST) and not site.near(_AHEAD)


def _holiday(site: Site) -> Moment | None:
    name = site["holiday"]
    if not site.capital or site.following[:1].isupper() or site.following in ("-", "&"):
        return None
    if name in LOOSE_HOLIDAYS and (not site.lead.word or site.lead.article):
        return None
    fixed = HOLIDAYS[name]
    year = int(site["year"]) if site["year"] else None
    when = Calendar(day=fixed[0], month=fixed[1], year=year) if fixed else _movable(name, year)
    if year is None:
        return moment(Grain.DAY, when)
    days = arithmetic.day(year, arithmetic.month_number(fixed[1]), fixed[0]) if fixed else arithmetic.years(year, year)
    return moment(Grain.DAY, when, days)


def _movable(name: str, year: int | None) -> Calendar:
    """A holiday without a fixed day; some are named for their weekday ("Good Friday")."""
    words = name.split()
    weekday = words[-1] if words[-1] in WEEKDAYS else ""
    return Calendar(name=" ".join(words[:-1] if weekday else words), weekday=weekday, year=year)


def _season(site: Site) -> Moment | None:
    name = SEASONS[site["season"]]
    if site["year"]:
        year = int(site["year"])
        start = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}[name]
        # A winter belongs to two years and hemispheres differ, so only the year is sure.
        first = arithmetic.years(year, year if start < 12 else year + 1)
        return moment(Grain.SEASON, Calendar(season=name, year=year), first)
    seasonal = site.lead.word in ("in", "during", "over", "by", "since", "until", "through", "throughout")
    if not (seasonal or site.lead.position) or site.following == "of" or site.following[:1].isupper():
        return None
    if site["season"] == "fall" and not (site.lead.word == "in" and site.lead.article):
        return None
    return moment(Grain.SEASON, Calendar(season=name))


_DAY_RANGE = rf"{DAY}(?:(?:-| to )(?P<until>[0-3]?\d)\b(?!(?:,\d{{3}}|[.:]\d)))?"
_WEEKDAY_FIRST = rf"(?:{WEEKDAY},? (?:the )?)?"
FORMS = (
    form({*MONTH_FORMS, *WEEKDAY_FORMS}, rf"{_WEEKDAY_FIRST}{MONTH} {_DAY_RANGE}(?:(?: ?,)? {YEAR})?", _full),
    form({DIGITS, *WEEKDAY_FORMS}, rf"{_WEEKDAY_FIRST}{_DAY_RANGE}(?: day)?(?: of)? {MONTH}(?:,? {YEAR})?", _full),
    form({DIGITS}, r"(?P<iso>[12]\d{3}-[01]\d-[0-3]\d)|(?P<slashed>\d{1,2}/\d{1,2}/(?:[12]\d{3}|\d\d))", _numeric),
    form(MONTH_FORMS, rf"{MONTH}(?:,? (?:of )?{YEAR})?", _month),
    form(
        {*WEEKDAY_FORMS, *(f"{day}s" for day in WEEKDAYS), "every", "each"},
        rf"(?P<every>every |each )?(?P<weekday>{WEEKDAY})(?:[ -]{PART}(?P<plural>s)?)?",
        _weekday,
    ),
    form(
        {day + "s" for day in WEEKDAYS},
        rf"(?P<weekday>{either(WEEKDAYS)})(?P<every>s)(?P<part>(?!))?(?P<plural>(?!))?",
        _weekday,
    ),
    form(
        {name.split()[0].split("'")[0].rstrip(".") for name in HOLIDAYS},
        rf"(?P<holiday>{either(HOLIDAYS)})(?:,? {YEAR})?",
        _holiday,
    ),
    form(SEASONS, rf"(?P<season>{either(SEASONS)})(?:(?:,? | of ){YEAR})?", _season),
)
