"""What applies to every article and every report, whatever stands in it."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from consistency.reports import FORMATS, render
from consistency.reports.json import schema
from consistency.reports.load import loads

if TYPE_CHECKING:
    from consistency.types import Article, Claim, Finding, Report, Sentence

#: Formats that a terminal, a log or a spreadsheet shows as they are.
PLAIN = ("text", "concise", "grouped", "matrix", "markdown", "github", "csv")

#: Codes that speak of one article alone, and so may be raised where it is compared with itself.
ALONE = frozenset(("DOC901", "NUM105", "SUP001"))

#: Not every installation can write it, and it is pandas' own.
BINARY = frozenset(("parquet",))


class LawBroken(Exception):
    """``law`` in a word, and what broke it."""

    def __init__(self, law: str, seen: object) -> None:
        super().__init__(f"{law}: {ascii(seen)[:300]}")
        self.law = law


def demand(true: bool, law: str, seen: object) -> None:
    """Raise ``LawBroken`` unless it is true."""
    if not true:
        raise LawBroken(law, seen)


def sentences_lie_in_text(article: Article, sentences: Iterable[Sentence]) -> None:
    """Spans are inside the article, offsets rise, and there is one for each character and one more."""
    size = len(article.text)
    for block in article.blocks:
        demand(0 <= block.span.start <= block.span.end <= size, "block-span", block)
    for one in sentences:
        demand(0 <= one.span.start < one.span.end <= size, "sentence-span", one.span)
        demand(len(one.offsets) == len(one.text) + 1, "sentence-offsets", one)
        demand(list(one.offsets) == sorted(one.offsets), "sentence-offsets", one)
        demand(one.span.start <= one.offsets[0] and one.offsets[-1] <= size, "sentence-offsets", one)


def claims_lie_in_text(article: Article, claims: Iterable[Claim]) -> None:
    """A claim's words stand inside the article."""
    for claim in claims:
        demand(0 <= claim.span.start < claim.span.end <= len(article.text), "claim-span", claim)


def spans_cut_their_words(told: dict[str, Any], texts: dict[str, str]) -> None:
    """Every place of a report as JSON has the words that its article has there."""
    for place in places(told):
        text, start, end = texts[place["article"]], place["start"], place["end"]
        demand(0 <= start <= end <= len(text), "place-span", place)
        demand(text[start:end] == place["text"], "place-text", place)


def places(told: Any) -> Iterator[dict[str, Any]]:
    """All places in a report as JSON, at whatever depth."""
    if isinstance(told, list):
        for one in told:
            yield from places(one)
    elif isinstance(told, dict):
        if {"article", "start", "end", "text"} <= told.keys():
            yield told
        for one in told.values():
            yield from places(one)


def silent(findings: Iterable[Finding]) -> None:
    """An article against itself: nothing is raised but what it says against itself."""
    for finding in findings:
        demand(finding.code in ALONE, f"self-silence-{finding.code}", finding.message)


def json_keeps(report: Report) -> dict[str, Any]:
    """The JSON report follows its schema and reads back equal; gives it, parsed."""
    text = str(render(report, "json"))
    told: dict[str, Any] = json.loads(text)
    wrong = next(_validator().iter_errors(told), None)
    demand(wrong is None, "schema", wrong and f"{wrong.json_path}: {wrong.message}")
    demand(_bare(json.loads(str(render(loads(text), "json")))) == _bare(told), "reads-back", told["summary"])
    return told


def _bare(told: dict[str, Any]) -> dict[str, Any]:
    """Without lines and columns, which need the article's text."""
    for place in places(told):
        for name in ("line", "column", "end_line", "end_column"):
            place.pop(name, None)
    return {name: value for name, value in told.items() if name != "articles"}


def formats_are_clean(report: Report, formats: Iterable[str] = tuple(FORMATS)) -> None:
    """Every format can be written, and the plain ones have no raw control characters."""
    for name in formats:
        if name in BINARY:
            continue
        rendered = render(report, name)
        try:
            str(rendered).encode("utf-8")
        except UnicodeEncodeError as error:
            raise LawBroken(f"half-surrogate-in-{name}", error) from error
        if name in PLAIN:
            no_controls(str(rendered), name)


def no_controls(text: str, where: str) -> None:
    """Nothing that a terminal would obey; lines may end."""
    if text.isascii() and text.isprintable():
        return
    for char in set(text):
        raw = unicodedata.category(char) == "Cc" and char not in "\n\r\t"
        demand(not raw, f"control-in-{where}", char)


@cache
def _validator() -> Any:
    from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

    return Draft202012Validator(json.loads(schema()))
