"""Runs what the pages show: files are written, commands typed, programs started.

``python -m tools.pages.examples [PAGE...]`` writes what commands print today into the pages where it is not what the
page says. Read what changed before you keep it.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from tools.pages.fences import Command, Fence, before, commands, fences, pages

#: Printed between commands, with the status left as it was.
MARK = "\x1e"
STEP = f"__status=$?; printf '\\{ord(MARK):03o}'; (exit $__status)\n"


class Played(NamedTuple):
    """A command, or a program, of a page, and what it printed."""

    fence: Fence
    command: Command
    printed: str


def environment(cache: Path) -> dict[str, str]:
    """What a reader's shell has: the program on the path, an empty cache, a name for git."""
    ours = ("CONSISTENCY_", "GITHUB_", "GIT_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    who = {f"GIT_{role}_{what}": "reader" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    return kept | who | {
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
        "CONSISTENCY_CACHE_DIR": str(cache),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "NO_COLOR": "1",
    }  # fmt: skip


def play(page: Path, folder: Path, shell: Mapping[str, str]) -> Iterator[Played]:
    """Everything that a page shows, from top to bottom, in an empty folder."""
    earlier = before(page)
    for fence in fences(earlier) if earlier else ():
        _write(fence, folder)
    for fence, after in pairwise([*fences(page), Fence(language="")]):
        _write(fence, folder)
        if fence.language == "console":
            yield from _typed(fence, folder, shell)
        elif runs(fence):
            yield _started(fence, after, folder, shell)


def runs(fence: Fence) -> bool:
    """Whether a block is a program, and not only how something is called or what it holds."""
    if fence.title:
        return False
    return fence.language == "python" and re.search(r"(?m)^(?:from|import) ", fence.text) is not None


def _write(fence: Fence, folder: Path) -> None:
    if fence.title:
        path = folder / fence.title
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(fence.text, encoding="utf-8")


def _typed(fence: Fence, folder: Path, shell: Mapping[str, str]) -> Iterator[Played]:
    asked = list(commands(fence.text))
    script = "".join(f"{command.line}\n{STEP}" for command in asked)
    said = _run([shutil.which("bash") or "bash", "-c", script], folder, shell).split(MARK)
    for command, printed in zip(asked, said[:-1], strict=True):
        yield Played(fence, command, printed)


def _started(fence: Fence, after: Fence, folder: Path, shell: Mapping[str, str]) -> Played:
    """A program, and the ``text`` block behind it, which is what it prints."""
    expected = after.text if after.language == "text" and not after.title else ""
    command = Command(line="python", prints=tuple(expected.splitlines()))
    return Played(fence, command, _run([sys.executable, "-c", fence.text], folder, shell))


def _run(command: list[str], folder: Path, shell: Mapping[str, str]) -> str:
    done = subprocess.run(
        command, cwd=folder, env=shell, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, encoding="utf-8", timeout=300,
    )  # fmt: skip
    return done.stdout


def renewed(page: Path, folder: Path, shell: Mapping[str, str]) -> str:
    """The page with what its commands print today, where that is not what it says."""
    text = page.read_text(encoding="utf-8")
    for fence, command, printed in list(play(page, folder, shell)):
        if fence.language == "console" and not command.fits(printed):
            old, new = ("\n".join((f"$ {command.line}", *said)) for said in (command.prints, printed.splitlines()))
            text = text.replace(f"{old}\n", f"{new}\n", 1)
    return text


def main(args: list[str]) -> int:
    """Renew these pages, or all."""
    for page in [Path(name).resolve() for name in args] or pages():
        with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as cache:
            text = renewed(page, Path(folder), environment(Path(cache)))
        if text != page.read_text(encoding="utf-8"):
            page.write_text(text, encoding="utf-8")
            print(f"renewed: {page.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
