"""The words of dates, each table in one place: the Gregorian calendar's names in English and their usual short forms.

Month and weekday abbreviations are those of the Associated Press and Guardian style guides and the
ISO-like three letters. Holidays with a fixed day are given as (day, month); ``None`` marks a movable one.
"""

from __future__ import annotations

from consistency.language.number_words import ONES, TENS
from consistency.types import Grain


def listed(text: str) -> frozenset[str]:
    """The words of a table."""
    return frozenset(text.split())


MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
MONTH_FORMS = {name: name for name in MONTHS} | {name[:3]: name for name in MONTHS} | {"sept": "september"}

#: Months that are also given names, surnames or verbs: alone they need a preposition that people do not take.
NAMELIKE_MONTHS = frozenset({"march", "april", "may", "june", "august"})

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAY_FORMS = (
    {name: name for name in WEEKDAYS}
    | {name[:3]: name for name in WEEKDAYS}
    | {"tues": "tuesday", "weds": "wednesday", "thur": "thursday", "thurs": "thursday"}
)
#: Words that make a weekday part of a name ("Bloody Sunday", "Sheffield Wednesday").
NAMED_WEEKDAY = listed("bloody sheffield man joe ruby freaky mail taco casual")
#: Capitalised words after a weekday that make it a title ("Sunday Times", "Saturday Night Live").
TITLE_TAILS = (
    "Times|Mirror|Telegraph|Express|Mail|Post|Herald|Independent|World|People|Star|Sun|Tribune|Age|Magazine|"
    "Sport|Morning Herald|Night Live|Night Football|Night Lights|Night Fever|Addams|Club|Group"
)

SEASONS = {"spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn", "winter": "winter"}

PARTS = {
    "morning": "morning",
    "afternoon": "afternoon",
    "evening": "evening",
    "night": "night",
    "lunchtime": "afternoon",
}

DECADES = {
    "twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950,
    "sixties": 1960, "seventies": 1970, "eighties": 1980, "nineties": 1990, "noughties": 2000,
}  # fmt: skip

NUMBERS: dict[str, float] = {word: float(value) for word, value in (ONES | TENS).items() if value} | {"a": 1, "an": 1}
#: Parts of a unit, as written before it ("half a century").
NUMBERS |= {"half a": 0.5, "half": 0.5, "a half": 0.5, "a quarter of a": 0.25, "quarter of a": 0.25}
NUMBERS |= {word.replace("-", " "): number for word, number in NUMBERS.items() if "-" in word}
VAGUE_NUMBERS = ("several", "few", "a few", "a couple of", "couple of", "a couple", "many", "some", "recent")

#: Units of time: the base they are counted in, and how many of it they hold.
UNITS = {
    "minute": ("minute", 1), "hour": ("minute", 60),
    "day": ("day", 1), "week": ("day", 7), "fortnight": ("day", 14),
    "month": ("month", 1), "quarter": ("month", 3), "year": ("month", 12), "decade": ("month", 120),
    "century": ("month", 1200), "centurie": ("month", 1200),
}  # fmt: skip
#: Units in which other periods are counted: two nights are two days, two seasons two years.
COUNTED_AS = {"night": "day", "weekend": "week", "season": "year", "centurie": "century"}
UNIT_GRAINS = {
    "minute": Grain.TIME, "hour": Grain.TIME, "day": Grain.DAY, "night": Grain.DAY, "week": Grain.WEEK,
    "fortnight": Grain.WEEK, "weekend": Grain.WEEK, "month": Grain.MONTH, "quarter": Grain.QUARTER,
    "season": Grain.SEASON, "year": Grain.YEAR, "decade": Grain.DECADE, "century": Grain.CENTURY,
    "centurie": Grain.CENTURY,
}  # fmt: skip

LAST = frozenset({"last", "previous", "prior", "preceding"})
NEXT = frozenset({"next", "coming", "following", "upcoming", "subsequent"})
PAST = frozenset({"past", "last", "previous", "preceding", "prior"})
STEPS = {"last": -1, "this": 0, "next": 1}

HOLIDAYS: dict[str, tuple[int, str] | None] = {
    "new year's eve": (31, "december"), "new year's day": (1, "january"), "new year's": None,
    "christmas eve": (24, "december"), "christmas day": (25, "december"), "christmas": None,
    "boxing day": (26, "december"), "valentine's day": (14, "february"), "st. patrick's day": (17, "march"),
    "st patrick's day": (17, "march"), "may day": (1, "may"), "independence day": None,
    "fourth of july": (4, "july"), "bastille day": (14, "july"), "halloween": (31, "october"),
    "veterans day": (11, "november"), "armistice day": (11, "november"), "juneteenth": (19, "june"),
    "thanksgiving day": None, "thanksgiving": None, "labor day": None, "labour day": None, "memorial day": None,
    "presidents' day": None, "presidents day": None, "columbus day": None, "martin luther king jr. day": None,
    "mother's day": None, "father's day": None, "election day": None, "inauguration day": None, "easter": None,
    "easter sunday": None, "easter monday": None, "good friday": None, "palm sunday": None, "ash wednesday": None,
    "black friday": None, "cyber monday": None, "super tuesday": None, "giving tuesday": None, "fat tuesday": None,
    "shrove tuesday": None, "maundy thursday": None, "ramadan": None, "eid al-fitr": None, "eid al-adha": None,
    "passover": None, "hanukkah": None, "yom kippur": None, "rosh hashanah": None, "diwali": None,
    "lunar new year": None, "chinese new year": None, "super bowl sunday": None,
}  # fmt: skip
#: Holidays that also name cards, trees and islands: a date only after a preposition.
LOOSE_HOLIDAYS = frozenset(
    {"christmas", "easter", "halloween", "thanksgiving", "ramadan", "passover", "hanukkah", "diwali", "new year's"}
)

#: Prepositions before a date and the relation they state. "of", "to" and "and" only give context.
PREPOSITIONS = {
    "on": "on", "in": "on", "at": "on", "for": "on", "as of": "on", "within": "during",
    "during": "during", "over": "during", "throughout": "during", "across": "during", "amid": "during",
    "over the course of": "during", "in the course of": "during", "during the course of": "during",
    "before": "before", "prior to": "before", "ahead of": "before", "earlier than": "before",
    "after": "after", "following": "after", "later than": "after", "beyond": "after",
    "since": "since", "starting": "since", "beginning": "since", "effective": "since", "starting in": "since",
    "starting on": "since", "beginning in": "since", "beginning on": "since", "ever since": "since",
    "until": "until", "till": "until", "through": "until", "up to": "until", "up until": "until", "not until": "until",
    "by": "by", "no later than": "by", "not later than": "by", "from": "from", "between": "from",
    "around": "around", "about": "around", "circa": "around", "at around": "around", "at about": "around",
    "on or about": "around", "sometime in": "around", "back in": "on",
}  # fmt: skip

#: Where in a period: before the name of the period.
POSITIONS = {
    "early": "early", "early in": "early", "early on": "early", "start of": "early", "beginning of": "early",
    "mid": "mid", "middle of": "mid", "late": "late", "late in": "late", "late on": "late", "end of": "late",
    "earlier": "earlier", "earlier in": "earlier", "earlier on": "earlier", "later": "later", "later in": "later",
    "later on": "later", "turn of": "early", "close of": "late",
}  # fmt: skip

#: Measures after which a bare four-digit number is a figure, whatever stands before it.
MEASURES = listed(
    """
    people men women children persons miles mile km kilometers kilometres meters metres feet foot ft m mm cm kg
    pounds lbs tons tonnes acres hectares dollars euros yen yuan rupees percent degrees hours minutes seconds days
    weeks months years times points votes troops soldiers police members employees workers staff students patients
    deaths cases homes houses jobs units copies seats calories watts kw mw hp rpm mph bytes mb gb million billion
    trillion thousand hundred others sq square cubic liters litres gallons barrels words pages
    """
)
