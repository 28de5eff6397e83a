"""A group of commands that imports a command's module only when that command runs."""

from __future__ import annotations

import os
import shlex
from difflib import get_close_matches
from importlib import import_module
from typing import Any

import click


class LazyGroup(click.Group):
    """``modules`` maps each command to a module that defines ``command``; ``lines`` to its line of help."""

    def __init__(self, *args: Any, modules: dict[str, str], lines: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.modules = modules
        self.lines = lines

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All commands in the given order."""
        return list(self.modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return the command; None if it does not exist."""
        if cmd_name not in self.modules:
            return None
        command: click.Command = import_module(self.modules[cmd_name]).command
        # Options can be set in the environment: --fail-on as CONSISTENCY_FAIL_ON, for every command.
        command.context_settings.setdefault("auto_envvar_prefix", "CONSISTENCY")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command named by the first word; for an unknown word, the error suggests one."""
        near = get_close_matches(args[0], self.modules, 1) if args and args[0] not in self.modules else []
        if near and not args[0].startswith("-"):
            ctx.fail(f"No such command {args[0]!r}. Did you mean {near[0]!r}?")
        if args and args[0] not in self.modules and os.path.exists(args[0]):  # noqa: PTH110 - too long is not there
            ctx.fail(f"No such command {args[0]!r}. To check a draft: {ctx.command_path} check {shlex.quote(args[0])}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands in the help without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self.lines.items()))
