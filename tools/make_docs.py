"""Writes the pages that say what the code says: ``docs/cli.md`` and ``docs/rules/*.md``.

``python tools/make_docs.py`` renews them, ``--check`` tells which are old and ends with 1.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from consistency.cli import cli
from consistency.cli.rule import page
from consistency.rules import all_rules

DOCS = Path(__file__).resolve().parent.parent / "docs"

HEAD = "<!-- Written by tools/make_docs.py: change the code, not this page. -->\n\n"


def pages() -> dict[Path, str]:
    """Every generated page and what should stand in it."""
    found = {DOCS / "cli.md": HEAD + "# Commands\n\n" + "\n".join(_commands())}
    for rule in all_rules():
        found[DOCS / "rules" / f"{rule.code}.md"] = HEAD + page(rule)
    return found | {DOCS / "rules" / "index.md": HEAD + _index()}


def _commands() -> Iterator[str]:
    for path, command in _walk("consistency", cli):
        context = click.Context(command, info_name=path, terminal_width=100, max_content_width=100)
        context.help_option_names = ["-h", "--help"]
        yield f"## {path}\n\n```\n{command.get_help(context)}\n```\n"


def _walk(path: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            if below is not None:
                yield from _walk(f"{path} {name}", below)


def _index() -> str:
    rows = [
        f"| [{rule.code}]({rule.code}.md) | {rule.name} | {rule.severity.value}{'' if rule.default else ', off'} "
        f"| {rule.doc.splitlines()[0]} |"
        for rule in all_rules()
    ]
    return "\n".join(["# Rules", "", "| code | name | severity | finds |", "| --- | --- | --- | --- |", *rows, ""])


def stale() -> list[Path]:
    """The pages that differ from what they should be, and those that should not be there."""
    wanted = pages()
    old = [path for path, text in wanted.items() if not path.is_file() or path.read_text(encoding="utf-8") != text]
    return old + [path for path in sorted((DOCS / "rules").glob("*.md")) if path not in wanted]


def main(args: list[str]) -> int:
    """Renew the pages, or tell which are old."""
    old = stale()
    if args == ["--check"]:
        for path in old:
            print(f"old: {path.relative_to(DOCS.parent)} (renew with: python tools/make_docs.py)")
        return int(bool(old))
    wanted = pages()
    for path in old:
        if path in wanted:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(wanted[path], encoding="utf-8")
        else:
            path.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
