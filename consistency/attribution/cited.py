"""Sources that a sentence cites: "according to", data that show, documents that say, and hearsay."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from consistency.attribution import scope as scopes
from consistency.attribution.sources import after, before
from consistency.attribution.value import Attribution, SourceKind, material, named
from consistency.language.cues import Cue, cue_index, find_cues
from consistency.language.surface import Token, extent, words
from consistency.types import Span


def according(text: str, found: Sequence[Token]) -> Iterator[Attribution]:
    """ "according to X", "as reported by X", "in the words of X"."""
    for lead in find_cues([token.lower for token in found], cue_index("language", "speech", "leads")):
        phrase = after(found, lead.last) if _leads_to_source(found, lead) else None
        if phrase is None:
            continue
        whole = Span(found[lead.first].start, found[phrase[1] - 1].end)
        cue = extent(found[lead.first : lead.last])
        yield named(found, phrase, cue=cue, scope=scopes.counted(text, found, scopes.around(text, found, whole)))


def _leads_to_source(found: Sequence[Token], lead: Cue) -> bool:
    """Whether a word follows the cue; "per" needs a comma before it and a name after it."""
    if lead.last >= len(found):
        return False
    per = found[lead.first].lower == "per"
    return not per or (found[lead.first - 1].text == "," and found[lead.last].capital)


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
