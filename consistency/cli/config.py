"""``consistency config``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from consistency.cli import options as opt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from consistency.runs.destinations import Target
    from consistency.settings import Scope


@click.command("config")
@click.argument("key", required=False, metavar="[KEY | show")
@click.argument("path", required=False, metavar="[PATH]]")
@opt.options(opt.formats("text", "json"), opt.CONFIG)
@opt.with_settings
def command(scope: Scope, key: str | None, path: str | None, formats: Sequence[Target], output: str | None) -> int:
    """List all settings, explain one KEY, or show the settings in effect.

    `config show PATH` prints the settings for an article or folder (default: the current folder) with the
    origin of each.
    """
    from consistency.cli.settings_options import shown
    from consistency.runs.deliver import deliver
    from consistency.runs.destinations import destinations

    if key == "show":
        found = scope.explained(path or ".")
        deliver(lambda format, _: shown(found, format), destinations(formats, output), "never")
        return 0
    if path is not None:
        raise click.UsageError("Give one key, or `show` and a path.")
    deliver(lambda format, _: _explained(key, format), destinations(formats, output), "never")
    return 0


def _explained(name: str | None, format: str) -> str:
    from consistency.reports.json import dumps
    from consistency.settings import describe

    if format == "json":
        properties = describe.schema()["properties"]
        return dumps(properties if name is None else properties[_key_name(name)], indent=2)
    return describe.listing() if name is None else page(_key_name(name))


def _key_name(name: str) -> str:
    from consistency.errors import SettingsError
    from consistency.settings import describe
    from consistency.settings.invalid import InvalidValue

    try:
        return describe.find(name).name
    except InvalidValue as wrong:
        raise SettingsError(wrong.message, hint=wrong.hint) from None


def page(name: str) -> str:
    """The documentation of a key in Markdown, with the option of `check` that also sets it."""
    from consistency.cli.check import command as check
    from consistency.settings import describe

    key = describe.ALL[name]
    names = {parameter.name: parameter.opts for parameter in check.params}
    return describe.page(key, max(names.get(key.sets, [""]), key=len) or None)
