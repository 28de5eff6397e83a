"""Word tables of the mutation tool, written for it: independent of what the checker knows."""

from __future__ import annotations

CARDINALS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
TENS = {20: "twenty", 30: "thirty", 40: "forty", 50: "fifty", 60: "sixty", 70: "seventy", 80: "eighty", 90: "ninety"}
ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]

#: Words before a figure, by the side of it on which the truth lies.
BOUNDS = {
    "more": ("more than", "over", "upwards of", "in excess of"),
    "least": ("at least", "no less than", "no fewer than"),
    "under": ("nearly", "almost", "just under", "close to"),
    "about": ("about", "around", "roughly", "approximately", "some"),
    "less": ("less than", "fewer than", "under"),
    "most": ("up to", "at most", "no more than"),
}
#: What each side is changed to; removal is "".
BOUND_SHIFTS = {
    "more": ("nearly", "less than", ""),
    "least": ("at most", "less than"),
    "under": ("more than", "at least"),
    "about": ("more than", "less than"),
    "less": ("more than", "at least"),
    "most": ("at least", "more than"),
}
#: Bounds that mean the same.
BOUND_TWINS = {
    "more than": "over",
    "over": "more than",
    "nearly": "almost",
    "almost": "nearly",
    "about": "around",
    "around": "about",
    "roughly": "about",
    "approximately": "around",
}

SUPERLATIVES = {
    "largest": ("second-largest", "third-largest", "smallest"),
    "biggest": ("second-biggest", "third-biggest", "smallest"),
    "smallest": ("second-smallest", "largest"),
    "highest": ("second-highest", "lowest"),
    "lowest": ("second-lowest", "highest"),
    "longest": ("second-longest", "shortest"),
    "oldest": ("second-oldest", "youngest"),
    "richest": ("second-richest", "poorest"),
    "busiest": ("second-busiest", "third-busiest"),
}

#: Units of which one is taken for the other.
UNIT_SHIFTS = {
    "kilometres": "miles",
    "kilometers": "miles",
    "km": "miles",
    "miles": "kilometres",
    "metres": "feet",
    "meters": "feet",
    "feet": "metres",
    "tonnes": "kilograms",
    "tons": "pounds",
    "kilograms": "tonnes",
    "hectares": "acres",
    "acres": "hectares",
    "litres": "barrels",
    "barrels": "litres",
    "megawatts": "gigawatts",
    "gigawatts": "megawatts",
    "Celsius": "Fahrenheit",
    "minutes": "hours",
    "hours": "days",
    "days": "weeks",
    "weeks": "months",
    "months": "years",
    "years": "months",
}
SCALE_SHIFTS = {"thousand": ("million",), "million": ("billion",), "billion": ("million", "trillion")}
SCALE_SHIFTS |= {"trillion": ("billion",), "bn": ("m",), "m": ("bn",)}
CURRENCY_SHIFTS = {"$": "€", "€": "$", "£": "$", "US$": "€"}
CURRENCY_WORDS = {"dollars": "euros", "euros": "dollars", "pounds": "dollars", "yen": "dollars"}

#: Relative dates and what they are changed to.
TIME_SHIFTS = {
    "last week": "last month",
    "last month": "last week",
    "last year": "last month",
    "next week": "next month",
    "next month": "next year",
    "next year": "next month",
    "this week": "last week",
    "this month": "last month",
    "this year": "last year",
    "earlier this year": "earlier this week",
    "a year earlier": "a month earlier",
    "a year later": "a month later",
    "a decade ago": "a year ago",
    "a year ago": "a decade ago",
    "a day earlier": "a week earlier",
    "a day later": "a week later",
    "the next day": "the next week",
    "yesterday": "last week",
    "the past decade": "the past two years",
    "the next decade": "the next two years",
    "on the eve of": "two months before",
    "in the run-up to": "in the weeks after",
    "in the run up to": "in the weeks after",
    "overnight": "last weekend",
}
#: Before these, "after" and "before" are no times.
NOT_TIMES = [
    "named",
    "look",
    "looked",
    "looks",
    "looking",
    "take",
    "took",
    "takes",
    "go",
    "going",
    "goes",
    "went",
    "come",
    "comes",
    "came",
    "sought",
    "day",
    "year",
    "ever",
    "asked",
]
