"""Who an article says it has something from: speaker, document, body of data, or hearsay."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from consistency.extract import scopes
from consistency.extract.marks import Region, regions
from consistency.extract.sources import after, before
from consistency.extract.surface import Token, blank, extent, tokens, words
from consistency.types import Sentence, Span


class SourceKind(StrEnum):
    """What sort of source it is."""

    SPEAKER = "speaker"
    DATA = "data"
    DOCUMENT = "document"
    HEARSAY = "hearsay"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attributed:
    """Something that a sentence gives to a source; all spans are ranges of ``Sentence.text``.

    ``source`` is the whole phrase ("data from the World Bank"), ``name`` who stands behind it ("the
    World Bank"); both are ``None`` where nobody is named. ``speaker`` is the name in words, a pronoun
    replaced by whom it stands for where that is clear. ``scope`` is what is attributed. ``home`` is
    how many sentences further on (or, negative, back) the cue and the source stand, where a quotation
    runs over several sentences; their spans are ranges of that sentence.
    """

    kind: SourceKind
    cue: Span
    scope: tuple[Span, ...]
    source: Span | None = None
    name: Span | None = None
    speaker: str | None = None
    home: int = 0

    @property
    def size(self) -> int:
        """Characters of the scope."""
        return sum(span.end - span.start for span in self.scope)


def attributions(sentence: Sentence, previous: Sentence | None = None) -> list[Attributed]:
    """What one sentence attributes; ``previous`` tells whom "he said" stands for."""
    sentences = [sentence] if previous is None else [previous, sentence]
    return list(attribute(sentences)[-1])


def attribute(sentences: Sequence[Sentence]) -> list[tuple[Attributed, ...]]:
    """What each sentence of one article attributes, in the order of the cues."""
    quoted: list[list[Span]] = [[] for _ in sentences]
    pairs = regions(sentences)
    for region in pairs:
        for stretch in region.stretches if region.inside is None else ():
            if " " in stretch.inner.cut(sentences[stretch.sentence].text):
                quoted[stretch.sentence].append(stretch.inner)
    memory = _Memory()
    found = [
        [memory.resolve(one, sentence.text) for one in _found(sentence.text, hidden)] if sentence.checkable else []
        for sentence, hidden in zip(sentences, quoted, strict=True)
    ]
    _spread(found, pairs)
    _carry(found, sentences)
    return [tuple(one) for one in found]


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


def _carry(found: list[list[Attributed]], sentences: Sequence[Sentence]) -> None:
    """A sentence that is all speech and names nobody has the speaker of the one before it."""
    for number in range(1, len(sentences)):
        text = sentences[number].text
        if found[number] or not text.startswith('"') or not text.endswith('"') or '"' in text[1:-1]:
            continue
        last = max(found[number - 1], key=lambda one: one.cue.end, default=None)
        quoted = '"' in sentences[number - 1].text or sentences[number - 1].text.endswith(":")
        if last is not None and quoted and last.kind is SourceKind.SPEAKER:
            found[number].append(replace(last, scope=(Span(0, len(text)),), home=last.home - 1))


class _Memory:
    """Who spoke last, for the pronouns that follow, and which pronoun was used for whom."""

    def __init__(self) -> None:
        self.last: str | None = None
        self.sex: dict[str, str] = {}

    def resolve(self, found: Attributed, text: str) -> Attributed:
        if found.name is None:
            return found
        name = found.name.cut(text)
        if name.lower() not in words("speech", "pronouns"):
            self.last = name if found.kind is SourceKind.SPEAKER else self.last
            return replace(found, speaker=name)
        sex = (
            "m" if name.lower() in words("speech", "male") else "f" if name.lower() in words("speech", "female") else ""
        )
        if self.last is None or name.lower() in ("i", "we") or (sex and self.sex.get(self.last, sex) != sex):
            return found
        if sex:
            self.sex[self.last] = sex
        return replace(found, speaker=self.last)


def _found(text: str, quoted: Sequence[Span]) -> list[Attributed]:
    plain = blank(text, quoted)
    found = tokens(plain)
    results = _clipped([*_according(text, found), *_shown(text, found)], text)
    results += _hearsay(plain, found)
    taken = [one.cue for one in results] + [one.source for one in results if one.source]
    spoken: list[Attributed] = []
    for one in _spoken(text, found):
        if not any(one.cue.overlaps(span) for span in taken):
            source = one if one.source else _inherited(one, spoken, found)
            spoken.append(source)
    return sorted([*results, *spoken], key=lambda one: one.cue)


def _according(text: str, found: Sequence[Token]) -> Iterator[Attributed]:
    """ "according to X", "as reported by X", "in the words of X"."""
    for at, token in enumerate(found):
        length = _prefix(found, at)
        if not length:
            continue
        phrase = after(found, at + length)
        if phrase is None:
            continue
        whole = Span(token.start, found[phrase[1] - 1].end)
        cue = extent(found[at : at + length])
        yield _named(found, phrase, cue=cue, scope=scopes.counted(text, found, scopes.around(text, found, whole)))


#: Phrases that lead to a source, in words.
_LEADS = (
    ("according", "to"),
    ("as", "reported", "by"),
    ("as", "cited", "by"),
    ("as", "estimated", "by"),
    ("reported", "by"),
    ("in", "the", "words", "of"),
    ("citing",),
    ("based", "on", "data", "from"),
    ("quoted", "by"),
    ("cited", "by"),
    ("per",),
)


def _prefix(found: Sequence[Token], at: int) -> int:
    """How many tokens the lead has that begins here; "per" only after a comma and before a name."""
    for lead in _LEADS:
        if tuple(token.lower for token in found[at : at + len(lead)]) == lead:
            if lead == ("per",) and not (
                at and found[at - 1].text == "," and at + 1 < len(found) and found[at + 1].capital
            ):
                continue
            return len(lead)
    return 0


def _shown(text: str, found: Sequence[Token]) -> Iterator[Attributed]:
    """ "World Bank data show that ...", "..., a study by X found"."""
    for at, token in enumerate(found):
        if token.lower not in words("speech", "shows"):
            continue
        phrase = before(found, at)
        if phrase is None or not any(_material(one) for one in found[phrase[0] : phrase[1]]):
            continue
        trailing = phrase[0] > 0 and found[phrase[0] - 1].text in (",", '"') and scopes.closing(found, at + 1)
        if trailing:
            scope = scopes.counted(text, found, scopes.around(text, found, Span(found[phrase[0]].start, token.end)))
        else:
            scope = scopes.following(text, found, at + 1)
        yield _named(found, phrase, cue=Span(token.start, token.end), scope=scope)


def _material(token: Token) -> bool:
    return token.lower in words("speech", "data") or token.lower in words("speech", "documents")


def _hearsay(text: str, found: Sequence[Token]) -> Iterator[Attributed]:
    whole = Span(0, len(text.rstrip(" .")))
    for token in found:
        if token.lower in words("speech", "hearsay"):
            yield Attributed(kind=SourceKind.HEARSAY, cue=Span(token.start, token.end), scope=(whole,))
    lowered = text.lower()
    for phrase in words("speech", "hearsay_phrases"):
        at = lowered.find(phrase)
        if at >= 0:
            yield Attributed(kind=SourceKind.HEARSAY, cue=Span(at, at + len(phrase)), scope=(whole,))


def _spoken(text: str, found: Sequence[Token]) -> Iterator[Attributed]:
    for at, token in enumerate(found):
        weak = token.lower in words("speech", "weak")
        participle = token.lower in words("speech", "participles")
        if not (token.lower in words("speech", "strong") or weak or participle):
            continue
        if token.capital or (weak and not _introduces(found, at + 1)):
            continue
        one = _one(text, found, at, participle=participle)
        if one is not None:
            yield one


def _introduces(found: Sequence[Token], at: int) -> bool:
    return at < len(found) and found[at].text in ("that", ":", '"')


def _one(text: str, found: Sequence[Token], at: int, *, participle: bool) -> Attributed | None:
    """The attribution at one speech verb."""
    cue = Span(found[at].start, found[at].end)
    inverted = at > 0 and found[at - 1].text in ('"', ",", "'") and not participle
    inverted = inverted and (found[at - 1].text != "," or before(found, at) is None)
    phrase = after(found, at + 1) if inverted and at + 1 < len(found) and _phrase_opens(found[at + 1]) else None
    if phrase is not None:
        scope = scopes.said(text, found, Span(cue.start, found[phrase[1] - 1].end))
        return _named(found, phrase, cue=cue, scope=scope)
    phrase = None if participle else before(found, at)
    if phrase is None and not (
        participle or (at and found[at - 1].lower in ("and", "but", "or")) or _helped(found, at)
    ):
        return None
    if (
        phrase is not None
        and any(_material(one) for one in found[phrase[0] : phrase[1]])
        and found[at].lower == "reported"
    ):
        return None
    first = phrase[0] if phrase else at
    trailing = first > 0 and found[first - 1].text in (",", '"') and scopes.closing(found, scopes.addressee(found, at))
    if phrase and first and found[first - 1].lower == "as" and scopes.closing(found, scopes.addressee(found, at)):
        scope = scopes.said(text, found, Span(found[first - 1].start, scopes.reach(found, at, text)))
    elif trailing and phrase:
        scope = scopes.said(text, found, Span(found[first].start, scopes.reach(found, at, text)))
    else:
        scope = scopes.following(text, found, scopes.content(found, at))
    if phrase is None:
        return Attributed(kind=SourceKind.SPEAKER, cue=cue, scope=scope)
    return _named(found, phrase, cue=cue, scope=scope)


def _helped(found: Sequence[Token], at: int) -> bool:
    return at > 1 and found[at - 1].lower in words("speech", "between")


def _phrase_opens(token: Token) -> bool:
    return token.capital or token.lower in words("speech", "determiners")


def _clipped(found: list[Attributed], text: str) -> list[Attributed]:
    """Of two sources in a row, the later one does not reach back over the earlier one."""
    result: list[Attributed] = []
    for one in sorted(found, key=lambda one: one.cue):
        last = result[-1] if result else None
        if last is not None and last.source is not None:
            edge = max(last.source.end, last.cue.end)
            parts = [scopes.bare(text, max(span.start, edge), span.end) for span in one.scope if span.end > edge]
            one = replace(one, scope=tuple(part for part in parts if part.start < part.end))
        result.append(one)
    return result


def _named(found: Sequence[Token], phrase: tuple[int, int], *, cue: Span, scope: tuple[Span, ...]) -> Attributed:
    part = found[phrase[0] : phrase[1]]
    kind = SourceKind.SPEAKER
    if any(token.lower in words("speech", "data") for token in part):
        kind = SourceKind.DATA
    elif any(token.lower in words("speech", "documents") for token in part):
        kind = SourceKind.DOCUMENT
    return Attributed(kind=kind, cue=cue, scope=scope, source=extent(part), name=_name(part, kind))


#: Words between a body of data and whoever collected it.
_LINKS = frozenset({"from", "by", "of"})


def _name(part: Sequence[Token], kind: SourceKind) -> Span | None:
    """Who stands behind a source: without the words for data and documents, and without links."""
    if kind is SourceKind.SPEAKER:
        return extent(part)
    heads = [n for n, token in enumerate(part) if _material(token)]
    links = [n for n, token in enumerate(part) if token.lower in _LINKS and n > heads[0]]
    rest = part[links[-1] + 1 :] if links else part[: heads[0]]
    while rest and (rest[0].lower in words("speech", "determiners") and rest[0].lower != "the"):
        rest = rest[1:]
    while (
        rest
        and not any(token.capital for token in rest)
        and rest[0].lower in ("the", "its", "latest", "official", "new")
    ):
        rest = rest[1:]
    return extent(rest) if rest else None


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
    while end < verb and (
        found[end].capital or found[end].lower in words("speech", "pronouns") or found[end].lower == "the"
    ):
        end += 1
    if end == start or not found[end - 1].word:
        return one
    return _named(found, (start, end), cue=one.cue, scope=one.scope)
