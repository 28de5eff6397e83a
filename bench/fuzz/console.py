"""The command line in this process, with what it prints caught."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import click

from consistency.cli import cli
from consistency.cli.status import report_failure
from consistency.errors import ConsistencyError


@dataclass(frozen=True, slots=True)
class Printed:
    """What came out on standard output and standard error."""

    out: str
    err: str


def invoked(*args: str) -> Printed:
    """Run the command; what it refuses in words is printed, as for a user. Raises what is a fault of ours."""
    with _caught() as (out, err):
        try:
            cli.main(args=list(args), prog_name="consistency", standalone_mode=False)
        except (ConsistencyError, click.ClickException) as error:
            report_failure(error)
        except (SystemExit, click.exceptions.Exit):
            pass
    return Printed(out=_text(out), err=_text(err))


@contextmanager
def _caught() -> Iterator[tuple[io.BytesIO, io.BytesIO]]:
    saved = sys.stdin, sys.stdout, sys.stderr
    out, err = io.BytesIO(), io.BytesIO()
    sys.stdin = io.TextIOWrapper(io.BytesIO())
    sys.stdout = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    sys.stderr = io.TextIOWrapper(err, encoding="utf-8", newline="", write_through=True, errors="backslashreplace")
    written = sys.stdout, sys.stderr
    try:
        yield out, err
    finally:
        sys.stdin, sys.stdout, sys.stderr = saved
        for stream in written:
            stream.flush()
            stream.detach()


def _text(stream: io.BytesIO) -> str:
    return stream.getvalue().decode("utf-8")
