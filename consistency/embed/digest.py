"""Whether a model's files are what they should be; large ones are read again only when they change."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from consistency.cache import Store
from consistency.embed.manifest import File
from consistency.errors import ModelError

#: What a model folder's digest covers, where the manifest does not know the model.
PARTS = (".safetensors", ".json", ".txt", ".model")

#: The namespace of the store for files that were read and found right.
VERIFIED = "verified"

AGAIN = "install the model's package again, or fetch it again with: consistency models fetch"


def verify_file(path: Path, file: File, store: Store | None = None) -> None:
    """Raise ModelError unless the file has the digest of the manifest.

    With a ``store``, a file is not read again while its place, size, time and inode stay the same.
    """
    try:
        stamp = _stamp(path)
        if store is not None and store.get(VERIFIED, stamp) == file.sha256.encode():
            return
        found = sha256(path)
    except OSError as error:
        raise ModelError(f"a model file cannot be read ({error.strerror})", where=str(path), hint=AGAIN) from error
    if found != file.sha256:
        message = f"the model file is not the one we know (sha256 {found[:12]}, not {file.sha256[:12]})"
        raise ModelError(message, where=str(path), hint=AGAIN)
    if store is not None:
        store.put(VERIFIED, stamp, file.sha256.encode())


def read_verified(path: Path, file: File) -> bytes:
    """The content of a small file, checked against the manifest. Raises ModelError."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ModelError(f"a model file cannot be read ({error.strerror})", where=str(path), hint=AGAIN) from error
    if hashlib.sha256(content).hexdigest() != file.sha256:
        raise ModelError("the model file is not the one we know", where=str(path), hint=AGAIN)
    return content


def folder_digest(folder: Path, store: Store | None = None) -> str:
    """SHA-256 over all that makes a model behave as it does, for folders that the manifest does not know."""
    stamp = b"|".join(_stamp(path) for path in _parts(folder))
    stored = store.get(VERIFIED, hashlib.sha256(stamp).digest()) if store else None
    if stored:
        return stored.decode()
    lines = "".join(f"{file.sha256}  {file.path}\n" for file in files(folder))
    made = hashlib.sha256(lines.encode()).hexdigest()
    if store is not None:
        store.put(VERIFIED, hashlib.sha256(stamp).digest(), made.encode())
    return made


def files(folder: Path) -> Iterator[File]:
    """All that makes a model behave as it does, with the digests that the files have now."""
    for path in _parts(folder):
        name = path.relative_to(folder).as_posix()
        yield File(path=name, sha256=sha256(path), size=path.stat().st_size)


def _parts(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix in PARTS and path.is_file())


def sha256(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _stamp(path: Path) -> bytes:
    real = path.resolve()
    stat = real.stat()
    return f"{real}\0{stat.st_size}\0{stat.st_mtime_ns}\0{stat.st_ino}".encode()
