"""Names that a package imports on first use, so that ``import consistency`` and ``--help`` stay fast (PEP 562)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module


def lazy(package: str, homes: Mapping[str, str]) -> Callable[[str], object]:
    """The ``__getattr__`` of a package: imports each name of ``homes`` from the module given for it.

    Assign it under ``if not TYPE_CHECKING``, next to the same imports for type checkers: they report a name that is in
    neither. Raises ``AttributeError`` for any other name.
    """

    def load(name: str) -> object:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(homes[name]), name)

    return load
