"""What qualifies a figure, date or rank: who says so, how certain it is, whose it is, and what it measures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypedDict

from consistency.attribution.find import attribute
from consistency.language.surface import tokens, words
from consistency.names.people import People
from consistency.statements.holder import holding
from consistency.statements.modality import modality
from consistency.types import Attribution, Sentence, SourceKind, Span, TextSpan, attribution_of
from consistency.types.extraction import text_span


def sourced(sentences: Sequence[Sentence]) -> tuple[tuple[Attribution, ...], ...]:
    """What each sentence of an article gives to a source, persons by the fullest name the article has for them."""
    people = People(sentences)
    return tuple(
        tuple(_full(one, people, sentence.text) for one in found)
        for sentence, found in zip(sentences, attribute(sentences), strict=True)
    )


def _full(one: Attribution, people: People, around: str) -> Attribution:
    """The same with the speaker's full name, where a person speaks."""
    if one.speaker is None or one.kind is not SourceKind.SPEAKER:
        return one
    listed = [token.lower for token in tokens(one.speaker)]
    office = any(word in words("language/titles", "heads") for word in listed)
    if any(word in words("language/titles", "bodies") for word in listed) or ("of" in listed and not office):
        return one
    return replace(one, speaker=people.full(one.speaker, around))


class Qualities(TypedDict):
    """The fields of a claim that say how it stands in its sentence."""

    attribution: TextSpan | None
    holder: TextSpan | None
    measure: TextSpan | None
    modality: str
    polarity: str


def qualities(
    sentence: Sentence, span: Span, sentences: Sequence[Sentence], said: Sequence[Sequence[Attribution]]
) -> Qualities:
    """The source, holder, measure, status and polarity of a claim at a range of its sentence's text."""
    certainty = modality(sentence.text, span)
    source = attribution_of(span, said[sentence.index])
    holder, measure = holding(sentence.text, span)
    return Qualities(
        attribution=_source(source, sentence.index, sentences) if source else None,
        holder=text_span(sentence, holder) if holder else None,
        measure=text_span(sentence, measure) if measure else None,
        modality=str(certainty.status),
        polarity=str(certainty.polarity),
    )


def _source(one: Attribution, at: int, sentences: Sequence[Sentence]) -> TextSpan:
    """Who says so: bodies of data and texts by all their words, speakers by name, hearsay by what tells it."""
    home = sentences[at + one.sentence_offset]
    span = one.source or one.cue
    text = span.cut(home.text)
    if one.kind is SourceKind.SPEAKER and one.speaker:
        text = one.speaker
    return TextSpan(span=home.raw(span), text=text)
