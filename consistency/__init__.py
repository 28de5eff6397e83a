"""Cross-source claim consistency checker.

``Checker`` checks articles, ``read_article`` and ``article_from_text`` make them, ``load`` reads a
saved report, ``settings_for`` the settings nearest to an article. Nothing is imported before it is used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from consistency.lazy import lazy as _lazy

if TYPE_CHECKING:
    from consistency.api import Checker as Checker
    from consistency.api import Result as Result
    from consistency.api import load as load
    from consistency.errors import ConsistencyError as ConsistencyError
    from consistency.read import article_from_text as article_from_text
    from consistency.read import read_article as read_article
    from consistency.settings import Settings as Settings
    from consistency.settings import settings_for as settings_for
    from consistency.types import Role as Role

__version__ = "0.1.0"

#: Each public name and the module that it comes from.
_HOME = {
    "Checker": "consistency.api",
    "ConsistencyError": "consistency.errors",
    "Result": "consistency.api",
    "Role": "consistency.types",
    "Settings": "consistency.settings",
    "article_from_text": "consistency.read",
    "load": "consistency.api",
    "read_article": "consistency.read",
    "settings_for": "consistency.settings",
}

__all__ = [
    "Checker",
    "ConsistencyError",
    "Result",
    "Role",
    "Settings",
    "__version__",
    "article_from_text",
    "load",
    "read_article",
    "settings_for",
]


if not TYPE_CHECKING:
    __getattr__ = _lazy(__name__, _HOME)


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOME])
