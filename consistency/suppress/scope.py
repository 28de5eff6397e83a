"""Where in an article a comment holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from consistency.read.comments import Without
from consistency.settings.codes import covers, names
from consistency.suppress.directive import Directive, Verb
from consistency.types import Article, Block, BlockKind, Span

_BLANK = re.compile(r"(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)")


def scopes(article: Article, directives: Sequence[Directive]) -> list[Mapping[str, tuple[Span, ...]]]:
    """For each comment of an article, the ranges in which it holds, by the code of the rule."""
    plain = Without(article.text, article.comments)
    return [_scope(article, plain, directives, i) for i in range(len(directives))]


def _scope(article: Article, plain: Without, directives: Sequence[Directive], i: int) -> Mapping[str, tuple[Span, ...]]:
    asked = directives[i]
    codes = [code for code in names() if any(covers(prefix, code) for prefix in asked.rules.values())]
    whole = Span(0, len(article.text))
    if asked.verb is Verb.IGNORE:
        return dict.fromkeys(codes, tuple(_near(article, plain, asked.span)))
    if asked.verb is Verb.IGNORE_FILE:
        return dict.fromkeys(codes, (whole,))
    if asked.verb is Verb.DISABLE:
        return {code: (Span(asked.span.end, _end(directives[i + 1 :], code, whole.end)),) for code in codes}
    return {}


def _end(later: Sequence[Directive], code: str, end: int) -> int:
    """Where a rule is enabled again; ``end`` where it never is."""
    return next((other.span.start for other in later if enables(other, code)), end)


def enables(directive: Directive, code: str) -> bool:
    """Whether a comment enables a rule: one without rules enables all."""
    if directive.verb is not Verb.ENABLE:
        return False
    return not directive.rules or any(covers(prefix, code) for prefix in directive.rules.values())


def _near(article: Article, plain: Without, comment: Span) -> Iterator[Span]:
    """The block that a comment is in or beside; the next one for a comment that has its line for itself."""
    blocks = article.blocks
    line = plain.line(comment)
    beside = [block for block in blocks if block.span.start <= line.end and line.start <= block.span.end]
    around = [block for block in beside if block.span.start < comment.start and comment.end < block.span.end]
    if around and around[-1].kind is not BlockKind.CELL:
        yield around[-1].span
    elif beside and (around or not plain.alone(comment)):
        yield from _beside(beside, comment)
    else:
        yield from _next(article.text, [block for block in blocks if block.span.start >= comment.end])


def _beside(beside: Sequence[Block], comment: Span) -> Iterator[Span]:
    """On the comment's line: the row of a table, else the block that ends there, else the one that begins."""
    cells = [block.span for block in beside if block.kind is BlockKind.CELL]
    before = [block.span for block in beside if block.span.end <= comment.start]
    yield from cells or before[-1:] or [beside[0].span]


def _next(text: str, after: Sequence[Block]) -> Iterator[Span]:
    """The first block; of a table, all its cells."""
    for i, block in enumerate(after):
        apart = i and (block.kind is not BlockKind.CELL or _BLANK.search(text, after[i - 1].span.end, block.span.start))
        if apart:
            return
        yield block.span
        if block.kind is not BlockKind.CELL:
            return
