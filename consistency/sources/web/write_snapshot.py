"""Writing snapshots: whole or not at all."""

from __future__ import annotations

import codecs
import hashlib
import json
import re
import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from consistency.errors import InputError, OutputError
from consistency.sources.web.fetch import TYPES, Fetched, Limits, fetch
from consistency.sources.web.readable import Readable, readable
from consistency.sources.web.safe_connection import Allow, public
from consistency.sources.web.snapshot import RECORD, Page, kept

_META = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{1,40})", re.IGNORECASE)
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def take(url: str, home: Path, *, again: bool = False, limits: Limits | None = None, allow: Allow = public) -> bool:
    """Keep a snapshot of an address in a folder of snapshots; says whether anything is new.

    One that is there is left alone, unless ``again``; and even then, if the page has not changed, so is its
    record. Raises ``InputError`` for what cannot be fetched, ``OutputError`` for what cannot be written.
    """
    before = kept(url, home)
    if before.record is not None and not again and before.whole:
        return False
    fetched = fetch(before.url, limits=limits, allow=allow)
    text, ending = _text(fetched)
    if not re.search(r"\w", text.text):
        raise InputError("no text found in the page", where=url, hint="save its text to a file and use that")
    raw = hashlib.sha256(fetched.content).hexdigest()
    if before.whole and raw == before.raw_sha256:
        return False
    _write(before, fetched, text, ending)
    return True


def _text(fetched: Fetched) -> tuple[Readable, str]:
    """What is read of a page, and the ending of the file that it is kept in."""
    decoded = _decoded(fetched)
    if TYPES[fetched.type] == ".html":
        return readable(decoded), ".txt"
    return Readable(text=decoded), TYPES[fetched.type]


def _decoded(fetched: Fetched) -> str:
    named = _META.search(fetched.content[:2048])
    marked = next((name for mark, name in _MARKS if fetched.content.startswith(mark)), None)
    for name in (marked, fetched.charset, named and named[1].decode("ascii", "replace"), "utf-8"):
        try:
            if name:
                return fetched.content.decode(name)
        except (LookupError, UnicodeError, ValueError):
            continue
    return fetched.content.decode("windows-1252", "replace")


def _write(page: Page, fetched: Fetched, text: Readable, ending: str) -> None:
    files = {"raw" + TYPES[fetched.type]: fetched.content, "text" + ending: text.text.encode("utf-8", "replace")}
    raw, told = files
    record = {
        "url": page.url,
        "found_at": fetched.url,
        "retrieved_at": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "title": text.title,
        "published": text.published and text.published.isoformat(),
        "raw": raw,
        "raw_sha256": hashlib.sha256(files[raw]).hexdigest(),
        "text": told,
        "text_sha256": hashlib.sha256(files[told]).hexdigest(),
    }
    files[RECORD] = (json.dumps(record, indent=2, ensure_ascii=False) + "\n").encode("utf-8", "replace")
    try:
        _place(page.folder, files)
    except OSError as error:
        raise OutputError(f"cannot write: {error.strerror}", where=str(page.folder), hint="check the disk") from error


def _place(folder: Path, files: dict[str, bytes]) -> None:
    """Write a new folder, then replace the old one with it."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    attributes = folder.parent / ".gitattributes"
    if not attributes.exists():
        # On Windows git would turn newlines round, and no digest would fit.
        attributes.write_text("* -text\n", encoding="ascii")
    scratch = Path(tempfile.mkdtemp(prefix=".new-", dir=folder.parent))
    try:
        made = scratch / "made"
        made.mkdir()
        for name, content in files.items():
            (made / name).write_bytes(content)
        if folder.exists():
            folder.replace(scratch / "old")
        made.replace(folder)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
