"""Errors for users: what is wrong, where, and what to do."""

from __future__ import annotations


class ConsistencyError(Exception):
    """A problem that the user can fix; ``exit_code`` is the exit status of the command line.

    ``more`` are further lines after the hint, such as commands.
    """

    exit_code = 2

    def __init__(
        self, message: str, *, where: str | None = None, hint: str | None = None, more: tuple[str, ...] = ()
    ) -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.hint = hint
        self.more = more

    @property
    def lines(self) -> tuple[str, ...]:
        """Location and message, then the hint. May contain untrusted text, including line breaks."""
        head = f"{self.where}: {self.message}" if self.where else self.message
        return (head, *(f"  {words}" for words in (self.hint, *self.more) if words))

    def __str__(self) -> str:
        return "\n".join(self.lines)


class InputError(ConsistencyError):
    """An article cannot be read or checked."""


class EmptyInput(InputError):
    """An article is empty."""


class SettingsError(ConsistencyError):
    """A setting, option or rule name is invalid."""


class ModelError(ConsistencyError):
    """A model is missing, altered or unusable."""


class OutputError(ConsistencyError):
    """A result cannot be written."""


class NothingToCheck(ConsistencyError):
    """The command is valid, but there is nothing to check."""

    exit_code = 3


def install(extra: str) -> str:
    """The command that installs what only some uses need, for a hint."""
    return f"pip install 'claim-consistency[{extra}]'"
