"""Baselines: a file of existing findings, which are hidden until they are fixed, so that only new ones are reported."""

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
