"""The outputs of the step, written so that no value can be read as another output."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from pathlib import Path

from consistency.errors import OutputError


def write(path: str, values: Mapping[str, str]) -> None:
    """Append the outputs to the file that GitHub names; do nothing without one.

    Each value ends with a random delimiter that it cannot contain. Raises ``OutputError``.
    """
    if not path:
        return
    text = "".join(_entry(name, value) for name, value in values.items())
    try:
        with Path(path).open("a", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise OutputError(f"cannot write: {error.strerror or error}", where="GITHUB_OUTPUT") from error


def _entry(name: str, value: str) -> str:
    end = f"end-{secrets.token_hex(20)}"
    return f"{name}<<{end}\n{value}\n{end}\n"
