"""All generated pages: what should stand in them, and which are old."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from consistency.findings import baseline
from consistency.reports.json import schema
from consistency.rules import all_rules
from tools.pages import accuracy, action, api, blocks, columns, commands, exits, rules, settings, thresholds

ROOT = Path(__file__).resolve().parent.parent.parent
DOCS = ROOT / "docs"

HEAD = "<!-- Written by tools/make_docs.py: change the code, not this page. -->\n\n"

#: What writes each block that a page may hold.
BLOCKS: Mapping[str, Callable[[], str]] = {
    "api": api.members,
    "exits": exits.statuses,
    "finding-columns": columns.findings,
    "hook": action.hook,
    "inputs": action.inputs,
    "outputs": action.outputs,
    "place-columns": columns.places,
    "rules": rules.navigation,
    "settings": settings.keys,
    "workflow": action.workflow,
}


def pages() -> dict[Path, str]:
    """Every generated page, and every page with a generated block, and what should stand in it."""
    whole = {
        "accuracy.md": HEAD + accuracy.page(),
        "changes.md": HEAD + (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"),
        "cli.md": HEAD + commands.page(),
        "dev/thresholds.md": HEAD + thresholds.page(),
        "rules/index.md": HEAD + rules.index(),
        "schema/config.json": settings.schema(),
        "schema/report.json": schema(),
        "schema/baseline.json": baseline.schema(),
    } | {f"rules/{rule.code}.md": HEAD + rules.page(rule) for rule in all_rules()}
    return {DOCS / name: text for name, text in whole.items()} | _partly({DOCS / name for name in whole})


def _partly(whole: set[Path]) -> dict[Path, str]:
    found = {}
    for path in {ROOT / "README.md", ROOT / "mkdocs.yml", *DOCS.rglob("*.md")} - whole:
        text = path.read_text(encoding="utf-8")
        if blocks.names(text):
            found[path] = blocks.filled(text, BLOCKS)
    return found


def stale() -> list[Path]:
    """The pages that differ from what they should be, and those that should not be there."""
    wanted = pages()
    old = [path for path, text in wanted.items() if not path.is_file() or path.read_text(encoding="utf-8") != text]
    return sorted(old) + [path for path in sorted((DOCS / "rules").glob("*.md")) if path not in wanted]


def main(args: list[str]) -> int:
    """Renew the pages, or tell which are old."""
    old = stale()
    if args == ["--check"]:
        for path in old:
            print(f"old: {path.relative_to(ROOT)} (renew with: python tools/make_docs.py)")
        return int(bool(old))
    wanted = pages()
    for path in old:
        if path in wanted:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(wanted[path], encoding="utf-8")
        else:
            path.unlink()
    return 0
