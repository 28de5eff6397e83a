"""Sources given on the command line for all drafts: files, folders, patterns and fetched web pages."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from consistency.errors import InputError
from consistency.read import is_address, missing
from consistency.sources.glob import magic, split
from consistency.sources.ignore import Governing
from consistency.sources.paths import real, shown
from consistency.sources.resolve import MOST, Home, Origin, Source, snapshots
from consistency.sources.walk import TEXT, Walk, unread
from consistency.sources.web.snapshot import kept
from consistency.types import Skipped


@dataclass(slots=True, kw_only=True)
class Given:
    """The sources, the files skipped among them, and the areas where adding or removing a file would change them."""

    sources: tuple[Source, ...] = ()
    notes: list[Skipped] = field(default_factory=list)
    folders: set[Path] = field(default_factory=set)
    areas: list[re.Pattern[str]] = field(default_factory=list)


def given(paths: Sequence[str], drafts: Sequence[str], governing: Governing) -> Given:
    """The sources at these paths without duplicates, each under the first path that leads to it.

    A file found through a folder or a pattern is not a source if it is one of the ``drafts`` or in a folder of
    drafts below. Raises ``InputError`` if a path leads to no text.
    """
    found = Given()
    once: dict[str, Source] = {}
    for path in sorted(paths, key=_wide):
        for source in _at(path, drafts, governing, found):
            once.setdefault(source.path if source.path == "-" else str(real(source.path)), source)
        if len(once) > MOST:
            raise InputError(
                f"more than {MOST} sources", where=f"-s {path}", hint="name only those that the draft is based on"
            )
    found.sources = tuple(once.values())
    return found


def _wide(path: str) -> bool:
    """Whether a path may lead to several files; sort key that puts single files first."""
    return Path(path).is_dir() or (magic(path) and not os.path.lexists(path))


def _at(path: str, drafts: Sequence[str], governing: Governing, found: Given) -> list[Source]:
    if is_address(path):
        return [_page(path, governing)]
    if path == "-" or (os.path.lexists(path) and not Path(path).is_dir()):
        return [Source(path=path, origin=Origin.COMMAND)]
    if not _wide(path):
        raise missing(path)
    return _several(path, drafts, governing, found)


def _page(url: str, governing: Governing) -> Source:
    """The snapshot of a web page. A check never fetches one: raises ``InputError`` if it is missing."""
    here = Path.cwd()
    home = Home(path="-s", file=here / "-", settings=governing(here), named=True)
    page = kept(url, snapshots(home))
    page.check("-s")
    return Source(
        path=shown(page.text), origin=Origin.COMMAND, url=page.url,
        title=page.title, published=page.published, raw_sha256=page.raw_sha256,
    )  # fmt: skip


def _several(path: str, drafts: Sequence[str], governing: Governing, found: Given) -> list[Source]:
    """The texts in a folder, or those that match a pattern."""
    walk = Walk(governing)
    base = real(_base(path))
    if Path(path).is_dir():
        walk.folder(path)
    else:
        walk.pattern(path)
    found.folders |= walk.folders
    found.areas.append(re.compile(re.escape(f"{base.as_posix()}/") + ".*", re.DOTALL))
    found.notes += unread(walk.documents)
    apart = list(_drafts(drafts, base))
    texts = [one for file, one in walk.found.items() if not any(file.is_relative_to(draft) for draft in apart)]
    if not texts:
        raise _nothing(path, walk)
    return [Source(path=one.path, origin=Origin.COMMAND) for one in texts]


def _drafts(drafts: Iterable[str], base: Path) -> Iterable[Path]:
    """The drafts of a command, and their folders that are below a folder of sources."""
    for draft in drafts:
        if draft == "-" or draft.startswith("!"):
            continue
        place = real(_base(draft))
        if place.is_file() or (place != base and place.is_relative_to(base)):
            yield place


def _base(path: str) -> Path:
    """The file or folder itself; for a pattern, the folder that it searches."""
    if magic(path) and not os.path.lexists(path):
        return Path(split(path.replace(os.sep, "/"))[0] or ".")
    return Path(path)


def _nothing(path: str, walk: Walk) -> InputError:
    where = f"-s {path}"
    if walk.found:
        return InputError("contains no texts except the drafts", where=where, hint="name the texts they are based on")
    if walk.documents:
        return InputError(
            "no text, only files in unsupported formats", where=where, hint="save their text as .txt or .md"
        )
    message = "no text in this folder" if Path(path).is_dir() else "no text matches this pattern"
    if walk.left:
        hint = f"skipped: {walk.left[0].what} ({walk.left[0].why}); to use such files, name them one by one"
    else:
        hint = f"texts have the suffix {', '.join(sorted(TEXT))}; name other files one by one"
    return InputError(message, where=where, hint=hint)
