"""One known finding, and the path of its article in a baseline."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from consistency.reports.fingerprint import fingerprints
from consistency.types import Finding, Report, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A finding recorded in a baseline; ``path`` is the draft's, relative to the folder of the baseline.

    ``message`` is for readers, and ``reason`` for them to fill in. Neither is part of the entry's identity.
    """

    path: str
    code: str
    fingerprint: str
    message: str
    reason: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """The identity of the entry, and its sort key in the file."""
        return self.path, self.code, self.fingerprint


def entries(report: Report, folder: Path, findings: Iterable[Finding] | None = None) -> list[Entry]:
    """An entry for each finding of one check, or for each of ``findings`` on its articles, in the same order."""
    chosen = report.findings if findings is None else tuple(findings)
    return [
        Entry(path=home(report, finding, folder), code=finding.code, fingerprint=mark, message=finding.message)
        for finding, mark in zip(chosen, fingerprints(report, chosen), strict=True)
    ]


def home(report: Report, finding: Finding, folder: Path) -> str:
    """The article that a finding belongs to: the draft, or among peers the article of its first place."""
    paths = {article.id: article.path for article in report.articles}
    draft = next((article.path for article in report.articles if article.role is Role.DRAFT), None)
    return inside(draft if draft is not None else paths[finding.places[0].article], folder)


def inside(path: str, folder: Path) -> str:
    """A path relative to the working folder as a path relative to ``folder``, with slashes on every system."""
    if path in ("", "-"):
        return path
    try:
        return os.path.relpath(path, folder).replace(os.sep, "/")
    except ValueError:  # on another drive
        return Path(path).absolute().as_posix()
