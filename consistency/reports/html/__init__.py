"""The report as a self-contained page: it needs no network and no other file, and is readable without scripts."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from consistency.reports.html.view import view
from consistency.reports.safe import inert

if TYPE_CHECKING:
    from jinja2 import Template

    from consistency.types import Report


def render(report: Report) -> str:
    """One HTML document. Text of articles is always escaped."""
    style, script = _part("page.css"), _part("page.js")
    given = {"style": style, "script": script, "style_hash": _hash(style), "script_hash": _hash(script)}
    return inert(_template().render(view(report), **given)) + "\n"


def _part(name: str) -> str:
    return files("consistency.reports.html").joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """The digest with which the page's content security policy allows exactly this script or style."""
    return f"sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=False
    )
    return environment.from_string(_part("page.html.j2"))
