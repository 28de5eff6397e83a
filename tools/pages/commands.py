"""The page of all commands with their help."""

from __future__ import annotations

from collections.abc import Iterator

import click

from consistency.cli import cli


def page() -> str:
    """Every command's help, one after the other."""
    return "# Commands\n\n" + "\n".join(_helps())


def _helps() -> Iterator[str]:
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
