"""Run a command and turn every outcome into an exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click
from click.core import ParameterSource

from consistency.runs.exit_status import Exit, Stopped, report_error
from consistency.runs.stderr import write_lines, write_trace


def status(command: click.Command, args: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status; errors are printed to standard error.

    Click exits with 1 on wrong usage and interrupts, and Python on a crash; status 1 must mean findings
    only. ``CONSISTENCY_DEBUG=1`` adds tracebacks.
    """
    try:
        code = _run(command, args)
        _flush()
        return code
    except Exception as error:
        return report_failure(error)
    except KeyboardInterrupt as error:
        return _interrupted(error)


def _run(command: click.Command, args: Sequence[str] | None) -> int:
    # Not click's ``main``, which exits with 1 on a closed pipe.
    try:
        if "_CONSISTENCY_COMPLETE" in os.environ:
            command.main(args=args, prog_name="consistency")
        with command.make_context("consistency", list(sys.argv[1:] if args is None else args)) as context:
            result = command.invoke(context)
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.Abort as error:
        return _interrupted(error.__context__)
    except SystemExit as end:
        return int(end.code or 0)
    return result if isinstance(result, int) else Exit.CLEAN


def report_failure(error: Exception) -> int:
    """Report wrong usage or any other error on standard error; returns the exit status for it."""
    if not isinstance(error, click.ClickException):
        return report_error(error)
    if os.environ.get("CONSISTENCY_DEBUG"):
        write_trace(error)
    write_lines(*_usage(error))
    return Exit.FAILED


def _usage(error: click.ClickException) -> list[str]:
    """The lines that report wrong usage; for a group without a command, its help."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error.message.split("\n")
    context = getattr(error, "ctx", None)
    hint = [f"  see: {context.command_path} --help"] if context else []
    return [f"error: {_variable(error)}{error.format_message()}", *hint]


def _variable(error: click.ClickException) -> str:
    """The environment variable with the invalid value, if it came from one."""
    if not isinstance(error, click.BadParameter) or error.ctx is None or error.param is None or not error.param.name:
        return ""
    if error.ctx.get_parameter_source(error.param.name) is not ParameterSource.ENVIRONMENT:
        return ""
    return f"CONSISTENCY_{error.param.name.upper()}: "


def _interrupted(error: BaseException | None) -> int:
    if isinstance(error, Stopped):
        write_lines("terminated" if error.code is Exit.TERMINATED else "hung up")
        return error.code
    write_lines("interrupted")
    return Exit.INTERRUPTED


def _flush() -> None:
    """Flush now: a failure at interpreter exit would print a traceback."""
    if sys.stdout is not None:
        sys.stdout.flush()
