"""The shelf of rules: one file each, found by walking this folder once."""

from __future__ import annotations

import difflib
import importlib
import pkgutil
from collections.abc import Iterable
from functools import cache

from consistency.errors import SettingsError
from consistency.rules.base import Rule


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, by code; a code used twice is a fault in the program."""
    found: dict[str, Rule] = {}
    for module in pkgutil.iter_modules(__path__):
        if not module.name[:1].isalpha() or "_" not in module.name:
            continue
        for value in vars(importlib.import_module(f"{__name__}.{module.name}")).values():
            if isinstance(value, Rule) and found.setdefault(value.code, value) is not value:
                raise RuntimeError(f"rule {value.code} is defined twice")
    return tuple(found[code] for code in sorted(found))


def get(name: str) -> Rule:
    """The rule with that code or name; raises SettingsError with the nearest match."""
    for rule in all_rules():
        if name.upper() == rule.code or name.lower() == rule.name:
            return rule
    raise _unknown(name)


def select(select: Iterable[str] = (), ignore: Iterable[str] = (), extend: Iterable[str] = ()) -> tuple[Rule, ...]:
    """The rules that the longest matching prefix selects (without any: those on by default); ``ignore`` wins a tie.

    ``extend`` selects more rules than those. "ALL" is every rule.
    """
    chosen, dropped, more = ([_known(p) for p in given] for given in (select, ignore, extend))
    return tuple(rule for rule in all_rules() if _on(rule, chosen, dropped, more))


def _on(rule: Rule, chosen: list[str], dropped: list[str], more: list[str]) -> bool:
    usual = _longest(rule, chosen) if chosen else 0 if rule.default else -1
    return max(usual, _longest(rule, more)) > _longest(rule, dropped)


def _longest(rule: Rule, prefixes: list[str]) -> int:
    return max((len(prefix) for prefix in prefixes if rule.code.startswith(prefix)), default=-1)


def _known(prefix: str) -> str:
    """A prefix of codes, or a rule's name turned into its code."""
    if prefix.upper() == "ALL":
        return ""
    if any(rule.code.startswith(prefix.upper()) for rule in all_rules()):
        return prefix.upper()
    return get(prefix).code


def _unknown(name: str) -> SettingsError:
    known = [word for rule in all_rules() for word in (rule.code, rule.name)]
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.4)
    hint = f"did you mean {near[0]}?" if near else "`consistency rule --all` lists the rules"
    return SettingsError(f"no rule is called {name!r}", hint=hint)
