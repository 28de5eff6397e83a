"""The place line at the head of a report: "BEIJING:", "LONDON, March 3 (AP) -"."""

from __future__ import annotations

import re

#: Agencies whose names stand in datelines.
_AGENCIES = (
    r"AP|Reuters|AFP|UPI|CNN|BBC|ANI|PTI|IANS|Xinhua|TASS|Interfax|Bloomberg|dpa|DPA|EFE|ANSA|Kyodo|Yonhap|Anadolu|AA|APP|"
    r"MENA|WAM|SPA|NNA|PA|AAP|Bernama|Antara|CNA|Kyodo News|Business Wire|BUSINESS WIRE|PRNewswire|PR Newswire|"
    r"GLOBE NEWSWIRE|Thomson Reuters Foundation|Associated Press|The Associated Press|Agencies|Sputnik|Ukrinform"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DATE = (
    rf",? ?(?:(?:Mon|Tues?|Wednes|Thurs?|Fri|Satur|Sun)day,? )?(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
)
_AGENCY = rf" ?(?:\((?:{_AGENCIES})(?:[/ ][\w ]{{1,20}})?\)|/(?:{_AGENCIES})/)"
_CAPS = r"[A-ZÀ-Þ][A-ZÀ-Þ'. -]{2,30}"
_NAME = r"[A-ZÀ-Þ][\w'.-]+(?: (?:de|of|the|la|el|al|du|do|[A-ZÀ-Þ][\w'.-]*)){0,3}"
_REGION = rf"(?:, ?{_NAME}| ?\[{_NAME}\]|/{_CAPS})?"
_DASH = r" ?-{1,2} "
_AFTER = r"(?=[\"'(]*[A-Z0-9À-Þ])"

_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?:{_CAPS}|{_NAME}){_REGION}(?:{_DATE})?{_AGENCY}(?:{_DATE})?(?: ?: |{_DASH}| (?=[\"'(]*[A-Z])|(?=[A-Z]))",
        rf"\((?:{_AGENCIES})\)(?:{_DASH}|: | |(?=[A-Z]))",
        rf"(?:{_CAPS}|{_NAME}){_REGION}{_DATE}(?:{_DASH}|: ){_AFTER}",
        rf"{_CAPS}{_REGION}(?:{_DASH}|: ?){_AFTER}",
    )
)

#: Cities that stand alone in datelines (AP Stylebook, "datelines"), for "Beijing: The ministry said".
_CITIES = (
    "Abu Dhabi|Amsterdam|Athens|Atlanta|Baghdad|Baltimore|Bangkok|Beijing|Beirut|Belgrade|Berlin|Bogota|Boston|Brasilia|Brussels|"
    "Budapest|Buenos Aires|Cairo|Caracas|Chicago|Colombo|Copenhagen|Dallas|Damascus|Delhi|Denver|Detroit|Dhaka|Dubai|Dublin|Geneva|"
    "Gibraltar|Guatemala City|Hanoi|Havana|Helsinki|Hong Kong|Honolulu|Houston|Islamabad|Istanbul|Jakarta|Jerusalem|Johannesburg|Kabul|"
    "Karachi|Kathmandu|Kuala Lumpur|Kuwait City|Kyiv|Las Vegas|Lima|Lisbon|London|Los Angeles|Luxembourg|Macau|Madrid|Manila|Mexico City|"
    "Miami|Milan|Minneapolis|Monaco|Montreal|Moscow|Mumbai|Munich|Nairobi|New Delhi|New Orleans|New York|Oslo|Ottawa|Panama City|Paris|"
    "Philadelphia|Phoenix|Pittsburgh|Prague|Quebec City|Rio de Janeiro|Riyadh|Rome|Salt Lake City|San Antonio|San Diego|San Francisco|"
    "San Marino|Santiago|Sao Paulo|Seattle|Seoul|Shanghai|Singapore|St. Louis|Stockholm|Sydney|Taipei|Tehran|Tel Aviv|Tokyo|Toronto|"
    "Tripoli|Tunis|United Nations|Vatican City|Vienna|Warsaw|Washington|Wellington|Zurich"
)
_CITY = re.compile(rf"(?:{_CITIES})(?:: |{_DASH}){_AFTER}")
#: Labels in capitals that are not places.
_LABELS = re.compile(
    r"(?:BREAKING|UPDATED?|WATCH|EXCLUSIVE|OPINION|ANALYSIS|NOTE|CORRECTION|EXPLAINER|LIVE|JUST IN|VIDEO|FACT CHECK|Q|A|"
    r"EDITOR'S NOTE|READ MORE|WARNING)\b(?! \()"
)


def dateline_length(text: str) -> int:
    """How many characters of a paragraph's folded text are its dateline, the mark after it included; 0 without one."""
    if _LABELS.match(text):
        return 0
    for form in (*_FORMS, _CITY):
        match = form.match(text)
        if match and len(text) - match.end() >= 20:
            return len(match.group().rstrip())
    return 0
