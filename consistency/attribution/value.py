"""What an attribution is made of: its kind, its source, and who stands behind the source."""

from __future__ import annotations

from collections.abc import Sequence

from consistency.language.surface import Token, extent, words
from consistency.types import Attribution, SourceKind, Span

__all__ = ["Attribution", "SourceKind", "material", "named"]

#: Before words for data these name nobody.
_PLAIN = frozenset({"the", "its", "latest", "official", "new", "initial", "recent", "preliminary", "early", "separate"})


def material(token: Token) -> bool:
    """Whether a word is the head of a source that is a text or a body of figures."""
    return token.lower in words("language/speech", "data") or token.lower in words("language/speech", "documents")


def named(found: Sequence[Token], phrase: tuple[int, int], *, cue: Span, scope: tuple[Span, ...]) -> Attribution:
    """An attribution to the source in a token range; its words tell its kind."""
    part = found[phrase[0] : phrase[1]]
    kind = SourceKind.SPEAKER
    body = part[-1].lower in words("language/titles", "bodies") and not material(part[-1])
    if body and not any(token.lower in _LINKS for token in part):
        kind = SourceKind.SPEAKER
    elif any(token.lower in words("language/speech", "data") for token in part):
        kind = SourceKind.DATA
    elif any(token.lower in words("language/speech", "documents") for token in part):
        kind = SourceKind.DOCUMENT
    return Attribution(kind=kind, cue=cue, scope=scope, source=extent(part), name=_name(part, kind))


#: Words between a body of data and whoever collected it.
_LINKS = frozenset({"from", "by", "of"})


def _name(part: Sequence[Token], kind: SourceKind) -> Span | None:
    """Who stands behind a source: without the words for data and documents, and without links."""
    if kind is SourceKind.SPEAKER:
        return extent(part)
    heads = [n for n, token in enumerate(part) if material(token)]
    links = [n for n, token in enumerate(part) if token.lower in _LINKS and n > heads[0]]
    rest = part[links[-1] + 1 :] if links else part[: heads[0]]
    while rest and (rest[0].lower in words("language/speech", "determiners") and rest[0].lower != "the"):
        rest = rest[1:]
    while rest and not any(token.capital for token in rest) and rest[0].lower in _PLAIN:
        rest = rest[1:]
    while rest and rest[-1].lower in words("language/speech", "trailing"):
        rest = rest[:-1]
    return extent(rest) if rest else None
