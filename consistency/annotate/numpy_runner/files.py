"""The weights and tables of the pipeline, read from ``models/en_core_web_sm`` and checked against the manifest."""

from __future__ import annotations

import json
import struct
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from consistency.errors import ModelError
from consistency.models.digest import read_verified
from consistency.models.manifest import REINSTALL, pipeline_bundle

if TYPE_CHECKING:
    from numpy.typing import NDArray

WEIGHTS = "weights.safetensors"

#: The parameters of a layer by name, such as weights "W" and bias "b".
Layer = dict[str, "NDArray[Any]"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """The layers of a network that have parameters, in the order of computation.

    ``seeds`` are those of its hashed embeddings, one for each table.
    """

    layers: tuple[Layer, ...]
    seeds: tuple[int, ...] = ()

    def rest(self, first: int) -> Network:
        """The network without its first layers."""
        return Network(layers=self.layers[first:], seeds=self.seeds)


def read_table(name: str) -> Any:
    """The content of a JSON file of the pipeline. Raises ModelError where it is missing or altered."""
    with _reading(name):
        return json.loads(_verified(name))


def read_networks() -> dict[str, Network]:
    """The networks by name; their arrays are read-only views of the file. Raises ModelError."""
    seeds = read_table("labels.json")["seeds"]
    layers: defaultdict[str, dict[int, Layer]] = defaultdict(dict)
    with _reading(WEIGHTS):
        for name, array in _tensors(_verified(WEIGHTS)):
            network, number, parameter = name.split(".")
            layers[network].setdefault(int(number), {})[parameter] = array
    return {
        name: Network(layers=tuple(made[number] for number in sorted(made)), seeds=tuple(seeds.get(name, ())))
        for name, made in layers.items()
    }


def _tensors(content: bytes) -> Iterator[tuple[str, NDArray[Any]]]:
    """The arrays of a safetensors file: the length of its header, the header in JSON, then the numbers."""
    import numpy as np

    (size,) = struct.unpack_from("<Q", content)
    for name, entry in json.loads(content[8 : 8 + size]).items():
        if name == "__metadata__":
            continue
        start, end = entry["data_offsets"]
        array = np.frombuffer(content, "<f4", (end - start) // 4, offset=8 + size + start)
        yield name, array.reshape(entry["shape"])


def _verified(name: str) -> bytes:
    bundle = pipeline_bundle()
    return read_verified(bundle.folder / name, bundle.file(name))


@contextmanager
def _reading(name: str) -> Iterator[None]:
    """Turns whatever is wrong with a file into a ModelError that names it."""
    try:
        yield
    except (ValueError, KeyError, struct.error) as error:
        message = f"a file of the linguistic pipeline cannot be read ({error})"
        raise ModelError(message, where=str(pipeline_bundle().folder / name), hint=REINSTALL) from error
