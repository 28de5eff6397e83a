"""What alignment needs of an embedding, whoever made it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from numpy.typing import NDArray


class Embedded(Protocol):
    """A sentence as vectors."""

    @property
    def vector(self) -> NDArray[Any]:
        """The sentence's unit vector."""
        ...

    @property
    def tokens(self) -> NDArray[Any]:
        """One vector for each word piece."""
        ...

    @property
    def spans(self) -> NDArray[Any]:
        """The characters that each word piece covers, ``[n, 2]``."""
        ...
