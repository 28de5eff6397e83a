"""Quotations of an article: what stands between the marks, what sort of quotation it is, and who speaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from consistency.language.quotation_marks import Region, Stretch, regions
from consistency.language.surface import tokens, words
from consistency.names.people import People
from consistency.types import Attribution, Sentence, SentenceKind, SourceKind, Span, attribution_of

#: Words between two parts of one speech: more, and the second part is a new quotation.
LONGEST_TAG = 14


#: Characters before and after a quotation in which the words next to it stand: more than three words have.
NEAR = 200


class QuoteKind(StrEnum):
    """What sort of quotation it is; only speech, partial and word are somebody's words."""

    SPEECH = "speech"
    PARTIAL = "partial"
    WORD = "word"
    NAME = "name"
    HEADLINE = "headline"
    SCARE = "scare"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """One quotation; ``stretches`` are its parts, in coordinates of the sentences at those places of the article.

    ``text`` is what stands inside the marks, parts joined by a space. ``speaker`` is the fullest name
    the article gives, else the words it uses; ``source`` is where those stand in ``source_sentence``.
    """

    stretches: tuple[Stretch, ...]
    text: str
    kind: QuoteKind
    speaker: str | None = None
    source: Span | None = None
    source_sentence: int | None = None
    nested: tuple[Quote, ...] = ()
    closed: bool = True

    @property
    def sentence(self) -> int:
        """The place of the first sentence in the article."""
        return self.stretches[0].sentence

    @property
    def outer(self) -> Span:
        """The first part with its marks."""
        return self.stretches[0].outer

    @property
    def inner(self) -> Span:
        """The first part without its marks."""
        return self.stretches[0].inner


def quotes(sentences: Sequence[Sentence], said: Sequence[Sequence[Attribution]]) -> list[Quote]:
    """The quotations of one article, in order; nested ones stand inside theirs.

    A speech interrupted by its tag or running over sentences and paragraphs is one quotation. ``said``
    is what each sentence attributes to somebody.
    """
    found = regions(sentences)
    people = People(sentences)
    made = [_made(region, sentences, said, people) for region in found]
    nested = _nested(found, made)
    joined: list[tuple[Region, Quote]] = []
    for number, region in enumerate(found):
        if region.inside is not None:
            continue
        quote = replace(made[number], nested=nested.get(number, ()))
        if joined and _goes_on(joined[-1], (region, quote), sentences):
            region, quote = _joined(joined.pop(), (region, quote))
        joined.append((region, quote))
    return [quote for _, quote in joined]


def _nested(found: Sequence[Region], made: Sequence[Quote]) -> dict[int, tuple[Quote, ...]]:
    """The quotations directly inside each that has some, with its speaker; the inner ones come later in ``found``."""
    nested: dict[int, tuple[Quote, ...]] = {}
    for number in reversed(range(len(found))):
        around = found[number].inside
        if around is not None:
            inner = replace(made[number], nested=nested.get(number, ()), speaker=made[around].speaker)
            nested[around] = (inner, *nested.get(around, ()))
    return nested


def _made(
    region: Region, sentences: Sequence[Sentence], said: Sequence[Sequence[Attribution]], people: People
) -> Quote:
    text = " ".join(stretch.inner.cut(sentences[stretch.sentence].text) for stretch in region.stretches)
    home, source = _source(region, said)
    kind = _kind(region, text, sentences, source)
    quote = Quote(stretches=region.stretches, text=text, kind=kind, closed=region.closed)
    if source is None or kind in (QuoteKind.NAME, QuoteKind.SCARE):
        return quote
    speaker = people.full(source.speaker, sentences[home].text) if source.speaker else None
    return replace(quote, speaker=speaker, source=source.name or source.source, source_sentence=home)


def _source(region: Region, said: Sequence[Sequence[Attribution]]) -> tuple[int, Attribution | None]:
    """Who speaks, and in which sentence that is said."""
    for stretch in region.stretches:
        people = [one for one in said[stretch.sentence] if one.kind in (SourceKind.SPEAKER, SourceKind.DOCUMENT)]
        covering = [one for one in people if any(scope.overlaps(stretch.inner) for scope in one.scope)]
        one = attribution_of(stretch.inner, covering) or min(covering, key=lambda one: one.size, default=None)
        if one is not None:
            return stretch.sentence + one.sentence_offset, one
    return region.stretches[0].sentence, None


def _kind(region: Region, text: str, sentences: Sequence[Sentence], source: Attribution | None) -> QuoteKind:
    first = region.stretches[0]
    sentence = sentences[first.sentence]
    count = sum(token.word for token in tokens(text))
    if _is_name(first, text, sentence.text, spoken=source is not None):
        return QuoteKind.NAME
    if sentence.kind is SentenceKind.HEADLINE and region.mark == "'":
        return QuoteKind.HEADLINE
    if region.inside is None and source is None and count < 4 and not text.endswith((".", ",", "?", "!")):
        return QuoteKind.SCARE
    if count == 1:
        return QuoteKind.WORD
    return QuoteKind.SPEECH if _is_whole(first, text, sentence.text) else QuoteKind.PARTIAL


def _is_name(first: Stretch, text: str, around: str, *, spoken: bool) -> bool:
    """Whether the marks enclose a title: named as one next to them, or written with capitals throughout."""
    after = next((token.lower for token in tokens(around[first.outer.end : first.outer.end + NEAR])), "")
    before = [token.lower for token in tokens(around[max(0, first.outer.start - NEAR) : first.outer.start])][-3:]
    naming = words("language/speech", "naming")
    named = after in naming or naming.intersection(before[-1:]) or before[-2:] == ["known", "as"]
    inside = [token for token in tokens(text) if token.word]
    long = [token for token in inside if len(token.text) > 3 and not token.text[0].isdigit()]
    titled = len(inside) > 1 and bool(long) and all(token.capital for token in long)
    short = 0 < len(inside) < 8 and inside[0].capital
    ended = text.endswith((".", ",", "!", "?")) and spoken
    return (titled and not ended) or bool(named and short)


def _is_whole(first: Stretch, text: str, around: str) -> bool:
    """Whether a whole sentence is quoted: it begins with a capital where a clause may begin."""
    before = around[: first.outer.start].rstrip()
    opens = (
        not before
        or before[-1] in ',:.?!"-'
        or before.rsplit(maxsplit=1)[-1].lower() in words("language/speech", "strong")
    )
    return text[:1].isupper() and opens and len(text.split()) > 2


def _goes_on(left: tuple[Region, Quote], right: tuple[Region, Quote], sentences: Sequence[Sentence]) -> bool:
    """Whether the second quotation is the rest of the first."""
    last, first = left[1].stretches[-1], right[1].stretches[0]
    if left[0].mark != right[0].mark:
        return False
    if not left[0].closed and first.sentence == last.sentence + 1:
        ends = last.outer.end >= len(sentences[last.sentence].text)
        return ends and first.outer.start == 0 and sentences[first.sentence].block != sentences[last.sentence].block
    return first.sentence == last.sentence and _tag_between(left[1], right[1], sentences[first.sentence].text)


def _tag_between(left: Quote, right: Quote, text: str) -> bool:
    """Whether nothing but "he said on Monday" stands between two parts of one clause."""
    first, second = left.stretches[-1], right.stretches[0]
    between = text[first.outer.end : second.outer.start].strip()
    listed = [token for token in tokens(between) if token.word]
    tagged = any(token.lower in words("language/speech", "strong") for token in listed)
    resumed = between.endswith((",", "that")) or first.inner.cut(text).endswith(",")
    clause = first.inner.cut(text).endswith((",", "-")) and between.endswith(",")
    second_verb = any(token.lower.endswith("ing") or token.lower in ("and", "but", "while") for token in listed)
    return tagged and resumed and clause and not second_verb and len(listed) <= LONGEST_TAG


def _joined(left: tuple[Region, Quote], right: tuple[Region, Quote]) -> tuple[Region, Quote]:
    first, second = left[1], right[1]
    named = first if first.speaker else second
    quote = Quote(
        stretches=first.stretches + second.stretches,
        text=f"{first.text} {second.text}",
        kind=max(first.kind, second.kind, key=lambda kind: kind is QuoteKind.SPEECH),
        speaker=named.speaker,
        source=named.source,
        source_sentence=named.source_sentence,
        nested=first.nested + second.nested,
        closed=second.closed,
    )
    return right[0], quote
