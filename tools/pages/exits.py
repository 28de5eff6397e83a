"""The table of exit statuses."""

from __future__ import annotations

from consistency.runs.exit_status import MEANINGS
from tools.pages.blocks import table


def statuses() -> str:
    """Each status with its meaning."""
    return table(("status", "meaning"), [(str(int(status)), means) for status, means in MEANINGS.items()])
