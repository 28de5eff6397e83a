"""What a sentence attributes by its verbs of speech: "Ann Lee said that ...", "...," said Ann Lee, adding ..."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from consistency.attribution import scope as scopes
from consistency.attribution.sources import after, before
from consistency.attribution.value import Attribution, SourceKind, material, named
from consistency.language.surface import Token, words
from consistency.types import Span, limits

#: Verbs of speech; the weak ones are, where words follow that can be said.
_WEAK = words("language/speech", "weak")
_PARTICIPLES = words("language/speech", "participles")
_VERBS = words("language/speech", "strong") | _WEAK | _PARTICIPLES


def spoken(text: str, found: Sequence[Token], taken: Sequence[Span]) -> list[Attribution]:
    """What the verbs of speech attribute in a sentence, but for those in ranges that are ``taken``."""
    told: list[Attribution] = []
    for one in islice(_verbs(text, found), limits.SOURCES):
        if not any(one.cue.overlaps(span) for span in taken):
            told.append(one if one.source else _inherited(one, told, found))
    return told


def _verbs(text: str, found: Sequence[Token]) -> Iterator[Attribution]:
    for at, token in enumerate(found):
        if token.lower not in _VERBS:
            continue
        weak, participle = token.lower in _WEAK, token.lower in _PARTICIPLES
        if token.capital or (weak and not _introduces(found, at + 1)) or (participle and not _adjoined(found, at)):
            continue
        if not participle and _passive(found, at):
            continue
        one = _one(text, found, at, participle=participle)
        if one is not None:
            yield one


def _passive(found: Sequence[Token], at: int) -> bool:
    """Whether a form is a passive ("had been warned"): then its subject does not speak."""
    before = at - 1
    while before >= 0 and found[before].lower in words("language/speech", "between"):
        before -= 1
    return before >= 0 and found[before].lower in words("statements/clauses", "be")


def _adjoined(found: Sequence[Token], at: int) -> bool:
    """Whether a participle hangs on the subject of its sentence, not on the noun before it ("a note saying")."""
    return at > 0 and (not found[at - 1].word or found[at - 1].lower in ("and", "by", "while", "before", "after", "in"))


def _introduces(found: Sequence[Token], at: int) -> bool:
    return at < len(found) and found[at].text in ("that", ":", '"')


def _one(text: str, found: Sequence[Token], at: int, *, participle: bool) -> Attribution | None:
    """The attribution at one speech verb."""
    follower = found[at + 1].lower if at + 1 < len(found) else ""
    if found[at].lower == "reported" and follower in ("from", "by"):
        return None
    cue = Span(found[at].start, found[at].end)
    phrase = None if participle else _behind(found, at)
    if phrase is not None:
        scope = scopes.said(text, found, Span(cue.start, found[phrase[1] - 1].end))
        return named(found, phrase, cue=cue, scope=scope)
    phrase = None if participle else before(found, at)
    told = _shared(found, at, participle) if phrase is None else not _is_reported(found, at, phrase)
    covered = _covered(text, found, at, phrase) if told else None
    if covered is None:
        return None
    if phrase is None:
        return Attribution(kind=SourceKind.SPEAKER, cue=cue, scope=covered)
    return named(found, phrase, cue=cue, scope=covered)


def _behind(found: Sequence[Token], at: int) -> tuple[int, int] | None:
    """The source of a verb that stands before it: "...," said Ann Lee."""
    mark = found[at - 1].text if at else ""
    inverted = mark in ('"', "'")
    if mark == ",":
        inverted = before(found, at) is None and found[at].lower not in words("language/speech", "addressed")
    return after(found, at + 1) if inverted and _phrase_opens(found, at + 1) else None


def _shared(found: Sequence[Token], at: int, participle: bool) -> bool:
    """Whether a verb that has no source beside it has that of another: "and said", "adding"."""
    joined = at > 0 and found[at - 1].lower in ("and", "but", "or")
    return participle or joined or _helped(found, at)


def _is_reported(found: Sequence[Token], at: int, phrase: tuple[int, int]) -> bool:
    """Whether figures or a document are what is reported, and report nothing themselves."""
    return found[at].lower == "reported" and any(material(one) for one in found[phrase[0] : phrase[1]])


def _covered(text: str, found: Sequence[Token], at: int, phrase: tuple[int, int] | None) -> tuple[Span, ...] | None:
    """What an attribution covers: what stands before it where it trails, else what follows; None where nothing does."""
    if phrase and phrase[0] and scopes.closing(found, scopes.addressee(found, at)):
        lead = found[phrase[0] - 1]
        first = lead if lead.lower == "as" else found[phrase[0]]
        if first is lead or lead.text in (",", '"'):
            return scopes.said(text, found, Span(first.start, scopes.reach(found, at, text)))
    return None if _silent(found, at) else scopes.following(text, found, scopes.content(found, at))


def _silent(found: Sequence[Token], at: int) -> bool:
    """Whether somebody is spoken to and nothing follows that is said: "she warned the chairman, who did nothing"."""
    if found[at].lower not in words("language/speech", "addressed"):
        return False
    end = scopes.addressee(found, at)
    return end > at + 1 and end < len(found) - 1 and found[end].text == "," and found[end + 1].lower.startswith("who")


def _helped(found: Sequence[Token], at: int) -> bool:
    return at > 1 and found[at - 1].lower in words("language/speech", "between")


def _phrase_opens(found: Sequence[Token], at: int) -> bool:
    """Whether a name, or a noun phrase, begins here: "said Ann Lee", "said the bank", "said trainer Ann Lee"."""
    if at >= len(found):
        return False
    named = found[at].capital or found[at].lower in words("language/speech", "determiners")
    plain = found[at].word and found[at].lower not in words("language/speech", "prepositions") | words(
        "language/speech", "times"
    )
    return named or (plain and at + 1 < len(found) and found[at + 1].capital and found[at].lower != "that")


def _inherited(one: Attribution, earlier: Sequence[Attribution], found: Sequence[Token]) -> Attribution:
    """A participle or second verb takes the source of the one before it, else the subject of the sentence."""
    for other in reversed(earlier):
        if other.name is not None:
            return replace(one, kind=other.kind, source=other.source, name=other.name)
    verb = next((n for n, token in enumerate(found) if token.start == one.cue.start), 0)
    start = 0
    while start < verb and found[start].lower in ("but", "and", "still", "meanwhile", ","):
        start += 1
    end = start
    while end < verb and _subject(found[end]):
        end += 1
    part = found[start:end]
    pronoun = len(part) == 1 and part[0].lower in words("language/speech", "pronouns")
    opened = bool(part) and (_named(part[0]) or part[0].lower == "the")
    if not pronoun and not (opened and _named(part[-1])):
        return one
    return named(found, (start, end), cue=one.cue, scope=one.scope)


def _subject(token: Token) -> bool:
    """Whether a word can be part of a short subject at the beginning of a sentence."""
    listed = words("language/titles", "heads") | words("language/speech", "pronouns")
    return token.word and (token.capital or token.lower == "the" or token.lower in listed)


def _named(token: Token) -> bool:
    """Whether a word can open or close a name: no adverb and no owner of something else."""
    return token.lower not in words("language/titles", "common") and token.text != "'s"
