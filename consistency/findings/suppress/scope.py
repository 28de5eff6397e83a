"""Where in an article a comment applies."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from consistency.findings.suppress.directive import Directive, Verb
from consistency.read.comments import Without
from consistency.settings.rule_codes import covers, names
from consistency.types import Article, BlockKind, Span

_BLANK = re.compile(r"(?>\r\n?|\n)[ \t]*[\r\n]")

#: The ranges in which a comment applies, by rule code.
Scope = Mapping[str, tuple[Span, ...]]


@lru_cache(maxsize=1024)
def codes(*prefixes: str) -> tuple[str, ...]:
    """The rule codes with one of these prefixes."""
    return tuple(code for code in names() if any(covers(prefix, code) for prefix in prefixes))


def enabled(asked: Directive) -> tuple[str, ...]:
    """The codes that a comment enables: without rule names, all."""
    return codes(*asked.rules.values()) if asked.rules else tuple(names())


def scopes(article: Article, directives: Sequence[Directive]) -> list[Scope]:
    """Where each comment of an article applies."""
    near = _Near(article)
    whole = Span(0, len(article.text))
    ends: dict[str, int] = {}
    found: list[Scope] = []
    for asked in reversed(directives):
        meant = codes(*asked.rules.values())
        if asked.verb is Verb.IGNORE:
            found.append(dict.fromkeys(meant, tuple(near(asked.span))))
        elif asked.verb is Verb.DISABLE:
            found.append({code: (Span(asked.span.end, ends.get(code, whole.end)),) for code in meant})
        else:
            found.append(dict.fromkeys(meant, (whole,)) if asked.verb is Verb.IGNORE_FILE else {})
        if asked.verb is Verb.ENABLE:
            ends |= dict.fromkeys(enabled(asked), asked.span.start)
    return found[::-1]


class _Near:
    """Finds the block that contains a comment or is on the same line; for a comment on its own line, the next block."""

    def __init__(self, article: Article) -> None:
        self.text, self.blocks = article.text, article.blocks
        self.plain = Without(article.text, article.comments)
        self.starts = [block.span.start for block in self.blocks]
        self.ends = [block.span.end for block in self.blocks]

    def __call__(self, comment: Span) -> Iterator[Span]:
        line = self.plain.line(comment)
        first, last = bisect_left(self.ends, line.start), bisect_right(self.starts, line.end)
        near = self.blocks[first:last]
        around = [block for block in near if block.span.start < comment.start and comment.end < block.span.end]
        if around and around[-1].kind is not BlockKind.CELL:
            yield around[-1].span
        elif near and (around or not self.plain.alone(comment)):
            cells = [block.span for block in near if block.kind is BlockKind.CELL]
            before = [block.span for block in near if block.span.end <= comment.start]
            yield from cells or before[-1:] or [near[0].span]
        else:
            yield from self._next(bisect_left(self.starts, comment.end))

    def _next(self, first: int) -> Iterator[Span]:
        """The block with this index; if it is in a table, all cells of the table from there on."""
        for i in range(first, len(self.blocks)):
            block = self.blocks[i]
            cell = block.kind is BlockKind.CELL
            if i > first and (not cell or _BLANK.search(self.text, self.ends[i - 1], block.span.start)):
                return
            yield block.span
            if not cell:
                return
