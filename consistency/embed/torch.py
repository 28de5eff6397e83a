"""The reference encoder on sentence-transformers and PyTorch: any local model, GPUs, large batches.

Importing it costs seconds, so it is imported when used. It never touches the network, reads weights
from safetensors only, and runs no code that comes with a model.
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
from consistency.models.digest import folder_digest, verify_bundle

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer
    from tokenizers import Encoding

#: Which hidden layer gives the word-piece vectors, where the manifest does not say: layers at two thirds
#: of the depth align words best (Jalili Sabet et al. 2020, SimAlign: layer 8 of 12).
DEPTH = 2 / 3

#: What a tokenizer without a limit of its own reads at most.
PIECES = 512


class TorchEncoder:
    """An encoder for any sentence-transformers model on this machine. The model is opened at the first text."""

    def __init__(self, located: Located, *, store: Store | None = None, device: str | None = None) -> None:
        self._located = located
        self._store = store
        self._device = device
        self._lock = threading.Lock()
        self._model: SentenceTransformer | None = None
        known = located.model
        self._digest = known.digest if known else folder_digest(located.folder, store)

    @property
    def signature(self) -> str:
        """The model's name and the first digits of its digest."""
        return f"{self._located.name}@{self._digest[:12]}"

    def encode(self, texts: Sequence[str]) -> list[Embedding]:
        """One embedding for each text, in order. Raises ModelError if the model cannot be used."""
        if not texts:
            return []
        model = self._open()
        limit = min(model.max_seq_length or PIECES, PIECES)
        found = model.tokenizer([plain(text) for text in texts], truncation=True, max_length=limit)
        pieces: list[Encoding] = found.encodings
        made: list[Embedding | None] = [None] * len(texts)
        for batch in batches([padded(len(one.ids), limit) for one in pieces]):
            for index, one in zip(batch, self._run(model, [pieces[index] for index in batch], limit), strict=True):
                made[index] = one
        return [one for one in made if one is not None]

    def _run(self, model: SentenceTransformer, batch: list[Encoding], limit: int) -> list[Embedding]:
        import torch

        rows = {"input_ids": [one.ids for one in batch], "attention_mask": [one.attention_mask for one in batch]}
        length = padded(len(batch[0].ids), limit)
        features = model.tokenizer.pad(rows, padding="max_length", max_length=length, return_tensors="pt")
        with torch.inference_mode():
            out = model({name: tensor.to(model.device) for name, tensor in features.items()})
            vectors = torch.nn.functional.normalize(out["sentence_embedding"].float(), dim=-1).cpu().numpy()
            tokens = out["all_layer_embeddings"][self._layer(out)].float().cpu().numpy()
        return [_cut(one, vectors[row], tokens[row]) for row, one in enumerate(batch)]

    def _layer(self, out: dict[str, Any]) -> int:
        known = self._located.model
        return known.layer if known else round(DEPTH * (len(out["all_layer_embeddings"]) - 1))

    def _open(self) -> SentenceTransformer:
        with self._lock:
            if self._model is None:
                self._model = self._load()
            return self._model

    def _load(self) -> SentenceTransformer:
        # Read by the hub's client when it is imported.
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
        if self._located.model is not None:
            verify_bundle(self._located.model, self._store)
        folder = str(self._located.folder)
        try:
            model = _load(folder, self._device)
        except Exception as error:  # a broken model folder raises errors of many kinds
            reason = str(error).splitlines()[0] if str(error) else type(error).__name__
            raise ModelError(f"sentence-transformers cannot open the model ({reason})", where=folder) from error
        if not getattr(model.tokenizer, "is_fast", False):
            raise ModelError("the model has no fast tokenizer, which alone knows characters", where=folder)
        return model


def _load(folder: str, device: str | None) -> SentenceTransformer:
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging

    quiet: Any = logging.disable_progress_bar
    quiet()
    model = SentenceTransformer(
        folder,
        device=device,
        local_files_only=True,
        trust_remote_code=False,
        model_kwargs={"use_safetensors": True, "torch_dtype": "float32"},
    )
    transformer: Any = model[0]
    transformer.auto_model.config.output_hidden_states = True
    return model.eval()


def _cut(pieces: Encoding, vector: Any, tokens: Any) -> Embedding:
    keep = [index for index, special in enumerate(pieces.special_tokens_mask) if not special]
    spans = [pieces.offsets[index] for index in keep]
    return embedding(vector, tokens[keep], spans, truncated=bool(pieces.overflowing))
