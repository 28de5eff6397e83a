"""Whether two calendar times, each with or without its year, can be one."""

from __future__ import annotations

from collections.abc import Callable

from consistency.dates.details import Details, details
from consistency.types import Grain, Moment


def same_time(left: Moment, right: Moment) -> bool | None:
    """Whether the two can be one time, whatever their relations; None where they share no detail."""
    one, other = details(left), details(right)
    apart = _apart(left, right)
    if same_words(left, right):
        return None if apart else True
    answers = [judge(one, other) for judge in _JUDGES]
    if apart is None:
        answers.append(_told(one, other))
    elif apart or _inside(left, right) or _inside(right, left):
        answers.append(not apart)
    return False if False in answers else True if True in answers else None


def same_words(left: Moment, right: Moment) -> bool:
    """Whether the two have equal parts, whatever their days, relations and grain."""
    return left.when == right.when and left.position == right.position


def _apart(left: Moment, right: Moment) -> bool | None:
    """Whether the days of the two have none in common; None where the days of one are unknown."""
    if left.first is None or left.last is None or right.first is None or right.last is None:
        return None
    if left.grain is right.grain is Grain.WEEK and left.last - left.first == right.last - right.first:
        # Weeks are a day too long, since newsrooms begin them on Sunday or on Monday.
        return left.first != right.first
    return left.last < right.first or right.last < left.first


def _inside(left: Moment, right: Moment) -> bool:
    if left.first is None or left.last is None or right.first is None or right.last is None:
        return False
    return right.first <= left.first and left.last <= right.last


def _field(name: str) -> Callable[[Details, Details], bool | None]:
    def judge(left: Details, right: Details) -> bool | None:
        one, other = getattr(left, name), getattr(right, name)
        return None if one is None or other is None else bool(one == other)

    return judge


def _position(left: Details, right: Details) -> bool | None:
    """ "early" against "late", "morning" against "night": only a clash tells anything."""
    for one, other in ((left.position, right.position), (left.part, right.part)):
        if one and other and frozenset({one, other}) in _OPPOSED:
            return False
    return None


_OPPOSED = frozenset(
    frozenset(pair)
    for pair in (("early", "late"), ("earlier", "later"), ("morning", "afternoon"), ("morning", "evening"),
                 ("morning", "night"), ("afternoon", "night"))
)  # fmt: skip


def _told(left: Details, right: Details) -> bool | None:
    """Periods told from one's own day: last week and last month differ, this week lies in this month."""
    if left.step is None or right.step is None:
        return None
    if not left.unit or not right.unit:
        return False if {left.step, right.step} == {-1, 1} and left.unit == right.unit else None
    if left.unit == right.unit or left.step == right.step:
        return left.step == right.step and (left.unit == right.unit or left.step == 0)
    return None


def _gaps(left: Details, right: Details) -> bool | None:
    """Stretches of time counted from one's own day: equal once rounded to the coarser unit."""
    if left.gap is None and right.gap is None:
        return None
    one, other = left.stretch(), right.stretch()
    if one is None or other is None:
        return None
    if left.gap is not None and right.gap is not None:
        if left.side == right.side:
            return left.near(right)
        if {left.side, right.side} == {"past", "next"}:
            return False
    return True if one.side == other.side and one.near(other) else None


def _ordinal(left: Details, right: Details) -> bool | None:
    """ "the third quarter" against "the fourth", "summer" against "winter"."""
    if not left.ordinal or not right.ordinal or left.ordinal[0] != right.ordinal[0]:
        return None
    return left.ordinal == right.ordinal


def _clock(left: Details, right: Details) -> bool | None:
    """Times of day in one zone; without "a.m." or "p.m." half a day is open."""
    if left.clock is None or right.clock is None or left.zone != right.zone:
        return None
    if left.exact_half and right.exact_half:
        return left.clock == right.clock
    return left.clock % 720 == right.clock % 720


_JUDGES: tuple[Callable[[Details, Details], bool | None], ...] = (
    *(_field(name) for name in ("weekday", "month", "day")),
    _ordinal,
    _clock,
    _position,
    _gaps,
)
