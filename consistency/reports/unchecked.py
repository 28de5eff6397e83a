"""Lines on texts that were not or only partly checked; articles with the same reason share a line."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from consistency.types import DISABLED

if TYPE_CHECKING:
    from consistency.types import Report

#: Up to this many articles with the same reason get a line each; of more, a common line names this many.
NAMED = 3


class Line(NamedTuple):
    """One line: ``head`` is "not checked", or "note" for a remark on a text that was checked."""

    head: str
    what: str
    why: str


def unchecked(report: Report) -> Iterator[Line]:
    """The lines, in the order of the first article with each reason."""
    paths = {article.path or article.id for article in report.articles}
    lines = [
        Line("note" if one.what in paths and one.why != DISABLED else "not checked", one.what, one.why)
        for one in report.skipped
    ]
    turn = {(line.head, line.why): i for i, line in reversed([*enumerate(lines)])}
    for _, group in groupby(sorted(lines, key=lambda line: turn[line.head, line.why]), key=lambda line: line[::2]):
        alike = list(group)
        if len(alike) <= NAMED:
            yield from alike
        else:
            named = ", ".join(line.what for line in alike[:NAMED])
            yield alike[0]._replace(what=f"{len(alike)} articles ({named}, …)")
