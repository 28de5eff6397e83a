"""Word tables that stand as data files beside the code."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any


@lru_cache(maxsize=16)
def table(stage: str, name: str) -> dict[str, Any]:
    """The table ``name`` of a stage ("agree", "extract"), as it is written in its ``data`` folder."""
    return tomllib.loads(text(stage, f"{name}.toml"))


def rows(stage: str, file: str) -> list[list[str]]:
    """The lines of a table with columns parted by "|", without remarks."""
    lines = (line for line in text(stage, file).splitlines() if line.strip() and not line.startswith("#"))
    return [[column.strip() for column in line.split("|")] for line in lines]


def text(stage: str, file: str) -> str:
    """A data file of a stage as it is."""
    return (files("consistency") / stage / "data" / file).read_text(encoding="utf-8")
