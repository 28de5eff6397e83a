"""What a user can set: the value, and how it comes from files, the environment and the command line.

``settings_for(path)`` gives the settings of an article; ``Settings()`` the defaults. The rest is imported
when it is asked for: help needs the defaults alone.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from consistency.settings.value import MAX_BYTES, Mapping, Settings

if TYPE_CHECKING:
    from consistency.settings.discover import Scope, settings_for
    from consistency.types import Acceptance

__all__ = ["MAX_BYTES", "Acceptance", "Mapping", "Scope", "Settings", "settings_for"]

#: Each name that is imported when it is asked for, and its module.
_HOME = {
    "Acceptance": "consistency.types",
    "Scope": "consistency.settings.discover",
    "settings_for": "consistency.settings.discover",
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)
