"""What Python users work with: the checker, and a report that can show, save and tabulate itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

from consistency import check
from consistency.check import Progress
from consistency.errors import ConsistencyError, InputError, NothingToCheck
from consistency.findings.present import explain
from consistency.read.given import Given, draft_from, peers_from, sources_from
from consistency.settings import Settings
from consistency.settings.options import Options, with_options
from consistency.types import Article, Claim, Passage, Report

if TYPE_CHECKING:
    import pandas as pd


class Result(Report):
    """A report with the conveniences of a notebook: ``to_frame``, ``to_html``, ``save``."""

    __slots__ = ()

    def render(self, format: str = "text") -> str | bytes:
        """The report in one of ``consistency.reports.FORMATS``."""
        from consistency.reports import render

        return render(self, format)

    def to_frame(self, *, places: bool = False) -> pd.DataFrame:
        """A pandas data frame with one row per finding, or with ``places=True`` one row per place of a finding."""
        from consistency.reports.frame import frame, place_frame

        return place_frame(self) if places else frame(self)

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

    def __repr__(self) -> str:
        from consistency.reports.brief import brief

        return f"<Result: {brief(self)}>"

    def _repr_html_(self) -> str:
        from consistency.reports.html.fragment import fragment

        return fragment(self)


class Checker:
    """Checks articles with one set of settings, and returns results.

    Settings are given as a ``Settings``, as keyword arguments such as ``select=["NUM"]``, or both: the keyword
    arguments then replace values of ``settings``. Wherever a method takes an article, a ``str`` is its text and a
    ``pathlib.Path`` its file.

    Raises:
        TypeError: an argument of the wrong type, or one that is no setting.
        SettingsError: a value that a setting cannot have.
    """

    def __init__(self, settings: Settings | None = None, **options: Unpack[Options]) -> None:
        self._checker = check.Checker(with_options(settings, options))

    @property
    def settings(self) -> Settings:
        """The settings of every check."""
        return self._checker.settings

    def check(
        self, draft: Given, sources: Iterable[Given], *, progress: Progress | None = None, id: str | None = None
    ) -> Result:
        """Returns everything the draft contradicts, omits or adds.

        ``progress`` is called with the name of a step, how much of it is done and how much there is; ``id`` names
        the report.

        Raises:
            NothingToCheck: no source is given, or a text is empty or has no sentence that can be checked.
            TypeError: the draft or a source is neither an article, a text nor a path.
            InputError: a file cannot be read.
        """
        checked = draft_from(draft, self.settings)
        given = sources_from(sources, self.settings, checked.id)
        self._require_sentence([checked])
        self._require_sentence(given)
        return result(self._checker.check(checked, given, progress=progress, id=id))

    def compare(self, articles: Iterable[Given], *, progress: Progress | None = None) -> Result:
        """Returns where versions of the same story differ, none treated as authoritative.

        Raises:
            NothingToCheck: there are fewer than two articles, or one is empty or has no sentence to compare.
            TypeError: an item is neither an article, a text nor a path.
            InputError: a file cannot be read.
        """
        given = peers_from(articles, self.settings)
        for article in given:
            self._require_sentence([article])
        return result(self._checker.compare(given, progress=progress))

    def claims(self, article: Given) -> tuple[Claim, ...]:
        """Returns every claim extracted from the article, in the order of the text. Raises as ``check``."""
        return self._checker.claims(draft_from(article, self.settings))

    def align(self, a: Given, b: Given) -> tuple[Passage, ...]:
        """Returns which passages of two articles correspond, in the order of the first. Raises as ``compare``."""
        return self._checker.align(*peers_from([a, b], self.settings))

    def _require_sentence(self, articles: Sequence[Article]) -> None:
        """Raises ``NothingToCheck`` if none of the articles has a sentence that makes a claim."""
        enabled = [article for article in articles if article.request.enabled]
        sentences = (sentence for article in enabled for sentence in self._checker.sentences(article))
        if enabled and not any(sentence.checkable for sentence in sentences):
            raise NothingToCheck("no sentence to check", where=enabled[0].path or enabled[0].id)


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
