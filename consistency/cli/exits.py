"""How the command ends: exit statuses and the words for what went wrong."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Sequence
from enum import IntEnum
from typing import NoReturn

import click
from click.core import ParameterSource

from consistency.cli.stderr import tell, tell_error, tell_trace
from consistency.errors import ConsistencyError


class Exit(IntEnum):
    """What an exit status says."""

    CLEAN = 0
    FINDINGS = 1
    FAILED = 2
    NOTHING = 3
    HUNG_UP = 129
    INTERRUPTED = 130
    TERMINATED = 143


#: The same for people, as the pages tell it.
MEANS = {
    Exit.CLEAN: "checked, nothing at or above `--fail-on` (default `error`)",
    Exit.FINDINGS: "checked, findings",
    Exit.FAILED: "could not check: wrong usage, unreadable input, unwritable output, missing model, a fault of ours",
    Exit.NOTHING: "nothing to check: no article with a source, or no sentence in it; with `--allow-empty` 0",
    Exit.HUNG_UP: "the terminal went away (SIGHUP)",
    Exit.INTERRUPTED: "interrupted (Ctrl-C, SIGINT)",
    Exit.TERMINATED: "asked to terminate (SIGTERM)",
}


class Stopped(KeyboardInterrupt):
    """Another signal to end: as with an interrupt, what is being written is put away, and no trace shown."""

    def __init__(self, code: Exit) -> None:
        super().__init__()
        self.code = code


def stoppable() -> None:
    """From now on have the signals that ask a program to end interrupt it; one that is ignored stays ignored."""
    for name, code in (("SIGHUP", Exit.HUNG_UP), ("SIGTERM", Exit.TERMINATED)):
        number = getattr(signal, name, None)  # Windows has no SIGHUP
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, lambda *_, code=code: _stop(code))


def _stop(code: Exit) -> NoReturn:
    raise Stopped(code)


def status(command: click.Command, args: Sequence[str] | None = None) -> int:
    """Run a command and get its exit status; whatever goes wrong is told on standard error.

    Click ends with 1 on wrong usage and on an interrupt, and Python on a crash: none of these may look
    like findings. ``CONSISTENCY_DEBUG=1`` shows the trace.
    """
    try:
        code = _run(command, args)
        _flush()
        return code
    except Exception as error:
        return told(error)
    except KeyboardInterrupt as error:
        return _interrupted(error)


def told(error: Exception) -> int:
    """Tell what went wrong, and get the exit status for it."""
    if os.environ.get("CONSISTENCY_DEBUG"):
        tell_trace(error)
    return _explain(error)


def _run(command: click.Command, args: Sequence[str] | None) -> int:
    # Not click's own ``main``: on a closed pipe it ends with 1, and nothing tells that from findings.
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


def _explain(error: Exception) -> int:
    if isinstance(error, click.ClickException):
        tell(*_usage(error))
        return Exit.FAILED
    if isinstance(error, ConsistencyError):
        tell_error(error)
        return error.exit_code
    if isinstance(error, BrokenPipeError):
        silence_stdout()
        return Exit.CLEAN
    if isinstance(error, OSError):
        silence_stdout()
        tell(f"error: {_system(error)}")
        return Exit.FAILED
    tell(f"internal error: {type(error).__name__}: {error}", "  set CONSISTENCY_DEBUG=1 to see where, and report it")
    return Exit.FAILED


def said(error: ConsistencyError | OSError) -> str:
    """What went wrong, in lines that are safe to print."""
    from consistency.reports.safe import line

    return "\n".join(map(line, error.lines if isinstance(error, ConsistencyError) else [_system(error)]))


def _system(error: OSError) -> str:
    where = f"{error.filename}: " if error.filename else ""
    return f"{where}{error.strerror or error}"


def _usage(error: click.ClickException) -> list[str]:
    """The lines for wrong usage; for a group without a command, its help."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error.message.split("\n")
    context = getattr(error, "ctx", None)
    hint = [f"  see: {context.command_path} --help"] if context else []
    return [f"error: {_variable(error)}{error.format_message()}", *hint]


def _variable(error: click.ClickException) -> str:
    """The variable of the environment that holds the wrong value, if it is one."""
    if not isinstance(error, click.BadParameter) or error.ctx is None or error.param is None or not error.param.name:
        return ""
    if error.ctx.get_parameter_source(error.param.name) is not ParameterSource.ENVIRONMENT:
        return ""
    return f"CONSISTENCY_{error.param.name.upper()}: "


def _interrupted(error: BaseException | None) -> int:
    if isinstance(error, Stopped):
        tell("terminated" if error.code is Exit.TERMINATED else "hung up")
        return error.code
    tell("interrupted")
    return Exit.INTERRUPTED


def _flush() -> None:
    """Have the last words written now: at the interpreter's end a failure would be shown as a trace."""
    if sys.stdout is not None:
        sys.stdout.flush()


def silence_stdout() -> None:
    """Send what is still buffered nowhere: the interpreter would try again at its end, and complain."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        devnull = os.open(os.devnull, os.O_WRONLY)
        os.dup2(devnull, sys.stdout.fileno())
        os.close(devnull)
