"""The pages of the rules, their index, and their places in the navigation."""

from __future__ import annotations

from consistency.cli.rule import page as page
from consistency.rules import all_rules
from tools.pages.blocks import table


def index() -> str:
    """All rules in a table."""
    rows = [
        (
            f"[{rule.code}]({rule.code}.md)",
            rule.name,
            rule.severity.value + ("" if rule.default else ", off"),
            rule.doc.splitlines()[0],
        )
        for rule in all_rules()
    ]
    return "# Rules\n\n" + table(("code", "name", "severity", "finds"), rows)


def navigation() -> str:
    """The entries of the rules in ``mkdocs.yml``."""
    return "".join(f"      - {rule.code} {rule.name}: rules/{rule.code}.md\n" for rule in all_rules())
