"""Path patterns: ``*`` and ``?`` match within one path component, ``**`` across them, ``{a,b}`` either word."""

from __future__ import annotations

import os
import re
from functools import lru_cache


def matches(pattern: str, path: str, root: str | None = None) -> bool:
    """Whether a path (absolute, or relative to the working directory) matches a pattern relative to ``root``.

    A pattern without a slash is matched against file and folder names. A pattern that matches a folder matches
    everything in it.
    """
    inside = _inside(path, root)
    if "/" not in pattern.rstrip("/"):
        parts = inside.split("/")
        return any(_regex(pattern.rstrip("/")).fullmatch(part) for part in parts)
    regex = _regex(pattern.strip("/"))
    return any(regex.fullmatch(front) for front in _fronts(inside))


def _inside(path: str, root: str | None) -> str:
    try:
        return os.path.relpath(path, root or os.curdir).replace(os.sep, "/")
    except ValueError:  # another drive
        return path.replace(os.sep, "/")


def _fronts(path: str) -> list[str]:
    """The path and its parent folders."""
    parts = path.split("/")
    return ["/".join(parts[:end]) for end in range(len(parts), 0, -1)]


_TOKEN = re.compile(r"\*\*/|\*\*|\*|\?|\[!?\]?[^\]]*\]|\{[^{}]*\}|.", re.DOTALL)


def fault(pattern: str) -> str | None:
    """What is wrong with a pattern; None if it is valid."""
    try:
        _regex(pattern)
    except re.error as error:
        return str(error.msg)
    return None


@lru_cache(maxsize=1024)
def _regex(pattern: str) -> re.Pattern[str]:
    return re.compile("".join(map(_translated, _TOKEN.findall(pattern))), re.DOTALL)


def _translated(token: str) -> str:
    plain = {"**/": "(?:[^/]+/)*", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    if token in plain:
        return plain[token]
    if len(token) > 2 and token[0] == "[":
        inner = token[1:-1].replace("\\", "\\\\").replace("[", "\\[")
        return f"(?!/)[{'^' + inner[1:] if inner[:1] == '!' else inner}]"
    if len(token) > 1 and token[0] == "{":
        return "(?:" + "|".join(re.escape(word) for word in token[1:-1].split(",")) + ")"
    return re.escape(token)


def moved(pattern: str, folder: str, root: str, *, anchored: bool = False) -> str:
    """A pattern relative to ``folder``, rewritten relative to ``root``.

    Patterns without a slash match in any folder and stay as they are, unless ``anchored``.
    """
    mark, plain = ("!", pattern[1:]) if pattern.startswith("!") else ("", pattern)
    if folder == root or plain.startswith("**/") or not (anchored or "/" in plain.rstrip("/")):
        return pattern
    left = _stripped(plain.strip("/").split("/"), _below(folder, root))
    if left is None:
        return mark + _inside(f"{folder}/{plain.strip('/')}", root)
    alone = len(left) == 1 and left != ["**"] and not anchored
    return mark + ("/" + left[0] if alone else "/".join(left))


def _below(folder: str, root: str) -> list[str] | None:
    """The path components from ``folder`` down to ``root``; None if ``root`` is not below it."""
    near = _inside(root, folder).split("/")
    return None if near[0] == os.pardir or near[0] == "" or ":" in near[0] else near


def _stripped(parts: list[str], names: list[str] | None) -> list[str] | None:
    """A pattern without the components that match these folders; ``None`` if one does not match."""
    if names is None:
        return None
    for name in names:
        if not parts or parts[0] == "**":
            break
        if "{" in parts[0] or not _regex(parts[0]).fullmatch(name):
            return None
        parts = parts[1:]
    # Nothing left: the pattern matched an outer folder, and so everything in it.
    return parts or ["**"]
