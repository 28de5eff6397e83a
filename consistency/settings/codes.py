"""The codes and names of the rules, read from the names of their files: no rule is imported to read a setting."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib.util import find_spec

from consistency.settings.wrong import Wrong, nearest, told

#: Stands for every rule.
ALL = "ALL"


@cache
def names() -> dict[str, str]:
    """The name of each rule by its code: ``num101_value_mismatch`` holds NUM101, value-mismatch."""
    spec = find_spec("consistency.rules")
    folders = spec.submodule_search_locations if spec else None
    listed = [module.name.split("_", 1) for module in pkgutil.iter_modules(folders or [])]
    return {
        parts[0].upper(): parts[1].replace("_", "-") for parts in listed if len(parts) == 2 and parts[0][-1:].isdigit()
    }


def prefix(word: str) -> str:
    """A code, the beginning of codes, or a rule's name, as the beginning of codes. Raises ``Wrong`` for others."""
    known = names()
    upper = word.strip().upper()
    if upper and (upper == ALL or any(code.startswith(upper) for code in known)):
        return upper
    for code, name in known.items():
        if word.strip().lower() == name:
            return code
    near = nearest(word, [*dict.fromkeys(code[:3] for code in known), *known, *known.values()])
    hint = f"did you mean {near}?" if near else "`consistency rule --all` lists the rules"
    raise Wrong(f"no rule is called {told(word)}", hint=hint)


def covers(prefix: str, code: str) -> bool:
    """Whether a prefix stands for a code, or for all that a longer prefix stands for."""
    return prefix == ALL or (code != ALL and code.startswith(prefix))
