"""Formats of a report: each is one module with ``render(report)``, named here once."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from consistency.types import Report

#: Name of each format and the module that renders it, imported when used.
FORMATS = {
    "text": "consistency.reports.text",
    "concise": "consistency.reports.concise",
    "grouped": "consistency.reports.grouped",
    "json": "consistency.reports.json",
    "json-lines": "consistency.reports.json_lines",
    "csv": "consistency.reports.csv",
    "parquet": "consistency.reports.parquet",
    "matrix": "consistency.reports.matrix",
    "html": "consistency.reports.html",
    "markdown": "consistency.reports.markdown",
    "sarif": "consistency.reports.sarif",
    "github": "consistency.reports.github",
    "gitlab": "consistency.reports.gitlab",
    "junit": "consistency.reports.junit",
    "rdjson": "consistency.reports.rdjson",
}

#: Formats that people read line by line: they may show some of the findings.
LINES = ("text", "concise", "grouped")


def render(
    report: Report, format: str = "text", *, width: int = 100, color: bool = False, most: int | None = None
) -> str | bytes:
    """The report in one of ``FORMATS``: text that ends in a newline where it is not empty, bytes for ``parquet``.

    Equal reports give equal results. ``width`` and ``color`` are for ``text`` alone, and ``most`` is how many
    findings ``LINES`` show. Raises ``KeyError`` for a format that is not there.
    """
    module = import_module(FORMATS[format])
    more: dict[str, Any] = {"width": width, "color": color} if format == "text" else {}
    if format in LINES:
        more["most"] = most
    rendered: str | bytes = module.render(report, **more)
    return rendered
