"""The claim matrix: a row for each claim, a column for each article, and which articles agree."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, NamedTuple

from consistency.reports.csv import cell
from consistency.reports.safe import clean, label
from consistency.types.lines import lines_of

if TYPE_CHECKING:
    from consistency.types import Article, MatrixRow, Report

#: The columns before those of the articles.
COLUMNS = ("kind", "standing", "majority", "outliers", "silent")

#: Most claims of a single article that the terminal shows; the other forms of the matrix have them all.
MOST_ALONE = 20


class Cell(NamedTuple):
    """The version of one article: its words, its standing ("" for the majority), and its line and column."""

    words: str
    standing: str
    line: int | None
    column: int | None


class Row(NamedTuple):
    """One claim: ``standing`` is "disputed", "agreed" or "alone"; the cells are in the order of the articles."""

    kind: str
    standing: str
    cells: tuple[Cell, ...]


def matrix(report: Report) -> list[Row]:
    """The rows: disputed claims, then agreed ones, then those of a single article."""
    lines = lines_of(report.articles)
    rank = {"disputed": 0, "agreed": 1, "alone": 2}

    def cell_of(article: Article, fact: MatrixRow, sizes: list[int]) -> Cell:
        voice = next((voice for voice in fact.voices if voice.article == article.id), None)
        if voice is None:
            return Cell("", "not compared", None, None)
        if not voice.places:
            return Cell("", "silent", None, None)
        words = " / ".join(dict.fromkeys(clean(place.span.cut(article.text)) for place in voice.places))
        line, column = lines[article.id].position(voice.places[0].span.start)
        return Cell(words, _standing(voice.cluster or 0, sizes), line, column)

    rows = []
    for fact in report.facts:
        camps = [voice.cluster for voice in fact.voices if voice.cluster is not None]
        sizes = [camps.count(camp) for camp in sorted(set(camps))]
        cells = tuple(cell_of(article, fact, sizes) for article in report.articles)
        rows.append(Row(fact.kind.value, _row(sizes), cells))
    return sorted(rows, key=lambda row: rank[row.standing])


def render(report: Report) -> str:
    """The matrix as CSV: words in the columns of the articles, "(silent)" for an article without the claim."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    paths = [article.path for article in report.articles]
    writer.writerow([*COLUMNS, *(cell(path, label) for path in paths)])
    for row in matrix(report):
        writer.writerow([*(cell(head, label) for head in _heads(row, paths)), *(cell(_said(one)) for one in row.cells)])
    return out.getvalue()


def text(report: Report, width: int) -> str:
    """The matrix for a terminal: the claims that are disputed or made by a single article."""
    rows = matrix(report)
    lone = [row for row in rows if row.standing == "alone"]
    shown = [row for row in rows if row.standing == "disputed"] + lone[:MOST_ALONE]
    names = [f"[{i}]" for i in range(1, len(report.articles) + 1)]
    size = max(8, (width - 12) // max(1, len(names)) - 2)
    lines = ["who says what\n"]
    lines += [f"  {name} {label(article.path)}\n" for name, article in zip(names, report.articles, strict=True)]
    lines.append("\n" + _line("", names, size))
    lines += [_line(row.standing, [_short(one) for one in row.cells], size) for row in shown]
    if len(lone) > MOST_ALONE:
        lines.append(f"  and {len(lone) - MOST_ALONE} more claims that only one article makes\n")
    agreed = sum(row.standing == "agreed" for row in rows)
    lines.append(f"  and {agreed} claim{'' if agreed == 1 else 's'} on which all articles that mention them agree\n\n")
    return "".join(lines)


def _standing(camp: int, sizes: list[int]) -> str:
    """The standing of a cluster of articles: "" for the majority or if all agree."""
    if len(sizes) == 1:
        return "alone" if sizes == [1] else ""
    if camp == 0 and sizes[0] > sizes[1]:
        return ""
    return "outlier" if sizes[0] > sizes[1] else "differs"


def _row(sizes: list[int]) -> str:
    if len(sizes) > 1:
        return "disputed"
    return "alone" if sum(sizes) == 1 else "agreed"


def _heads(row: Row, paths: list[str]) -> list[str]:
    def those(*standings: str) -> str:
        return ", ".join(path for path, one in zip(paths, row.cells, strict=True) if one.standing in standings)

    return [row.kind, row.standing, those(""), those("outlier", "alone"), those("silent")]


def _said(one: Cell) -> str:
    return one.words or f"({one.standing})"


def _short(one: Cell) -> str:
    mark = {"outlier": "! ", "differs": "? "}.get(one.standing, "")
    return mark + one.words if one.words else {"silent": "-"}.get(one.standing, "")


def _line(head: str, words: list[str], size: int) -> str:
    return ("  " + head.ljust(10) + "".join("  " + _fit(word, size) for word in words)).rstrip() + "\n"


def _fit(words: str, size: int) -> str:
    """The words, cut or padded to this many terminal cells."""
    import unicodedata

    cells = [2 if unicodedata.east_asian_width(c) in "WF" else 0 if unicodedata.combining(c) else 1 for c in words]
    if sum(cells) > size:
        fitting = 0
        while sum(cells[: fitting + 1]) <= size - 1:
            fitting += 1
        words, cells = words[:fitting] + "…", [*cells[:fitting], 1]
    return words + " " * (size - sum(cells))
