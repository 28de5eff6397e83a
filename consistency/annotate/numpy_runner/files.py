"""The files of the pipeline whose weights we know, opened without spaCy."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from consistency.annotate.pipeline import INSTALL, Pipeline
from consistency.errors import ModelError
from consistency.models.digest import read_verified
from consistency.models.manifest import pipeline_bundle

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: One layer's parameters by their names, such as weights "W" and bias "b".
Layer = dict[str, "NDArray[Any]"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """Layers of a network that have parameters, in the order in which they are stored, and what each is told."""

    layers: tuple[Layer, ...]
    settings: tuple[dict[str, Any], ...]

    def rest(self, first: int) -> Network:
        """The network without its first layers."""
        return Network(layers=self.layers[first:], settings=self.settings[first:])


def folder(pipeline: Pipeline) -> Path:
    """Where a pipeline's files are."""
    return pipeline.meta.parent / pipeline_bundle().folder


def unpacked(path: Path) -> Any:
    """What a file in MessagePack holds; arrays are read-only views of its content. Raises ``ModelError``."""
    import msgpack  # type: ignore[import-untyped]

    with _reading(path):
        return msgpack.unpackb(verified(path), object_hook=_array, strict_map_key=False)


def verified(path: Path) -> bytes:
    """The content of a file of the manifest's pipeline. Raises ``ModelError`` where it is another one."""
    bundle, place = pipeline_bundle(), path.as_posix()
    file = next(file for file in bundle.files if place.endswith(f"/{file.path}"))
    return read_verified(path, file, hint=bundle.repair)


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    """Whatever is wrong with the file is a ``ModelError`` that names it."""
    import msgpack

    try:
        yield
    except (OSError, ValueError, KeyError, msgpack.UnpackException) as error:
        message = f"a file of the linguistic pipeline cannot be read ({error})"
        raise ModelError(message, where=str(path), hint=INSTALL) from error


def network(path: Path) -> Network:
    """A network, as thinc writes it."""
    import msgpack

    told = unpacked(path)
    chosen = [number for number, layer in enumerate(told["params"]) if layer]
    settings = [{name: msgpack.unpackb(value) for name, value in told["attrs"][n].items()} for n in chosen]
    return Network(layers=tuple(told["params"][number] for number in chosen), settings=tuple(settings))


def tags(path: Path) -> list[str]:
    """The tags of a tagger, in the order of its scores. Raises ``ModelError``."""
    with _reading(path):
        told: list[str] = json.loads(verified(path))["labels"]
    return told


def _array(found: dict[Any, Any]) -> Any:
    """NumPy arrays are maps of bytes, as the msgpack-numpy convention has it."""
    import numpy as np

    if found.get(b"nd", found.get("nd")) is not True:
        return found
    told = {name.decode() if isinstance(name, bytes) else name: value for name, value in found.items()}
    return np.frombuffer(told["data"], dtype=told["type"]).reshape(told["shape"])
