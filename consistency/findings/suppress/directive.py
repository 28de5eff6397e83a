"""Parses a suppression comment: its verb, the rules it names, and the reason."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from consistency.settings.invalid import InvalidValue, nearest
from consistency.settings.rule_codes import prefix
from consistency.types import Span


class Verb(StrEnum):
    """The verbs of suppression comments."""

    IGNORE = "ignore"
    IGNORE_FILE = "ignore-file"
    DISABLE = "disable"
    ENABLE = "enable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Directive:
    """One comment: ``rules`` maps the names in it to code prefixes; ``problems`` are messages on errors in it."""

    span: Span
    verb: Verb | None
    rules: dict[str, str]
    reason: str | None = None
    problems: tuple[str, ...] = ()


_FORM = re.compile(
    r"(?P<verb>[^\s\[\]:]*)\s*(?P<list>\[(?P<names>[^\]]*)(?P<close>\]?))?[\s:-]*(?P<reason>.*)", re.DOTALL
)
_EXAMPLE = "write ignore[NUM101] with a rule's code, the beginning of codes, or a name"


def directive(words: str, span: Span) -> Directive:
    """Parses the ``words`` after the name of the program. Syntax errors are among its problems."""
    form = _FORM.match(words)
    assert form is not None  # noqa: S101 - it matches anything
    verb = next((verb for verb in Verb if verb == form["verb"].lower()), None)
    if verb is None:
        return _failed(span, _strange(form["verb"]))
    if form["list"] and not form["close"]:
        return _failed(span, f"{verb}{form['list'].split(maxsplit=1)[0]} has no closing bracket: {_EXAMPLE}")
    names = re.split(r"[\s,;]+", (form["names"] or "").strip(" ,;")) if form["names"] else []
    rules, unknown = known(filter(None, names))
    bare = not rules and not unknown and verb is not Verb.ENABLE
    problems = (_bare(verb, form["reason"]),) if bare else unknown
    dead = bare or (verb is Verb.ENABLE and unknown and not rules)
    return Directive(
        span=span,
        verb=None if dead else verb,
        rules=rules,
        reason=" ".join(form["reason"].split()) or None,
        problems=tuple(problems),
    )


def known(names: Iterable[str]) -> tuple[dict[str, str], tuple[str, ...]]:
    """The code prefixes of rule names, and messages on unknown names."""
    rules, problems = {}, []
    for name in names:
        try:
            rules[name] = prefix(name)
        except InvalidValue as wrong:
            problems.append(f"{wrong.message}, {wrong.hint}")
    return rules, tuple(problems)


def _failed(span: Span, problem: str) -> Directive:
    return Directive(span=span, verb=None, rules={}, problems=(problem,))


def _strange(word: str) -> str:
    if not word:
        return f"says nothing: {_EXAMPLE}"
    near = nearest(word, list(Verb))
    return f"there is no {word!r}, did you mean {near}?" if near else f"there is no {word!r}: {_EXAMPLE}"


def _bare(verb: Verb, rest: str) -> str:
    rules, _ = known(word.strip(",;:.") for word in rest.split()[:1])
    name = next(iter(rules), "NUM101")
    return f"{verb} names no rule in brackets, so it suppresses nothing: write {verb}[{name}]"
