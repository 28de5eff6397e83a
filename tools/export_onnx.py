"""The ONNX graph of the default encoder, for ``tools/make_encoder.py``.

The graph has no weights of its own: each tensor is marked external, at its offset inside the safetensors file, so
that ONNX Runtime maps the one file whose digest was checked and nothing is stored twice. Weights in half precision are
converted when the graph is opened, those of words when they are looked up; all arithmetic is in single precision.
Built by hand from the published BERT architecture (arXiv:1810.04805), opset 17, and deterministic to the byte.
"""

from __future__ import annotations

import json
import math
import struct
from pathlib import Path
from typing import Any

from onnx import TensorProto, helper

from consistency.embed.models import locate
from consistency.models.manifest import WEIGHTS

OPSET = 17
IR_VERSION = 8
#: Added to the scores of padding; exp() of it is exactly zero.
MASKED = -3.4028234663852886e38


class Graph:
    """A growing list of ONNX nodes; each method returns the name of its result."""

    def __init__(self, weights: bytes) -> None:
        self.nodes: list[Any] = []
        self.initialisers: list[Any] = []
        (size,) = struct.unpack_from("<Q", weights)
        self._header = json.loads(weights[8 : 8 + size])
        self._start = 8 + size
        self._taken: dict[str, str] = {}

    def op(self, kind: str, *inputs: str, outputs: int = 1, name: str | None = None, **attributes: Any) -> str:
        """Add one node."""
        made = name or f"{kind}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [made], name=made, **attributes))
        return made

    def constant(self, kind: int, values: list[float] | list[int], shape: list[int] | None = None) -> str:
        """Add a small tensor that is stored in the graph."""
        made = f"constant_{len(self.initialisers)}"
        dims = [len(values)] if shape is None else shape
        self.initialisers.append(helper.make_tensor(made, kind, dims, values))
        return made

    def weight(self, name: str) -> str:
        """A tensor of the safetensors file by its name there, in single precision."""
        if name not in self._taken:
            self._taken[name] = self.op("Cast", self.stored(name), to=TensorProto.FLOAT)
        return self._taken[name]

    def stored(self, name: str) -> str:
        """The same tensor as it is stored, in half precision."""
        entry = self._header[name]
        if entry["dtype"] != "F16":
            raise ValueError(f"{name} is {entry['dtype']}, not F16")
        start, end = entry["data_offsets"]
        tensor = TensorProto(name=name, data_type=TensorProto.FLOAT16, dims=entry["shape"])
        tensor.data_location = TensorProto.EXTERNAL
        where = {"location": WEIGHTS, "offset": self._start + start, "length": end - start}
        for key, value in where.items():
            tensor.external_data.add(key=key, value=str(value))
        self.initialisers.append(tensor)
        return name


def dense(graph: Graph, x: str, name: str) -> str:
    """``x @ weight.T + bias``."""
    return graph.op("Gemm", x, graph.weight(f"{name}.weight"), graph.weight(f"{name}.bias"), transB=1)


def norm(graph: Graph, x: str, name: str, config: dict[str, Any]) -> str:
    """Layer normalisation over the last axis."""
    scale, shift = graph.weight(f"{name}.weight"), graph.weight(f"{name}.bias")
    return graph.op("LayerNormalization", x, scale, shift, axis=-1, epsilon=config["layer_norm_eps"])


def gelu(graph: Graph, x: str) -> str:
    """The exact (erf) Gaussian error linear unit."""
    scaled = graph.op("Div", x, graph.constant(TensorProto.FLOAT, [math.sqrt(2)], []))
    grown = graph.op("Add", graph.op("Erf", scaled), graph.constant(TensorProto.FLOAT, [1.0], []))
    return graph.op("Mul", graph.op("Mul", x, grown), graph.constant(TensorProto.FLOAT, [0.5], []))


def embed(graph: Graph, config: dict[str, Any]) -> str:
    """Word, position and segment embeddings, ``[batch, length, hidden]``."""
    ints = TensorProto.INT64
    length = graph.op("Shape", "input_ids", start=1, end=2)
    found = graph.op("Gather", graph.stored("embeddings.word_embeddings.weight"), "input_ids")
    words = graph.op("Cast", found, to=TensorProto.FLOAT)
    table = graph.weight("embeddings.position_embeddings.weight")
    places = graph.op("Slice", table, graph.constant(ints, [0]), length, graph.constant(ints, [0]))
    segments = graph.weight("embeddings.token_type_embeddings.weight")
    segment = graph.op("Gather", segments, graph.constant(ints, [0], []))
    summed = graph.op("Add", words, graph.op("Add", places, segment))
    return norm(graph, summed, "embeddings.LayerNorm", config)


def attend(graph: Graph, x: str, layer: str, shapes: dict[str, str], mask: str, width: int) -> str:
    """Multi-head self-attention, before its output projection; rows are tokens."""

    def heads(part: str, order: list[int]) -> str:
        flat = dense(graph, x, f"{layer}.attention.self.{part}")
        return graph.op("Transpose", graph.op("Reshape", flat, shapes["heads"]), perm=order)

    scores = graph.op("MatMul", heads("query", [0, 2, 1, 3]), heads("key", [0, 2, 3, 1]))
    scale = graph.constant(TensorProto.FLOAT, [1 / math.sqrt(width)], [])
    shares = graph.op("Softmax", graph.op("Add", graph.op("Mul", scores, scale), mask), axis=-1)
    mixed = graph.op("MatMul", shares, heads("value", [0, 2, 1, 3]))
    return graph.op("Reshape", graph.op("Transpose", mixed, perm=[0, 2, 1, 3]), shapes["rows"])


def block(graph: Graph, x: str, layer: str, shapes: dict[str, str], mask: str, *, config: dict[str, Any]) -> str:
    """One transformer layer; rows are tokens."""
    width = config["hidden_size"] // config["num_attention_heads"]
    mixed = dense(graph, attend(graph, x, layer, shapes, mask, width), f"{layer}.attention.output.dense")
    x = norm(graph, graph.op("Add", mixed, x), f"{layer}.attention.output.LayerNorm", config)
    inner = gelu(graph, dense(graph, x, f"{layer}.intermediate.dense"))
    outer = dense(graph, inner, f"{layer}.output.dense")
    return norm(graph, graph.op("Add", outer, x), f"{layer}.output.LayerNorm", config)


def pool(graph: Graph, states: str) -> None:
    """The mean of a sentence's tokens, scaled to length one: output ``sentence``.

    Sums are written as matrix products: ONNX Runtime's reductions add in another order for a batch of
    one, and a vector would depend on whether it was alone.
    """
    ints, floats = TensorProto.INT64, TensorProto.FLOAT
    row = graph.op("Unsqueeze", graph.op("Cast", "attention_mask", to=floats), graph.constant(ints, [1]))
    count = graph.op("ReduceSum", row, graph.constant(ints, [2]), keepdims=1)
    mean = graph.op("Div", graph.op("MatMul", row, states), count)
    square = graph.op("MatMul", mean, graph.op("Transpose", mean, perm=[0, 2, 1]))
    size = graph.op("Max", graph.op("Sqrt", square), graph.constant(floats, [1e-12], []))
    graph.op("Squeeze", graph.op("Div", mean, size), graph.constant(ints, [1]), name="sentence")


def build(weights: bytes, config: dict[str, Any], layer: int, doc: str) -> bytes:
    """The graph over a safetensors file: token ids and mask in, hidden ``layer`` and unit vectors out.

    Its outputs are ``tokens``, the hidden layer, and ``sentence``. Raises ValueError for weights in another precision.
    """
    graph = Graph(weights)
    ints, hidden, heads = TensorProto.INT64, config["hidden_size"], config["num_attention_heads"]
    x = embed(graph, config)
    cube = graph.op("Shape", x)
    split = graph.constant(ints, [heads, hidden // heads])
    shapes = {
        "heads": graph.op("Concat", graph.op("Shape", "input_ids"), split, axis=0),
        "rows": graph.constant(ints, [-1, hidden]),
    }
    absent = graph.op("Sub", graph.constant(TensorProto.FLOAT, [1.0], []), graph.op("Cast", "attention_mask", to=1))
    low = graph.op("Mul", absent, graph.constant(TensorProto.FLOAT, [MASKED], []))
    mask = graph.op("Unsqueeze", low, graph.constant(ints, [1, 2]))
    x = graph.op("Reshape", x, shapes["rows"])
    for index in range(config["num_hidden_layers"]):
        x = block(graph, x, f"encoder.layer.{index}", shapes, mask, config=config)
        if index + 1 == layer:
            graph.op("Reshape", x, cube, name="tokens")
    pool(graph, graph.op("Reshape", x, cube))
    return finish(graph, hidden, doc)


def finish(graph: Graph, hidden: int, doc: str) -> bytes:
    """Declare inputs and outputs, check, serialise."""
    value = helper.make_tensor_value_info
    inputs = [value(name, TensorProto.INT64, ["batch", "length"]) for name in ("input_ids", "attention_mask")]
    outputs = [
        value("sentence", TensorProto.FLOAT, ["batch", hidden]),
        value("tokens", TensorProto.FLOAT, ["batch", "length", hidden]),
    ]
    made = helper.make_graph(graph.nodes, "encoder", inputs, outputs, graph.initialisers, doc_string=doc)
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", OPSET)], producer_name="consistency")
    model.ir_version = IR_VERSION
    return bytes(model.SerializeToString(deterministic=True))


#: Sentences for the comparison with the reference: short, long, numbers, quotation marks, other scripts, nothing.
SAMPLES = (
    "The harbour bridge reopened on Monday after nine weeks of repairs.",
    "Officials put the cost at about $4.2 million, a third more than planned.",
    '"We were told it would take a month," said Ines Okafor, who runs a café by the quay.',
    "Złoty, naïve, 東京, and an emoji 🚢.",
    "No.",
    "",
    " ".join(["A very long sentence goes on past what the encoder reads."] * 40),
)

#: The least cosine with the reference that is accepted.
LEAST = 0.9999


def reference(folder: Path) -> Any:
    """The vectors of sentence-transformers for the samples, from the published model."""
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(folder), device="cpu", local_files_only=True)
    return model.encode(list(SAMPLES), normalize_embeddings=True)


def compare(name: str, published: Path) -> float:
    """The smallest cosine between the vectors of a bundled model and those of the published model."""
    from consistency.embed.onnx import OnnxEncoder

    ours = [embedding.vector for embedding in OnnxEncoder(locate(name)).encode(SAMPLES)]
    return min(float(left @ right) for left, right in zip(ours, reference(published), strict=True))
