"""The report as one page that needs nothing else: no network, no other file, no script to be read."""

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
    """One HTML document. What stands in articles is text in it, whatever it holds."""
    style, script = _part("page.css"), _part("page.js")
    given = {"style": style, "script": script, "style_hash": _hash(style), "script_hash": _hash(script)}
    return inert(_template().render(view(report), **given)) + "\n"


def _part(name: str) -> str:
    return files("consistency.reports.html").joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """The digest by which the page's policy lets this and no other text run."""
    return f"sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=False
    )
    return environment.from_string(_part("page.html.j2"))
