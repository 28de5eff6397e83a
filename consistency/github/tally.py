"""The numbers of a JSON report, for the outputs and the summary."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from consistency.untrusted import load_json

Document = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The numbers of a run; all zero if nothing was checked."""

    errors: int = 0
    warnings: int = 0
    notes: int = 0
    suppressed: int = 0
    articles: int = 0
    sources: int = 0
    skipped: int = 0
    files: tuple[str, ...] = ()

    @property
    def findings(self) -> int:
        """The number of findings of all severities."""
        return self.errors + self.warnings + self.notes


def load(path: Path) -> Document | None:
    """The JSON report in a file; None if the check did not write one."""
    try:
        report = load_json(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return report if isinstance(report, dict) else None


def moved(value: Any, folder: str) -> Any:
    """A report whose paths are relative to ``folder``, with ``folder`` prepended to them."""
    if isinstance(value, dict):
        return {key: _path(one, folder) if key == "path" else moved(one, folder) for key, one in value.items()}
    return [moved(one, folder) for one in value] if isinstance(value, list) else value


def _path(path: Any, folder: str) -> Any:
    if not isinstance(path, str) or path in ("", "-") or Path(path).is_absolute():
        return path
    return posixpath.normpath(posixpath.join(folder, path))


def tally(report: Mapping[str, Any]) -> Tally:
    """The numbers of a report."""
    counts, articles = report["summary"], report["articles"]
    return Tally(
        errors=counts["error"],
        warnings=counts["warning"],
        notes=counts["note"],
        suppressed=len(report.get("suppressed", ())),
        articles=sum(one["role"] == "draft" for one in articles),
        sources=sum(one["role"] == "source" for one in articles),
        skipped=len(report["skipped"]),
        files=tuple(sorted(set(_files(report)))),
    )


def _files(report: Mapping[str, Any]) -> Iterator[str]:
    """The files of the findings' first places, which editors should look at."""
    return (finding["places"][0]["path"] for finding in report["findings"] if finding["places"])
