"""Stretches of time counted from a day: "three years ago", "a week later", "in two days' time"."""

from __future__ import annotations

from consistency.dates import arithmetic
from consistency.dates.grammar import DIGITS, Site, either, form, moment
from consistency.language.calendar_words import COUNTED_AS, NUMBERS, UNIT_GRAINS, VAGUE_NUMBERS
from consistency.types import Grain, Moment, Offset, Stretch

UNIT = either(UNIT_GRAINS)
AMOUNT = (
    rf"(?P<number>{either({*NUMBERS, *VAGUE_NUMBERS})}|\d{{1,3}}(?:\.\d)?)"
    rf"(?:(?:-| to | or )(?P<upto>{either(NUMBERS)}|\d{{1,3}})(?= ))?(?P<half> and a half)?"
)
#: A unit of time, in the singular or the plural.
PERIOD = rf"(?P<unit>{UNIT})(?P<plural>s)?(?P<more> and a half)?"
#: Words for the side on which the stretch lies, folded.
_SIDES = {
    "ago": "ago", "earlier": "earlier", "prior": "earlier", "previously": "earlier", "before": "earlier",
    "beforehand": "earlier", "later": "later", "after": "later", "afterward": "later", "afterwards": "later",
    "on": "later", "from now": "from now", "hence": "from now",
}  # fmt: skip
_HANGING = frozenset({"before", "after", "prior", "on", "beforehand"})
#: Words for how exact the number is, folded; "" where it is as exact as it looks.
_BOUNDS = {
    "only": "", "just": "", "barely": "", "as recently as": "", "as far back as": "",
    "nearly": "about", "almost": "about", "about": "about", "around": "about", "roughly": "about",
    "approximately": "about", "some": "about", "not quite": "about",
    "more than": "over", "over": "over", "well over": "over", "just over": "over", "at least": "over",
    "less than": "under", "under": "under", "just under": "under", "fewer than": "under", "up to": "under",
}  # fmt: skip
CLAUSE_END = frozenset(".,;:!?)-\"'")


def count(site: Site) -> float | None:
    """The number of units; none for "several"."""
    words = site["number"] or ("one" if site.get("more") else "")
    if not words or words in VAGUE_NUMBERS:
        return None
    return number_of(words) + (0.5 if site["half"] or site.get("more") else 0)


def number_of(words: str) -> float:
    """The value of a number word or of digits."""
    return NUMBERS.get(words) or float(words)


def length(site: Site) -> Stretch:
    """The stretch in its largest whole unit: 10 years for a decade; a range in the unit of its words."""
    unit = COUNTED_AS.get(site["unit"], site["unit"])
    least = count(site)
    if least is not None and site.get("upto"):
        return Stretch(count=least, upto=number_of(site["upto"]), unit=unit)
    return arithmetic.stretch(least, unit)


def grain(site: Site) -> Grain:
    """The grain of the unit, or vague where nothing was counted."""
    return UNIT_GRAINS[site["unit"]] if count(site) is not None else Grain.VAGUE


def _away(site: Site) -> Moment | None:
    side, following = site["side"], site.following
    if not site["number"] and not site["plural"]:
        return None
    if site["number"] in ("many", "some", "recent", "few") and not site["plural"]:
        return None
    if side in _HANGING and following and following not in CLAUSE_END:
        return None
    if following == "than" or (site.lead.word == "for" and side != "ago"):
        return None
    side = _SIDES[side]
    when = Offset(stretch=length(site), side=side, bound=_BOUNDS.get(site["bound"], ""))
    return moment(grain(site), when, arithmetic.NOWHEN if when.bound else _days_ago(site, side))


def _days_ago(site: Site, side: str) -> arithmetic.Days:
    number = count(site)
    if side != "ago" or site["unit"] != "day" or number is None or number > 31:
        return arithmetic.NOWHEN
    return arithmetic.shifted(site.published, -round(number))


def _in_time(site: Site) -> Moment | None:
    if site.lead.word not in ("in", "within"):
        return None
    return moment(grain(site), Offset(stretch=length(site), side="from now"))


def _neighbour(site: Site) -> Moment | None:
    if not site.lead.article or (site.following and site.following not in CLAUSE_END):
        return None
    side = "earlier" if site["side"] == "before" else "later"
    return moment(UNIT_GRAINS[site["unit"]], Offset(stretch=arithmetic.stretch(1, site["unit"]), side=side))


FORMS = (
    form(
        {DIGITS, *NUMBERS, *(f"{unit}s" for unit in UNIT_GRAINS), "centuries", "half"}
        | {words.split()[0] for words in (*VAGUE_NUMBERS, *_BOUNDS)},
        rf"(?:(?P<bound>{either(_BOUNDS)}) )?(?:{AMOUNT}[ -])?{PERIOD}(?: or so| or more)?"
        rf" (?P<side>{either(_SIDES)})",
        _away,
    ),
    form({DIGITS, *NUMBERS, "several"}, rf"{AMOUNT} (?P<unit>{UNIT})(?P<plural>s)?'?s? time", _in_time),
    form({"day", "week", "month", "year"}, r"(?P<unit>day|week|month|year) (?P<side>before|after)", _neighbour),
)
