"""Options that select the articles of a command."""

from __future__ import annotations

import click

WALK = (
    click.option(
        "--exclude", multiple=True, metavar="GLOB", help="Skip matching files found in folders (repeatable)."
    ),
    click.option("--extend-exclude", multiple=True, metavar="GLOB", help="Skip these and those in the settings."),
    click.option("--force-exclude", is_flag=True, help="Skip excluded files even if named on the command line."),
    click.option(
        "--respect-gitignore/--no-respect-gitignore", default=True, show_default=True,
        help="Skip files ignored by git.",
    ),
    click.option("--files-from", metavar="FILE", help="Read more paths from FILE or -, one per line or NUL-separated."),
    click.option("--stdin-filename", metavar="PATH", help="Path to assume for the article on standard input."),
)  # fmt: skip
CHANGED = (
    click.option(
        "--changed-since", metavar="REF",
        help="Check only articles affected by changes since the branch point from REF.",
    ),
    click.option(
        "--changed", is_flag=True,
        help="Treat PATHs as changed files (also sources, settings); check every article they affect.",
    ),
    click.option("--allow-empty", is_flag=True, help="Exit with 0 if there is nothing to check."),
    click.option("--show-files", is_flag=True, help="List the articles that would be checked and exit."),
)  # fmt: skip
