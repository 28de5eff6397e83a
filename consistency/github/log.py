"""The log of a workflow step: annotations, and other output in which the runner sees no commands."""

from __future__ import annotations

import contextlib
import io
import os
import secrets
import sys
from collections.abc import Iterator

from consistency.reports.github import attribute, data
from consistency.reports.safe import inert as quieted
from consistency.reports.safe import page


def annotate(kind: str, message: str, title: str = "consistency") -> None:
    """Print an annotation: ``kind`` is ``error``, ``warning`` or ``notice``; message and title may contain anything."""
    _write(f"::{kind} title={attribute(title)}::{data(message)}\n")


def commands(text: str) -> None:
    """Print workflow commands, as ``-f github`` writes them."""
    _write(text)


@contextlib.contextmanager
def inert() -> Iterator[io.StringIO]:
    """A context in which the runner ignores commands in the output; it yields a copy of standard error.

    The token that ends it is random, so that no article can contain it.
    """
    word = secrets.token_hex(20)
    stderr = _Copy()
    _write(f"::stop-commands::{word}\n")
    try:
        with contextlib.redirect_stderr(stderr):
            yield stderr
    finally:
        _write(f"\n::{word}::\n")


class _Copy(io.StringIO):
    """Collects messages and prints them to standard output, in order with the rest of the log."""

    def write(self, text: str) -> int:
        _write(quieted(page(text)))
        return super().write(text)


def one_stream() -> None:
    """Set standard output to UTF-8 and send standard error there, because the order of two streams is not preserved."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    os.dup2(1, 2)


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()
