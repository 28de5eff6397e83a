"""The JSON schema of the report."""

from __future__ import annotations

from importlib.resources import files


def schema() -> str:
    """The schema as text, JSON Schema draft 2020-12."""
    return files("consistency.reports").joinpath("schema.json").read_text(encoding="utf-8")
