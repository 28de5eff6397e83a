"""Inputs that once broke something, as files: ``TARGET--KIND--DIGEST``."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from bench.fuzz.cases import Case, Fault

#: Between the parts of a file's name.
_BETWEEN = "--"


def keep(folder: Path, faults: Iterable[Fault]) -> list[Path]:
    """Write the input of each fault to the folder; gives the files."""
    folder.mkdir(parents=True, exist_ok=True)
    return [_written(folder, fault) for fault in faults]


def _written(folder: Path, fault: Fault) -> Path:
    path = folder / name(fault)
    path.write_bytes(fault.case.data)
    return path


def name(fault: Fault) -> str:
    """What the file of a fault is called: for which target it is, what it did, and a digest of it."""
    digest = hashlib.sha256(fault.case.data).hexdigest()[:8]
    return _BETWEEN.join((fault.case.target, slug(fault.kind), digest))


def slug(kind: str) -> str:
    """A kind of fault as names of files have it."""
    return re.sub(r"[^\w.]+", "-", kind).strip("-")


def read(folder: Path) -> Iterator[tuple[Path, Case]]:
    """The files of a folder, in order, each with its input."""
    for path in sorted(folder.iterdir()):
        if path.is_file() and _BETWEEN in path.name:
            yield path, Case(target=path.name.partition(_BETWEEN)[0], data=path.read_bytes())
