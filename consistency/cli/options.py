"""Options that several commands share, and the settings made of them."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from typing import Any

import click

from consistency.cli.delivery import targets
from consistency.settings import Settings

Command = Callable[..., Any]
Option = Callable[[Command], Command]

_DEFAULT = Settings()

READING = (
    click.option("--encoding", metavar="NAME", help="Encoding of the files, where it is not to be guessed."),
    click.option(
        "--max-bytes",
        type=click.IntRange(min=1),
        default=_DEFAULT.max_bytes,
        show_default=True,
        metavar="N",
        help="Refuse larger articles.",
    ),
)
ENGINE = (
    click.option(
        "--model",
        metavar="NAME",
        default=_DEFAULT.model,
        show_default=True,
        help="Sentence encoder: one of `consistency models list`, or the folder of another.",
    ),
    click.option(
        "--runtime",
        type=click.Choice(["auto", "onnx", "torch"]),
        default=_DEFAULT.runtime,
        show_default=True,
        help="What runs the encoder.",
    ),
    click.option("--cache/--no-cache", default=True, help="Keep and use what was understood of earlier texts."),
    click.option("--cache-dir", metavar="DIR", envvar="CONSISTENCY_CACHE_DIR", help="Where it is kept."),
)
RULES = (
    click.option("--select", multiple=True, metavar="RULES", help="Only these: names, codes or their beginnings."),
    click.option("--ignore", multiple=True, metavar="RULES", help="Not these; commas separate, repeats add up."),
    click.option(
        "--min-confidence",
        type=click.FloatRange(0, 1),
        callback=lambda ctx, param, given: _number(given),
        default=_DEFAULT.min_confidence,
        show_default=True,
        metavar="0..1",
        help="Hide findings less sure than this.",
    ),
)
VERDICT = (
    click.option(
        "--fail-on",
        type=click.Choice(["error", "warning", "note", "never"]),
        default="error",
        show_default=True,
        help="Exit with 1 from this severity up.",
    ),
    click.option("-e", "--exit-zero", is_flag=True, help="Exit with 0 whatever is found."),
)
COLOR = (
    click.option(
        "--color",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        show_default=True,
        help="Colour the text report.",
    ),
)
TALK = (
    *COLOR,
    click.option("-q", "--quiet", is_flag=True, help="Say nothing on standard error but errors."),
    click.option("-v", "--verbose", is_flag=True, help="Say on standard error what is being done."),
)


def _number(given: float) -> float:
    """The number, which must be one: a range lets "nan" pass."""
    if given != given:
        raise click.BadParameter("'nan' is not a number.")
    return given


def formats(*names: str) -> tuple[Option, ...]:
    """The options ``-f`` and ``-o`` for a command with these formats, the first being the default."""
    return (
        click.option(
            "-f",
            "--format",
            "formats",
            multiple=True,
            metavar="FORMAT[=FILE]",
            callback=lambda ctx, param, given: targets(given, names),
            help=f"{', '.join(names)}; may be repeated.",
        ),
        click.option("-o", "--output", metavar="FILE", help="Write there instead of to standard output."),
    )


def options(*groups: Sequence[Option]) -> Option:
    """A decorator that adds groups of options to a command, in their order in the help."""

    def wrap(command: Command) -> Command:
        for option in reversed([option for group in groups for option in group]):
            command = option(command)
        return command

    return wrap


def with_settings(command: Command) -> Command:
    """A decorator that hands a command one ``settings`` made of the options that are settings."""

    @functools.wraps(command)
    def call(**given: Any) -> Any:
        chosen = {name: given.pop(name) for name in Settings.__dataclass_fields__ if name in given}
        for name in {"select", "ignore"} & chosen.keys():
            chosen[name] = tuple(part.strip() for text in chosen[name] for part in text.split(",") if part.strip())
        settings = Settings(**chosen)
        if "fail_on" in chosen:
            given["fail_on"] = settings.fail_on
        return command(settings=settings, **given)

    return call
