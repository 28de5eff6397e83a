"""A report in one short line: the number of findings and the articles compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from consistency.reports.json import summary
from consistency.reports.safe import clean
from consistency.types import Role

if TYPE_CHECKING:
    from consistency.types import Article, Report

#: Longer names are cut to this many characters.
NAME = 60


def brief(report: Report) -> str:
    """Such as "3 errors, 1 warning; draft.md against 2 sources"."""
    counts = [_count(number, severity) for severity, number in summary(report).items() if number]
    return f"{', '.join(counts) or 'nothing found'}; {_scope(report)}"


def name(article: Article) -> str:
    """A short name of an article: its path, or its id if it has none; safe to print."""
    shown = clean(article.path or article.id)
    return shown if len(shown) <= NAME else f"…{shown[-NAME:]}"


def _scope(report: Report) -> str:
    drafts = [article for article in report.articles if article.role is Role.DRAFT]
    others = len(report.articles) - len(drafts)
    if not drafts:
        return f"{_count(others, 'article')} compared"
    checked = name(drafts[0]) if len(drafts) == 1 else _count(len(drafts), "draft")
    return f"{checked} against {_count(others, 'source')}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
