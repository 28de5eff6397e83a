"""Fingerprints: stable ids of findings that depend on the words, not on their position."""

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

    It is a hash of the rule code, the sentence of the first evidence, and the evidence in every article, without
    markup. Line numbers, line breaks, typography, the rest of the text and file names do not affect it. Findings
    that are equal in all this are numbered in the order of the text.
    """
    parsed_articles = {doc.article.id: doc for doc in docs}
    named = _counted(findings, [_digest_in(finding, parsed_articles) for finding in findings])
    return tuple(replace(finding, fingerprint=mark) for finding, mark in zip(findings, named, strict=True))


def fingerprints(report: Report, findings: Sequence[Finding] | None = None) -> tuple[str, ...]:
    """A fingerprint for each finding of a report, or for each of ``findings`` on its articles, in the same order.

    For a finding without one, it is computed from its code and words alone.
    """
    chosen = report.findings if findings is None else findings
    texts = {article.id: article for article in report.articles}
    counted = _counted(chosen, [finding.fingerprint or _digest(finding, texts) for finding in chosen])
    return tuple(finding.fingerprint or mark for finding, mark in zip(chosen, counted, strict=True))


def apart(marks: Iterable[str]) -> list[str]:
    """Fingerprints of several articles made unique: repeated ones get a number."""
    seen: Counter[str] = Counter()
    unique = []
    for mark in marks:
        seen[mark] += 1
        unique.append(mark if seen[mark] == 1 else f"{mark}-{seen[mark]}")
    return unique


def _counted(findings: Sequence[Finding], digests: Sequence[str]) -> list[str]:
    """The digests made unique: repeated ones are numbered in the order of the text."""
    order = sorted(range(len(digests)), key=lambda i: [place.span for place in findings[i].places])
    seen: Counter[str] = Counter()
    named = list(digests)
    for i in order:
        seen[digests[i]] += 1
        if seen[digests[i]] > 1:
            named[i] = _sha(digests[i], str(seen[digests[i]]))
    return named


def _digest_in(finding: Finding, parsed_articles: dict[str, ParsedArticle]) -> str:
    evidence = [place for place in finding.places if place.kind.value == "evidence"]
    context = [fold(sentence.text) for place in evidence[:1] for sentence in _sentences(place, parsed_articles)]
    quoted = {(place.role.value, _words(place, parsed_articles)) for place in evidence}
    silent = {place.role.value for place in finding.places if place not in evidence}
    return _sha(finding.code, json.dumps([context, sorted(quoted), sorted(silent)]))


def _words(place: Place, parsed_articles: dict[str, ParsedArticle]) -> str:
    """The words of a place without markup; outside of prose, the raw text."""
    parts = [
        "".join(
            char
            for char, at in zip(sentence.text, sentence.offsets, strict=False)
            if place.span.start <= at < place.span.end
        )
        for sentence in _sentences(place, parsed_articles)
    ]
    return fold(" ".join(parts)) or fold(place.span.cut(parsed_articles[place.article].article.text))


def _sentences(place: Place, parsed_articles: dict[str, ParsedArticle]) -> Sequence[Sentence]:
    sentences = parsed_articles[place.article].sentences
    first = bisect_right(sentences, place.span.start, key=lambda sentence: sentence.span.end)
    last = bisect_right(sentences, place.span.end - 1, key=lambda sentence: sentence.span.start)
    return sentences[first:last]


def _digest(finding: Finding, texts: dict[str, Article]) -> str:
    quoted = {
        (place.role.value, place.kind.value, fold(place.span.cut(texts[place.article].text)))
        for place in finding.places
    }
    return _sha(finding.code, json.dumps(sorted(quoted)))


def fold(text: str) -> str:
    """The text in Unicode form NFKC and lower case, with plain quotation marks, dashes and spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).translate(_PLAIN).casefold().split())


def _sha(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
