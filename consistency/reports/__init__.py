"""Report formats: each is a function ``render(report)`` in its own module, with an entry in ``FORMATS``."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from consistency.types import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Terminal:
    """How to show a format for the terminal.

    ``width`` is in cells. The ``most`` severest findings are shown, or all if it is None.
    """

    width: int = 100
    color: bool = False
    most: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """The module of ``consistency.reports`` for a format, imported when used, and its function.

    The function of a ``terminal`` format also takes a ``Terminal``. ``needs`` are optional packages.
    """

    module: str
    function: str = "render"
    terminal: bool = False
    needs: tuple[str, ...] = ()


FORMATS: dict[str, Format] = {
    "text": Format(module="text", terminal=True),
    "concise": Format(module="lines", function="render_concise", terminal=True),
    "grouped": Format(module="lines", function="render_grouped", terminal=True),
    "json": Format(module="json"),
    "json-lines": Format(module="json", function="render_lines"),
    "csv": Format(module="csv"),
    "parquet": Format(module="parquet", needs=("pandas", "pyarrow")),
    "matrix": Format(module="matrix"),
    "html": Format(module="html"),
    "markdown": Format(module="markdown"),
    "sarif": Format(module="sarif"),
    "github": Format(module="github"),
    "gitlab": Format(module="gitlab"),
    "junit": Format(module="junit"),
    "rdjson": Format(module="rdjson"),
}


def render(
    report: Report, format: str = "text", *, width: int = 100, color: bool = False, most: int | None = None
) -> str | bytes:
    """The report in one of ``FORMATS``: bytes of a binary format, else text that is empty or ends in a newline.

    Equal reports give equal results. ``width``, ``color`` and ``most`` are for terminal formats, see ``Terminal``.
    Raises ``KeyError`` for an unknown format and ``OutputError`` if a package is not installed.
    """
    chosen = FORMATS[format]
    require(format)
    function = getattr(import_module(f"consistency.reports.{chosen.module}"), chosen.function)
    more = (Terminal(width=width, color=color, most=most),) if chosen.terminal else ()
    rendered: str | bytes = function(report, *more)
    return rendered


def require(format: str) -> None:
    """Raises ``OutputError`` if a package that the format needs is not installed."""
    from importlib.util import find_spec

    if lacking := [name for name in FORMATS[format].needs if find_spec(name) is None]:
        from consistency.errors import OutputError, install

        raise OutputError(f"{format} needs {' and '.join(lacking)}", hint=install(format))
