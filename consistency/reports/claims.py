"""What was understood of an article, for people and programs."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from consistency.reports.json import SCHEMA, article_dict, dumps
from consistency.reports.safe import clean, inert, label
from consistency.types import Bound
from consistency.types.lines import Lines

if TYPE_CHECKING:
    from consistency.types import Article, Claim, TextSpan

Found = Sequence[tuple["Article", Sequence["Claim"]]]

#: The keys that ``text`` shows after a claim, where they are known.
_TOLD = (
    "value",
    "high",
    "unit",
    "counted",
    "bound",
    "change",
    "rank",
    "date",
    "first",
    "last",
    "measure",
    "holder",
    "attribution",
)


def text(found: Found) -> str:
    """One line per claim: where it stands, its words, and what they were understood to say."""
    said = []
    for article, claims in found:
        for claim in claims_of(article, claims):
            told = ", ".join(f"{key} {_number(claim[key])}" for key in _TOLD if claim[key] is not None)
            where = f"{label(article.path)}:{claim['line']}:{claim['column']}"
            said.append(f"{where}: {claim['kind']} {_quoted(clean(claim['text']))}: {told}\n")
    return inert("".join(said))


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
        **_quantity(claim),
        **_moment(claim),
        "counted": _words(claim.counted),
        "measure": _words(claim.measure),
        "holder": _words(claim.holder),
        "attribution": _words(claim.attribution),
        "modality": claim.modality,
        "polarity": claim.polarity,
    }


def _quantity(claim: Claim) -> dict[str, Any]:
    quantity = claim.quantity
    # "Several" and "many" name no number; "dozens" and "hundreds" name the least they can be.
    known = quantity is not None and not (quantity.vague and quantity.bound is Bound.APPROX)
    return {
        "value": _finite(quantity.value) if quantity and known else None,
        "high": _finite(quantity.high) if quantity and known else None,
        "unit": quantity.unit or _UNIT.get(quantity.dimension.value) if quantity else None,
        "bound": quantity.bound.value if quantity else None,
        "change": quantity.change.value if quantity and quantity.change else None,
    }


def _finite(value: float | None) -> float | None:
    """The number, or None for one so large that JSON has no word for it."""
    return value if value is not None and math.isfinite(value) else None


#: The unit of a dimension that has but one.
_UNIT = {"percent": "percent", "points": "percentage point"}


def _moment(claim: Claim) -> dict[str, Any]:
    moment = claim.moment
    return {
        "rank": claim.rank,
        "date": moment.label if moment else None,
        "grain": moment.grain.value if moment else None,
        "first": moment.first.isoformat() if moment and moment.first else None,
        "last": moment.last.isoformat() if moment and moment.last else None,
    }


def _words(part: TextSpan | None) -> str | None:
    return part.text if part else None


def _quoted(words: str) -> str:
    """Words in the quotation marks that they do not contain."""
    return f'"{words}"' if "'" in words and '"' not in words else f"'{words}'"


def _number(value: Any) -> str:
    return f"{value:,.6f}".rstrip("0").rstrip(".") if isinstance(value, float) else clean(str(value))
