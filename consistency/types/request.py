"""Accepted differences, and the settings for one article in its front matter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from consistency.types.span import Span

#: Why an article is not checked.
DISABLED = 'its front matter says "enabled: false"'


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance:
    """A difference that an editor has reviewed and accepted.

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
    """The key ``consistency`` in front matter; ``span`` is the position of the key."""

    enabled: bool = True
    ignore: tuple[str, ...] = ()
    fail_on: str | None = None
    accept: tuple[Acceptance, ...] = ()
    span: Span | None = None
