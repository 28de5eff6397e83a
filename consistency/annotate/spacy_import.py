"""spaCy, imported without the heavy packages that it asks for and does not need."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

#: What thinc and confection import only where it is installed, and what a CPU pipeline never calls: torch
#: alone takes longer to import than spaCy, its pipeline and an article together.
OPTIONAL = ("torch", "tensorflow", "mxnet", "jax", "cupy", "h5py", "os_signpost", "pydantic.v1")

#: spaCy's command line, which its package imports for one function: a third of the import time.
COMMANDS = ("spacy.cli", "spacy.cli.info")


@contextmanager
def lean() -> Iterator[None]:
    """While spaCy is imported, hide heavy packages that are not imported yet; afterwards all is as before."""
    blocked = [name for name in OPTIONAL if name not in sys.modules]
    commands = [] if "spacy" in sys.modules else _commands()
    for name in blocked:
        sys.modules[name] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        for name in blocked:
            if sys.modules.get(name, "") is None:
                del sys.modules[name]
        for stub in commands:
            if sys.modules.get(stub.__name__) is stub:
                del sys.modules[stub.__name__]


def _commands() -> list[ModuleType]:
    """Empty stand-ins for spaCy's command line, put in place; spaCy itself imports only ``info`` from it."""
    package, info = (ModuleType(name) for name in COMMANDS)
    package.__path__ = []
    info.__dict__["info"] = package.__dict__["info"] = None
    for stub in (package, info):
        sys.modules[stub.__name__] = stub
    return [package, info]
