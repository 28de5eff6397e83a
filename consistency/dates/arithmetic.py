"""Days that words resolve to: plain arithmetic on the article's own date, never on today's clock."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta

from consistency.language.calendar_words import COUNTED_AS, MONTHS, UNITS, WEEKDAYS
from consistency.types import Stretch

Days = tuple[date | None, date | None]
NOWHEN: Days = (None, None)


def day(year: int, month: int, number: int) -> Days:
    """One day, or nowhen if the calendar has no such day."""
    try:
        return (date(year, month, number),) * 2
    except ValueError:
        return NOWHEN


def years(first: int, last: int) -> Days:
    """All days of the years ``first`` to ``last``."""
    if not MINYEAR <= first <= last <= MAXYEAR:
        return NOWHEN
    return date(first, 1, 1), date(last, 12, 31)


def months(year: int, month: int, count: int = 1) -> Days:
    """All days of ``count`` months; ``month`` may lie outside 1 to 12 and then carries over to other years."""
    start, end = year * 12 + month - 1, year * 12 + month + count - 2
    if not MINYEAR <= start // 12 <= end // 12 <= MAXYEAR:
        return NOWHEN
    return date(start // 12, start % 12 + 1, 1), date(end // 12, end % 12 + 1, monthrange(end // 12, end % 12 + 1)[1])


def shifted(base: date | None, days: int) -> Days:
    """The one day that lies ``days`` after ``base``."""
    if base is None:
        return NOWHEN
    try:
        return (base + timedelta(days=days),) * 2
    except OverflowError:
        return NOWHEN


def unit(name: str, offset: int, base: date | None) -> Days:
    """The calendar week, weekend, month, quarter, year or decade ``offset`` units from that of ``base``.

    A week runs from Sunday to the Sunday after, since newsrooms begin it on either day.
    """
    if base is None:
        return NOWHEN
    match name:
        case "week" | "weekend":
            monday = shifted(base, 7 * offset - base.weekday())[0]
            low, high = (-1, 6) if name == "week" else (5, 6)
            return shifted(monday, low)[0], shifted(monday, high)[0]
        case "month":
            return months(base.year, base.month + offset)
        case "quarter":
            return months(base.year, (base.month - 1) // 3 * 3 + 1 + 3 * offset, 3)
        case "year":
            return years(base.year + offset, base.year + offset)
        case "decade":
            start = (base.year // 10 + offset) * 10
            return years(start, start + 9)
    return NOWHEN


def weekday_before(name: str, base: date | None) -> Days:
    """The last such weekday on or before ``base``."""
    if base is None:
        return NOWHEN
    return shifted(base, -((base.weekday() - WEEKDAYS.index(name)) % 7))


def month_number(name: str) -> int:
    """1 for January to 12 for December."""
    return MONTHS.index(name) + 1


def stretch(number: float | None, name: str) -> Stretch:
    """A stretch of time in its largest whole unit: ten years for a decade, two weeks for fourteen days."""
    name = COUNTED_AS.get(name, name)
    if number is None:
        return Stretch(count=None, unit=name)
    base, size = UNITS[name]
    total = round(number * size)
    if not total:
        base, total = "day", round(number * 30)
    for larger in ("year", "month") if base == "month" else ("week", "day") if base == "day" else ("hour", "minute"):
        step = UNITS[larger][1]
        if total % step == 0:
            return Stretch(count=total // step, unit=larger)
    raise AssertionError(name)
