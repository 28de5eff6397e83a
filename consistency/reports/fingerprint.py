"""A finding's name for life: equal as long as its words are, wherever they move to."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from consistency.types import Article, Finding, ParsedArticle, Place, Report, Sentence

_PLAIN = str.maketrans(
    {"‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'} | dict.fromkeys("‐‑‒–—−", "-")
)


def marked(findings: Sequence[Finding], docs: Sequence[ParsedArticle]) -> tuple[Finding, ...]:
    """The findings of one check, each with its fingerprint: 16 hexadecimal digits.

    It digests the code, the sentence that the first words in question stand in, and the words in question
    of every article, without markup. Lines, line breaks, typography, what stands elsewhere, and in which
    file, are no part of it. Findings alike in all this get different ones by counting down the page.
    """
    told = {doc.article.id: doc for doc in docs}
    named = _counted(findings, [_digest_in(finding, told) for finding in findings])
    return tuple(replace(finding, fingerprint=mark) for finding, mark in zip(findings, named, strict=True))


def fingerprints(report: Report, findings: Sequence[Finding] | None = None) -> tuple[str, ...]:
    """One fingerprint for each finding of a report, or for others on its articles, in their order.

    A finding that has none yet gets one from its code and words alone.
    """
    chosen = report.findings if findings is None else findings
    texts = {article.id: article for article in report.articles}
    counted = _counted(chosen, [finding.fingerprint or _digest(finding, texts) for finding in chosen])
    return tuple(finding.fingerprint or mark for finding, mark in zip(chosen, counted, strict=True))


def apart(marks: Iterable[str]) -> list[str]:
    """Fingerprints of several articles where none may be there twice: those that come again get a number."""
    seen: Counter[str] = Counter()
    told = []
    for mark in marks:
        seen[mark] += 1
        told.append(mark if seen[mark] == 1 else f"{mark}-{seen[mark]}")
    return told


def _counted(findings: Sequence[Finding], digests: Sequence[str]) -> list[str]:
    """The digests, those that come again told apart by counting them in the order of the text."""
    order = sorted(range(len(digests)), key=lambda i: [place.span for place in findings[i].places])
    seen: Counter[str] = Counter()
    named = list(digests)
    for i in order:
        seen[digests[i]] += 1
        if seen[digests[i]] > 1:
            named[i] = _sha(digests[i], str(seen[digests[i]]))
    return named


def _digest_in(finding: Finding, told: dict[str, ParsedArticle]) -> str:
    evidence = [place for place in finding.places if place.kind.value == "evidence"]
    context = [fold(sentence.text) for place in evidence[:1] for sentence in _sentences(place, told)]
    said = {(place.role.value, _words(place, told)) for place in evidence}
    silent = {place.role.value for place in finding.places if place not in evidence}
    return _sha(finding.code, json.dumps([context, sorted(said), sorted(silent)]))


def _words(place: Place, told: dict[str, ParsedArticle]) -> str:
    """The words of a place without markup; as they stand where they are no prose."""
    parts = [
        "".join(
            char
            for char, at in zip(sentence.text, sentence.offsets, strict=False)
            if place.span.start <= at < place.span.end
        )
        for sentence in _sentences(place, told)
    ]
    return fold(" ".join(parts)) or fold(place.span.cut(told[place.article].article.text))


def _sentences(place: Place, told: dict[str, ParsedArticle]) -> Sequence[Sentence]:
    sentences = told[place.article].sentences
    first = bisect_right(sentences, place.span.start, key=lambda sentence: sentence.span.end)
    last = bisect_right(sentences, place.span.end - 1, key=lambda sentence: sentence.span.start)
    return sentences[first:last]


def _digest(finding: Finding, texts: dict[str, Article]) -> str:
    said = {
        (place.role.value, place.kind.value, fold(place.span.cut(texts[place.article].text)))
        for place in finding.places
    }
    return _sha(finding.code, json.dumps(sorted(said)))


def fold(text: str) -> str:
    """The text with Unicode composed and quotation marks, dashes, spaces and capitals made equal."""
    return " ".join(unicodedata.normalize("NFKC", text).translate(_PLAIN).casefold().split())


def _sha(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
