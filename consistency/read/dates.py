"""Parse publication dates: in front matter, batch rows and web pages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime

#: Values that mean no date, mark a page as published (Jekyll), or let the generator compute the date.
_NOTHING = frozenset({
    "", "~", "null", "none", "true", "false", "yes", "no", "on", "off",
    "created", "last modified", "git created", "git last modified",  # Eleventy
    "today", "now", "last-modified",  # Quarto
})  # fmt: skip
_TEMPLATE = re.compile(r"\{\{|\{%|<%|`r |\bSys\.")

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_DAY, _YEAR = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", r"(?P<year>\d{4})"
_REST = r"(?!\d)(?P<rest>.*)"
#: Notations in which year, month and day are unambiguous.
_CERTAIN = tuple(
    re.compile(form + _REST, re.IGNORECASE | re.DOTALL)
    for form in (
        r"(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})",
        r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)",
        rf"{_WEEKDAY}{_DAY}[\s-]+(?:of\s+)?{_MONTH}[\s,-]+{_YEAR}",
        rf"{_WEEKDAY}{_MONTH}\s+{_DAY},?\s+{_YEAR}",
    )
)
_NUMBERS = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})" + _REST, re.DOTALL)
_TIME = re.compile(
    r"""(?:(?:t|,?\s+(?:at\s+)?)
        (?:(?P<hour>\d{1,2}):?(?P<minute>\d\d)(?::?(?P<second>\d\d)(?:[.,]\d+)?)?(?:\s*[ap]\.?m\.?)?
         |(?P<whole>\d{1,2})\s*[ap]\.?m\.?)
        (?:\s*(?:[a-z]{1,5}|[a-z_]+(?:/[a-z_]+)+))?
        (?:\s*[+-](?P<east>\d\d?)(?::?(?P<parts>\d\d))?)?
        (?:\s*\([\w\s]{1,40}\))?)?\s*""",
    re.IGNORECASE | re.VERBOSE,
)
#: Largest values in a time and a time zone; Kiribati is at UTC+14.
_MOST = {"hour": 24, "minute": 59, "second": 60, "whole": 12, "east": 14, "parts": 59}


class NoDay(ValueError):
    """What is wrong with a date; ``instead`` is what to write, if that is unambiguous."""

    def __init__(self, reason: str, *instead: date) -> None:
        super().__init__(reason)
        self.instead = " or ".join(one.isoformat() for one in instead) or "2026-03-12, for example"

    def __str__(self) -> str:
        return f"{self.args[0]}: write {self.instead}"


def day(value: object) -> date | None:
    """The day in a value, in its own time zone; None if it intentionally has none.

    Raises:
        NoDay: it should be a date and cannot be read, is ambiguous, or no calendar has it.
    """
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, date):
        return value.date() if isinstance(value, datetime) else value
    if isinstance(value, Mapping) and "created" in value:  # the blogs of Material for MkDocs
        return day(value["created"])
    if isinstance(value, int) and 0 <= value <= 99_999_999:
        value = str(value)
    if not isinstance(value, str):
        raise NoDay("is not a date")
    text = value.strip()
    if text.lower() in _NOTHING or _TEMPLATE.search(text):
        return None
    return _written(text)


def parse_date(value: object) -> date | None:
    """The day of a date or a string in a common notation; None for anything else."""
    try:
        return day(value)
    except NoDay:
        return None


def _written(text: str) -> date:
    if len(text) > 100:
        raise NoDay("is not a date")
    for form in _CERTAIN:
        if found := form.fullmatch(text):
            month = found["month"].lower()
            number = int(month) if month.isdigit() else _MONTHS.index(month[:3]) + 1
            return _checked(_made(int(found["year"]), number, int(found["day"])), found["rest"])
    if found := _NUMBERS.fullmatch(text):
        return _checked(_unordered(int(found[1]), int(found[3]), int(found[4])), found["rest"])
    return _mailed(text)


def _made(year: int, month: int, number: int) -> date:
    try:
        return date(year, month, number)
    except ValueError:
        raise NoDay("is not a day of the calendar") from None


def _unordered(one: int, two: int, year: int) -> date:
    """The day from two numbers, either of which may be the month."""
    days = []
    for number, month in ((two, one), (one, two)):
        try:
            days.append(date(year, month, number))
        except ValueError:
            continue
    if not days:
        raise NoDay("is not a day of the calendar")
    if len(set(days)) > 1:
        raise NoDay("is ambiguous", *sorted(days))
    return days[0]


def _checked(found: date, rest: str) -> date:
    """The day, if it is followed by nothing or a valid time."""
    time = _TIME.fullmatch(rest)
    if time is None:
        raise NoDay("is not a date that can be read", found)
    for name, most in _MOST.items():
        if int(time[name] or 0) > most:
            what = "time zone" if name in ("east", "parts") else "time of day"
            raise NoDay(f"has no possible {what}", found)
    return found


def _mailed(text: str) -> date:
    """The day of a date as in e-mail and version control."""
    from email.utils import parsedate_to_datetime

    try:
        if re.search(r"(?<!\d)\d{4}(?!\d)", text):  # a year of two digits would be guessed
            return parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    raise NoDay("is not a date that can be read")
