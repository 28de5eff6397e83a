"""Sentence and word vectors: ``open_encoder(settings)`` gives the encoder of a run."""

from __future__ import annotations

from consistency.cache import Store, open_store
from consistency.embed.ahead import Ahead
from consistency.embed.encoder import Embedding, Encoder
from consistency.embed.models import locate, model_path, notice, verify_model
from consistency.errors import SettingsError
from consistency.models.manifest import Model, list_models
from consistency.settings import Settings

__all__ = [
    "Ahead",
    "Embedding",
    "Encoder",
    "Model",
    "list_models",
    "model_path",
    "open_encoder",
    "verify_model",
]

RUNTIMES = ("auto", "onnx", "torch")


def open_encoder(settings: Settings, *, store: Store | None = None) -> Encoder:
    """The encoder that the settings ask for; unless they switch the cache off, texts seen before cost no model.

    ``store`` is the cache to use where one is open already. Nothing heavy is imported before the first
    text that is new. Raises ModelError if the model is not on this machine or one of its files has changed,
    SettingsError if there is no such runtime.
    """
    if settings.runtime not in RUNTIMES:
        raise SettingsError(f"no such runtime: {settings.runtime}", hint=f"choose one of: {', '.join(RUNTIMES)}")
    store = store or open_store(settings)
    located = locate(settings.model)
    notice(located, store)
    graph = located.model is not None and located.model.graph is not None
    runtime = settings.runtime if settings.runtime != "auto" else "onnx" if graph else "torch"
    encoder: Encoder
    if runtime == "onnx":
        from consistency.embed.onnx import OnnxEncoder

        encoder = OnnxEncoder(located, store=store)
    else:
        from consistency.embed.torch import TorchEncoder

        encoder = TorchEncoder(located, store=store)
    if store is None:
        return encoder
    from consistency.embed.cache import CachedEncoder

    return CachedEncoder(encoder, store, kind=runtime)
