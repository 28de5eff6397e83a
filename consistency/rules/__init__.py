"""The rules: one file each, found by the name of the file."""

from __future__ import annotations

import difflib
import importlib
import pkgutil
import re
from collections.abc import Iterable
from functools import cache

from consistency.errors import SettingsError
from consistency.rules.base import Rule

#: The name of a module that has a rule: its code and its name. All other modules are helpers.
_RULE = re.compile(r"([a-z]{3}\d{3})_\w+")


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, by code. Raises RuntimeError if a module does not have the one rule that its name promises."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    rules = tuple(_rule(name, match[1].upper()) for name in names if (match := _RULE.fullmatch(name)))
    codes = [rule.code for rule in rules]
    if twice := {code for code in codes if codes.count(code) > 1}:
        raise RuntimeError(f"defined twice: {', '.join(sorted(twice))}")
    return rules


def _rule(name: str, code: str) -> Rule:
    module = importlib.import_module(f"{__name__}.{name}")
    found = [value for value in vars(module).values() if isinstance(value, Rule)]
    if [rule.code for rule in found] != [code]:
        raise RuntimeError(f"{name}.py must define rule {code} and no other")
    return found[0]


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
