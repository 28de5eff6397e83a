"""How strings become keys and keys become rows: MurmurHash by Austin Appleby, in the public domain."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_MASK = (1 << 64) - 1
_MIX = 0xC6A4A7935BD1E995
_SEED = 1


def murmur(text: bytes) -> int:
    """MurmurHash2, the variant for 64 bits (64A), with the seed that spaCy's strings have."""
    value = _SEED ^ (len(text) * _MIX & _MASK)
    whole = len(text) & ~7
    for start in range(0, whole, 8):
        part = int.from_bytes(text[start : start + 8], "little") * _MIX & _MASK
        value = (value ^ ((part ^ part >> 47) * _MIX & _MASK)) * _MIX & _MASK
    if len(text) > whole:
        value = (value ^ int.from_bytes(text[whole:], "little")) * _MIX & _MASK
    value = (value ^ value >> 47) * _MIX & _MASK
    return value ^ value >> 47


def rows(keys: NDArray[np.uint64], seed: int, count: int) -> NDArray[np.intp]:
    """Four rows of a table with ``count`` rows for each key: MurmurHash3 with 128 bits, in 32-bit parts."""
    import numpy as np

    def mixed(value: NDArray[np.uint64]) -> NDArray[np.uint64]:
        value = (value ^ value >> np.uint64(33)) * np.uint64(0xFF51AFD7ED558CCD)
        value = (value ^ value >> np.uint64(33)) * np.uint64(0xC4CEB9FE1A85EC53)
        return value ^ value >> np.uint64(33)

    first = keys * np.uint64(0x87C37B91114253D5)
    first = (first << np.uint64(31) | first >> np.uint64(33)) * np.uint64(0x4CF5AD432745937F)
    second = np.full_like(first, seed ^ 8)
    first = (first ^ np.uint64(seed) ^ np.uint64(8)) + second
    second = second + first
    first, second = mixed(first), mixed(second)
    first = first + second
    second = second + first
    low, high = np.uint64(0xFFFFFFFF), np.uint64(32)
    parts = np.stack([first & low, first >> high, second & low, second >> high], axis=1)
    return (parts % np.uint64(count)).astype(np.intp)
