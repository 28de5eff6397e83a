"""Dates told from the article's own day ("last week", "three years ago") and windows that begin or end at it."""

from __future__ import annotations

import re

from consistency.extract.calendar import arithmetic
from consistency.extract.calendar.grammar import DIGITS, Site, either, form, moment
from consistency.extract.calendar.words import (
    LAST,
    MONTH_FORMS,
    MONTHS,
    NEXT,
    NUMBERS,
    PARTS,
    PAST,
    SEASONS,
    UNIT_GRAINS,
    VAGUE_NUMBERS,
    WEEKDAYS,
    listed,
)
from consistency.types import Grain, Moment

_UNITS = either(UNIT_GRAINS)
AMOUNT = rf"(?P<number>{either({*NUMBERS, *VAGUE_NUMBERS})}|\d{{1,3}}(?:\.\d)?)(?P<half> and a half)?"
_SIDES = "ago|earlier|later|from now|hence|prior|previously|before|beforehand|after|afterwards?|on"
_BOUNDS = (
    "more than|over|well over|just over|less than|under|just under|fewer than|nearly|almost|about|around|roughly|"
    "approximately|some|at least|barely|only|just|up to|not quite|as recently as|as far back as"
)
_APPROXIMATE = frozenset({"nearly", "almost", "about", "around", "roughly", "approximately", "some", "not quite"})
_EXACT = frozenset({"", "only", "just", "barely", "as recently as", "as far back as"})
_WINDOW_PREPOSITIONS = listed("in over during within throughout across for by")
_WEEK_LONG = listed("morning afternoon evening night")
_CLAUSE_END = frozenset(".,;:!?)-\"'")
_ADVERB_STOPS = listed("than in-the stage stages version versions versus date dates time times day")

_VAGUE = {
    "recently": "recently", "lately": "recently", "of late": "recently", "recent times": "recently",
    "recent memory": "recently", "later": "later", "afterwards": "later", "afterward": "later",
    "subsequently": "later", "thereafter": "later", "earlier": "earlier", "previously": "earlier",
    "in the past": "in the past", "over the years": "over the years",
}  # fmt: skip
_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}


def _count(site: Site) -> float | None:
    """The number of units; none for "several"."""
    words = site["number"]
    if not words or words in VAGUE_NUMBERS:
        return None
    return (NUMBERS.get(words) or float(words)) + (0.5 if site["half"] else 0)


def _amount(site: Site) -> str:
    unit = {"night": "day", "weekend": "week"}.get(site["unit"], site["unit"])
    return arithmetic.amount(_count(site), unit)


def _window(site: Site, side: str) -> Moment:
    grain = UNIT_GRAINS[site["unit"]] if _count(site) is not None else Grain.VAGUE
    return moment(grain, f"{side} {_amount(site)}")


def _offset(which: str) -> int:
    return -1 if which in PAST else 1 if which in NEXT else 0


def _deictic(site: Site) -> Moment | None:
    which, unit, plural = site["which"], site["unit"], bool(site["plural"])
    side = "past" if which in PAST or which == "recent" else "next"
    if site["number"] or plural:
        return _several(site, side)
    if which not in ("last", "next", "this") and not site.lead.article:
        return None
    if unit in ("minute", "hour") or site.following == "of":
        return None
    windowed = site.lead.article and site.lead.word in _WINDOW_PREPOSITIONS
    if which == "past" or (
        windowed and which in ("last", "next", "coming") and unit not in ("season", "weekend", "day")
    ):
        return (
            moment(UNIT_GRAINS[unit], f"{side} {arithmetic.amount(1, unit)}")
            if unit not in ("season", "night", "weekend")
            else None
        )
    return _single(site, which, unit)


def _several(site: Site, side: str) -> Moment | None:
    which, unit = site["which"], site["unit"]
    if which in ("this", "current", "that", "same") or unit in ("season", "weekend", "night"):
        return None
    if not (site.lead.article or site["number"] or which in ("recent", "past", "coming")):
        return None
    if which in ("last", "next") and not (site.lead.article or site.lead.word or site["number"]):
        return None
    if site.following == "of" and which in ("last", "next"):
        return None
    return _window(site, side)


def _single(site: Site, which: str, unit: str) -> Moment | None:
    if unit in ("day", "night"):
        if which in ("same", "that"):
            return moment(Grain.DAY, "same day")
        if which == "last" and unit == "night" and not site.lead.article:
            return moment(Grain.DAY, "yesterday night", arithmetic.shifted(site.published, -1))
        if which in ("last", "this", "current", "upcoming", "coming"):
            return None
        return moment(Grain.DAY, f"1 day {'later' if which in NEXT else 'earlier'}")
    if which in ("same", "that"):
        return moment(UNIT_GRAINS[unit], f"same {unit}")
    offset = _offset(which)
    name = {-1: "last", 0: "this", 1: "next"}[offset]
    fiscal = "fiscal " if site["fiscal"] else ""
    told = which in ("last", "this", "next", "current") and not fiscal
    days = arithmetic.unit(unit, offset, site.published) if told else arithmetic.NOWHEN
    return moment(UNIT_GRAINS[unit], f"{name} {fiscal}{unit}", days)


def _named(site: Site) -> Moment | None:
    """ "last Tuesday", "next May", "this summer", "this morning": which of them is seldom sure, so unresolved."""
    name, which = site["name"], site["which"]
    word = {-1: "last", 0: "this", 1: "next"}[_offset(which)]
    if name in PARTS:
        if which != "this":
            if site.lead.article and which in ("next", "following"):
                return moment(Grain.DAY, f"1 day later {PARTS[name]}")
            return None
        return moment(Grain.DAY, f"today {PARTS[name]}", arithmetic.shifted(site.published, 0))
    if name in SEASONS:
        return moment(Grain.SEASON, f"{word} {SEASONS[name]}") if site.following != "of" else None
    if not site.match["name"][0].isupper():
        return None
    part = f" {PARTS[site['part']]}" if site["part"] else ""
    if name in WEEKDAYS:
        return moment(Grain.WEEKDAY, f"{word} {name}{part}")
    return moment(Grain.MONTH, f"{word} {MONTH_FORMS[name]}")


def _away(site: Site) -> Moment | None:
    side, following = site["side"], site.following
    if not site["number"] and not site["plural"]:
        return None
    if site["number"] in ("many", "some", "recent", "few") and not site["plural"]:
        return None
    if side in ("before", "after", "prior", "on", "beforehand") and following and following not in _CLAUSE_END:
        return None
    if following == "than" or (site.lead.word == "for" and side != "ago"):
        return None
    side = {"prior": "earlier", "previously": "earlier", "before": "earlier", "beforehand": "earlier", "hence": "from now",
            "after": "later", "afterward": "later", "afterwards": "later", "on": "later"}.get(side, side)  # fmt: skip
    grain = UNIT_GRAINS[site["unit"]] if _count(site) is not None else Grain.VAGUE
    bound = site["bound"]
    label = f"{_amount(site)} {side}"
    if bound in _EXACT:
        return moment(grain, label, _days_ago(site, side))
    sign = (
        "about"
        if bound in _APPROXIMATE
        else "under"
        if bound in ("less than", "under", "just under", "fewer than", "up to")
        else "over"
    )
    return moment(grain, f"{sign} {label}")


def _days_ago(site: Site, side: str) -> arithmetic.Days:
    count = _count(site)
    if side != "ago" or site["unit"] != "day" or count is None or count > 31:
        return arithmetic.NOWHEN
    return arithmetic.shifted(site.published, -round(count))


def _in_time(site: Site) -> Moment | None:
    grain = UNIT_GRAINS[site["unit"]] if _count(site) is not None else Grain.VAGUE
    return moment(grain, f"{_amount(site)} from now") if site.lead.word in ("in", "within") else None


def _day(site: Site) -> Moment | None:
    word = site["day"]
    if site.capital and (site.previous[:1].isupper() or site.following[:1].isupper()):
        return None
    if site["beyond"]:
        ahead = site["beyond"].startswith("day after")
        if ahead != (word == "tomorrow"):
            return None
        return moment(
            Grain.DAY,
            "2 days from now" if ahead else "2 days ago",
            arithmetic.shifted(site.published, 2 if ahead else -2),
        )
    part = " night" if word == "tonight" else f" {PARTS[site['part']]}" if site["part"] else ""
    base = "today" if word == "tonight" else word
    return moment(Grain.DAY, base + part, arithmetic.shifted(site.published, _DAYS[word]))


def _neighbour(site: Site) -> Moment | None:
    if not site.lead.article or (site.following and site.following not in _CLAUSE_END):
        return None
    return moment(
        UNIT_GRAINS[site["unit"]],
        f"{arithmetic.amount(1, site['unit'])} {'earlier' if site['side'] == 'before' else 'later'}",
    )


def _vague(site: Site) -> Moment | None:
    word = site["word"]
    label = _VAGUE[word]
    if word == "in the past" and site.following.isalpha() and site.following not in _JOINTS:
        return None
    if word in ("later", "earlier"):
        following, previous = site.following.lower(), site.previous.lower()
        if site.lead.article or previous in (
            "a",
            "an",
            "or",
            "his",
            "her",
            "their",
            "its",
            "much",
            "no",
            "sooner",
            "not",
            "or",
            "any",
        ):
            return None
        if _DATED.match(site.text, site.match.end()):
            return None
        if following in ("than", "-") or previous.endswith("'s") or not _adverbial(site.following):
            return None
    return moment(Grain.VAGUE, label)


_JOINTS = listed("that but and as to for he she it they or because when which who with by if while")
#: A date that "later" or "earlier" belongs to ("earlier this month").
_DATED = re.compile(
    rf" (?:on |in )?(?:this|last|next|that|today|yesterday|tomorrow|[12]\d{{3}}\b|the (?:same |following |next )?"
    rf"(?:{_UNITS})\b|{either([*WEEKDAYS, *MONTHS])})",
    re.IGNORECASE,
)
_VERB_TAILS = ("ed", "ld", "nt", "ew", "ok", "id", "ame", "ave", "ft", "ght")
_VERBS = listed(
    """
    was were is had has have be been died won lost met put led fell rose began ran wrote found made held got saw
    became turned told in on at by to from and but that this he she it they we i when as with for while because
    during after before who which the if near into
    """
)


def _adverbial(word: str) -> bool:
    """Whether "later" before this word is an adverb, not a comparative before a noun."""
    return not word or not word[0].isalpha() or word in _VERBS or word.endswith(_VERB_TAILS)


def _loose(site: Site) -> Moment | None:
    if site["weekend"]:
        if not (site.lead.article and site.lead.word) or site.following == "of":
            return None
        return moment(Grain.WEEK, "weekend")
    if site["overnight"]:
        return moment(Grain.DAY, "overnight") if not site.following[:1].isupper() else None
    return moment(Grain.YEAR, "1 year earlier")


_WHICH = either(LAST | NEXT | {"this", "past", "current", "recent", "that", "same"})
_PART = either(PARTS)
_NAMES = either([*WEEKDAYS, *MONTHS, *SEASONS, *PARTS])
FORMS = (
    form(
        LAST | NEXT | {"this", "past", "current", "recent", "that", "same"},
        rf"(?P<which>{_WHICH})(?: {AMOUNT})? (?P<fiscal>fiscal |financial |school )?(?P<unit>{_UNITS})(?P<plural>s)?",
        _deictic,
    ),
    form(
        LAST | NEXT | {"this"},
        rf"(?P<which>this past|this coming|{either(LAST | NEXT)}|this) (?P<name>{_NAMES})(?: (?P<part>{_PART}))?",
        _named,
    ),
    form(
        {DIGITS, *NUMBERS, *(f"{unit}s" for unit in UNIT_GRAINS), "centuries", "half"}
        | {word.split()[0] for word in VAGUE_NUMBERS}
        | {word.split()[0] for word in _BOUNDS.split("|")},
        rf"(?:(?P<bound>{_BOUNDS}) )?(?:{AMOUNT}[ -])?(?P<unit>{_UNITS})(?P<plural>s)?(?: or so| or more)? (?P<side>{_SIDES})",
        _away,
    ),
    form({DIGITS, *NUMBERS, "several"}, rf"{AMOUNT} (?P<unit>{_UNITS})(?P<plural>s)?'?s? time", _in_time),
    form(
        {*_DAYS, "day"},
        rf"(?:(?P<beyond>day before|day after) )?(?P<day>{either(_DAYS)})(?: (?P<part>{_PART}))?",
        _day,
    ),
    form(
        {"day", "week", "month", "year", "night"}, r"(?P<unit>day|week|month|year) (?P<side>before|after)", _neighbour
    ),
    form({word.split()[0] for word in _VAGUE}, rf"(?P<word>{either(_VAGUE)})", _vague),
    form(
        {"weekend", "overnight", "year"}, r"(?P<weekend>weekend)|(?P<overnight>overnight)|year-(?:ago|earlier)", _loose
    ),
)
