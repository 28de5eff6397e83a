"""What a user can set: the value, and how it comes from files, the environment and the command line.

``settings_for(path)`` gives the settings of an article; ``Settings()`` the defaults. The readers of files
are imported when they are asked for: help needs the defaults alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from consistency.settings.value import MAX_BYTES, Mapping, Settings
from consistency.types import Acceptance

if TYPE_CHECKING:
    from consistency.settings.discover import Scope, settings_for

__all__ = ["MAX_BYTES", "Acceptance", "Mapping", "Scope", "Settings", "settings_for"]


def __getattr__(name: str) -> Any:
    if name in ("Scope", "settings_for"):
        from consistency.settings import discover

        return getattr(discover, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
