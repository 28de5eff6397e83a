"""A finding's name for life: equal as long as its words are, wherever they move to."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from consistency.types import Article, Finding, Report

_PLAIN = str.maketrans(
    {"‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'} | dict.fromkeys("‐‑‒–—−", "-")
)


def fingerprints(report: Report) -> tuple[str, ...]:
    """One fingerprint for each finding, in the order of the report: 16 hexadecimal digits.

    It digests the code and the words of the places, not where they stand or in which file. Findings
    with the same words get different fingerprints by counting them in the order of the text.
    """
    texts = {article.id: article for article in report.articles}
    digests = [_digest(finding, texts) for finding in report.findings]
    order = sorted(range(len(digests)), key=lambda i: [place.span for place in report.findings[i].places])
    seen: Counter[str] = Counter()
    named = {}
    for i in order:
        seen[digests[i]] += 1
        named[i] = _sha(digests[i], str(seen[digests[i]])) if seen[digests[i]] > 1 else digests[i]
    return tuple(named[i] for i in range(len(digests)))


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
