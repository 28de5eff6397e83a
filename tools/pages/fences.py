"""The examples of a page: its fenced blocks, with what their first line says of them."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt

ROOT = Path(__file__).resolve().parent.parent.parent
DOCS = ROOT / "docs"

#: A page that goes on with the files of another one says so in a comment.
_AFTER = re.compile(r"<!-- files of: (\S+) -->")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fence:
    """A fenced block: its language, the name of the file that it shows, its text, its line in the page."""

    language: str
    title: str | None = None
    text: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A line after a ``$``, and the lines that it prints; "…" stands for anything."""

    line: str
    prints: tuple[str, ...]

    def fits(self, printed: str) -> bool:
        """Whether it printed this; "…" is anything within a line, and alone in a line any number of lines."""
        lines = [r"(?:.*\n)*?" if line == "…" else _within(line) + r"[ ]*\n" for line in self.prints]
        return re.fullmatch("".join(lines), printed) is not None


def pages() -> list[Path]:
    """Pages with examples, written by hand."""
    return [ROOT / "README.md", *sorted(path for path in DOCS.rglob("*.md") if path.parent.name != "rules")]


def fences(page: Path) -> list[Fence]:
    """The fenced blocks of a page, in order."""
    tokens = MarkdownIt().parse(page.read_text(encoding="utf-8"))
    return [_fence(token.info, token.content, (token.map or [0])[0] + 1) for token in tokens if token.type == "fence"]


def _fence(info: str, text: str, line: int) -> Fence:
    language, *rest = shlex.split(info) or [""]
    title = next((part.removeprefix("title=") for part in rest if part.startswith("title=")), None)
    return Fence(language=language, title=title, text=text, line=line)


def before(page: Path) -> Path | None:
    """The page whose files this one goes on with."""
    found = _AFTER.search(page.read_text(encoding="utf-8"))
    return page.parent / found[1] if found else None


def commands(text: str) -> Iterator[Command]:
    """The commands of a ``console`` block."""
    for part in re.split(r"(?m)^\$ ", text)[1:]:
        line, *prints = part.rstrip("\n").split("\n")
        while line.endswith("\\"):
            line += "\n" + prints.pop(0)
        yield Command(line=line, prints=tuple(prints))


def _within(line: str) -> str:
    return ".*".join(map(re.escape, line.split("…")))
