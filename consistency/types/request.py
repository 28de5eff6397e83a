"""What a newsroom asks of a check: differences that stand, and what an article's front matter says of its own check."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from consistency.types.span import Span

#: Why an article is left alone.
DISABLED = 'its front matter says "enabled: false"'


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance:
    """A difference that an editor has looked at and lets stand.

    ``rule`` is a code, the beginning of one, or a name; ``text`` words that the finding points at, ``path`` a
    glob of articles (without: any); it holds through the day ``until``. ``span`` is where an article says so.
    """

    rule: str
    reason: str
    text: str | None = None
    until: date | None = None
    path: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What the front matter of an article asks for under ``consistency``; ``span`` is the place of that word."""

    enabled: bool = True
    ignore: tuple[str, ...] = ()
    fail_on: str | None = None
    accept: tuple[Acceptance, ...] = ()
    span: Span | None = None
