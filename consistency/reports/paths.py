"""Paths and positions as code hosts and viewers expect them: relative, with slashes, and as URIs."""

from __future__ import annotations

import os
import posixpath
from pathlib import Path
from typing import Any
from urllib.parse import quote

from consistency.reports.safe import label

#: The name of standard input in formats that require a file name.
STDIN = "stdin"


def inside(path: str) -> str | None:
    """The path relative to the working folder, without "./"; None if it is outside or not a file."""
    if path in ("", "-"):
        return None
    plain = path.replace("\\", "/") if os.name == "nt" else path
    if Path(path).is_absolute():
        plain = os.path.relpath(path).replace(os.sep, "/")
    plain = posixpath.normpath(plain)
    return None if plain in (".", "..") or plain.startswith(("../", "/")) else plain


def named(path: str) -> str:
    """The path relative to the working folder; for a file outside, its name alone."""
    return inside(path) or posixpath.basename(path.replace("\\", "/").rstrip("/")) or STDIN


def uri(path: str) -> str:
    """``named`` as a relative URI; colons are encoded because the first part would be read as a scheme."""
    return quote(named(path if path != "-" else STDIN), safe="/", errors="surrogatepass")


def at(place: dict[str, Any]) -> str:
    """``path:line:column`` of a place in the JSON report, safe to print."""
    return f"{label(place['path'])}:{place['line']}:{place['column']}"
