"""Times of day."""

from __future__ import annotations

from consistency.dates.grammar import DIGITS, Site, form, moment
from consistency.language.calendar_words import MEASURES
from consistency.types import Clock, Grain, Moment

_NAMED = {"noon": Clock(hour=12), "midday": Clock(hour=12), "midnight": Clock(hour=0)}
#: Without "a.m." or a zone, only these make two numbers with a colon a time and not a score or a ratio.
_AT = frozenset({"at", "by", "until", "before", "after", "from", "around", "till", "since", "at around", "at about"})
_ZONE = r"(?P<zone> (?:E[SD]?T|C[SD]?T|P[SD]?T|M[SD]?T|GMT|UTC|BST|CET|local time))?"


def _clock(site: Site) -> Moment | None:
    if site["named"]:
        return moment(Grain.TIME, _NAMED[site["named"]])
    hour, minute = int(site["hour"]), int(site["minute"] or 0)
    half = site["half"].strip()[:1]
    if hour > 23 or minute > 59 or (half and not 1 <= hour <= 12):
        return None
    if not (half or site["oclock"] or site["zone"]):
        if site.lead.word not in _AT:
            return None
        if site.following in MEASURES or site.following == "of":
            return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    ambiguous = not half and hour <= 12
    return moment(Grain.TIME, Clock(hour=hour, minute=minute, twelve_hours=ambiguous, zone=site["zone"].strip()))


FORMS = (
    form({"noon", "midday", "midnight"}, r"(?P<named>noon|midday|midnight)", _clock),
    form(
        {DIGITS},
        r"(?P<named>(?!))?(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?(?::[0-5]\d)?(?P<half> ?[ap](?:\.m\.|m\b))"
        r"(?P<oclock>(?!))?" + _ZONE,
        _clock,
    ),
    form(
        {DIGITS},
        r"(?P<named>(?!))?(?P<hour>\d{1,2})(?::(?P<minute>[0-5]\d)|(?P<oclock> o'clock))(?P<half>(?!))?"
        + _ZONE
        + r"(?![:%]|\.\d)",
        _clock,
    ),
    form(
        {DIGITS},
        r"(?P<named>(?!))?(?P<half>(?!))?(?P<oclock>(?!))?(?P<hour>[0-2]\d)(?P<minute>[0-5]\d)(?P<zone> (?:GMT|UTC))",
        _clock,
    ),
)
