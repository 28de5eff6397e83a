"""The claims of articles, as text and as JSON."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from consistency.claims.kinds import KINDS
from consistency.reports.json import SCHEMA, article_dict, dumps
from consistency.reports.safe import clean, inert, label
from consistency.types.lines import Lines

if TYPE_CHECKING:
    from consistency.types import Article, Claim, TextSpan

Found = Sequence[tuple["Article", Sequence["Claim"]]]

#: The keys that ``text`` shows after a claim, if they have a value.
_SHOWN = (*(key for spec in KINDS for key in spec.shown), "measure", "holder", "attribution")


def text(found: Found) -> str:
    """One line per claim: its position, its words and their interpretation."""
    rows = []
    for article, claims in found:
        for claim in claims_of(article, claims):
            values = ", ".join(f"{key} {_number(claim[key])}" for key in _SHOWN if claim[key] is not None)
            where = f"{label(article.path)}:{claim['line']}:{claim['column']}"
            rows.append(f"{where}: {claim['kind']} {_quoted(clean(claim['text']))}: {values}\n")
    return inert("".join(rows))


def json(found: Found) -> str:
    """The claims of all articles as one JSON document; each names its article."""
    listed = [claim for article, claims in found for claim in claims_of(article, claims)]
    return dumps({"schema": SCHEMA, "articles": [article_dict(a) for a, _ in found], "claims": listed}, indent=2)


#: The formats of claims.
FORMATS: dict[str, Callable[[Found], str]] = {"text": text, "json": json}


def claims_of(article: Article, claims: Sequence[Claim]) -> list[dict[str, Any]]:
    """The claims of one article as plain values, keys in the order of the schema."""
    lines = Lines(article.text)
    return [_claim(claim, lines) for claim in claims]


def _claim(claim: Claim, lines: Lines) -> dict[str, Any]:
    line, column = lines.position(claim.span.start)
    return {
        "article": claim.article,
        "kind": claim.kind.value,
        "start": claim.span.start,
        "end": claim.span.end,
        "line": line,
        "column": column,
        "text": claim.span.cut(lines.text),
        **{key: value for spec in KINDS for key, value in spec.as_dict(claim).items()},
        "counted": _words(claim.counted),
        "measure": _words(claim.measure),
        "holder": _words(claim.holder),
        "attribution": _words(claim.attribution),
        "modality": claim.modality,
        "polarity": claim.polarity,
    }


def _words(part: TextSpan | None) -> str | None:
    return part.text if part else None


def _quoted(words: str) -> str:
    """Words in a kind of quotation marks that they do not contain."""
    return f'"{words}"' if "'" in words and '"' not in words else f"'{words}'"


def _number(value: Any) -> str:
    return f"{value:,.6f}".rstrip("0").rstrip(".") if isinstance(value, float) else clean(str(value))
