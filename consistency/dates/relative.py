"""Dates told from the article's own day ("last week", "three years ago") and windows that begin or end at it."""

from __future__ import annotations

from consistency.dates import arithmetic
from consistency.dates.durations import AMOUNT, PERIOD, grain, length
from consistency.dates.grammar import Site, either, form, moment
from consistency.language.calendar_words import (
    LAST,
    MONTH_FORMS,
    MONTHS,
    NAMELIKE_MONTHS,
    NEXT,
    PARTS,
    PAST,
    SEASONS,
    UNIT_GRAINS,
    UNITS,
    WEEKDAYS,
    listed,
)
from consistency.types import Calendar, Grain, Moment, Offset

_WINDOW_PREPOSITIONS = listed("in over during within throughout across for by")
_OWNERS = listed("his her its their our my your these those")
_PERIODS = ("day", "night", "week", "month", "quarter", "season", "year", "decade", "century")
_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}


def _offset(which: str) -> int:
    return -1 if which in PAST else 1 if which in NEXT else 0


def _deictic(site: Site) -> Moment | None:
    which, unit, plural = site["which"], site["unit"], bool(site["plural"])
    side = "past" if which in PAST or which == "recent" else "next"
    if site["number"] or site["more"] or plural:
        return _several(site, side)
    if which not in ("last", "next", "this") and not site.lead.article:
        return None
    if unit in ("minute", "hour") or site.following == "of":
        return None
    if unit in UNITS and (which == "past" or _windowed(site)):
        return moment(UNIT_GRAINS[unit], Offset(stretch=arithmetic.stretch(1, unit), side=side))
    return _single(site, which, unit) if which != "past" else None


def _windowed(site: Site) -> bool:
    """Whether "the last year" is a stretch up to now ("over the last year"), not a calendar year."""
    return (
        site.lead.article
        and site.lead.word in _WINDOW_PREPOSITIONS
        and site["which"] in ("last", "next", "coming")
        and site["unit"] != "day"
    )


def _window(site: Site, side: str) -> Moment:
    return moment(grain(site), Offset(stretch=length(site), side=side))


def _several(site: Site, side: str) -> Moment | None:
    which, unit = site["which"], site["unit"]
    if which in ("this", "current", "that", "same") or unit in ("season", "weekend", "night"):
        return None
    if not (site.lead.article or site["number"] or which in ("recent", "past", "coming")):
        return None
    # "Talks will last two days": the verb has neither article nor preposition.
    if which in ("last", "next") and not (site.lead.article or site.lead.word or site.previous.lower() in _OWNERS):
        return None
    if site.following == "of" and which in ("last", "next"):
        return None
    return _window(site, side)


def _single(site: Site, which: str, unit: str) -> Moment | None:
    if unit in ("day", "night"):
        if which in ("same", "that"):
            return moment(Grain.DAY, Calendar(same=True, unit="day"))
        if which == "last" and unit == "night" and not site.lead.article:
            when = Calendar(name="yesterday", part="night")
            return moment(Grain.DAY, when, arithmetic.shifted(site.published, -1))
        if which in ("last", "this", "current", "upcoming", "coming"):
            return None
        side = "later" if which in NEXT else "earlier"
        return moment(Grain.DAY, Offset(stretch=arithmetic.stretch(1, "day"), side=side))
    if which in ("same", "that"):
        return moment(UNIT_GRAINS[unit], Calendar(same=True, unit=unit))
    offset = _offset(which)
    when = Calendar(step=offset, fiscal=bool(site["fiscal"]), unit=unit)
    known = which in ("last", "this", "next", "current") and not when.fiscal
    days = arithmetic.unit(unit, offset, site.published) if known else arithmetic.NOWHEN
    return moment(UNIT_GRAINS[unit], when, days)


def _named(site: Site) -> Moment | None:
    """ "last Tuesday", "next May", "this summer", "this morning": which of them is seldom sure, so unresolved."""
    name, which = site["name"], site["which"]
    step = _offset(which)
    if name in PARTS:
        if which != "this":
            if site.lead.article and which in ("next", "following"):
                day = arithmetic.stretch(1, "day")
                return moment(Grain.DAY, Offset(stretch=day, side="later", part=PARTS[name]))
            return None
        return moment(Grain.DAY, Calendar(name="today", part=PARTS[name]), arithmetic.shifted(site.published, 0))
    if name in SEASONS:
        return moment(Grain.SEASON, Calendar(step=step, season=SEASONS[name])) if site.following != "of" else None
    if not site.match["name"][0].isupper() and name in NAMELIKE_MONTHS:
        return None
    if name in WEEKDAYS:
        return moment(Grain.WEEKDAY, Calendar(step=step, weekday=name, part=PARTS.get(site["part"], "")))
    if site.following[:1].isdigit():
        return None
    return moment(Grain.MONTH, Calendar(step=step, month=MONTH_FORMS[name]))


def _day(site: Site) -> Moment | None:
    word = site["day"]
    if site.capital and (site.previous[:1].isupper() or site.following[:1].isupper()):
        return None
    if site["beyond"]:
        ahead = site["beyond"].startswith("day after")
        if ahead != (word == "tomorrow"):
            return None
        when = Offset(stretch=arithmetic.stretch(2, "day"), side="from now" if ahead else "ago")
        return moment(Grain.DAY, when, arithmetic.shifted(site.published, 2 if ahead else -2))
    if word == "tonight":
        return moment(Grain.DAY, Calendar(name="today", part="night"), arithmetic.shifted(site.published, 0))
    part = PARTS.get(site["part"], "")
    return moment(Grain.DAY, Calendar(name=word, part=part), arithmetic.shifted(site.published, _DAYS[word]))


def _part(site: Site) -> Moment | None:
    """ "the end of the year", "later in the season": a period known only by the part of it."""
    if not (site.lead.position and site.lead.article) or site.following == "of" or site.following[:1].isupper():
        return None
    if site["unit"] in ("day", "night") and site.lead.position not in ("earlier", "later"):
        return None
    return moment(UNIT_GRAINS[site["unit"]], Calendar(unit=site["unit"]))


def _loose(site: Site) -> Moment | None:
    if site["weekend"]:
        if not (site.lead.article and site.lead.word) or site.following == "of":
            return None
        return moment(Grain.WEEK, Calendar(unit="weekend"))
    if site["overnight"]:
        return moment(Grain.DAY, Calendar(name="overnight")) if not site.following[:1].isupper() else None
    return moment(Grain.YEAR, Offset(stretch=arithmetic.stretch(1, "year"), side="earlier"))


_WHICH = either(LAST | NEXT | {"this", "past", "current", "recent", "that", "same"})
_PART = either(PARTS)
_NAMES = either([*WEEKDAYS, *MONTHS, *SEASONS, *PARTS])
FORMS = (
    form(
        LAST | NEXT | {"this", "past", "current", "recent", "that", "same"},
        rf"(?P<which>{_WHICH})(?: {AMOUNT})? (?P<fiscal>fiscal |financial |school )?{PERIOD}",
        _deictic,
    ),
    form(
        LAST | NEXT | {"this"},
        rf"(?P<which>this past|this coming|{either(LAST | NEXT)}|this) (?P<name>{_NAMES})(?: (?P<part>{_PART}))?",
        _named,
    ),
    form(
        {*_DAYS, "day"},
        rf"(?:(?P<beyond>day before|day after) )?(?P<day>{either(_DAYS)})(?: (?P<part>{_PART}))?",
        _day,
    ),
    form({*_PERIODS}, rf"(?P<unit>{either(_PERIODS)})", _part),
    form(
        {"weekend", "overnight", "year"}, r"(?P<weekend>weekend)|(?P<overnight>overnight)|year-(?:ago|earlier)", _loose
    ),
)
