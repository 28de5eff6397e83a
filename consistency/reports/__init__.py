"""Formats of a report: each is one module with ``render(report)``, named here once."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from consistency.types import Report

#: Name of each format and the module that renders it, imported when used.
FORMATS = {
    "text": "consistency.reports.text",
    "concise": "consistency.reports.concise",
    "json": "consistency.reports.json",
    "csv": "consistency.reports.csv",
}


def render(report: Report, format: str = "text", *, width: int = 100, color: bool = False) -> str:
    """The report in one of ``FORMATS``, ending in a newline; ``width`` and ``color`` are for ``text`` alone.

    Equal reports give equal strings. Raises ``KeyError`` for a format that is not there.
    """
    module = import_module(FORMATS[format])
    rendered: str = module.render(report, width=width, color=color) if format == "text" else module.render(report)
    return rendered
