"""Who and what an article names: mentions with type and role, and which of them are one entity.

Where a mention begins and ends comes from capitals and from the linguistic pipeline's spans; what it
is comes from titles, tables and endings first, and from the pipeline's label only where these are silent.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from consistency.language.countries import country_of
from consistency.language.surface import Token, tokens, words
from consistency.names.compare import fold
from consistency.names.spans import labelled, ranges
from consistency.types import EntityType, Mention, Sentence, Span, Word

_LABELS = {
    "PERSON": EntityType.PERSON,
    "ORG": EntityType.ORG,
    "GPE": EntityType.PLACE,
    "LOC": EntityType.PLACE,
    "FAC": EntityType.PLACE,
    "NORP": EntityType.GROUP,
    "EVENT": EntityType.OTHER,
    "LAW": EntityType.OTHER,
    "PRODUCT": EntityType.OTHER,
    "WORK_OF_ART": EntityType.OTHER,
}


def mentions(sentences: Sequence[Sentence], annotated: Sequence[Sequence[Word]] | None = None) -> list[Mention]:
    """The names of one article in order, with the offices that stand for persons.

    ``annotated`` are the words of each sentence; without them capitals alone decide.
    """
    found: list[Mention] = []
    for number, sentence in enumerate(sentences):
        if sentence.checkable:
            parsed = annotated[number] if annotated is not None else ()
            found.extend(_mentions(number, sentence.text, parsed))
    return _typed(found)


def _mentions(number: int, text: str, parsed: Sequence[Word]) -> list[Mention]:
    found = tokens(text)
    spans = list(labelled(parsed, _LABELS))
    listed: list[Mention] = []
    for first, last in ranges(found, spans, {word.start: word.pos for word in parsed}):
        label = next(
            (label for span, label in spans if span.overlaps(Span(found[first].start, found[last - 1].end))), ""
        )
        listed.extend(_split(number, text, found, range(_office_before(found, first), last), label))
    listed.extend(_offices(number, text, found, listed))
    return sorted(listed, key=lambda one: one.span)


def _office_before(found: Sequence[Token], first: int) -> int:
    """Where the office, and the country before it, of a name at token ``first`` begin."""
    start = first
    while start > 0 and _prefix(found[start - 1]) and (found[start - 1].capital or found[start - 1].lower == "of"):
        start -= 1
    while start < first and not found[start].capital:
        start += 1
    offices = any(not country_of(token.text) for token in found[start:first])
    return start if offices else first


def _split(number: int, text: str, found: Sequence[Token], at: range, label: str) -> Iterator[Mention]:
    """The mentions in one run: countries before an office, and the name with its office."""
    run = [found[n] for n in at if found[n].word]
    if _LABELS.get(label) is EntityType.PLACE:
        run = _named(run)
    if not run:
        return
    if len(run) == 1 and "-" in run[0].text:
        yield from _compound(number, text, run[0], label)
        return
    if country_of(" ".join(token.text for token in run)):
        yield _mention(number, text, run, (), label)
        return
    cut = 0
    while cut < len(run) and _prefix(run[cut]):
        cut += 1
    lead, rest = run[:cut], run[cut:]
    offices = [token for token in lead if not country_of(token.text)]
    body = bool(rest) and rest[-1].lower in words("language/titles", "bodies")
    if body or not offices:
        yield from _country_and_name(number, text, lead, rest, label)
        return
    lands = [token for token in lead if country_of(token.text)]
    if lands:
        yield _mention(number, text, lands[:1], (), "")
    if rest:
        yield _mention(number, text, rest, tuple(token.text for token in lead), label)


def _named(run: list[Token]) -> list[Token]:
    """A place without the common noun behind its name: "Arden" of "Arden county"."""
    while len(run) > 1 and run[0].capital and not run[-1].capital:
        run = run[:-1]
    return run


def _compound(number: int, text: str, token: Token, label: str) -> Iterator[Mention]:
    """ "China-Bolivia" names two countries; any other hyphen is part of a name."""
    parts = token.text.split("-")
    if not country_of(token.text) and any(country_of(part) for part in parts):
        at = token.start
        for part in parts:
            yield _mention(number, text, [Token(at, at + len(part), part, part.lower())], (), "")
            at += len(part) + 1
    else:
        yield _mention(number, text, [token], (), label)


def _country_and_name(
    number: int, text: str, lead: Sequence[Token], rest: Sequence[Token], label: str
) -> Iterator[Mention]:
    """ "Chinese Huawei" is a country and a name; "U.S. State Department" is one body with its country."""
    run = [*lead, *rest]
    adjective = bool(lead) and (found := country_of(lead[0].text)) is not None and found.how == "adjective"
    if adjective and len(rest) == 1 and rest[0].lower not in words("language/titles", "bodies"):
        yield _mention(number, text, lead[:1], (), "")
        yield _mention(number, text, rest, (), label)
    else:
        yield _mention(number, text, run, (), label)


def _prefix(token: Token) -> bool:
    return country_of(token.text) is not None or token.lower in words("language/titles", "before")


def _mention(number: int, text: str, run: Sequence[Token], role: tuple[str, ...], label: str) -> Mention:
    span = Span(run[0].start, run[-1].end)
    land = country_of(span.cut(text))
    kind, sure = _kind(run, role, label)
    lands = [found.name for token in run[:1] if (found := country_of(token.text))] + [
        n.name for w in role if (n := country_of(w))
    ]
    return Mention(
        sentence=number,
        span=span,
        text=span.cut(text),
        type=kind,
        head=fold(run[-1].text),
        role=tuple(word.lower() for word in role if country_of(word) is None),
        name=tuple(fold(token.text) for token in run),
        country=land.name if land and kind is not EntityType.PERSON else (lands[0] if lands else None),
        sure=sure,
    )


def _kind(run: Sequence[Token], role: tuple[str, ...], label: str) -> tuple[EntityType, bool]:
    land = country_of(" ".join(token.text for token in run))
    if role:
        return EntityType.PERSON, True
    if land is not None:
        return (EntityType.GROUP if land.how == "adjective" else EntityType.PLACE), True
    if run[-1].lower in words("language/titles", "bodies") or run[-1].lower.rstrip(".") in ("inc", "corp", "ltd", "co"):
        return EntityType.ORG, True
    if len(run) == 1 and run[0].text.replace(".", "").isupper() and len(run[0].text) > 1:
        return EntityType.ORG, False
    return _LABELS.get(label, EntityType.OTHER), False


def _offices(number: int, text: str, found: Sequence[Token], named: Sequence[Mention]) -> Iterator[Mention]:
    """Offices that stand for a person: "the foreign minister", "his Bolivian counterpart"."""
    for at, token in enumerate(found):
        if token.lower not in words("language/titles", "heads") or (at + 1 < len(found) and found[at + 1].capital):
            continue
        first = at
        while (
            first > 0
            and (_prefix(found[first - 1]) or found[first - 1].text == "'s")
            and found[first - 1].lower != "the"
        ):
            first -= 1
        owner = found[first - 1].lower if first else ""
        if owner not in ("the", "his", "her", "its", "their", "a", "an") and not country_of(found[first].text):
            continue
        span = Span(found[first].start, token.end)
        if any(one.span.overlaps(span) and one.type is not EntityType.GROUP for one in named):
            continue
        lands = [land.name for one in found[first:at] if (land := country_of(one.text))]
        if not lands and owner in ("its", "their"):
            lands = [one.country for one in named if one.country and one.span.end <= span.start]
        role = tuple(one.lower for one in found[first : at + 1] if one.word and not country_of(one.text))
        yield Mention(
            sentence=number,
            span=span,
            text=span.cut(text),
            type=EntityType.PERSON,
            head=token.lower,
            role=role,
            country=lands[0] if lands else None,
            sure=True,
        )


def _typed(found: Sequence[Mention]) -> list[Mention]:
    """A surname alone is a person where the full name is one."""
    people = {
        word for one in found if one.type is EntityType.PERSON and one.name for word in (one.name[0], one.name[-1])
    }
    return [_person(one) if len(one.name) == 1 and one.name[0] in people and not one.sure else one for one in found]


def _person(one: Mention) -> Mention:
    return Mention(
        sentence=one.sentence,
        span=one.span,
        text=one.text,
        type=EntityType.PERSON,
        head=one.head,
        role=one.role,
        name=one.name,
        country=one.country,
        sure=True,
    )
