"""What can go wrong for a user: what is wrong, where, and what to do about it."""

from __future__ import annotations


class ConsistencyError(Exception):
    """A problem that the user can act on; ``exit_code`` is what the command line ends with.

    ``more`` are lines under the hint, such as commands to type.
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
        """The place and the message, and under them the hint; they may quote anything, line breaks too."""
        head = f"{self.where}: {self.message}" if self.where else self.message
        return (head, *(f"  {words}" for words in (self.hint, *self.more) if words))

    def __str__(self) -> str:
        return "\n".join(self.lines)


class InputError(ConsistencyError):
    """An article that cannot be read or checked."""


class EmptyInput(InputError):
    """An article without a word in it."""


class SettingsError(ConsistencyError):
    """A setting, option or rule name that is wrong."""


class ModelError(ConsistencyError):
    """A model that is missing, altered or unusable."""


class OutputError(ConsistencyError):
    """A result that could not be written."""


class NothingToCheck(ConsistencyError):
    """The command was right, but there was nothing to check."""

    exit_code = 3


def install(extra: str) -> str:
    """The command that installs what only some uses need, for a hint."""
    return f"pip install 'claim-consistency[{extra}]'"
