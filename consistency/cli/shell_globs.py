"""Detects an unquoted pattern: the shell turns ``-s sources/*`` into ``-s sources/a.txt sources/b.txt``."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from consistency.errors import InputError
from consistency.runs.stderr import write_lines
from consistency.sources.paths import real

if TYPE_CHECKING:
    from consistency.settings import Scope

#: Key of the command-line words, in order, in the context of click.
_LINE = "consistency.line"


class Ordered(click.Command):
    """A command that remembers the order of its arguments, which click discards."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the arguments and save a copy of them."""
        ctx.meta[_LINE] = tuple(args)
        return super().parse_args(ctx, args)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """A source, the drafts that directly follow it and are in its folder, and the other drafts.

    ``names`` are the source and the drafts: everything that an expanded pattern may have matched.
    """

    source: str
    names: tuple[str, ...]
    strays: tuple[str, ...]
    before: tuple[str, ...]
    others: tuple[str, ...]

    @property
    def certain(self) -> bool:
        """Whether they almost certainly come from an expanded pattern.

        A shell sorts the names. If they are neither all files of the folder nor of one type, or if other drafts are in
        the same folder, the position of the other drafts decides.
        """
        apart = not any(_near(draft, self.source, self.strays) for draft in self.others)
        kinds = {Path(name).suffix for name in (self.source, *self.strays)}
        alike = len(kinds) == 1 or self._covers("*")
        return self._sorted and bool((self.before and apart) or ((self.before or apart) and alike))

    @property
    def _sorted(self) -> bool:
        # Some shells ignore case and punctuation when sorting.
        return any(list(self.names) == sorted(self.names, key=key) for key in (str, _letters))

    def _covers(self, pattern: str) -> bool:
        """Whether a pattern with one star matches exactly these files."""
        head, tail = pattern.split("*")
        there = {file.name for file in Path(self.source).parent.iterdir() if not file.name.startswith(".")}
        fitting = {name for name in there if name.startswith(head) and name.endswith(tail)}
        return fitting == {Path(name).name for name in self.names}

    @property
    def typed(self) -> str:
        """The options that make all of them sources."""
        short = [Path(name).name for name in self.names]
        head, tail = os.path.commonprefix(short), Path(short[0]).suffix  # noqa: RUF071 - of names, not of paths
        for pattern in ("*", f"*{tail}", f"{head}*{tail}"):
            if self._covers(pattern):
                return f"-s {shlex.quote(str(Path(self.source).parent / pattern))}"
        return " ".join(f"-s {shlex.quote(name)}" for name in (self.source, *self.strays))


def stop_strays(scope: Scope, given: dict[str, Any]) -> None:
    """Raises ``InputError`` if drafts are most likely sources from an expanded pattern; prints a warning if unsure.

    Such drafts directly follow a source in the same folder, are not the only drafts, and name no sources themselves.
    """
    if given["changed"] or given["files_from"]:
        return
    for run in _runs(click.get_current_context().meta.get(_LINE, ()), given["paths"]):
        if not run.others or _sourced(run.strays, scope):
            continue
        several = len(run.strays) > 1
        more = f" and {len(run.strays) - 1} more" if several else ""
        words = f"{run.strays[0]}{more}, named after -s {run.source},"
        kind = "drafts" if several else "a draft"
        if run.certain:
            drafts = " ".join(map(shlex.quote, run.others))
            raise InputError(
                f"{words} would be checked as {kind}",
                hint=f"To use them all as sources: consistency check {drafts} {run.typed}",
                more=("To check them as drafts, name them before -s.",),
            )
        if run.before and not given["quiet"]:
            write_lines(f"warning: {words} is checked as {kind}; each source needs its own -s")


def _runs(line: Sequence[str], drafts: Sequence[str]) -> Iterator[_Run]:
    words = list(line[: line.index("--")] if "--" in line else line)
    for at, word in enumerate(words):
        source, end = _value(word, words[at + 1 :], at)
        if source is None or not Path(source).is_file():
            continue
        stop = next((i for i in range(end, len(words)) if words[i].startswith("-")), len(words))
        following = [one for one in words[end:stop] if one in drafts]
        twice = [one for one in following if one in words[:at]]
        rest = [one for one in drafts if one not in following or one in twice]
        near = [one for one in following if Path(one).exists() and _near(one, source, rest)]
        strays = tuple(one for one in near if one not in twice)
        others = tuple(dict.fromkeys(one for one in drafts if one not in strays and not one.startswith("!")))
        if strays:
            before = tuple(one for one in others if one in words[:at])
            yield _Run(source=source, names=(source, *near), strays=strays, before=before, others=others)


def _value(word: str, rest: Sequence[str], at: int) -> tuple[str | None, int]:
    """The source if the word is ``-s``, and the index of the next word."""
    if word in ("-s", "--source"):
        return (rest[0] if rest else None), at + 2
    attached = re.fullmatch(r"-s(.+)|--source=(.+)", word, re.DOTALL)
    return (attached[1] or attached[2] if attached else None), at + 1


def _near(path: str, source: str, others: Sequence[str]) -> bool:
    """Whether a path is in the folder of a source, or in the same subfolder of the common parent."""
    one, other = real(path), real(source)
    if one.parent == other.parent:
        return True
    top = Path(os.path.commonpath([one, other, *map(real, others)]))
    mine, its = one.relative_to(top).parts, other.relative_to(top).parts
    return len(mine) > 1 and len(its) > 1 and mine[0] == its[0]


def _sourced(paths: Sequence[str], scope: Scope) -> bool:
    """Whether one of these drafts names sources itself, valid or not."""
    from consistency.runs.plans import make_plan

    found = make_plan(scope, paths)
    return bool(found.pairs or found.failed)


def _letters(name: str) -> str:
    return re.sub(r"\W", "", name.casefold())
