"""Sentence and word vectors: ``open_encoder(settings)`` gives the encoder of a run."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

from consistency.cache import Store, open_store
from consistency.embed.ahead import Ahead
from consistency.embed.encoder import Embedding, Encoder
from consistency.embed.models import Located, locate, model_path, notice, verify_model
from consistency.errors import ModelError, SettingsError, install
from consistency.models.manifest import REINSTALL, Model, list_models
from consistency.settings import Settings
from consistency.settings.runtimes import AUTO, CHOICES, RUNTIMES

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


def open_encoder(settings: Settings, *, store: Store | None = None) -> Encoder:
    """The encoder that the settings ask for; unless they switch the cache off, texts seen before cost no model.

    ``store`` is the cache to use where one is open already. Nothing heavy is imported before the first
    text that is new. Raises ModelError if the model is not on this machine or one of its files has changed,
    SettingsError if there is no such runtime; a runtime that is not installed is a ModelError.
    """
    if settings.runtime not in CHOICES:
        raise SettingsError(f"no such runtime: {settings.runtime}", hint=f"choose one of: {', '.join(CHOICES)}")
    store = store or open_store(settings)
    located = locate(settings.model)
    notice(located, store)
    graph = located.model is not None and located.model.graph is not None
    runtime = settings.runtime if settings.runtime != AUTO else "onnx" if graph else "torch"
    encoder = _open(runtime, located, store)
    if store is None:
        return encoder
    from consistency.embed.cache import CachedEncoder

    return CachedEncoder(encoder, store, kind=runtime)


def _open(name: str, located: Located, store: Store | None) -> Encoder:
    runtime = RUNTIMES[name]
    if find_spec(runtime.package) is None:
        hint = install(runtime.extra) if runtime.extra else REINSTALL
        raise ModelError(f"the runtime {name} needs {runtime.package.replace('_', '-')}", where=located.name, hint=hint)
    module, _, encoder = runtime.encoder.rpartition(".")
    made: Encoder = getattr(import_module(module), encoder)(located, store=store)
    return made
