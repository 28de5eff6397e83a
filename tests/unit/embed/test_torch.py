"""The reference encoder: the same answers as the default one, from any local folder, without the network."""

import os
import socket
from pathlib import Path

import numpy as np
import pytest

from consistency.embed import Embedding, Encoder, model_path, open_encoder
from consistency.errors import ModelError
from consistency.settings import Settings

pytestmark = pytest.mark.slow

SENTENCES = (
    "The mill at Orrefors cut its output by 12 percent in April.",
    "In April the Orrefors mill produced 12 percent less.",
    "",
    "Żółć 東京 🚢 \ud800",
    "A second shift was added at the smelter, the company said. " * 50,
)


@pytest.fixture(scope="module")
def torch() -> Encoder:
    return open_encoder(Settings(runtime="torch", cache=False))


@pytest.fixture(scope="module")
def made(torch: Encoder) -> list[Embedding]:
    return torch.encode(SENTENCES)


def test_it_agrees_with_the_default_runtime(torch: Encoder, made: list[Embedding]) -> None:
    onnx = open_encoder(Settings(runtime="onnx", cache=False))
    assert torch.signature == onnx.signature
    for left, right in zip(made, onnx.encode(SENTENCES), strict=True):
        assert np.allclose(left.vector, right.vector, atol=1e-3)
        assert np.array_equal(left.spans, right.spans)
        assert np.allclose(left.tokens, right.tokens, atol=0.01)
        assert left.truncated == right.truncated


def test_batch_mates_hardly_matter(torch: Encoder, made: list[Embedding]) -> None:
    for text, embedding in zip(SENTENCES, made, strict=True):
        assert np.allclose(torch.encode([text])[0].vector, embedding.vector, atol=1e-5)


def test_any_folder_serves_and_no_connection_is_made(
    tmp_path: Path, made: list[Embedding], monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "house-model"
    _link(model_path("all-MiniLM-L6-v2"), own)

    def refuse(*args: object) -> None:
        raise AssertionError("the network was used")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    encoder = open_encoder(Settings(model=str(own), cache_dir=str(tmp_path / "cache")))
    assert encoder.signature.startswith("house-model@")
    assert np.allclose(encoder.encode(SENTENCES)[0].tokens, made[0].tokens, atol=0.01)
    again = open_encoder(Settings(model=str(own), cache_dir=str(tmp_path / "cache")))
    assert np.array_equal(again.encode(SENTENCES)[0].vector, encoder.encode(SENTENCES)[0].vector)


def test_a_broken_folder_is_a_model_error(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"nothing")
    (tmp_path / "config.json").write_text("{}")
    with pytest.raises(ModelError, match="cannot open") as caught:
        open_encoder(Settings(model=str(tmp_path), cache=False)).encode(["A sentence."])
    assert caught.value.where == str(tmp_path)


def _link(source: Path, target: Path) -> None:
    for path in source.rglob("*"):
        if path.is_file():
            place = target / path.relative_to(source)
            place.parent.mkdir(parents=True, exist_ok=True)
            os.link(path, place) if path.stat().st_dev == target.stat().st_dev else place.write_bytes(path.read_bytes())
