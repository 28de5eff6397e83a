"""Finds the sources of an article: in its front matter, through the settings, or in conventional folders."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from consistency.errors import ConsistencyError, InputError, SettingsError
from consistency.sources.conventional import SITE, source_folders
from consistency.sources.glob import expand, files, fill, regex
from consistency.sources.ignore import HIDDEN, Ignore
from consistency.sources.paths import inside, real, repository, shown
from consistency.sources.walk import DOCUMENTS, TEXT
from consistency.sources.web.snapshot import Page, kept
from consistency.types import Reference, Skipped

if TYPE_CHECKING:
    from consistency.settings import Mapping, Settings

#: Most sources of an article; more indicate a mistake in a pattern.
MOST = 200

#: The reference of a source that is found without being listed.
NAMELESS = Reference()


class Origin(StrEnum):
    """Where a source was named."""

    COMMAND = "command line"
    FRONT = "front matter"
    SETTINGS = "settings"
    FOLDER = "folder"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A text to check against: its path as reports show it, and where it was named.

    ``url`` is the address of a web page that it was fetched from; title and dates come from the snapshot's record.
    """

    path: str
    origin: Origin
    reference: Reference = NAMELESS
    url: str | None = None
    title: str | None = None
    published: date | None = None
    raw_sha256: str | None = None


@dataclass(slots=True, kw_only=True)
class Sourced:
    """The sources of an article, notes on files that cannot be used, and all places that were searched.

    ``unwanted`` is set if the article's front matter disables the check.
    """

    sources: list[Source] = field(default_factory=list)
    notes: list[Skipped] = field(default_factory=list)
    wanted: set[Path] = field(default_factory=set)
    areas: list[re.Pattern[str]] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)
    error: ConsistencyError | None = None
    unwanted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """An article whose sources are to be found, and the folders that may contain them."""

    path: str
    file: Path
    settings: Settings
    named: bool
    base: Path | None = None

    @property
    def root(self) -> Path:
        """The folder that paths are relative to if there is no such file next to the article."""
        return Path(self.settings.root or repository(self.file.parent) or Path.cwd())

    @property
    def limits(self) -> tuple[Path, ...]:
        """The folders that sources must be in.

        They are the folder of the settings file and the repository. Without either, they are the folder given on
        the command line, or the folder of the given article and its parent, for sources in a sibling folder.
        """
        owned = [Path(self.settings.root)] if self.settings.root else []
        owned += filter(None, [repository(self.file.parent)])
        own = (*owned, Path.cwd(), self.file.parent)
        near = self.base or self.file.parent
        around = () if owned or near.parent == Path(near.anchor) else (near.parent,)
        return own if owned else (*own, near, *around)

    def withheld(self, path: Path) -> str | None:
        """Why a source in these folders still may not be read, see ``Ignore``."""
        tops = [limit for limit in self.limits if real(path).is_relative_to(real(limit))]
        top = min(tops, key=lambda folder: len(real(folder).parts), default=path.parent)
        return Ignore(lambda _: self.settings).withheld(path, top)


def sources_of(home: Home, references: Sequence[Reference]) -> Sourced:
    """The sources in the article's front matter; else those that the settings map to it; else conventional folders."""
    found = Sourced()
    try:
        for way in (_front(home, references, found), _mapped(home, found), _conventional(home, found)):
            found.sources = list(_apart(home, way))
            if found.sources:
                break
    except ConsistencyError as error:
        found.error = error
    except (OSError, ValueError) as error:
        found.error = InputError(f"cannot search for its sources: {error}", where=home.path, hint="check their names")
    return found


def _apart(home: Home, sources: Iterator[Source]) -> Iterator[Source]:
    """The sources without duplicates, and without the article itself unless its front matter lists it."""
    seen = set[Path]()
    for source in sources:
        file = real(source.path)
        if file in seen or (source.origin is not Origin.FRONT and file == real(home.file)):
            continue
        seen.add(file)
        if len(seen) > MOST:
            raise InputError(f"more than {MOST} sources", where=home.path, hint="name only those that it is based on")
        yield source


def _front(home: Home, references: Sequence[Reference], found: Sourced) -> Iterator[Source]:
    web = {one.place: kept(one.place, snapshots(home)) for one in references[: MOST + 1] if "://" in one.place}
    found.pages += web.values()
    for reference in references[: MOST + 1]:
        if reference.place in web:
            yield _web(home, reference, web[reference.place], found)
        elif at := _located(home, reference, found):
            yield from _named(home, at, reference, found)
        else:
            words = reference.title or reference.place or reference.id or "a source"
            why = f"named as a source of {home.path}, but neither a file nor a URL"
            found.notes.append(Skipped(what=words, why=why))


def _named(home: Home, at: Path, reference: Reference, found: Sourced) -> Iterator[Source]:
    """The file that a reference leads to, or the texts in the folder."""
    if at.is_dir():
        texts = (path for path in _readable(files(at), found) if _free(home, path) and real(path) != real(home.file))
        yield from (_source(path, Origin.FRONT) for path in texts)
    else:
        _allow(home, at, reference.place)
        yield _source(at, Origin.FRONT, reference)


def _free(home: Home, path: Path) -> bool:
    """Whether a file in a folder may be read as a source."""
    return _is_inside(home, path) and real(path).suffix.lower() in TEXT and home.withheld(path) is None


def _allow(home: Home, path: Path, place: str) -> None:
    """Raises ``InputError`` for a path that is withheld, not a regular file, or without the suffix of a text."""
    why = home.withheld(path)
    if why:
        why = "ignored by git" if why != HIDDEN else "it or one of its folders is hidden (starts with a dot)"
    elif not path.is_file():
        why = "it is not a regular file"
    elif not {path.suffix.lower(), real(path).suffix.lower()} <= TEXT:
        why = f"its suffix is not that of a text: {', '.join(sorted(TEXT))}"
    if why:
        hint = "copy its text to a file in the repository, or name it with -s"
        raise InputError(f"its source {place!r} is not read: {why}", where=home.path, hint=hint)


def snapshots(home: Home) -> Path:
    """The folder with the snapshots of an article's web sources."""
    return Path(os.path.normpath(home.root / home.settings.snapshot_dir))


def _web(home: Home, reference: Reference, page: Page, found: Sourced) -> Source:
    found.wanted |= {real(file) for file in page.files}
    page.check(home.path)
    if not _is_inside(home, page.text):
        _refused(home, reference.place)
    return Source(
        path=shown(page.text), origin=Origin.FRONT, reference=reference, url=page.url,
        title=page.title, published=page.published, raw_sha256=page.raw_sha256,
    )  # fmt: skip


def _located(home: Home, reference: Reference, found: Sourced) -> Path | None:
    """The file or folder that a reference leads to; None if the reference is a description and not a path."""
    place = reference.place
    if not place:
        return None
    for path in (path for path in _candidates(home, place) if _is_inside(home, path)):
        found.wanted.add(real(path))
        found.areas.append(re.compile(re.escape(f"{real(path).as_posix()}/") + ".*", re.DOTALL))
        if os.path.exists(path):  # noqa: PTH110 - a name that is too long is not there, and no error
            return path
    if not _is_inside(home, _joined(home.file.parent, place)):
        _refused(home, place)
    if not re.search(r"[/\\]|\.\w{1,8}$", place):
        return None
    raise InputError(
        f"its source {place!r} does not exist", where=home.path, hint="paths are relative to the article or "
        "else to the folder of the settings file" if home.settings.root else "paths are relative to the article",
    )  # fmt: skip


def _candidates(home: Home, place: str) -> Iterator[Path]:
    if "\0" in place or len(place) > 1000:
        raise InputError("a source has an invalid path", where=home.path, hint="correct the front matter")
    for spelled in dict.fromkeys((place, place.replace("\\", "/"))):
        if spelled.startswith("/"):
            # Site generators resolve these from the top of the site.
            yield home.root / spelled.lstrip("/")
        yield _joined(home.file.parent, spelled)
        if not Path(spelled).is_absolute():
            yield _joined(home.root, spelled)


def _joined(folder: Path, place: str) -> Path:
    return Path(os.path.normpath(folder / place))


def _refused(home: Home, place: str) -> NoReturn:
    """Refuse a path that leads outside, without revealing whether it exists."""
    raise InputError(
        f"its source {place!r} is outside the repository or the checked folder",
        where=home.path, hint="copy it into the repository, or name it with -s",
    )  # fmt: skip


def _mapped(home: Home, found: Sourced) -> Iterator[Source]:
    for mapping in home.settings.mappings:
        relative = os.path.relpath(home.file, home.root).replace(os.sep, "/")
        if fits := regex(mapping.article).fullmatch(relative):
            for pattern in mapping.source:
                yield from _pattern(home, _filled(mapping, pattern, fits.groupdict()), found)


def _filled(mapping: Mapping, pattern: str, names: dict[str, str]) -> str:
    try:
        return fill(pattern, names)
    except KeyError as error:
        raise SettingsError(
            f"{pattern!r} uses {{{error.args[0]}}}, which {mapping.article!r} lacks", where="[[sources]]",
            hint="use only {names} that the article pattern defines",
        ) from error  # fmt: skip


def _pattern(home: Home, pattern: str, found: Sourced) -> Iterator[Source]:
    base = real(home.root)
    found.areas.append(re.compile(re.escape(base.as_posix() + "/") + regex(pattern).pattern, re.DOTALL))
    for path in _readable(expand(home.root, pattern), found):
        if not _is_inside(home, path):
            _refused(home, pattern)
        _allow(home, path, shown(path))
        yield _source(path, Origin.SETTINGS)


def _conventional(home: Home, found: Sourced) -> Iterator[Source]:
    top = repository(home.file.parent) or home.root
    for folder in source_folders(home.file, top):
        found.areas.append(re.compile(re.escape(real(folder).as_posix()) + r"(?:/.*|\.\w+)", re.DOTALL))
        paths = files(folder) if folder.is_dir() else _by_stem(folder)
        sources = [_source(path, Origin.FOLDER) for path in _readable(paths, found) if _free(home, path)]
        if sources:
            yield from sources
            return


def _by_stem(stem: Path) -> Iterator[Path]:
    """The files with this stem in the site's folder of sources."""
    if stem.parent.name == SITE:
        yield from (path for path in files(stem.parent, deep=False) if path.stem == stem.name)


def _is_inside(home: Home, path: Path) -> bool:
    """Whether a path, with symbolic links resolved, is in the folders that sources may be in."""
    return inside(path, home.limits)


def _readable(paths: Iterable[Path], found: Sourced) -> Iterator[Path]:
    """The files with the suffix of a text; documents in unsupported formats are noted."""
    for path in paths:
        if path.suffix.lower() in TEXT:
            yield path
        elif path.suffix.lower() in DOCUMENTS:
            why = "is in a folder of sources, but its format is not supported: save its text next to it"
            found.notes.append(Skipped(what=shown(path), why=why))


def _source(path: Path, origin: Origin, reference: Reference | None = None) -> Source:
    return Source(path=shown(path), origin=origin, reference=reference or NAMELESS)
