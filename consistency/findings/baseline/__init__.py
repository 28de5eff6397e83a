"""Findings that were there before the program was: a file of them, which hides them until they are mended."""

from consistency.findings.baseline.compare import Checked, hide, stale, update
from consistency.findings.baseline.entry import Entry, entries
from consistency.findings.baseline.file import NAME, Baseline, dump, folder, load, schema

__all__ = [
    "NAME",
    "Baseline",
    "Checked",
    "Entry",
    "dump",
    "entries",
    "folder",
    "hide",
    "load",
    "schema",
    "stale",
    "update",
]
