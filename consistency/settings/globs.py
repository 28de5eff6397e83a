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


def fault(pattern: str) -> str | None:
    """What is wrong with a pattern; None if it is valid."""
    try:
        _regex(pattern)
    except re.error as error:
        return str(error.msg)
    return None


@lru_cache(maxsize=1024)
def _regex(pattern: str) -> re.Pattern[str]:
    return re.compile(translate(pattern), re.DOTALL)


#: The parts of a pattern that are no plain text. A "**" spans folders only where it is a whole part of the path;
#: elsewhere it is "*", as in .gitignore.
_PART = re.compile(
    r"(?P<deep>(?<![^/])(?:\*\*/)+)|(?P<all>(?<![^/])\*\*\Z)|(?P<many>\*+)|(?P<one>\?)|(?P<set>\[!?\]?[^\]/]*\])"
    r"|\{(?P<choice>[^{},]*(?:,[^{},]*)+)\}|\{(?P<name>[A-Za-z_]\w*)\}"
)
_PLAIN = {"deep": "(?:[^/]+/)*", "all": ".*", "many": "[^/]*", "one": "[^/]"}


def translate(pattern: str, names: set[str] | None = None) -> str:
    """The regular expression of a pattern, for paths with "/"; it need not be valid, if a set in brackets is not.

    With ``names``, a set to which the names found are added, ``{name}`` is a group of that name: some of one part of a
    path, the same wherever the name occurs again. Without, braces that hold no comma are plain text.
    """
    parts: list[str] = []
    end = 0
    for match in _PART.finditer(pattern):
        parts += [re.escape(pattern[end : match.start()]), _translated(match, names)]
        end = match.end()
    return "".join((*parts, re.escape(pattern[end:])))


def _translated(match: re.Match[str], names: set[str] | None) -> str:
    kind = str(match.lastgroup)
    if kind == "name":
        return re.escape(match[0]) if names is None else _group(match["name"], names)
    if kind == "set":
        inner = match["set"][1:-1]
        return "[^/" + _set(inner[1:]) if inner.startswith("!") else "(?!/)[" + _set(inner)
    if kind == "choice":
        return f"(?:{'|'.join(translate(word, names) for word in match['choice'].split(','))})"
    return _PLAIN[kind]


def _group(name: str, names: set[str]) -> str:
    if name in names:
        return f"(?P={name})"
    names.add(name)
    return f"(?P<{name}>[^/]+?)"


def _set(inner: str) -> str:
    return re.sub(r"([\\\[\]^&~|])", r"\\\1", inner) + "]"


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
