"""Whether this version of the program may run with a settings file."""

from __future__ import annotations

from typing import Any

from consistency import __version__
from consistency.settings.kinds import TEXT
from consistency.settings.wrong import Wrong


def require(wanted: Any) -> None:
    """Raises ``Wrong`` where the program is none of the versions that the file wants."""
    from packaging.specifiers import InvalidSpecifier, SpecifierSet

    try:
        text = TEXT.read(wanted).strip()
        allowed = SpecifierSet(f"=={text}" if text[:1].isdigit() else text)
    except Wrong as wrong:
        raise wrong.under("required-version") from None
    except InvalidSpecifier:
        raise Wrong(f'expected versions, such as ">=0.1,<0.2", not {wanted!r}', at=("required-version",)) from None
    if not allowed.contains(__version__, prereleases=True):
        hint = f"this is {__version__}: install another one, or change the setting"
        raise Wrong(f"wants consistency {wanted}", hint=hint, at=("required-version",))
