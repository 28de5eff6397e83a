"""Paths and places as forges and viewers want them: relative, with slashes, and as URIs."""

from __future__ import annotations

import os
import posixpath
from pathlib import Path
from typing import Any
from urllib.parse import quote

from consistency.reports.safe import label

#: What standard input is called where a file's name must stand.
STDIN = "stdin"


def inside(path: str) -> str | None:
    """The path from the working folder, without "./"; None for what lies outside of it or is no file."""
    if path in ("", "-"):
        return None
    plain = path.replace("\\", "/") if os.name == "nt" else path
    if Path(path).is_absolute():
        plain = os.path.relpath(path).replace(os.sep, "/")
    plain = posixpath.normpath(plain)
    return None if plain in (".", "..") or plain.startswith(("../", "/")) else plain


def named(path: str) -> str:
    """The same; of what lies outside, the file's name alone."""
    return inside(path) or posixpath.basename(path.replace("\\", "/").rstrip("/")) or STDIN


def uri(path: str) -> str:
    """``named`` as a relative URI; a colon would make its first part a scheme, so that is encoded too."""
    return quote(named(path if path != "-" else STDIN), safe="/", errors="surrogatepass")


def at(place: dict[str, Any]) -> str:
    """``path:line:column`` of a place in the JSON report, safe to print."""
    return f"{label(place['path'])}:{place['line']}:{place['column']}"
