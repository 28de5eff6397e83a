"""Pages of the web as they were when they were fetched: kept in the repository, checked by their digests."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from consistency.errors import InputError
from consistency.sources.paths import shown

#: The file of a snapshot that says what the others are.
RECORD = "record.json"
#: Largest record that is read, in bytes.
_LARGEST = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A snapshot that is there or could be: ``raw`` as it was sent, ``text`` what is read of it."""

    url: str
    folder: Path
    record: dict[str, Any] | None

    @property
    def text(self) -> Path:
        """The file that holds the readable text."""
        return self._file("text")

    @property
    def raw(self) -> Path:
        """The file that holds what was sent."""
        return self._file("raw")

    @property
    def files(self) -> tuple[Path, ...]:
        """All files of the snapshot, whether they are there or not."""
        record = self.folder / RECORD
        return (record, self.raw, self.text) if self.record else (record,)

    @property
    def title(self) -> str | None:
        """What the page called itself."""
        return self._said("title")

    @property
    def raw_sha256(self) -> str | None:
        """The digest of what was sent."""
        return self._said("raw_sha256")

    @property
    def published(self) -> date | None:
        """The day that the page said it was published."""
        try:
            return date.fromisoformat(self._said("published") or "")
        except ValueError:
            return None

    def _said(self, key: str) -> str | None:
        value = (self.record or {}).get(key)
        return value if isinstance(value, str) and value else None

    def check(self, where: str) -> None:
        """Raises ``InputError`` where the snapshot is missing, broken or altered; ``where`` names who wants it."""
        hint = f"consistency sources fetch {self.url}"
        if self.record is None:
            raise InputError(f"no snapshot of its source {self.url}", where=where, hint=f"run: {hint}")
        if altered := self.altered:
            message = f"the snapshot of its source {self.url} was changed after fetching: {altered[0].name}"
            raise InputError(message, where=where, hint=f"restore {shown(altered[0])}, or: {hint} --again")
        if self._said("published") and self.published is None:
            message = f'the record of its source {self.url} has no date such as 2026-03-12 under "published"'
            raise InputError(message, where=where, hint=f"restore {shown(self.folder / RECORD)}, or: {hint} --again")

    @property
    def altered(self) -> list[Path]:
        """The files that are not what the record says, or are not there."""
        told = ((self._file(what), self._said(f"{what}_sha256")) for what in ("text", "raw"))
        return [file for file, wanted in told if wanted is None or digest(file) != wanted]

    @property
    def whole(self) -> bool:
        """Whether it is there as it was fetched."""
        return self.record is not None and not self.altered

    def _file(self, what: str) -> Path:
        # A record is content of a repository: it names files beside it and no others.
        return self.folder / (Path(self._said(what) or what).name or what)


def kept(url: str, home: Path) -> Page:
    """The snapshot of an address in a folder of snapshots. Raises ``InputError`` for what is no web address."""
    found = address(url)
    return opened(home / name_of(found), found)


def opened(folder: Path, url: str = "") -> Page:
    """The snapshot in a folder of its own."""
    record = _record(folder / RECORD)
    if url and record is not None and record.get("url") != url:
        record = None
    return Page(url=url or str((record or {}).get("url", "")), folder=folder, record=record)


def address(url: str) -> str:
    """The address without its fragment, host in lower case. Raises ``InputError`` for what is no web address."""
    try:
        parts = urlsplit(url.strip())
        host = parts.hostname or ""
        _ = parts.port
    except ValueError as error:
        raise InputError(f"invalid URL: {error}", where=url, hint="it must start with https://") from error
    if parts.scheme.lower() not in ("http", "https") or not host:
        raise InputError("not a web address", where=url, hint="it must start with https:// or http://")
    if parts.username is not None or any(char <= " " or char == "\x7f" for char in url.strip()):
        raise InputError("unsupported URL", where=url, hint="remove user name, password and spaces")
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path or "/", parts.query, ""))


def name_of(url: str) -> str:
    """The name of a snapshot's folder."""
    return hashlib.sha256(url.encode("utf-8", "surrogatepass")).hexdigest()[:24]


def digest(file: Path) -> str | None:
    """The SHA-256 of a file, in hexadecimal digits; None where it cannot be read."""
    try:
        with file.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    except (OSError, ValueError):
        return None


def orphans(home: Path, pages: Iterable[Page]) -> list[Page]:
    """The snapshots in a folder of them that are none of these."""
    named = {page.folder for page in pages}
    return [opened(folder) for folder in sorted(home.glob("*/")) if folder not in named and (folder / RECORD).is_file()]


def _record(file: Path) -> dict[str, Any] | None:
    try:
        with file.open("rb") as opened:
            record = json.loads(opened.read(_LARGEST))
    except (OSError, ValueError, RecursionError):
        return None
    return record if isinstance(record, dict) else None
