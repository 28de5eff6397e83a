"""A file of answers that grows line by line, outlives an interruption, and appears whole under its name."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Self

from filelock import FileLock, Timeout

from consistency.errors import OutputError
from consistency.runs.finished_rows import HEADER, Done, Earlier, digest, irregular, read_earlier, set_aside
from consistency.runs.output import unwritable
from consistency.runs.stderr import tell
from consistency.sources.paths import real


class Partial:
    """The answers to the lines of one input, in ``OUT.partial`` until ``complete``, then in ``OUT``.

    Next to it, ``OUT.partial.keys`` has for each answer a checksum and a digest of its number, its input
    line and ``signature``, so that a later run takes over exactly what it would answer itself. Files that
    cannot be used are renamed, not overwritten. Raises ``OutputError`` where another process is writing
    the same file: ``OUT.partial.lock`` is locked by the system, which unlocks it when a process is killed.
    """

    def __init__(self, target: str, signature: str) -> None:
        self.target = real(target)
        self.answers = self.target.with_name(self.target.name + ".partial")
        self.keys = self.target.with_name(self.target.name + ".partial.keys")
        self.signature = signature
        self.finished = 0
        self.rescued = False
        self._lock = FileLock(self.target.with_name(self.target.name + ".partial.lock"), timeout=0)
        self._tidy = False

    def __enter__(self) -> Self:
        with self._telling():
            self._only()
            try:
                self._old = self._taken_over()
                self._out = self.answers.open("ab+")
                self._log = self.keys.open("ab+")
            except BaseException:
                self._release()
                raise
        return self

    def __exit__(self, *_: object) -> None:
        for file in (self._out, self._log):
            with contextlib.suppress(OSError):
                file.close()
        with contextlib.suppress(OSError):
            if not self.answers.exists() or self.answers.stat().st_size == 0:
                self.answers.unlink(missing_ok=True)
                self.keys.unlink(missing_ok=True)
        self._release()

    def known(self, line: bytes) -> int | None:
        """How the next line ended in an earlier run; None where it has to be answered now."""
        self._notice()
        if self.finished < len(self._old) and self._old[self.finished].key == self._key(line):
            self.finished += 1
            return self._old[self.finished - 1].status
        self._forget()
        return None

    def add(self, line: bytes, answer: str, status: int) -> None:
        """Keep the answer to the next line. Raises ``OutputError`` when there is no room, or no folder any more."""
        content = answer.encode()
        done = Done(self._key(line), int(status), len(content), digest(content))
        with self._telling():
            self._out.write(content)
            self._out.flush()
            self._log.write(done.line())
            self._log.flush()
        self.finished += 1
        self._notice()

    def complete(self) -> None:
        """Give the file its name; what was there before is replaced in one step."""
        self._notice()
        self._forget()
        with self._telling():
            self._out.flush()
            os.fsync(self._out.fileno())
            self.answers.replace(self.target)

    def _only(self) -> None:
        """Lock the output. Raises ``OutputError`` where another process has it, ``OSError`` where it cannot."""
        path = Path(self._lock.lock_file)
        if irregular(path):
            set_aside(path)
        # Made here, since the library would wait for a folder that it cannot write to.
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666))
        try:
            self._lock.acquire()
        except Timeout as error:
            hint = "wait until it has ended, or choose another file with -o"
            raise OutputError("another process is writing this file", where=str(self.target), hint=hint) from error

    def _release(self) -> None:
        with contextlib.suppress(OSError):
            # Removed while it is locked: whoever waits for it sees that it is gone, and makes a new one.
            Path(self._lock.lock_file).unlink(missing_ok=True)
        with contextlib.suppress(OSError):
            self._lock.release()

    def _taken_over(self) -> list[Done]:
        """The rows of an earlier run; its files are made anew where something is wrong with them."""
        earlier = read_earlier(self.answers, self.keys)
        source = self.answers
        if earlier.fault:
            source = set_aside(self.answers, self.keys)
            rows = f"{len(earlier.rows)} of its rows are reused" if earlier.rows else "its rows are checked again"
            tell(f"warning: {self.answers}: {earlier.fault}; {rows}; renamed to {source.name}")
            self._copy(earlier, source)
        elif not earlier.rows:
            self.keys.write_bytes(HEADER)
        return earlier.rows

    def _copy(self, earlier: Earlier, source: Path) -> None:
        size = sum(done.size for done in earlier.rows)
        if size:
            with source.open("rb") as old, self.answers.open("xb") as new:
                shutil.copyfileobj(old, new)
                new.truncate(size)
        self.keys.write_bytes(HEADER + b"".join(done.line() for done in earlier.rows))

    def _forget(self) -> None:
        """Drop, once, what an earlier run answered beyond this point."""
        if self._tidy:
            return
        del self._old[self.finished :]
        with self._telling():
            self._out.truncate(sum(done.size for done in self._old))
            self._log.truncate(len(HEADER) + sum(len(done.line()) for done in self._old))
        self._tidy = True

    def _notice(self) -> None:
        """Raises ``OutputError`` where the file has vanished under our hands; what is finished is kept elsewhere."""
        with contextlib.suppress(OSError):
            if os.path.samestat(self.answers.stat(), os.fstat(self._out.fileno())):
                return
        where, hint = str(self.target), "create the folder again, or choose another file with -o"
        if self.finished:
            folder = self._rescue()
            hint = f"{self.finished} finished rows are in {folder}: move its files to {self.target.parent} to resume"
        raise OutputError("the unfinished output, or its folder, was removed", where=where, hint=hint)

    def _rescue(self) -> Path:
        """A new folder with what is in the files, which are still open though they have lost their names."""
        folder = Path(tempfile.mkdtemp(prefix="consistency-"))
        for file, path in ((self._out, self.answers), (self._log, self.keys)):
            file.seek(0)
            with (folder / path.name).open("xb") as copy:
                shutil.copyfileobj(file, copy)
        self.rescued = True
        self.answers, self.keys = folder / self.answers.name, folder / self.keys.name
        return folder

    def _key(self, line: bytes) -> str:
        asked = f"{self.signature}\0{self.finished + 1}\0".encode() + line.rstrip(b"\r\n")
        return hashlib.sha256(asked).hexdigest()[:32]

    @contextlib.contextmanager
    def _telling(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise unwritable(str(self.answers), error) from error
