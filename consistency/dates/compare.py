"""Whether two moments can be the same time, and whether one only says it more loosely."""

from __future__ import annotations

from consistency.dates.calendar_times import same_time, same_words
from consistency.dates.details import details
from consistency.language.number_words import ORDINALS
from consistency.types import Calendar, Grain, Moment, Offset

#: Relations between which no difference of time is stated.
_PLAIN = frozenset({"on", "during", "around"})
#: Relations to one and the same anchor that exclude each other. All others may describe one fact:
#: ties made in 1985 have held since 1985, and what must be done by Friday may be done on Friday.
_CLASHES = frozenset(
    frozenset(pair)
    for pair in (
        ("before", "after"), ("before", "since"), ("until", "since"), ("until", "after"), ("by", "after"),
        ("by", "since"), ("eve", "run-up"), ("eve", "after"), ("eve", "since"), ("eve", "during"),
        ("run-up", "after"), ("run-up", "since"), ("run-up", "during"),
    )
)  # fmt: skip
#: For an event also: what happened during it happened neither before nor after it.
_EVENT_CLASHES = _CLASHES | {frozenset({"before", "during"}), frozenset({"after", "during"})}
#: "from" may say since when, or of when: it only ever confirms.
_OPEN = frozenset({frozenset({"from", "on"}), frozenset({"from", "since"}), frozenset({"from", "during"})})
_LOOSER_RELATION = frozenset({("eve", "before"), ("run-up", "before"), ("eve", "by"), ("run-up", "by")})

_RECENTLY = Calendar(name="recently")

#: Days of a single unit, at the most.
_DAYS = {Grain.DAY: 1, Grain.MONTH: 31, Grain.YEAR: 366}

#: From the finest to the coarsest grain.
_ORDER = {
    Grain.TIME: 0, Grain.DAY: 1, Grain.WEEKDAY: 1, Grain.WEEK: 2, Grain.MONTH: 3, Grain.QUARTER: 4, Grain.SEASON: 5,
    Grain.YEAR: 6, Grain.DECADE: 7, Grain.CENTURY: 8,
}  # fmt: skip


def agrees(left: Moment, right: Moment) -> bool | None:
    """True when the two can be the same time, False when they cannot, None when that cannot be told.

    Symmetric. A coarser time agrees with a finer one inside it ("in May" with "on May 25").
    """
    if Grain.VAGUE in (left.grain, right.grain):
        return True if same_words(left, right) and _alike(left, right) else None
    if (left.grain is Grain.EVENT) != (right.grain is Grain.EVENT):
        return None
    if _stretch(left) and _stretch(right) and left.grain is right.grain and _alike(left, right):
        return (left.first, left.last) == (right.first, right.last)
    same = _events(left, right) if left.grain is Grain.EVENT else same_time(left, right)
    return _related(left, right, same)


def _stretch(moment: Moment) -> bool:
    """Whether both ends are told of a stretch of several days, months or years: "between 2015 and 2021"."""
    if moment.first is None or moment.last is None or moment.grain not in _DAYS:
        return False
    return (moment.last - moment.first).days >= _DAYS[moment.grain]


def _related(left: Moment, right: Moment, same: bool | None) -> bool | None:
    """The answer for the anchors, seen through how each fact stands to its anchor."""
    pair = frozenset({left.relation, right.relation})
    if _alike(left, right):
        return same
    if pair in _OPEN:
        return same or None
    if not same:
        return None
    if left.grain is Grain.EVENT:
        if pair in _EVENT_CLASHES:
            return False
        return True if _eased(left, right) or _eased(right, left) else None
    return False if pair in _CLASHES and same_words(left, right) else None


def _alike(left: Moment, right: Moment) -> bool:
    return left.relation == right.relation or {left.relation, right.relation} <= _PLAIN


def _eased(left: Moment, right: Moment) -> bool:
    return (left.relation, right.relation) in _LOOSER_RELATION


def _events(left: Moment, right: Moment) -> bool | None:
    """Whether two anchors are one event: the words of one are all among those of the other."""
    one, other = details(left), details(right)
    if renumbered(left, right):
        return False
    if not one.words or not other.words or not (one.words <= other.words or other.words <= one.words):
        return None
    if one.edge != other.edge and "end" in (one.edge, other.edge):
        return None
    gaps = one.gap is not None and other.gap is not None
    return not (one.dated and other.dated and not one.dated & other.dated) and (not gaps or one.near(other))


def renumbered(left: Moment, right: Moment) -> bool:
    """Whether two events of one series have other numbers: "the second term" and "the fourth term"."""
    one, other = details(left).words, details(right).words
    here, there = one - other, other - one
    return bool(one & other) and len(here) == len(there) == 1 and here | there <= ORDINALS.keys()


def looser(left: Moment, right: Moment) -> bool:
    """Whether ``right`` is a vaguer form of ``left``: "last week" became "recently", "on the eve of" "before".

    Both are taken to speak of one fact. Two equally exact moments are never looser.
    """
    if same_words(left, right) and _alike(left, right):
        return False
    if right.grain is Grain.VAGUE:
        return left.grain is not Grain.VAGUE or (_recent_stretch(left) and right.when == _RECENTLY)
    if left.grain is Grain.VAGUE:
        return False
    if agrees(left, right) is False:
        return False
    if left.grain is Grain.EVENT and right.grain is Grain.EVENT:
        return _looser_event(left, right)
    if Grain.EVENT in (left.grain, right.grain):
        return False
    return _coarser(left, right)


def _recent_stretch(moment: Moment) -> bool:
    """ "In the past few years": uncounted, but no longer than its unit allows."""
    when = moment.when
    return isinstance(when, Offset) and when.side == "past" and when.stretch.count is None


def _looser_event(left: Moment, right: Moment) -> bool:
    if agrees(left, right) is None:
        return False
    one, other = details(left), details(right)
    return _eased(left, right) or (left.relation == right.relation and one.gap is not None and other.gap is None)


def _coarser(left: Moment, right: Moment) -> bool:
    fine, coarse = _ORDER[left.grain], _ORDER[right.grain]
    if fine < coarse:
        return True
    one, other = details(left), details(right)
    return fine == coarse and agrees(left, right) is True and one.exactness > other.exactness
