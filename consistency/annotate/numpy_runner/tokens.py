"""Cuts a text into tokens as the pipeline learned them: affixes, infixes, addresses, and exceptions ("don't")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any


@dataclass(frozen=True, slots=True)
class Token:
    """A token, where it begins in the text, what it is read as if that is told, and whether a space follows."""

    start: int
    text: str
    norm: str | None = None
    spaced: bool = False

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.start + len(self.text)


#: Runs of letters whose parts are remembered.
REMEMBERED = 20_000

#: A piece of text on its way to become a token: the text, and what it is read as if that is told.
Part = tuple[str, str | None]


class Tokenizer:
    """Cuts a text exactly as spaCy does with the same patterns and exceptions.

    ``table`` has the patterns of prefixes, suffixes, infixes and addresses, and exceptions: words with the texts of
    their tokens, each followed by the spelling that the networks see if that is another one. The algorithm is that of
    spaCy's documentation ("How spaCy's tokenizer works").
    """

    def __init__(self, table: dict[str, Any]) -> None:
        self._table = table
        self._exceptions: dict[str, list[list[str]]] = table["exceptions"]
        self._letters = {case: "".join(case.split()) for case in self._exceptions}
        self._apart = lru_cache(maxsize=len(self._exceptions))(self._cut)
        self._parts = lru_cache(maxsize=REMEMBERED)(self._split)

    def __call__(self, text: str) -> list[Token]:
        """The tokens of a text, in order; of a run of spaces the first belongs to the token before it."""
        tokens: list[Token] = []
        for start, span in _spans(text):
            end = start + len(span)
            tokens += _placed(start, self._parts(span), not span.isspace() and text[end : end + 1] == " ")
        return self._excepted(text, tokens)

    def _split(self, span: str, excepting: bool = True) -> tuple[Part, ...]:
        """The parts of a run of letters without a space, or of spaces."""
        if excepting and span in self._exceptions:
            return self._exception(span)
        before, middle, after = self._affixes(span, excepting)
        known = middle and excepting and middle in self._exceptions
        inside = self._exception(middle) if known else [(part, None) for part in self._middle(middle)]
        return (*((prefix, None) for prefix in before), *inside, *((suffix, None) for suffix in reversed(after)))

    def _exception(self, case: str) -> tuple[Part, ...]:
        return tuple((part[0], part[1] if len(part) > 1 else None) for part in self._exceptions[case])

    def _affixes(self, span: str, excepting: bool) -> tuple[list[str], str, list[str]]:
        """What is cut off in front, what is left, and what is cut off behind, from the end on."""
        before: list[str] = []
        after: list[str] = []
        size = 0
        while span and len(span) != size and not (excepting and span in self._exceptions):
            size = len(span)
            prefix = _length(self._prefix.search(span))
            if prefix and excepting and span[prefix:] in self._exceptions:
                before.append(span[:prefix])
                return before, span[prefix:], after
            suffix = _length(self._suffix.search(span[prefix:]))
            if suffix and excepting and span[:-suffix] in self._exceptions:
                after.append(span[-suffix:])
                return before, span[:-suffix], after
            before += [span[:prefix]] * (prefix > 0)
            after += [span[-suffix:]] * (suffix > 0)
            span = span[prefix : size - suffix]
        return before, span, after

    def _middle(self, text: str) -> Iterator[str]:
        """What is between affixes, cut at what parts words inside: hyphens, slashes, commas."""
        # Addresses have a full stop, and only signs part words: most words need neither pattern.
        if not text:
            return
        if (text.isascii() and text.isalnum()) or ("." in text and self._address.match(text)):
            yield text
            return
        start = 0
        for match in self._infix.finditer(text):
            if match.start() == 0:
                continue
            yield from filter(None, (text[start : match.start()], match[0]))
            start = match.end()
        yield from filter(None, (text[start:],))

    def _excepted(self, text: str, tokens: list[Token]) -> list[Token]:
        """Tokens that together are an exception, cut as it says."""
        letters = "".join(text.split())
        cases = {self._apart(case) for case, own in self._letters.items() if own in letters} - {()}
        spans = _longest(_found(tokens, cases)) if cases else {}
        made: list[Token] = []
        number = 0
        while number < len(tokens):
            end = spans.get(number, number + 1)
            run = tokens[number:end]
            case = text[run[0].start : run[-1].end]
            made += self._again(case, run) if number in spans and case in self._exceptions else run
            number = end
        return made

    def _again(self, case: str, run: Sequence[Token]) -> Iterator[Token]:
        return _placed(run[0].start, self._exception(case), run[-1].spaced)

    def _cut(self, case: str) -> tuple[str, ...]:
        """An exception as it would be cut if it were none; nothing if it would not be cut at all."""
        if " " not in case and not any(one.search(case) for one in (self._prefix, self._suffix, self._infix)):
            return ()
        return tuple(part for _, span in _spans(case) for part, _ in self._split(span, excepting=False))

    @cached_property
    def _prefix(self) -> re.Pattern[str]:
        return re.compile(self._table["prefix"])

    @cached_property
    def _suffix(self) -> re.Pattern[str]:
        return re.compile(self._table["suffix"])

    @cached_property
    def _infix(self) -> re.Pattern[str]:
        return re.compile(self._table["infix"])

    @cached_property
    def _address(self) -> re.Pattern[str]:
        return re.compile(self._table["url"])


def _length(match: re.Match[str] | None) -> int:
    return match.end() - match.start() if match else 0


def _spans(text: str) -> Iterator[tuple[int, str]]:
    """Runs of letters and runs of spaces, with their starts; the space after a run of letters is in neither."""
    start, inside = 0, text[:1].isspace()
    for place, letter in enumerate(text):
        if letter.isspace() != inside:
            if start < place:
                yield start, text[start:place]
            start = place + (letter == " ")
            inside = not inside
    if start < len(text):
        yield start, text[start:]


def _placed(start: int, parts: Sequence[Part], spaced: bool) -> Iterator[Token]:
    """Parts as tokens from this place on; a space follows the last one or not."""
    for number, (part, norm) in enumerate(parts, 1):
        yield Token(start, part, norm, spaced and number == len(parts))
        start += len(part)


def _found(tokens: Sequence[Token], cases: set[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """Where tokens, one after the other, have the texts of a case."""
    texts = [token.text for token in tokens]
    sizes = {len(case) for case in cases}
    for start in range(len(texts)):
        for size in sizes:
            run = tuple(texts[start : start + size])
            if len(run) == size and run in cases:
                yield start, start + size


def _longest(spans: Iterator[tuple[int, int]]) -> dict[int, int]:
    """Of spans that share a token, the longest, then the first: from start to end."""
    chosen: dict[int, int] = {}
    taken: set[int] = set()
    for start, end in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
        if start not in taken and end - 1 not in taken:
            chosen[start] = end
        taken.update(range(start, end))
    return chosen
