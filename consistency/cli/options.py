"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from consistency.cli.settings_options import settings_of as settings_of
from consistency.settings import Settings
from consistency.settings.runtimes import CHOICES

Command = Callable[..., Any]
Option = Callable[[Command], Command]

_DEFAULT = Settings()

if TYPE_CHECKING:
    from consistency.runs.destinations import Target

    _Type = click.ParamType[Any]
else:
    _Type = click.ParamType


class Confidence(_Type):
    """A number from 0 to 1, or a word such as ``high``."""

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
    """A file or ``KEY=VALUE``. An environment variable holds a single one, which may contain spaces."""

    name = "FILE|KEY=VALUE"

    def split_envvar_value(self, rv: str) -> Sequence[str]:
        """The variable as a single value."""
        return [rv]


class Jobs(_Type):
    """A number of processes, or ``auto`` for the number of cores."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number."""
        from consistency.runs.processes import cores

        if str(value) in ("0", "auto"):
            return cores()
        if not str(value).isdecimal():
            self.fail(f"{value!r} is neither a number of processes nor auto.", param, ctx)
        return int(value)


READING = (
    click.option("--encoding", metavar="NAME", help="File encoding (default: detect)."),
    click.option(
        "--max-bytes",
        type=click.IntRange(min=1),
        default=_DEFAULT.max_bytes,
        show_default=True,
        metavar="N",
        help="Maximum size of an article in bytes.",
    ),
)
ENGINE = (
    click.option(
        "--model",
        metavar="NAME",
        default=_DEFAULT.model,
        show_default=True,
        help="Sentence encoder: a name from `consistency models list` or the folder of a model.",
    ),
    click.option(
        "--runtime",
        type=click.Choice(CHOICES),
        default=_DEFAULT.runtime,
        show_default=True,
        help="Library that runs the encoder.",
    ),
    click.option(
        "--pipeline",
        metavar="NAME",
        default=_DEFAULT.pipeline,
        show_default=True,
        help="Linguistic pipeline: the included one, or another English spaCy pipeline.",
    ),
    click.option("--cache/--no-cache", default=True, help="Cache the results of processing a text."),
    click.option("--cache-dir", metavar="DIR", envvar="CONSISTENCY_CACHE_DIR", help="Folder of the cache."),
)
RULES = (
    click.option(
        "--select",
        multiple=True,
        metavar="RULES",
        help="Run only these rules (codes, prefixes or names).",
    ),
    click.option("--ignore", multiple=True, metavar="RULES", help="Skip these rules (comma-separated or repeated)."),
    click.option(
        "--extend-select",
        multiple=True,
        metavar="RULES",
        help="Also run these rules.",
    ),
    click.option("--extend-ignore", multiple=True, metavar="RULES", help="The same as --ignore."),
    click.option(
        "--min-severity",
        type=click.Choice(["error", "warning", "note"]),
        default=_DEFAULT.min_severity,
        show_default=True,
        help="Hide findings below this severity.",
    ),
    click.option(
        "--min-confidence",
        type=Confidence(),
        default=_DEFAULT.min_confidence,
        show_default=True,
        metavar="0..1",
        help="Hide findings below this confidence: a number, or low, medium, high or very-high.",
    ),
)
BASELINE = click.option("--baseline", metavar="FILE", help="File of existing findings, which are not reported.")
SUPPRESSIONS = click.option(
    "--ignore-suppressions",
    "suppressions",
    is_flag=True,
    flag_value=False,
    default=True,
    help="Also report findings suppressed by comments, front matter or settings.",
)
HUSH = (BASELINE, SUPPRESSIONS)
VERDICT = (
    click.option(
        "--fail-on",
        type=click.Choice(["error", "warning", "note", "never"]),
        default=_DEFAULT.fail_on,
        show_default=True,
        help="Exit with 1 for findings of this severity or higher.",
    ),
    click.option("-e", "--exit-zero", is_flag=True, help="Exit with 0 even if there are findings."),
)
JOBS = (
    click.option(
        "-j", "--jobs", type=Jobs(), default=1, show_default=True, metavar="N",
        help="Check N drafts in parallel processes; 0 or auto uses all cores.",
    ),
)  # fmt: skip
SHOWN = (
    click.option(
        "--max-findings",
        type=click.IntRange(min=0),
        metavar="N",
        help="Show only the N most serious findings in text, concise and grouped; the exit status considers all.",
    ),
)
CONFIG = (
    click.option(
        "--config",
        type=Config(),
        multiple=True,
        help="Use this settings file, or set one key (repeatable).",
    ),
    click.option("--isolated", is_flag=True, help="Ignore all settings files."),
)
SHOW = (click.option("--show-settings", is_flag=True, help="Print the settings in effect and exit."),)
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
    click.option("-q", "--quiet", is_flag=True, help="Print only errors to standard error."),
    click.option(
        "-v",
        "--verbose",
        is_flag=True,
        help="Print steps, files used and times to standard error.",
    ),
)


def formats(*names: str) -> tuple[Option, ...]:
    """The options ``-f`` and ``-o`` of a command; the first format is the default."""
    return (
        click.option(
            "-f",
            "--format",
            "formats",
            multiple=True,
            envvar="CONSISTENCY_FORMAT",
            metavar="FORMAT[=FILE]",
            callback=lambda ctx, param, given: targets(given, names),
            help=f"Output format (repeatable): {', '.join(names)}.",
        ),
        click.option("-o", "--output", metavar="FILE", help="Write to FILE instead of standard output."),
    )


def options(*groups: Sequence[Option]) -> Option:
    """A decorator that adds groups of options to a command, in help order."""

    def wrap(command: Command) -> Command:
        for option in reversed([option for group in groups for option in group]):
            command = option(command)
        return command

    return wrap


def targets(given: Sequence[str], names: Sequence[str]) -> tuple[Target, ...]:
    """The formats and files of ``-f FORMAT[=FILE]``; by default the first of ``names``."""
    found = []
    for text in given or names[:1]:
        name, _, file = text.partition("=")
        if name not in names:
            raise click.BadParameter(f"unknown format {name!r}; choose from {', '.join(names)}.")
        found.append((name, file or None))
    return tuple(found)


def require_alone(named: Sequence[str]) -> None:
    """Raises ``UsageError`` if a batch is combined with files or with a format other than its own."""
    context = click.get_current_context()
    if named:
        raise click.UsageError("--jsonl contains the texts: remove the other paths.")
    asked = context.get_parameter_source("formats") is ParameterSource.COMMANDLINE
    if asked and any(target != ("json", None) for target in context.params["formats"]):
        raise click.UsageError("--jsonl always writes lines of JSON: remove -f; to write a file, use -o.")


def fail_on_given() -> bool:
    """Whether an option or the environment sets what this run fails on."""
    context = click.get_current_context(silent=True)
    sources = {context.get_parameter_source(name) for name in ("fail_on", "exit_zero")} if context else set()
    return bool(sources & {ParameterSource.COMMANDLINE, ParameterSource.ENVIRONMENT})


with_settings = settings_of()
