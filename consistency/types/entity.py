"""Named entities and attributions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from consistency.types.span import Span


class EntityType(StrEnum):
    """The type of a named entity."""

    PERSON = "person"
    ORG = "organisation"
    PLACE = "place"
    GROUP = "group"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place where an entity is named; ``span`` is a range of the sentence at place ``sentence`` of the article.

    ``name`` are the words of the name in folded form, empty where only an office stands ("the foreign
    minister"); ``role`` the words of the office before it; ``country`` the country that the words
    themselves give; ``sure`` whether the type rests on more than the pipeline's label.
    """

    sentence: int
    span: Span
    text: str
    type: EntityType
    head: str
    role: tuple[str, ...] = ()
    name: tuple[str, ...] = ()
    country: str | None = None
    sure: bool = False


class SourceKind(StrEnum):
    """The type of source in an attribution."""

    SPEAKER = "speaker"
    DATA = "data"
    DOCUMENT = "document"
    HEARSAY = "hearsay"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """An attribution to a source in a sentence; all spans are ranges of ``Sentence.text``.

    ``source`` is the whole phrase ("data from the World Bank"), ``name`` who stands behind it ("the
    World Bank"); both are ``None`` where nobody is named. ``speaker`` is the name in words, a pronoun
    replaced by whom it stands for where that is clear. ``scope`` is what is attributed. ``sentence_offset`` is
    how many sentences further on (or, negative, back) the cue and the source stand, where a quotation
    runs over several sentences; their spans are ranges of that sentence.
    """

    kind: SourceKind
    cue: Span
    scope: tuple[Span, ...]
    source: Span | None = None
    name: Span | None = None
    speaker: str | None = None
    sentence_offset: int = 0

    @property
    def size(self) -> int:
        """Length of the scope in characters."""
        return sum(span.end - span.start for span in self.scope)


def attribution_of(span: Span, found: Iterable[Attribution]) -> Attribution | None:
    """The attribution with the smallest scope that covers a span."""
    covering = [one for one in found if any(scope.covers(span) for scope in one.scope)]
    return min(covering, key=lambda one: (one.size, one.cue), default=None)
