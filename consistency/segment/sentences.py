"""Sentence boundaries in folded text: nupunkt with corrections for news."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice, pairwise

from consistency.segment.words import either, listed
from consistency.types import limits

#: The cost of the splitter grows superlinearly in text without spaces, so long texts are split in pieces.
_PIECE = 8000

_WORD = re.compile(r"\w+|[^\w\s]")
_LAST_WORD = re.compile(r"([^\s\"'(\[]+)$")
_FIRST_WORD = re.compile(r"[\"'(\[]*([^\W_][\w'-]*)")
_NUMBERED = re.compile(r"\(?\d{1,3}[.)]")
_ORDINAL = re.compile(r"\d{1,2}\.")
_ALONE = re.compile(r"(?:^|[.!?:;][\"')]* )\S+$")
_ASKED = re.compile(r"[?!][\"']+$")
_CLOSE = r"[\"')\]]*"
_OPEN = r"[\"'(\[]*"
#: Full stops of other scripts.
_FOREIGN = re.compile(r"[。！？｡।॥؟۔]+[\"'」』）)\]]*\s*(?=\S)")
#: The next number of a list within a paragraph ("1. Wash it. 2. Dry it.").
_LISTED = re.compile(r"(?<=[.!?;] )\(?\d{1,2}[.)] (?=[A-Z])")
#: A missing space between sentences ("week.The mayor").
_GLUED = re.compile(r"(?<=[a-z]{3})[.!?][\"']?(?=[\"']?(?P<word>[A-Z][a-z]*) )")

#: A full stop after a word that the model takes for an abbreviation ("the central bank. Holt left").
_WORD_END = re.compile(rf"(?<![\w.@/&'-])(?P<word>[a-z]{{3,}}|[A-Z][a-z]{{3,}})\.{_CLOSE} (?={_OPEN}[A-Z])")


@cache
def _speaker() -> re.Pattern[str]:
    """A name and a speech verb after a quoted question; "She said nothing" is a new sentence."""
    said = rf"(?:{either('speech')})\b"
    return re.compile(rf"(?:[A-Z][\w'.-]* ){{1,4}}{said}(?! (?:that|nothing|no|it|he|she|they|the)\b)")


@cache
def _doubtful() -> re.Pattern[str]:
    """A full stop that ends an abbreviation and possibly a sentence."""
    kinds = (
        rf"(?P<clock>[ap]\.m)|(?P<company>{either('company')})|(?P<al>et al|etc)|"
        # At most ten letters: longer runs would cause quadratic backtracking.
        r"(?P<initials>(?:[A-Z]\.){1,9}[A-Z]|Ph\.D)"
    )
    return re.compile(rf"\b(?:{kinds})\.{_CLOSE} (?={_OPEN}[A-Z0-9])")


def sentence_ranges(text: str) -> list[tuple[int, int]]:
    """The sentences of a paragraph as stripped ranges, in order."""
    starts = {0}
    starts.update(start for start in _model_starts(text) if not _runs_on(text, start))
    starts.update(_missed(text))
    edges = [*sorted(start for start in starts if start < len(text)), len(text)]
    ranges = [_trim(text, start, end) for start, end in pairwise(edges)]
    return _worded(text, [(start, end) for start, end in ranges if start < end])


def _model_starts(text: str) -> Iterator[int]:
    """Sentence starts according to nupunkt."""
    if not any(mark in text for mark in ".!?"):
        return
    import nupunkt

    model, base = nupunkt.load("default"), 0
    while base < len(text):
        piece = text[base : base + _PIECE]
        starts = [start for start, _ in model.span_tokenize(piece) if start > 0]
        if base + _PIECE >= len(text):
            yield from (base + start for start in starts)
            return
        yield from (base + start for start in starts)
        # the last sentence of a piece may be incomplete, so the next piece starts with it
        base += starts[-1] if starts else _PIECE


def parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Split a sentence into parts within the length limits, between words if possible."""
    while (stop := _stop(text, start, end)) < end:
        at = text.rfind(" ", start + 1, stop) + 1 or stop
        yield _trim(text, start, at)
        start = at
    yield start, end


def _stop(text: str, start: int, end: int) -> int:
    """The offset at which a sentence reaches the limit of words or characters."""
    longest = min(end, start + limits.SENTENCE)
    if longest - start <= limits.WORDS:
        return longest
    beyond = next(islice(_WORD.finditer(text, start, longest), limits.WORDS, None), None)
    return beyond.start() if beyond else longest


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _worded(text: str, ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Attach stray punctuation to the preceding sentence, or at the start to the following one."""
    merged: list[tuple[int, int]] = []
    for start, end in ranges:
        worded = any(char.isalnum() for char in text[start:end])
        if merged and (not worded or not any(char.isalnum() for char in text[merged[-1][0] : merged[-1][1]])):
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return merged


def _runs_on(text: str, start: int) -> bool:
    """Whether the sentence continues after a proposed boundary."""
    left = text[max(0, start - 60) : start].rstrip()
    word = _LAST_WORD.search(left)
    first = _FIRST_WORD.match(text, start)
    if first is None:
        return False
    if _ASKED.search(left):
        return _speaker().match(text, start) is not None
    if word is None:
        return False
    last, following = word[1], first[1]
    if last.endswith("."):
        return _abbreviated(last, following, alone=_ALONE.search(left) is not None)
    return last.endswith("!") and (following in listed("exclaimed_next") or last in listed("exclaimed"))


def _abbreviated(last: str, following: str, *, alone: bool) -> bool:
    """Whether a word with a full stop is an abbreviation before the word that follows it."""
    stem = last[:-1].lower()
    if following[0].islower() and not any(char.isupper() for char in following):
        return last.isascii() or len(last) <= 4
    if stem in listed("titles") or stem in listed("continues"):
        return True
    if _ORDINAL.fullmatch(last) and following.lower() in listed("months"):
        return True
    return alone and _NUMBERED.fullmatch(last) is not None


def _missed(text: str) -> Iterator[int]:
    """Sentence starts that the model misses."""
    for match in _doubtful().finditer(text):
        if _starts(text, match):
            yield match.end()
    for match in _WORD_END.finditer(text):
        short = "abbreviated_small" if match["word"].islower() else "abbreviated"
        if not any(match["word"].lower() in listed(name) for name in ("titles", "continues", short)):
            yield match.end()
    for match in _GLUED.finditer(text):
        if match["word"] in listed("starters"):
            yield match.end()
    for match in _FOREIGN.finditer(text):
        yield match.end()
    if re.match(r"\(?1[.)] ", text):
        yield from (match.start() for match in _LISTED.finditer(text))


def _starts(text: str, match: re.Match[str]) -> bool:
    """Whether a new sentence starts after an abbreviation; "Inc. Chief Executive" does not, "Inc. The" does."""
    words = re.findall(r"[^\s\"'(\[]+", text[match.end() : match.end() + 60])[:2]
    if len(words) < 2:
        return False
    first, second = words[0].rstrip(",;:"), words[1].rstrip(",;:.")
    if first in listed("starters"):
        return True
    if match["clock"]:
        return (
            first[0].isupper()
            and first.rstrip(".") not in listed("moments")
            and not first.isupper()
            and second != "time"
        )
    if match["al"]:
        return first[0].isupper() and match["al"] == "et al"
    return bool(
        match["company"] and first[0].isupper() and (second in listed("verbs") or re.fullmatch(r"[a-z]{2,}ed", second))
    )
