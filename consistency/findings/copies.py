"""A text and its verbatim copy cannot differ, whatever a rule makes of words that are hard to read."""

from __future__ import annotations

from collections.abc import Sequence

from consistency.types import Article, Finding


def differing(findings: Sequence[Finding], articles: Sequence[Article]) -> tuple[Finding, ...]:
    """The findings but for those that set an article against its copies alone; white space makes no difference."""
    words = {article.id: article.text.split() for article in articles}

    def between_copies(finding: Finding) -> bool:
        named = {place.article for place in finding.places}
        return len(named) > 1 and len({tuple(words[id]) for id in named}) == 1

    return tuple(finding for finding in findings if not between_copies(finding))
