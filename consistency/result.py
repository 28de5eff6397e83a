"""What Python users hold in their hands: the checker, and a report that can show, save and tabulate itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from consistency import check
from consistency.errors import ConsistencyError, InputError
from consistency.explain import explain
from consistency.settings import Settings
from consistency.types import Article, Report

if TYPE_CHECKING:
    import pandas as pd


class Result(Report):
    """A report with the conveniences of a notebook: ``to_frame``, ``to_html``, ``save``."""

    __slots__ = ()

    def render(self, format: str = "text") -> str | bytes:
        """The report in one of ``consistency.reports.FORMATS``."""
        from consistency.reports import render

        return render(self, format)

    def to_frame(self) -> pd.DataFrame:
        """A pandas data frame with one row per finding."""
        from consistency.reports.frame import frame

        return frame(self)

    def to_html(self, path: str | Path | None = None) -> str:
        """The report as one HTML page, also written to ``path`` if given."""
        page = str(self.render("html"))
        if path is not None:
            Path(path).write_text(page, encoding="utf-8", newline="\n")
        return page

    def to_json(self) -> str:
        """The report as JSON, which ``load`` reads back."""
        return str(self.render("json"))

    def save(self, path: str | Path) -> None:
        """Write the JSON report to a file."""
        Path(path).write_text(self.to_json(), encoding="utf-8", newline="\n")

    def _repr_html_(self) -> str:
        from consistency.reports.html import frame

        return frame(self)


class Checker(check.Checker):
    """Checks articles with one set of settings, and gives results."""

    def check(self, draft: Article, sources: Sequence[Article], **options: Any) -> Result:
        """What the draft says otherwise than its sources, leaves out, or adds."""
        return result(super().check(draft, sources, **options))

    def compare(self, articles: Sequence[Article], **options: Any) -> Result:
        """Where tellings of one story differ, none of them being the truth."""
        return result(super().compare(articles, **options))


def result(report: Report) -> Result:
    """The report, as a result."""
    return Result(**{field.name: getattr(report, field.name) for field in fields(report)})


def load(*paths: str | Path, settings: Settings | None = None) -> Result:
    """Saved JSON reports, or the answers of a batch, as one result.

    The articles' files are read again where they are still there, unchanged; of others only the
    words that the report quotes are known. Raises ``InputError`` for what cannot be read.
    """
    from consistency.reports.load import loads
    from consistency.reports.merge import merge

    chosen = settings or Settings()
    merged = merge([loads(_text(str(path)), lambda article: _find(article, chosen), str(path)) for path in paths])
    return result(replace(merged, rules=explain({finding.code for finding in merged.findings})))


def _text(path: str) -> str:
    import sys

    try:
        content = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError("is not UTF-8", where=path, hint="save a report with -f json=FILE") from error
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", where=path, hint="name a saved report") from error


def _find(article: Article, settings: Settings) -> Article | None:
    """The article's file, read again; None where it is gone or was no file."""
    from consistency.read import read_article

    if article.path in ("", "-"):
        return None
    try:
        return read_article(article.path, article.role, settings)
    except (ConsistencyError, OSError, ValueError):
        return None
