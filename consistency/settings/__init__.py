"""Settings: the value, and how files, environment and command line set it.

``settings_for(path)`` returns the settings of an article, ``Settings()`` the defaults. Everything but the defaults is
imported on first use, which keeps ``--help`` fast.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from consistency.settings.value import MAX_BYTES, Mapping, Settings

if TYPE_CHECKING:
    from consistency.settings.discover import Scope, settings_for
    from consistency.types import Acceptance

__all__ = ["MAX_BYTES", "Acceptance", "Mapping", "Scope", "Settings", "settings_for"]

#: Names imported on first use, and their modules.
_HOME = {
    "Acceptance": "consistency.types",
    "Scope": "consistency.settings.discover",
    "settings_for": "consistency.settings.discover",
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)
