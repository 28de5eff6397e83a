"""Who an article says it has something from: speaker, document, body of data, or hearsay."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from consistency.agree.nations import nation
from consistency.extract import scopes
from consistency.extract.attributed import Attributed, SourceKind, material, named
from consistency.extract.cited import according, clipped, hearsay, shown
from consistency.extract.marks import Region, regions
from consistency.extract.sources import after, before
from consistency.extract.surface import REMEMBERED, Token, blank, tokens, words
from consistency.types import Sentence, Span

#: Tokens of the longest sentence that is read: what is longer is a table or a list that was not cut.
LONGEST = 600

#: Verbs of speech; the weak ones are, where words follow that can be said.
_WEAK = words("speech", "weak")
_PARTICIPLES = words("speech", "participles")
_VERBS = words("speech", "strong") | _WEAK | _PARTICIPLES

__all__ = ["Attributed", "SourceKind", "attribute", "attribution_of", "attributions"]


def attributions(sentence: Sentence, previous: Sentence | None = None) -> list[Attributed]:
    """What one sentence attributes; ``previous`` tells whom "he said" stands for."""
    sentences = [sentence] if previous is None else [previous, sentence]
    return list(attribute(sentences)[-1])


def attribute(sentences: Sequence[Sentence]) -> list[tuple[Attributed, ...]]:
    """What each sentence of one article attributes, in the order of the cues."""
    pairs = regions(sentences)
    texts, plain = _plain([sentence.text for sentence in sentences], pairs)
    memory = _Memory()
    found = [
        memory.read(_found(text, bare) if sentence.checkable else (), text)
        for sentence, text, bare in zip(sentences, texts, plain, strict=True)
    ]
    _spread(found, pairs)
    _carry(found, pairs, texts)
    return [tuple(one) for one in found]


def _plain(texts: list[str], pairs: Iterable[Region]) -> tuple[list[str], list[str]]:
    """The sentences with double marks around all quotations, and those with the quoted words made blank."""
    marked = list(texts)
    hidden: list[list[Span]] = [[] for _ in texts]
    for region in pairs:
        if region.inside is not None:
            continue
        for stretch in region.stretches:
            number = stretch.sentence
            for at in (stretch.outer.start, stretch.outer.end - 1):
                if (
                    region.mark == "'"
                    and marked[number][at : at + 1] == "'"
                    and not stretch.inner.covers(Span(at, at + 1))
                ):
                    marked[number] = f'{marked[number][:at]}"{marked[number][at + 1 :]}'
            if " " in stretch.inner.cut(marked[number]):
                hidden[number].append(stretch.inner)
    return marked, [blank(text, spans) for text, spans in zip(marked, hidden, strict=True)]


def attribution_of(span: Span, found: Iterable[Attributed]) -> Attributed | None:
    """The closest attribution whose scope covers a span: of several, that with the smallest scope."""
    covering = [one for one in found if any(scope.covers(span) for scope in one.scope)]
    return min(covering, key=lambda one: (one.size, one.cue), default=None)


def _spread(found: list[list[Attributed]], pairs: Iterable[Region]) -> None:
    """A speech over several sentences has one speaker, named in any of them."""
    for region in pairs:
        if region.inside is not None or len(region.stretches) == 1:
            continue
        named = [(s.sentence, one) for s in region.stretches if (one := attribution_of(s.inner, found[s.sentence]))]
        if len({one.speaker for _, one in named}) != 1:
            continue
        home, one = named[0]
        for stretch in region.stretches:
            if attribution_of(stretch.inner, found[stretch.sentence]) is None:
                found[stretch.sentence].append(replace(one, scope=(stretch.outer,), home=home - stretch.sentence))


def _carry(found: list[list[Attributed]], pairs: Iterable[Region], texts: Sequence[str]) -> None:
    """A speech in sentences of its own that names nobody has the speaker of the sentence before it.

    Not behind or in a question: the answer may be another's.
    """
    for region in pairs:
        first, last = region.stretches[0], region.stretches[-1]
        before = first.sentence - 1
        alone = first.outer.start == 0 and not texts[last.sentence][last.outer.end :].strip(" .")
        numbers = [stretch.sentence for stretch in region.stretches]
        if region.inside is not None or before < 0 or not alone or any(found[number] for number in numbers):
            continue
        earlier = max(found[before], key=lambda one: one.cue.end, default=None)
        leads = '"' in texts[before] or texts[before].endswith(":")
        asked = "?" in texts[before] or texts[last.sentence].rstrip(' "').endswith("?")
        if earlier is None or not leads or asked or earlier.kind is not SourceKind.SPEAKER:
            continue
        for stretch in region.stretches:
            home = before + earlier.home - stretch.sentence
            found[stretch.sentence].append(replace(earlier, scope=(stretch.outer,), home=home))


#: Somebody introduced by what he or she is: "an auditor, Ann Lee,".
_INTRODUCED = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Ii]ts) [a-z][a-z' -]{2,40}, ((?:[A-Z][\w'-]+ ){1,2}[A-Z][\w'-]+)[,.]"
)


class _Memory:
    """Who spoke last, for the pronouns that follow, and which pronoun was used for whom."""

    def __init__(self) -> None:
        self.person: str | None = None
        self.any: str | None = None
        self.sex: dict[str, str] = {}

    def read(self, found: Sequence[Attributed], text: str) -> list[Attributed]:
        """What one sentence attributes, pronouns replaced; whoever it introduces may be the next "she"."""
        result = [self.resolve(one, text) for one in found]
        if any(match[1] != self.person for match in _INTRODUCED.finditer(text)):
            self.person = None
        return result

    def resolve(self, found: Attributed, text: str) -> Attributed:
        """The same with the name that a pronoun stands for."""
        if found.name is None:
            return found
        name = found.name.cut(text)
        if name.lower() not in words("speech", "pronouns"):
            self._hear(name, found.kind)
            return replace(found, speaker=name)
        male, female = name.lower() in words("speech", "male"), name.lower() in words("speech", "female")
        known = self.person if male or female else self.any
        sex = "m" if male else "f"
        if known is None or name.lower() in ("i", "we") or (known == self.person and self._other(known, male, female)):
            return found
        if male or female:
            self.sex[known] = sex
        return replace(found, speaker=known)

    def _hear(self, name: str, kind: SourceKind) -> None:
        if kind is not SourceKind.SPEAKER:
            return
        self.any = name
        listed = [token.lower for token in tokens(name)]
        told = any(token.capital for token in tokens(name)) or listed[-1] in words("titles", "heads")
        if told and listed[-1] not in words("titles", "bodies") and nation(name) is None:
            self.person = name

    def _other(self, name: str, male: bool, female: bool) -> bool:
        """Whether a pronoun is of the other sex than the name, as far as pronouns and titles have told."""
        first = name.split(" ")[0].lower().rstrip(".")
        told = self.sex.get(name) or {"mr": "m", "mrs": "f", "ms": "f", "miss": "f"}.get(first, "")
        return bool(told) and ((male and told == "f") or (female and told == "m"))


@lru_cache(maxsize=REMEMBERED)
def _found(text: str, plain: str) -> tuple[Attributed, ...]:
    """What one sentence attributes; ``plain`` is the text with its quoted words made blank."""
    found = tokens(plain)
    if len(found) > LONGEST:
        return ()
    results = clipped([*according(text, found), *shown(text, found)], text)
    results += hearsay(plain, found)
    taken = [one.cue for one in results] + [one.source for one in results if one.source]
    spoken: list[Attributed] = []
    for one in _spoken(text, found):
        if not any(one.cue.overlaps(span) for span in taken):
            source = one if one.source else _inherited(one, spoken, found)
            spoken.append(source)
    return tuple(sorted([*results, *spoken], key=lambda one: one.cue))


def _spoken(text: str, found: Sequence[Token]) -> Iterator[Attributed]:
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
    while before >= 0 and found[before].lower in words("speech", "between"):
        before -= 1
    return before >= 0 and found[before].lower in words("clauses", "be")


def _adjoined(found: Sequence[Token], at: int) -> bool:
    """Whether a participle hangs on the subject of its sentence, not on the noun before it ("a note saying")."""
    return at > 0 and (not found[at - 1].word or found[at - 1].lower in ("and", "by", "while", "before", "after", "in"))


def _introduces(found: Sequence[Token], at: int) -> bool:
    return at < len(found) and found[at].text in ("that", ":", '"')


def _one(text: str, found: Sequence[Token], at: int, *, participle: bool) -> Attributed | None:
    """The attribution at one speech verb."""
    cue = Span(found[at].start, found[at].end)
    if found[at].lower == "reported" and at + 1 < len(found) and found[at + 1].lower in ("from", "by"):
        return None
    inverted = at > 0 and found[at - 1].text in ('"', ",", "'") and not participle
    if inverted and found[at - 1].text == ",":
        inverted = before(found, at) is None and found[at].lower not in words("speech", "addressed")
    phrase = after(found, at + 1) if inverted and _phrase_opens(found, at + 1) else None
    if phrase is not None:
        scope = scopes.said(text, found, Span(cue.start, found[phrase[1] - 1].end))
        return named(found, phrase, cue=cue, scope=scope)
    phrase = None if participle else before(found, at)
    if phrase is None and not (
        participle or (at and found[at - 1].lower in ("and", "but", "or")) or _helped(found, at)
    ):
        return None
    if (
        phrase is not None
        and any(material(one) for one in found[phrase[0] : phrase[1]])
        and found[at].lower == "reported"
    ):
        return None
    first = phrase[0] if phrase else at
    trailing = first > 0 and found[first - 1].text in (",", '"') and scopes.closing(found, scopes.addressee(found, at))
    if phrase and first and found[first - 1].lower == "as" and scopes.closing(found, scopes.addressee(found, at)):
        scope = scopes.said(text, found, Span(found[first - 1].start, scopes.reach(found, at, text)))
    elif trailing and phrase:
        scope = scopes.said(text, found, Span(found[first].start, scopes.reach(found, at, text)))
    elif _silent(found, at):
        return None
    else:
        scope = scopes.following(text, found, scopes.content(found, at))
    if phrase is None:
        return Attributed(kind=SourceKind.SPEAKER, cue=cue, scope=scope)
    return named(found, phrase, cue=cue, scope=scope)


def _silent(found: Sequence[Token], at: int) -> bool:
    """Whether somebody is spoken to and nothing follows that is said: "she warned the chairman, who did nothing"."""
    if found[at].lower not in words("speech", "addressed"):
        return False
    end = scopes.addressee(found, at)
    return end > at + 1 and end < len(found) - 1 and found[end].text == "," and found[end + 1].lower.startswith("who")


def _helped(found: Sequence[Token], at: int) -> bool:
    return at > 1 and found[at - 1].lower in words("speech", "between")


def _phrase_opens(found: Sequence[Token], at: int) -> bool:
    """Whether a name, or a noun phrase, begins here: "said Ann Lee", "said the bank", "said trainer Ann Lee"."""
    if at >= len(found):
        return False
    named = found[at].capital or found[at].lower in words("speech", "determiners")
    plain = found[at].word and found[at].lower not in words("speech", "prepositions") | words("speech", "times")
    return named or (plain and at + 1 < len(found) and found[at + 1].capital and found[at].lower != "that")


def _inherited(one: Attributed, earlier: Sequence[Attributed], found: Sequence[Token]) -> Attributed:
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
    pronoun = len(part) == 1 and part[0].lower in words("speech", "pronouns")
    opened = bool(part) and (_named(part[0]) or part[0].lower == "the")
    if not pronoun and not (opened and _named(part[-1])):
        return one
    return named(found, (start, end), cue=one.cue, scope=one.scope)


def _subject(token: Token) -> bool:
    """Whether a word can be part of a short subject at the beginning of a sentence."""
    listed = words("titles", "heads") | words("speech", "pronouns")
    return token.word and (token.capital or token.lower == "the" or token.lower in listed)


def _named(token: Token) -> bool:
    """Whether a word can open or close a name: no adverb and no owner of something else."""
    return token.lower not in words("titles", "common") and token.text != "'s"
