"""Options that several commands share, and the settings made of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from consistency.cli.settings_options import settings_of as settings_of
from consistency.settings import Settings

Command = Callable[..., Any]
Option = Callable[[Command], Command]

_DEFAULT = Settings()

if TYPE_CHECKING:
    from consistency.runs.destinations import Target

    _Type = click.ParamType[Any]
else:
    _Type = click.ParamType


class Confidence(_Type):
    """A number from 0 to 1, or a word for one."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The number."""
        from consistency.settings.invalid import InvalidValue
        from consistency.settings.kinds import CONFIDENCE

        try:
            found: float = CONFIDENCE.read(_number(value))
        except InvalidValue as wrong:
            self.fail(f"{wrong.message}.", param, ctx)
        return found


def _number(value: Any) -> Any:
    try:
        return float(value)
    except ValueError:
        return value


class Config(_Type):
    """A file or ``KEY=VALUE``; in the environment there is one of them, whatever spaces are in it."""

    name = "FILE|KEY=VALUE"

    def split_envvar_value(self, rv: str) -> Sequence[str]:
        """The one value."""
        return [rv]


class Jobs(_Type):
    """A number of processes, or ``auto`` for as many as there are cores."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number."""
        from consistency.runs.processes import cores

        if str(value) in ("0", "auto"):
            return cores()
        if not str(value).isdecimal():
            self.fail(f"{value!r} is not a number of processes, or auto.", param, ctx)
        return int(value)


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
    click.option(
        "--pipeline",
        metavar="NAME",
        default=_DEFAULT.pipeline,
        show_default=True,
        help="Linguistic pipeline: the default one, or another English one for spaCy.",
    ),
    click.option("--cache/--no-cache", default=True, help="Keep and use what was understood of earlier texts."),
    click.option("--cache-dir", metavar="DIR", envvar="CONSISTENCY_CACHE_DIR", help="Where it is kept."),
)
RULES = (
    click.option("--select", multiple=True, metavar="RULES", help="Only these: names, codes or their beginnings."),
    click.option("--ignore", multiple=True, metavar="RULES", help="Not these; commas separate, repeats add up."),
    click.option("--extend-select", multiple=True, metavar="RULES", help="These besides those selected or on."),
    click.option("--extend-ignore", multiple=True, metavar="RULES", help="The same as --ignore."),
    click.option(
        "--min-severity",
        type=click.Choice(["error", "warning", "note"]),
        default=_DEFAULT.min_severity,
        show_default=True,
        help="Leave out findings less bad than this.",
    ),
    click.option(
        "--min-confidence",
        type=Confidence(),
        default=_DEFAULT.min_confidence,
        show_default=True,
        metavar="0..1",
        help="Leave out findings less sure than this; also low, medium, high.",
    ),
)
BASELINE = click.option("--baseline", metavar="FILE", help="Known findings, which are not reported again.")
SUPPRESSIONS = click.option(
    "--ignore-suppressions",
    "suppressions",
    is_flag=True,
    flag_value=False,
    default=True,
    help="Report also what comments, front matter and settings suppress.",
)
HUSH = (BASELINE, SUPPRESSIONS)
VERDICT = (
    click.option(
        "--fail-on",
        type=click.Choice(["error", "warning", "note", "never"]),
        default=_DEFAULT.fail_on,
        show_default=True,
        help="Exit with 1 from this severity up.",
    ),
    click.option("-e", "--exit-zero", is_flag=True, help="Exit with 0 whatever is found."),
)
JOBS = (
    click.option(
        "-j", "--jobs", type=Jobs(), default=1, show_default=True, metavar="N",
        help="Check N drafts at a time, each in a process of its own; 0 or auto: as many as there are cores.",
    ),
)  # fmt: skip
SHOWN = (
    click.option(
        "--max-findings",
        type=click.IntRange(min=0),
        metavar="N",
        help="Show the N worst findings in text, concise and grouped; all count for the exit status.",
    ),
)
CONFIG = (
    click.option(
        "--config",
        type=Config(),
        multiple=True,
        help="This settings file instead of the nearest; or one setting, as in a file. May be repeated.",
    ),
    click.option("--isolated", is_flag=True, help="Use no settings file."),
)
SHOW = (click.option("--show-settings", is_flag=True, help="Show the settings that hold, and check nothing."),)
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
    click.option(
        "-v",
        "--verbose",
        is_flag=True,
        help="Say on standard error what is done, with which files, and how long it takes.",
    ),
)


def formats(*names: str) -> tuple[Option, ...]:
    """The options ``-f`` and ``-o`` for a command with these formats, the first being the default."""
    return (
        click.option(
            "-f",
            "--format",
            "formats",
            multiple=True,
            envvar="CONSISTENCY_FORMAT",
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


def targets(given: Sequence[str], names: Sequence[str]) -> tuple[Target, ...]:
    """What ``-f FORMAT[=FILE]`` asks for; the first of ``names`` where nothing is asked for."""
    found = []
    for text in given or names[:1]:
        name, _, file = text.partition("=")
        if name not in names:
            raise click.BadParameter(f"{name!r} is not one of {', '.join(names)}.")
        found.append((name, file or None))
    return tuple(found)


def alone(named: Sequence[str]) -> None:
    """Raises ``UsageError`` where a batch is asked for together with files, or with another format than its own."""
    context = click.get_current_context()
    if named:
        raise click.UsageError("--jsonl has the texts in it: name no others.")
    asked = context.get_parameter_source("formats") is ParameterSource.COMMANDLINE
    if asked and any(target != ("json", None) for target in context.params["formats"]):
        raise click.UsageError("--jsonl answers in lines of JSON: leave out -f, and name a file with -o.")


def firm() -> bool:
    """Whether this run is told what to fail on, by an option or the environment."""
    context = click.get_current_context(silent=True)
    sources = {context.get_parameter_source(name) for name in ("fail_on", "exit_zero")} if context else set()
    return bool(sources & {ParameterSource.COMMANDLINE, ParameterSource.ENVIRONMENT})


with_settings = settings_of()
