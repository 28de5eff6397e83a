"""Codes and names of the rules, and the settings of single rules: severity, and files in which a rule is ignored.

Codes are read from file names, so reading a setting imports no rule.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib.util import find_spec

from consistency.errors import SettingsError
from consistency.settings.globs import matches
from consistency.settings.invalid import InvalidValue, nearest, shown_value
from consistency.settings.value import Settings

#: Selects every rule.
ALL = "ALL"

#: A severity that switches a rule off.
OFF = "off"


@cache
def names() -> dict[str, str]:
    """The name of each rule by its code, as in ``num101_value_mismatch.py``: NUM101, value-mismatch."""
    spec = find_spec("consistency.rules")
    folders = spec.submodule_search_locations if spec else None
    listed = [module.name.split("_", 1) for module in pkgutil.iter_modules(folders or [])]
    return {
        parts[0].upper(): parts[1].replace("_", "-") for parts in listed if len(parts) == 2 and parts[0][-1:].isdigit()
    }


def prefix(word: str) -> str:
    """The code prefix that a code, prefix or rule name stands for. Raises ``InvalidValue`` if there is no such rule."""
    known = names()
    upper = word.strip().upper()
    if upper and (upper == ALL or any(code.startswith(upper) for code in known)):
        return upper
    for code, name in known.items():
        if word.strip().lower() == name:
            return code
    near = nearest(word, [*dict.fromkeys(code[:3] for code in known), *known, *known.values()])
    hint = f"did you mean {near}?" if near else "`consistency rule --all` lists the rules"
    raise InvalidValue(f"no rule is called {shown_value(word)}", hint=hint)


def covers(prefix: str, code: str) -> bool:
    """Whether a prefix covers a code or a longer prefix."""
    return prefix == ALL or (code != ALL and code.startswith(prefix))


def severity_of(code: str, settings: Settings) -> str | None:
    """The severity that the settings give a rule, or ``OFF``; ``None`` for the rule's own."""
    found = [(len(_rule(name)), level) for name, level in settings.severity if covers(_rule(name), code)]
    return max(found, key=lambda one: one[0])[1] if found else None


def ignored_in(path: str, settings: Settings) -> tuple[str, ...]:
    """The code prefixes of the rules that are ignored in the article at a path."""
    return tuple(
        _rule(name)
        for pattern, names in settings.per_file_ignores
        if matches(pattern, path, settings.root)
        for name in names
    )


def _rule(name: str) -> str:
    try:
        return prefix(name)
    except InvalidValue as wrong:
        raise SettingsError(wrong.message, hint=wrong.hint) from None
