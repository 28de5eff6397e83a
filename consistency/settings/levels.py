"""What settings say of single rules: how bad their findings are, and in which articles they say nothing."""

from __future__ import annotations

from consistency.errors import SettingsError
from consistency.settings.codes import covers, prefix
from consistency.settings.globs import matches
from consistency.settings.value import Settings
from consistency.settings.wrong import Wrong

#: What stands in place of a severity where a rule is switched off.
OFF = "off"


def severity_of(code: str, settings: Settings) -> str | None:
    """The severity that the settings give a rule's findings, or ``OFF``; ``None`` where they leave it to the rule."""
    found = [(len(_rule(name)), level) for name, level in settings.severity if covers(_rule(name), code)]
    return max(found, key=lambda one: one[0])[1] if found else None


def ignored_in(path: str, settings: Settings) -> tuple[str, ...]:
    """The beginnings of the codes of the rules that say nothing of the article at a path."""
    return tuple(
        _rule(name)
        for pattern, names in settings.per_file_ignores
        if matches(pattern, path, settings.root)
        for name in names
    )


def _rule(name: str) -> str:
    try:
        return prefix(name)
    except Wrong as wrong:
        raise SettingsError(wrong.message, hint=wrong.hint) from None
