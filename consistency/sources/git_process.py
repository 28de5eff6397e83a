"""Runs git without running any program that a repository chooses.

A repository can be hostile: an unpacked archive brings its own ``.git/config``, and a folder of an honest clone can
look like a bare repository. Git therefore reads only the repository that ``repository`` finds, never reads working
files (which pass through filters), uses no network except to fetch, and runs with every setting overridden that
would start a program in these commands.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from consistency.errors import InputError

#: Overrides of git settings that would run a program or wait for user input.
_OFF = {
    "core.askPass": "",
    "core.fsmonitor": "false",
    "core.gitProxy": "",
    "core.hooksPath": os.devnull,
    "core.pager": "cat",
    "core.quotepath": "false",
    "core.sshCommand": "ssh",
    "credential.helper": "",
    "fetch.recurseSubmodules": "false",
    "gc.auto": "0",
    "maintenance.auto": "false",
    "safe.bareRepository": "explicit",
    "submodule.recurse": "false",
}
#: Before git 2.44 only the list of allowed protocols prevents it from fetching missing objects from any address, with
#: any program, that the repository names. An empty list also overrides the repository's ``protocol.*``.
_ENV = {
    "GIT_ALLOW_PROTOCOL": "",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
#: The user's own variables for git that are passed on: settings, and access to hosts. Others name repositories.
_USERS = ("GIT_CONFIG_", "GIT_HTTP", "GIT_SSH", "GIT_SSL")
#: Protocols that a fetch may use unless the user's GIT_ALLOW_PROTOCOL names others. "file" is excluded, because a
#: repository may choose the program that a fetch from a local path starts.
_NETWORK = "https:http:ssh"
#: Seconds that one git command may take.
PATIENCE = 120


def repository(folder: Path) -> Path | None:
    """The nearest folder, from this one upwards, with ``.git`` in it, which is a file in a worktree or submodule."""
    return next((up for up in (folder, *folder.parents) if os.path.lexists(up / ".git")), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Git:
    """Git for one repository: ``top`` is its working folder, ``folder`` its git directory."""

    top: Path
    folder: Path

    @classmethod
    def of(cls, folder: Path) -> Git:
        """Git for the repository that contains a folder. Raises ``InputError`` without a repository or without git."""
        top = repository(Path(os.path.realpath(folder)))
        if top is None:
            _program(folder)
            raise InputError("not a git repository", where=str(folder), hint="run this in a clone")
        # Git checks the owner here; later commands name the git directory, which skips that check.
        output = _checked(_run(top, ["rev-parse", "--absolute-git-dir"], {}, PATIENCE), top)
        found = Path(os.fsdecode(output).rstrip("\r\n"))
        if os.path.realpath(found) == str(top):
            raise InputError("not a git repository", where=str(top), hint="its .git is invalid; is the clone complete?")
        return cls(top=top, folder=found)

    def run(
        self, *words: str, network: bool = False, env: Mapping[str, str] | None = None, seconds: float = PATIENCE
    ) -> subprocess.CompletedProcess[bytes]:
        """Exit status and output of a git command. Raises ``InputError`` if git is missing or takes too long."""
        allowed = os.environ.get("GIT_ALLOW_PROTOCOL", _NETWORK) if network else ""
        own = {**(env or {}), "GIT_ALLOW_PROTOCOL": allowed}
        return _run(self.top, [f"--git-dir={self.folder}", f"--work-tree={self.top}", *words], own, seconds)

    def ask(self, *words: str) -> bytes:
        """The output of a git command. Raises ``InputError`` with git's message if it fails."""
        return _checked(self.run(*words), self.top)


def _checked(done: subprocess.CompletedProcess[bytes], top: Path) -> bytes:
    if done.returncode:
        message = os.fsdecode(done.stderr).strip()
        raise InputError(f"git failed: {_first(message)}", where=str(top), hint=_hint(message, top))
    return done.stdout


def _first(message: str) -> str:
    return message.partition("\n")[0].removeprefix("fatal: ") or "no reason given"


def _hint(message: str, top: Path) -> str:
    if "dubious ownership" in message:
        return f"if you trust it: git config --global --add safe.directory {top}"
    if "promisor" in message or "transport" in message:
        return "the clone is partial and checks do not fetch; run: git fetch --refetch --filter=blob:none"
    return "to check the clone, run git fsck"


def _run(top: Path, words: list[str], env: Mapping[str, str], seconds: float) -> subprocess.CompletedProcess[bytes]:
    settings = [word for key, value in _OFF.items() for word in ("-c", f"{key}={value}")]
    command = [_program(top), *settings, *words]
    try:
        return _ended(command, top, {**_environment(top), **env}, seconds)
    except subprocess.TimeoutExpired as error:
        raise InputError(f"git took longer than {seconds:g} seconds", where=str(top), hint="try again") from error
    except (OSError, ValueError) as error:
        raise InputError(f"git cannot be run: {error}", where=str(top), hint="check the given name") from error


def _ended(command: list[str], top: Path, env: Mapping[str, str], seconds: float) -> subprocess.CompletedProcess[bytes]:
    """Exit status and output of a command; on any error, the processes that it started are stopped."""
    with subprocess.Popen(  # noqa: S603 - no shell, and what a user gives comes after --end-of-options
        command, cwd=top, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:  # fmt: skip
        try:
            out, err = process.communicate(timeout=seconds)
        except BaseException:
            _kill(process)
            raise
    return subprocess.CompletedProcess(command, process.returncode, out, err)


def _kill(process: subprocess.Popen[bytes]) -> None:
    with suppress(OSError):
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()


def _environment(top: Path) -> dict[str, str]:
    users = {
        name: value for name, value in os.environ.items() if not name.startswith("GIT_") or name.startswith(_USERS)
    }
    users.pop("GIT_CONFIG_PARAMETERS", None)
    return {**users, **_ENV, "GIT_CEILING_DIRECTORIES": str(top.parent)}


def _program(top: Path) -> str:
    """The git on the search path, unless it is inside the repository itself."""
    places = [place for place in os.get_exec_path() if Path(place).is_absolute() and not _within(place, top)]
    found = shutil.which("git", path=os.pathsep.join(places))
    if found is None or _within(found, top):
        raise InputError("git is not installed", hint="install git, or do not use --changed-since")
    return found


def _within(place: str, top: Path) -> bool:
    return Path(os.path.realpath(place)).is_relative_to(top)
