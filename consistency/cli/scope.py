"""Options that choose the articles a command looks at."""

from __future__ import annotations

import click

WALK = (
    click.option(
        "--exclude", multiple=True, metavar="GLOB", help="Leave out what fits, found in folders; repeats add up."
    ),
    click.option("--extend-exclude", multiple=True, metavar="GLOB", help="The same, besides what the settings name."),
    click.option("--force-exclude", is_flag=True, help="Leave out excluded files even where they are named."),
    click.option(
        "--respect-gitignore/--no-respect-gitignore", default=True, show_default=True,
        help="Leave out what git ignores.",
    ),
    click.option("--files-from", metavar="FILE", help="Read more paths from FILE or -, parted by newlines or NUL."),
    click.option("--stdin-filename", metavar="PATH", help="Where the article on standard input belongs."),
)  # fmt: skip
CHANGED = (
    click.option(
        "--changed-since", metavar="REF",
        help="Only what a change since the branch point from REF concerns, sources and settings too.",
    ),
    click.option(
        "--changed", is_flag=True,
        help="PATHs are files that changed: check what that concerns, sources and settings too.",
    ),
    click.option("--allow-empty", is_flag=True, help="Exit with 0 where there is nothing to check."),
    click.option("--show-files", is_flag=True, help="List the articles that would be checked, and check none."),
)  # fmt: skip
