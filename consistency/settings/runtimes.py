"""What can run an encoder: the choices of the setting ``runtime``, each named here once."""

from __future__ import annotations

from typing import NamedTuple


class Runtime(NamedTuple):
    """A runtime: the class of its encoder, the package that it imports, and the extra that installs the package."""

    encoder: str
    package: str
    extra: str | None = None


#: Each runtime by name. The class takes a ``Located`` model and the keyword ``store``; it is imported when used.
RUNTIMES = {
    "onnx": Runtime("consistency.embed.onnx.OnnxEncoder", "onnxruntime"),
    "torch": Runtime("consistency.embed.torch.TorchEncoder", "sentence_transformers", "torch"),
}

#: Chooses ``onnx`` for a model with a graph, ``torch`` for any other.
AUTO = "auto"

#: The values of the setting.
CHOICES = (AUTO, *RUNTIMES)
