"""Whether files are what they should be; large ones are read again only when they change."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path

from consistency.cache import Store
from consistency.errors import ModelError
from consistency.models.manifest import REINSTALL, Bundle, File, digest_of, models_home

#: Where a file is, and what it should be.
Listed = tuple[Path, File]

#: What the digest of an encoder's folder covers, where the manifest does not list the encoder.
PARTS = (".safetensors", ".json", ".txt", ".model")

#: The namespace of the store for files that were read and found right.
VERIFIED = "verified/2"

#: Bytes beyond which a file that was never verified is left to whoever opens it, with a store that remembers it
#: the next time and without.
LARGE, SMALL = 20_000_000, 100_000

#: Nanoseconds after a change during which a file is not remembered: another change could have the same time,
#: since some file systems count in steps of two seconds.
RACY = 2_100_000_000

#: What to do when a file of an encoder's folder cannot be read.
RESTORE = "check the model's folder"


def verify_file(path: Path, file: File, store: Store | None = None) -> None:
    """Raise ModelError unless the file has the digest of the manifest.

    With a ``store``, a file is not read again while its path, size, times of change, inode and device stay
    the same. The modification time can be set by anyone who may write the file; on POSIX the change time
    cannot, short of setting the clock. On Windows there is none, so there a file altered with size and
    modification time preserved is noticed by ``models verify`` only.
    """
    with _reading(path):
        stamp = _stamp(path)
        if store is not None and store.get(VERIFIED, _key(path)) == _entry(stamp, file):
            return
        _match(sha256(path), file, path)
    if store is not None and _settled(stamp):
        store.put(VERIFIED, _key(path), _entry(stamp, file))


def read_verified(path: Path, file: File) -> bytes:
    """The content of a file, checked against the manifest. Raises ModelError.

    What is checked is what is returned: nobody can alter the file in between.
    """
    with _reading(path):
        content = path.read_bytes()
    _match(hashlib.sha256(content).hexdigest(), file, path)
    return content


def notice_changes(found: Sequence[Listed], store: Store | None) -> None:
    """Verify the files that have changed since they were verified, or whose size is wrong. Raises ModelError.

    Where nothing has changed, this costs one look at each file. A file that was never verified is verified
    too, unless that takes long: then whoever opens it does.
    """
    known = store.get_many(VERIFIED, [_key(path) for path, _ in found]) if store else {}
    with store.transaction() if store else nullcontext():
        for path, file in found:
            with _reading(path):
                stamp = _stamp(path)
            before = known.get(_key(path))
            unknown = before is None and file.size > (LARGE if store else SMALL)
            if stamp[0] != file.size or (not unknown and before != _entry(stamp, file)):
                verify_file(path, file, store)


def listed(bundle: Bundle) -> list[Listed]:
    """Where the files of a bundle are on this machine, and what they should be."""
    return [(models_home() / file.path, file) for file in bundle.files]


def verify_bundle(bundle: Bundle, store: Store | None = None) -> tuple[File, ...]:
    """The files of a bundle, read in full unless ``store`` knows them. Raises ModelError if one is altered."""
    for path, file in listed(bundle):
        verify_file(path, file, store)
    return bundle.files


def folder_digest(folder: Path, store: Store | None = None) -> str:
    """SHA-256 over all files that define an encoder, for folders that the manifest does not list."""
    return files_digest(folder, _parts(folder), store)


def files_digest(folder: Path, paths: Iterable[Path], store: Store | None = None) -> str:
    """SHA-256 over files of a folder, which are read again only when one of them changes. Raises ModelError."""
    made = []
    for path in paths:
        name = path.relative_to(folder).as_posix()
        made.append(File(path=name, sha256=_remembered(path, store), size=0))
    return digest_of(tuple(made))


def _remembered(path: Path, store: Store | None) -> str:
    with _reading(path, RESTORE):
        stamp = _stamp(path)
        known = store.get(VERIFIED, _key(path)) if store else None
        if known is not None and known[:-64] == _entry(stamp, None):
            return known[-64:].decode("ascii", "replace")
        file = File(path=path.name, sha256=sha256(path), size=stamp[0])
    if store is not None and _settled(stamp):
        store.put(VERIFIED, _key(path), _entry(stamp, file))
    return file.sha256


def files(folder: Path) -> Iterator[File]:
    """All files that define an encoder, with the digests that they have now."""
    for path in _parts(folder):
        name = path.relative_to(folder).as_posix()
        yield File(path=name, sha256=sha256(path), size=path.stat().st_size)


def _parts(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix in PARTS and path.is_file())


def sha256(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _match(found: str, file: File, path: Path) -> None:
    if found != file.sha256:
        message = f"the file is not the one in the manifest: SHA-256 {file.sha256} expected, {found} found"
        raise ModelError(message, where=str(path), hint=REINSTALL)


@contextmanager
def _reading(path: Path, hint: str = REINSTALL) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        message = f"a model file cannot be read ({error.strerror or error})"
        raise ModelError(message, where=str(path), hint=hint) from error


def _key(path: Path) -> bytes:
    return os.path.realpath(path).encode("utf-8", "surrogateescape")


def _stamp(path: Path) -> tuple[int, ...]:
    found = path.stat()
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino, found.st_dev


def _entry(stamp: tuple[int, ...], file: File | None) -> bytes:
    return f"{'|'.join(map(str, stamp))}|{file.sha256 if file else ''}".encode()


def _settled(stamp: tuple[int, ...]) -> bool:
    return time.time_ns() - max(stamp[1:3]) > RACY
