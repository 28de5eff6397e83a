"""The inputs of a round: each follows from the seed, the stage and its number, and from nothing else."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from bench.fuzz.articles import article
from bench.fuzz.cases import CUT, Case
from bench.fuzz.mutate import damaged, encoded, mutated, pumped
from bench.fuzz.saved import altered, saved
from bench.fuzz.words import ODD, sentence
from consistency.settings.keys import KEYS

ROOT = Path(__file__).resolve().parent.parent.parent

#: Of a hundred inputs, how many are for which target.
CHEAP = {
    "check.md": 28, "check.txt": 14, "read.md": 18, "read.txt": 8, "read.mdx": 6, "settings": 9, "report": 6,
    "baseline": 2, "rows": 5, "command": 4,
}  # fmt: skip
WHOLE = {"check.md": 55, "check.txt": 35, "rows": 5, "command": 5}

#: Characters of a text of ``data/`` that an input starts from: what is long is slow and finds no more.
LONG = 500


def case(seed: int, stage: str, number: int) -> Case:
    """The input of that number."""
    r = Random(f"{seed}/{stage}/{number}")
    shares = CHEAP if stage == "cheap" else WHOLE
    target = r.choices([*shares], [*shares.values()])[0]
    return Case(target=target, data=_data(r, target.partition(".")[0]), number=number)


def _data(r: Random, kind: str) -> bytes:
    if kind == "read":
        return encoded(r, pumped(r, _text(r)) if r.random() < 0.1 else _text(r))
    if kind == "check":
        return CUT.join(one.encode("utf-8", "surrogatepass") for one in _story(r))
    if kind == "settings":
        return _maybe_damaged(r, _settings(r))
    if kind in ("report", "baseline"):
        return _maybe_damaged(r, json.dumps(altered(r, saved(kind))), 0.1)
    if kind == "rows":
        return b"\n".join(_maybe_damaged(r, _row(r)) for _ in range(r.randint(1, 3)))
    draft, source = _story(r)[:2]
    return CUT.join(
        (
            encoded(r, draft, 0.05),
            encoded(r, source, 0.05),
            _settings(r).encode("utf-8", "replace") if r.random() < 0.4 else b"",
        )
    )


def _maybe_damaged(r: Random, text: str, share: float = 0.3) -> bytes:
    data = text.encode("utf-8", "surrogatepass")
    return damaged(r, data) if r.random() < share else data


@cache
def texts() -> tuple[str, ...]:
    """The texts under ``data/``."""
    found = sorted(
        path for path in (ROOT / "data").rglob("*") if path.suffix in (".md", ".txt") and path.stem != "README"
    )
    return tuple(path.read_text(encoding="utf-8") for path in found)


def _text(r: Random) -> str:
    if r.random() < 0.6:
        made = article(r)
        return mutated(r, made, texts(), 2) if r.random() < 0.4 else made
    return mutated(r, _part(r), texts())


def _part(r: Random) -> str:
    """Some lines of a text of ``data/``."""
    text = r.choice(texts())
    start = 0 if r.random() < 0.4 else text.find("\n", r.randrange(len(text))) + 1
    return text[start : start + r.randint(60, LONG)]


def _story(r: Random) -> list[str]:
    """A draft and one or two sources that have something in common."""
    source = _text(r)
    draft = _text(r) if r.random() < 0.15 else mutated(r, source, texts())
    more = [mutated(r, source, texts())] if r.random() < 0.15 else []
    return [draft, source, *more]


def _settings(r: Random) -> str:
    """Examples from the documentation of the settings, put together and altered."""
    chosen = r.sample([key.example for key in KEYS.values()], r.randint(1, 5))
    text = "\n".join(sorted(chosen, key=lambda one: "[" in one.split("=")[0])) + "\n"
    if r.random() < 0.3:
        text = text.replace(
            r.choice((chr(34), "=", "0", "[", "true")),
            r.choice((*ODD, "1", "nan", "-1", "{}", "1e400", "**/*[", "../")),
            1,
        )
    return mutated(r, text, [sentence(r), text], 2) if r.random() < 0.4 else text


def _row(r: Random) -> str:
    told = _story(r)
    row: dict[str, Any] = {"id": f"row-{r.randrange(9)}", "text": told[0]}
    if r.random() < 0.8:
        sources = [{"id": f"s{n}", "text": text} for n, text in enumerate(told[1:])]
        row = {"id": "a", "draft": {"text": told[0], "title": None, "published": "2026-05-04"}, "sources": sources}
    return json.dumps(altered(r, row) if r.random() < 0.5 else row, ensure_ascii=r.random() < 0.5)
