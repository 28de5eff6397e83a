"""One JSON object per finding and line: for pipes and log stores."""

from __future__ import annotations

from typing import TYPE_CHECKING

from consistency.reports.json import as_dict, dumps

if TYPE_CHECKING:
    from consistency.types import Report


def render(report: Report) -> str:
    """The findings of the JSON report, each on a line of its own; nothing for no findings."""
    told = as_dict(report)
    id = {"id": told["id"]} if "id" in told else {}
    return "".join(dumps({**id, **finding}) for finding in told["findings"])
