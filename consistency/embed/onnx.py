"""The default encoder on ONNX Runtime: starts in a fraction of a second, needs no PyTorch.

The graph (``tools/export_onnx.py``) has no weights of its own; the runtime maps them from the model's safetensors
file. A text's vectors are equal bit for bit whatever texts are encoded with it, because
its padded shape depends on its own length only; so they can be cached.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from consistency.cache import Store
from consistency.embed.encoder import Embedding, batches, embedding, padded, plain
from consistency.embed.models import Located
from consistency.errors import ModelError
from consistency.models.digest import read_verified, verify_file
from consistency.models.manifest import GRAPH, WEIGHTS, Model

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from tokenizers import Encoding

#: The file of an encoder's tokenizer.
TOKENIZER = "tokenizer.json"

#: More threads than this gain nothing on batches of this size.
THREADS = 8


class OnnxEncoder:
    """An encoder for a model of the manifest that has a graph. Files are opened at the first text."""

    def __init__(self, located: Located, *, store: Store | None = None, threads: int | None = None) -> None:
        if located.model is None or located.model.graph is None:
            hint = "use --runtime torch for this model"
            raise ModelError("the model has no ONNX graph", where=located.name, hint=hint)
        self._model: Model = located.model
        self._folder = located.folder.resolve()
        self._store = store
        self._threads = threads or min(THREADS, _cores())
        self._lock = threading.Lock()
        self._opened: tuple[Any, Any] | None = None

    @property
    def signature(self) -> str:
        """The model's name and the first digits of the digest of all its files."""
        return f"{self._model.name}@{self._model.digest[:12]}"

    def encode(self, texts: Sequence[str]) -> list[Embedding]:
        """One embedding for each text, in order. Raises ModelError if the model cannot be used."""
        if not texts:
            return []
        session, tokenizer = self._open()
        # One by one: the tokenizer's own threads would outlive a fork and complain about it.
        pieces = [tokenizer.encode(plain(text)) for text in texts]
        made: list[Embedding | None] = [None] * len(texts)
        for batch in batches([self._padded(one) for one in pieces]):
            for index, one in zip(batch, self._run(session, [pieces[index] for index in batch]), strict=True):
                made[index] = one
        return [one for one in made if one is not None]

    def _padded(self, pieces: Encoding) -> int:
        return padded(len(pieces.ids), self._model.pieces)

    def _run(self, session: Any, batch: list[Encoding]) -> list[Embedding]:
        import numpy as np

        ids = np.zeros((len(batch), self._padded(batch[0])), dtype=np.int64)
        mask = np.zeros_like(ids)
        for row, pieces in enumerate(batch):
            ids[row, : len(pieces.ids)] = pieces.ids
            mask[row, : len(pieces.ids)] = 1
        vectors, tokens = session.run(["sentence", "tokens"], {"input_ids": ids, "attention_mask": mask})
        return [_cut(pieces, vectors[row], tokens[row]) for row, pieces in enumerate(batch)]

    def _open(self) -> tuple[Any, Any]:
        with self._lock:
            if self._opened is None:
                self._opened = self._load()
            return self._opened

    def _load(self) -> tuple[Any, Any]:
        from concurrent.futures import ThreadPoolExecutor

        # Reading 45 MB for the digest takes as long as opening the session, and both leave the
        # interpreter free: they run side by side, and nothing is answered before both are done.
        with ThreadPoolExecutor(1) as pool:
            weights = self._folder / WEIGHTS
            checked = pool.submit(verify_file, weights, self._model.weights, self._store)
            try:
                opened = self._session(), self._tokenizer()
            except ModelError:
                raise
            except Exception as error:
                checked.result()
                message = f"ONNX Runtime cannot open the model ({error})"
                raise ModelError(message, where=str(self._folder), hint="try --runtime torch") from error
            checked.result()
        return opened

    def _session(self) -> Any:
        graph = self._model.graph
        if graph is None:  # pragma: no cover - refused by the constructor
            raise ModelError("the model has no ONNX graph", where=self._model.name)
        import onnxruntime  # type: ignore[import-untyped]

        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        # The last level only lays out convolutions anew: it takes time and finds none.
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
        options.intra_op_num_threads = self._threads
        # Waiting threads that spin take the other core from whoever shares the machine.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.add_session_config_entry("session.model_external_initializers_file_folder_path", str(self._folder))
        content = read_verified(self._folder / GRAPH, graph)
        return onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])

    def _tokenizer(self) -> Any:
        from tokenizers import Tokenizer

        content = read_verified(self._folder / TOKENIZER, self._model.file(TOKENIZER))
        tokenizer = Tokenizer.from_str(content.decode("utf-8"))
        tokenizer.no_padding()
        tokenizer.enable_truncation(self._model.pieces)
        return tokenizer


def _cores() -> int:
    # What this process may use, which in a container is less than what the machine has; fewer where it shares them.
    there = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    asked = os.environ.get("OMP_NUM_THREADS", "")
    return min(there, int(asked)) if asked.isdecimal() and int(asked) else there


def _cut(pieces: Encoding, vector: NDArray[np.float32], tokens: NDArray[np.float32]) -> Embedding:
    keep = [index for index, special in enumerate(pieces.special_tokens_mask) if not special]
    spans = [pieces.offsets[index] for index in keep]
    return embedding(vector, tokens[keep], spans, truncated=bool(pieces.overflowing))
