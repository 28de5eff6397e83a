"""``consistency rule``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from consistency.cli import options as opt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from consistency.rules.base import Rule
    from consistency.runs.destinations import Target


@click.command("rule")
@click.argument("name", required=False, metavar="[CODE|NAME]")
@click.option("--all", "everything", is_flag=True, help="List all rules.")
@opt.options(opt.formats("text", "json"))
def command(name: str | None, everything: bool, formats: Sequence[Target], output: str | None) -> int:
    """Explain a rule or list all rules.

    Give a code (NUM101) or a name (value-mismatch).
    """
    from consistency.reports.json import dumps
    from consistency.rules import all_rules, get
    from consistency.runs.deliver import deliver
    from consistency.runs.destinations import destinations

    if name and everything:
        raise click.UsageError("A rule and --all cannot be combined.")
    rules = [get(name)] if name else list(all_rules())

    def render(format: str, paint: bool) -> str:
        if format == "json":
            return dumps(_dict(rules[0]) if name else [_dict(rule) for rule in rules], indent=2)
        return page(rules[0]) if name else "".join(map(_line, rules))

    deliver(render, destinations(formats, output), "never")
    return 0


def page(rule: Rule) -> str:
    """The documentation of a rule in Markdown: what it finds, its severity, and its samples."""
    off = "" if rule.default else ", off by default"
    parts = [f"# {rule.code} {rule.name}", f"Severity: {rule.severity.value}{off}", rule.doc]
    for title, samples in (("It fires", rule.fires), ("It stays silent", rule.silent)):
        parts.append(f"## {title}")
        parts += ["\n".join(_sample_lines(sample)) for sample in samples]
    return "\n\n".join(parts) + "\n"


def _sample_lines(sample: Sequence[str]) -> list[str]:
    *sources, draft = sample
    return [f"- Source: {source}" for source in sources] + [f"- Draft: {_shown(draft)}"]


def _shown(text: str) -> str:
    """A sample in Markdown; comments would be invisible except as code."""
    return f"`{text}`" if "<!--" in text else text


def _line(rule: Rule) -> str:
    off = "" if rule.default else "  (off by default)"
    return f"{rule.code}  {rule.name:<22} {rule.severity.value:<8} {rule.doc.splitlines()[0]}{off}\n"


def _dict(rule: Rule) -> dict[str, Any]:
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.value,
        "default": rule.default,
        "doc": rule.doc,
        "fires": [_sample(*sample) for sample in rule.fires],
        "silent": [_sample(*sample) for sample in rule.silent],
    }


def _sample(*texts: str) -> dict[str, Any]:
    *sources, draft = texts
    return {"sources": sources, "draft": draft}
