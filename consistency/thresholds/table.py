"""The rows of all sections as one table."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from dataclasses import dataclass
from types import ModuleType

import consistency.thresholds as declarations
from consistency.thresholds import Unit, Value

#: The section modules, in the order of the table.
SECTIONS = ("sentences", "claims", "words", "verdicts")


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """One row of the table; ``measured`` is what is known of the effect of the number, often nothing."""

    name: str
    value: Value
    unit: Unit
    decides: str
    origin: str
    measured: str


def declared() -> dict[str, tuple[Threshold, ...]]:
    """The whole table: the rows of each section, by its title."""
    modules = (importlib.import_module(f"{declarations.__name__}.{section}") for section in SECTIONS)
    return {module.threshold.title: tuple(_rows(module)) for module in modules}


def _rows(module: ModuleType) -> Iterator[Threshold]:
    """The rows of a section, with the names that its module gave to their values."""
    names = [name for name in vars(module) if name.isupper() and not hasattr(declarations, name)]
    for name, (value, unit, decides, origin, measured) in zip(names, module.threshold.rows, strict=True):
        yield Threshold(name=name, value=value, unit=unit, decides=decides, origin=origin, measured=measured)
