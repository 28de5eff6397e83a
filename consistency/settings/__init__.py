"""Settings: the value, and how files, environment and command line set it.

``settings_for(path)`` returns the settings of an article, ``Settings()`` the defaults. Everything but the defaults is
imported on first use, which keeps ``--help`` fast.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from consistency.lazy import lazy
from consistency.settings.value import MAX_BYTES, Mapping, Settings

if TYPE_CHECKING:
    from consistency.settings.discover import Scope, settings_for
    from consistency.types import Acceptance

__all__ = ["MAX_BYTES", "Acceptance", "Mapping", "Scope", "Settings", "settings_for"]

if not TYPE_CHECKING:
    __getattr__ = lazy(
        __name__,
        {
            "Acceptance": "consistency.types",
            "Scope": "consistency.settings.discover",
            "settings_for": "consistency.settings.discover",
        },
    )
