"""What a user can set: the value, and how it comes from a file, the environment and the command line."""

from __future__ import annotations

from consistency.settings.value import MAX_BYTES, Acceptance, Mapping, Settings

__all__ = ["MAX_BYTES", "Acceptance", "Mapping", "Settings"]
