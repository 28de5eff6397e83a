"""Files that the program wrote itself, with something in them altered."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from functools import cache
from random import Random
from typing import Any

from bench.fuzz.stubs import stubbed
from bench.fuzz.targets import DRAFT, SOURCE
from bench.fuzz.words import ODD
from consistency import Checker, Role, Settings, article_from_text

_VALUES: tuple[object, ...] = (
    None, True, -1, 0, 10**30, 1e308, float("nan"), float("inf"), "", "x", [], {}, [[]], {"text": "x"}, "1", 2.5,
    "9999-99-99", "error", "draft", "\ud800", 10**5,
)  # fmt: skip


@cache
def saved(kind: str) -> Any:
    """A report, or a baseline, as the program writes it."""
    with stubbed():
        draft = article_from_text(DRAFT, id="draft", role=Role.DRAFT, path="draft.md")
        source = article_from_text(SOURCE, id="wire", role=Role.SOURCE, path="wire.txt")
        report = json.loads(Checker(Settings(cache=False)).check(draft, [source]).to_json())
    if kind == "report":
        return report
    keys = ("code", "fingerprint", "message")
    found = [{"path": "draft.md", **{key: one[key] for key in keys}, "reason": ""} for one in report["findings"]]
    return {"schema": 1, "findings": found}


def altered(r: Random, value: Any) -> Any:
    """A copy with a few of its values replaced, dropped or doubled, at any depth."""
    made = copy.deepcopy(value)
    for _ in range(r.choice((1, 1, 1, 2, 3))):
        spots = [*_spots(made)]
        if not spots:
            break
        _alter(r, *r.choice(spots))
    return made


def _alter(r: Random, held: Any, key: Any) -> None:
    how = r.random()
    if how < 0.2:
        del held[key]
    elif how < 0.3 and isinstance(held, list):
        held.append(copy.deepcopy(held[key]))
    elif how < 0.4 and isinstance(held, dict):
        held[str(r.choice(("x", *ODD)))] = held.pop(key)
    elif how < 0.55 and isinstance(held[key], int) and not isinstance(held[key], bool):
        held[key] += r.choice((-1, 1, 7, -100, 10**6))
    elif how < 0.7 and isinstance(held[key], str):
        held[key] += r.choice(ODD)
    else:
        held[key] = copy.deepcopy(r.choice(_VALUES))


def _spots(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every container in a value, with every key or index of it."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in [*pairs]:
        yield value, key
        yield from _spots(one)
