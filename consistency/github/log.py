"""The log of a workflow's step: notices of ours, and the words of others, in which no command is seen."""

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


def tell(kind: str, message: str, title: str = "consistency") -> None:
    """An annotation of the run: ``kind`` is ``error``, ``warning`` or ``notice``; the words may hold anything."""
    _write(f"::{kind} title={attribute(title)}::{data(message)}\n")


def commands(text: str) -> None:
    """Print workflow commands, as ``-f github`` writes them."""
    _write(text)


@contextlib.contextmanager
def inert() -> Iterator[io.StringIO]:
    """While this lasts, the runner obeys nothing that is printed; what goes to standard error is given, too.

    The word that ends it is drawn anew each time, so no article can say it.
    """
    word = secrets.token_hex(20)
    said = _Copy()
    _write(f"::stop-commands::{word}\n")
    try:
        with contextlib.redirect_stderr(said):
            yield said
    finally:
        _write(f"\n::{word}::\n")


class _Copy(io.StringIO):
    """Collects messages and prints them to standard output, in order with the rest of the log."""

    def write(self, text: str) -> int:
        _write(quieted(page(text)))
        return super().write(text)


def one_stream() -> None:
    """Have standard output in UTF-8 on every system, and standard error go there: two streams lose their order."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    os.dup2(1, 2)


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()
