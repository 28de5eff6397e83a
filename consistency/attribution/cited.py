"""Sources that a sentence cites: "according to", data that show, documents that say, and hearsay."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from consistency.attribution import scope as scopes
from consistency.attribution.sources import after, before
from consistency.attribution.value import Attribution, SourceKind, material, named
from consistency.language.resources import table
from consistency.language.surface import Token, extent, words
from consistency.types import Span


def according(text: str, found: Sequence[Token]) -> Iterator[Attribution]:
    """ "according to X", "as reported by X", "in the words of X"."""
    done = 0
    for at, token in enumerate(found):
        length = _prefix(found, at) if at >= done else 0
        if not length:
            continue
        done = at + length
        phrase = after(found, at + length)
        if phrase is None:
            continue
        whole = Span(token.start, found[phrase[1] - 1].end)
        cue = extent(found[at : at + length])
        yield named(found, phrase, cue=cue, scope=scopes.counted(text, found, scopes.around(text, found, whole)))


def _prefix(found: Sequence[Token], at: int) -> int:
    """How many tokens the lead has that begins here; "per" only after a comma and before a name."""
    for lead in _leads().get(found[at].lower, ()):
        if all(token.lower == word for token, word in zip(found[at : at + len(lead)], lead, strict=False)):
            behind = found[at + len(lead) - 1 : at + len(lead) + 1]
            if len(behind) > 1 and (lead != ("per",) or (found[at - 1].text == "," and behind[1].capital)):
                return len(lead)
    return 0


@lru_cache(maxsize=1)
def _leads() -> dict[str, list[tuple[str, ...]]]:
    """Phrases that lead to a source, by their first words."""
    leads: dict[str, list[tuple[str, ...]]] = {}
    for phrase in table("language", "speech")["leads"]:
        leads.setdefault(phrase.split()[0], []).append(tuple(phrase.split()))
    return leads


def shown(text: str, found: Sequence[Token]) -> Iterator[Attribution]:
    """ "World Bank data show that ...", "..., a study by X found"."""
    for at, token in enumerate(found):
        if token.lower not in words("language/speech", "shows"):
            continue
        phrase = before(found, at)
        if phrase is None or not any(material(one) for one in found[phrase[0] : phrase[1]]):
            continue
        trailing = phrase[0] > 0 and found[phrase[0] - 1].text in (",", '"') and scopes.closing(found, at + 1)
        if trailing:
            scope = scopes.counted(text, found, scopes.around(text, found, Span(found[phrase[0]].start, token.end)))
        else:
            scope = scopes.following(text, found, at + 1)
        yield named(found, phrase, cue=Span(token.start, token.end), scope=scope)


def hearsay(text: str, found: Sequence[Token]) -> Iterator[Attribution]:
    """ "reportedly", "is said to": others say so, and nobody is named."""
    whole = Span(0, len(text.rstrip(" .")))
    for token in found:
        if token.lower in words("language/speech", "hearsay"):
            yield Attribution(kind=SourceKind.HEARSAY, cue=Span(token.start, token.end), scope=(whole,))
    lowered = text.lower()
    for phrase in words("language/speech", "hearsay_phrases"):
        at = lowered.find(phrase)
        if at >= 0:
            yield Attribution(kind=SourceKind.HEARSAY, cue=Span(at, at + len(phrase)), scope=(whole,))


def clipped(found: list[Attribution], text: str) -> list[Attribution]:
    """Of two sources in a row, the later one does not reach back over the earlier one."""
    result: list[Attribution] = []
    for one in sorted(found, key=lambda one: one.cue):
        last = result[-1] if result else None
        if last is not None and last.source is not None:
            edge = max(last.source.end, last.cue.end)
            parts = [scopes.bare(text, max(span.start, edge), span.end) for span in one.scope if span.end > edge]
            one = replace(one, scope=tuple(part for part in parts if part.start < part.end))
        result.append(one)
    return result
