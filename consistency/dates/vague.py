"""Words that leave a time open: "recently", "later", "in the past"."""

from __future__ import annotations

import re

from consistency.dates.grammar import Site, either, form, moment
from consistency.language.calendar_words import MONTHS, UNIT_GRAINS, WEEKDAYS, listed
from consistency.types import Calendar, Grain, Moment

_VAGUE = {
    "recently": "recently", "lately": "recently", "of late": "recently", "recent times": "recently",
    "recent memory": "recently", "later": "later", "afterwards": "later", "afterward": "later",
    "subsequently": "later", "thereafter": "later", "earlier": "earlier", "previously": "earlier",
    "in the past": "in the past", "over the years": "over the years",
}  # fmt: skip
_JOINTS = listed("that but and as to for he she it they or because when which who with by if while")
#: A date that "later" or "earlier" belongs to ("earlier this month").
_DATED = re.compile(
    rf" (?:on |in )?(?:this|last|next|that|today|yesterday|tomorrow|[12]\d{{3}}\b|"
    rf"the [12]\d{{3}}|the (?:same |following |next )?(?:{either(UNIT_GRAINS)})\b|{either([*WEEKDAYS, *MONTHS])})",
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


#: Words before "later" and "earlier" that make them compare things ("a later date", "sooner or later").
_COMPARED = listed("a an or his her their its much no sooner not any")


def _vague(site: Site) -> Moment | None:
    word = site["word"]
    if word == "in the past" and site.following.isalpha() and site.following not in _JOINTS:
        return None
    if word in ("later", "earlier"):
        return _adverb(site)
    return moment(Grain.VAGUE, Calendar(name=_VAGUE[word]))


def _adverb(site: Site) -> Moment | None:
    following, previous = site.following.lower(), site.previous.lower()
    if site.lead.article or previous in _COMPARED or previous.endswith("'s") or following in ("than", "-"):
        return None
    if _DATED.match(site.text, site.match.end()) or not _adverbial(site.following):
        return None
    return moment(Grain.VAGUE, Calendar(name=site["word"]))


def _adverbial(word: str) -> bool:
    """Whether "later" before this word is an adverb, not a comparative before a noun."""
    return not word or not word[0].isalpha() or word in _VERBS or word.endswith(_VERB_TAILS)


FORMS = (form({word.split()[0] for word in _VAGUE}, rf"(?P<word>{either(_VAGUE)})", _vague),)
