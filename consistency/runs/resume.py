"""A batch's output file: grows row by row, survives an interruption, and gets its name once complete."""

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
from consistency.runs.finished_rows import (
    HEADER,
    EarlierRun,
    FinishedRow,
    digest,
    irregularity,
    read_earlier,
    set_aside,
)
from consistency.runs.output import unwritable
from consistency.runs.stderr import write_lines
from consistency.sources.paths import real


class ResumableOutput:
    """The answers to the lines of one input, in ``OUT.partial`` until ``complete``, then in ``OUT``.

    Next to it, ``OUT.partial.keys`` has a checksum of each answer and a digest of its number, input line and
    ``signature``, so that a later run reuses exactly the answers that it would give itself. Unusable files are
    renamed, not overwritten. Raises ``OutputError`` if another process is writing the same file: the system locks
    ``OUT.partial.lock``, and unlocks it when a process is killed.
    """

    def __init__(self, target: str, signature: str) -> None:
        self.target = real(target)
        self.answers = self.target.with_name(self.target.name + ".partial")
        self.keys = self.target.with_name(self.target.name + ".partial.keys")
        self.signature = signature
        self.finished = 0
        self.rescued = False
        self._lock = FileLock(self.target.with_name(self.target.name + ".partial.lock"), timeout=0)
        self._trimmed = False

    def __enter__(self) -> Self:
        with self._output_errors():
            self._lock_output()
            try:
                self._earlier = self._earlier_rows()
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

    def finished_status(self, line: bytes) -> int | None:
        """The status of the next line in an earlier run; None if it has to be answered now."""
        self._check_file_exists()
        if self.finished < len(self._earlier) and self._earlier[self.finished].key == self._key(line):
            self.finished += 1
            return self._earlier[self.finished - 1].status
        self._drop_later_rows()
        return None

    def add(self, line: bytes, answer: str, status: int) -> None:
        """Write the answer to the next line. Raises ``OutputError`` if the disk is full or the folder was removed."""
        content = answer.encode()
        done = FinishedRow(self._key(line), int(status), len(content), digest(content))
        with self._output_errors():
            self._out.write(content)
            self._out.flush()
            self._log.write(done.line())
            self._log.flush()
        self.finished += 1
        self._check_file_exists()

    def complete(self) -> None:
        """Give the file its final name, replacing an older file in one step."""
        self._check_file_exists()
        self._drop_later_rows()
        with self._output_errors():
            self._out.flush()
            os.fsync(self._out.fileno())
            self.answers.replace(self.target)

    def _lock_output(self) -> None:
        """Lock the output. Raises ``OutputError`` if another process has it, ``OSError`` if it cannot be locked."""
        path = Path(self._lock.lock_file)
        if irregularity(path):
            set_aside(path)
        # Created here, as the library would wait forever for a folder that is not writable.
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666))
        try:
            self._lock.acquire()
        except Timeout as error:
            hint = "wait until it has ended, or choose another file with -o"
            raise OutputError("another process is writing this file", where=str(self.target), hint=hint) from error

    def _release(self) -> None:
        with contextlib.suppress(OSError):
            # Removed while locked: a waiting process notices, and creates a new one.
            Path(self._lock.lock_file).unlink(missing_ok=True)
        with contextlib.suppress(OSError):
            self._lock.release()

    def _earlier_rows(self) -> list[FinishedRow]:
        """The rows of an earlier run; files that are damaged are set aside and rebuilt from the intact rows."""
        earlier = read_earlier(self.answers, self.keys)
        source = self.answers
        if earlier.fault:
            source = set_aside(self.answers, self.keys)
            rows = f"{len(earlier.rows)} of its rows are reused" if earlier.rows else "its rows are checked again"
            write_lines(f"warning: {self.answers}: {earlier.fault}; {rows}; renamed to {source.name}")
            self._copy(earlier, source)
        elif not earlier.rows:
            self.keys.write_bytes(HEADER)
        return earlier.rows

    def _copy(self, earlier: EarlierRun, source: Path) -> None:
        size = sum(done.size for done in earlier.rows)
        if size:
            with source.open("rb") as old, self.answers.open("xb") as new:
                shutil.copyfileobj(old, new)
                new.truncate(size)
        self.keys.write_bytes(HEADER + b"".join(done.line() for done in earlier.rows))

    def _drop_later_rows(self) -> None:
        """Discard, once, the earlier run's answers beyond this point."""
        if self._trimmed:
            return
        del self._earlier[self.finished :]
        with self._output_errors():
            self._out.truncate(sum(done.size for done in self._earlier))
            self._log.truncate(len(HEADER) + sum(len(done.line()) for done in self._earlier))
        self._trimmed = True

    def _check_file_exists(self) -> None:
        """Raises ``OutputError`` if the file was removed meanwhile; finished rows are saved to another folder."""
        with contextlib.suppress(OSError):
            if os.path.samestat(self.answers.stat(), os.fstat(self._out.fileno())):
                return
        where, hint = str(self.target), "create the folder again, or choose another file with -o"
        if self.finished:
            folder = self._rescue()
            hint = f"{self.finished} finished rows are in {folder}: move its files to {self.target.parent} to resume"
        raise OutputError("the unfinished output, or its folder, was removed", where=where, hint=hint)

    def _rescue(self) -> Path:
        """Copy the removed files, which are still open, to a new folder."""
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
    def _output_errors(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise unwritable(str(self.answers), error) from error
