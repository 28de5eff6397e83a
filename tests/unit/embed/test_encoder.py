"""Encoders: what the vectors mean, that they depend on the text alone, and that the cache changes nothing."""

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from consistency.cache import Store
from consistency.embed import Embedding, open_encoder
from consistency.embed.cache import CachedEncoder, pack, unpack
from consistency.embed.encoder import MOST, STEP, batches, padded
from consistency.embed.models import locate
from consistency.embed.onnx import OnnxEncoder
from consistency.errors import ModelError, SettingsError
from consistency.settings import Settings

DEFAULT = "all-MiniLM-L6-v2"

SENTENCES = (
    "The ferry to Skarholm was cancelled for a third day.",
    "For the third day in a row, no ferry sailed to Skarholm.",
    "The council approved a budget of 41.5 million crowns, 6 percent more than last year.",
    "No.",
    '"Nobody told us anything," said Marit Lunde, who has run the quay\'s only café since 1998.',
    "",
    "Żółć 東京 🚢 naïve",
    "The minister, asked whether the plan would go ahead, said it would, later said it might, " * 3,
)

LONG = "Twelve more crews arrived at the quarry overnight. " * 60


@pytest.fixture(scope="module")
def encoder() -> OnnxEncoder:
    return OnnxEncoder(locate(DEFAULT))


@pytest.fixture(scope="module")
def together(encoder: OnnxEncoder) -> list[Embedding]:
    return encoder.encode(SENTENCES)


def same(left: Embedding, right: Embedding) -> bool:
    pairs = ((left.vector, right.vector), (left.tokens, right.tokens), (left.spans, right.spans))
    return all(np.array_equal(one, other) for one, other in pairs) and left.truncated == right.truncated


def test_shapes_and_lengths(together: list[Embedding]) -> None:
    for embedding in together:
        assert embedding.vector.shape == (384,)
        assert np.linalg.norm(embedding.vector) == pytest.approx(1.0, abs=1e-5)
        assert embedding.tokens.shape == (len(embedding.spans), 384)
        assert (embedding.vector.dtype, embedding.tokens.dtype, embedding.spans.dtype) == (
            np.float32,
            np.float32,
            np.int32,
        )


def test_equal_meaning_is_near_and_other_matters_are_far(together: list[Embedding]) -> None:
    ferry, again, budget = (embedding.vector for embedding in together[:3])
    assert ferry @ again > 0.7
    assert ferry @ budget < 0.3


def test_word_pieces_stand_where_their_spans_say(together: list[Embedding]) -> None:
    words = [SENTENCES[0][start:end] for start, end in together[0].spans]
    assert words[:2] == ["The", "ferry"]
    assert "".join(words) == SENTENCES[0].replace(" ", "")
    emoji = [SENTENCES[6][start:end] for start, end in together[6].spans]
    assert {"東", "京", "🚢", "naïve"} <= set(emoji)


def test_equal_words_in_like_places_are_each_others_nearest(together: list[Embedding]) -> None:
    def word(index: int, text: str) -> np.ndarray:
        embedding = together[index]
        rows = [row for row, (start, end) in enumerate(embedding.spans) if SENTENCES[index][start:end] == text]
        return embedding.tokens[rows[0]] / np.linalg.norm(embedding.tokens[rows[0]])

    assert word(0, "ferry") @ word(1, "ferry") > word(0, "ferry") @ word(1, "day")
    assert word(0, "third") @ word(1, "third") > word(0, "third") @ word(1, "row")


@pytest.mark.parametrize("order", [1, -1])
def test_a_text_is_equal_to_the_bit_whatever_its_batch_mates(
    encoder: OnnxEncoder, together: list[Embedding], order: int
) -> None:
    others = [f"Number {index} of the {index * 7} boats has {index % 5} crew members." for index in range(70)]
    mixed = encoder.encode([*others[:35], *SENTENCES[::order], *others[35:]])[35 : 35 + len(SENTENCES)]
    assert all(same(left, right) for left, right in zip(mixed[::order], together, strict=True))
    assert all(same(encoder.encode([text])[0], one) for text, one in zip(SENTENCES, together, strict=True))


def test_threads_do_not_change_a_bit(together: list[Embedding]) -> None:
    single = OnnxEncoder(locate(DEFAULT), threads=1).encode(SENTENCES)
    assert all(same(left, right) for left, right in zip(single, together, strict=True))


def test_a_long_text_is_cut_and_says_so(encoder: OnnxEncoder, together: list[Embedding]) -> None:
    (long,) = encoder.encode([LONG])
    assert long.truncated
    assert len(long.tokens) == 254
    assert not any(embedding.truncated for embedding in together)


@pytest.mark.parametrize("text", ["\ud800 lone surrogate", "\x00\x01", "[SEP] [CLS] [PAD]", "a" * 5000, "\u200b\ufeff"])
def test_no_text_is_refused(encoder: OnnxEncoder, text: str) -> None:
    (embedding,) = encoder.encode([text])
    assert np.isfinite(embedding.vector).all()
    assert all(0 <= start <= end <= len(text) for start, end in embedding.spans)


def test_nothing_in_nothing_out(encoder: OnnxEncoder) -> None:
    assert encoder.encode([]) == []


def test_arrays_cannot_be_changed(together: list[Embedding]) -> None:
    for array in (together[0].vector, together[0].tokens, together[0].spans):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 0


def test_batches_have_one_length_each_and_all_texts() -> None:
    lengths = [padded(length, 256) for length in (3, 40, 9, 8, 256, 5, 300, *[20] * 70)]
    made = batches(lengths)
    assert sorted(index for batch in made for index in batch) == list(range(len(lengths)))
    assert all(len({lengths[index] for index in batch}) == 1 for batch in made)
    assert max(len(batch) for batch in made) <= MOST
    assert all(length % STEP == 0 for length in lengths)


def test_packed_and_unpacked_is_the_same(together: list[Embedding], encoder: OnnxEncoder) -> None:
    for embedding in [*together, *encoder.encode([LONG])]:
        again = unpack(pack(embedding))
        assert again is not None
        assert same(again, embedding)


@pytest.mark.parametrize("damage", [b"", b"\x01", b"\x02" + b"\0" * 40])
def test_other_bytes_are_no_embedding(damage: bytes) -> None:
    assert unpack(damage) is None


def test_cut_bytes_are_no_embedding(together: list[Embedding]) -> None:
    assert unpack(pack(together[0])[:-1]) is None


def test_the_cache_changes_nothing(tmp_path: Path, together: list[Embedding]) -> None:
    settings, store = Settings(), Store(tmp_path / "cache.sqlite")
    for _ in range(2):
        cached = open_encoder(settings, store=store).encode([*SENTENCES, SENTENCES[0]])
        assert all(same(left, right) for left, right in zip(cached, [*together, together[0]], strict=True))


def test_settings_say_where_the_cache_is_and_whether_there_is_one(tmp_path: Path) -> None:
    open_encoder(Settings(cache=False, cache_dir=str(tmp_path))).encode(["No."])
    assert list(tmp_path.iterdir()) == []
    open_encoder(Settings(cache_dir=str(tmp_path))).encode(["No."])
    assert (tmp_path / "cache-1.sqlite").exists()


def test_a_cached_text_needs_no_model(tmp_path: Path, together: list[Embedding]) -> None:
    class Absent:
        signature = "some-model@0"

        def encode(self, texts: object) -> list[Embedding]:
            raise ModelError("asked for a model")

    store = Store(tmp_path / "cache.sqlite")
    asked = CachedEncoder(Absent(), store, kind="x")
    with pytest.raises(ModelError):
        asked.encode(["new"])
    first = CachedEncoder(_Fixed(together[0]), store, kind="x")
    first.encode(["new"])
    assert same(asked.encode(["new"])[0], together[0])
    with pytest.raises(ModelError):
        CachedEncoder(Absent(), store, kind="another runtime").encode(["new"])


class _Fixed:
    signature = "some-model@0"

    def __init__(self, embedding: Embedding) -> None:
        self._embedding = embedding

    def encode(self, texts: list[str]) -> list[Embedding]:
        return [self._embedding for _ in texts]


def test_an_altered_model_is_refused_before_it_answers(tmp_path: Path) -> None:
    source = locate(DEFAULT)
    copy = shutil.copytree(source.folder, tmp_path / DEFAULT)
    weights = bytearray((source.folder / "model.safetensors").read_bytes())
    weights[-1] ^= 1
    (copy / "model.safetensors").write_bytes(weights)
    with pytest.raises(ModelError, match="not the one in the manifest"):
        OnnxEncoder(replace(source, folder=copy)).encode(["A sentence."])


def test_an_unknown_runtime_is_a_settings_error() -> None:
    with pytest.raises(SettingsError, match="no such runtime"):
        open_encoder(Settings(runtime="tensorflow"))


def test_onnx_needs_a_graph(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"")
    with pytest.raises(ModelError, match="no ONNX graph"):
        open_encoder(Settings(model=str(tmp_path), runtime="onnx"))


def test_a_broken_model_folder_is_a_model_error(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"")
    (tmp_path / "config.json").write_text("{}")
    script = (
        "import sys; from consistency.embed.onnx import OnnxEncoder; from consistency.embed.models import locate\n"
        "from consistency.errors import ModelError\n"
        "import dataclasses; located = locate('all-MiniLM-L6-v2'); from pathlib import Path\n"
        "located = dataclasses.replace(located, folder=Path(sys.argv[1]))\n"
        "try: OnnxEncoder(located).encode(['A sentence.'])\n"
        "except ModelError as error: print('refused', error)\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("refused")


def test_opening_an_encoder_imports_nothing_heavy() -> None:
    script = (
        "import sys; from consistency.embed import open_encoder; from consistency.settings import Settings\n"
        "open_encoder(Settings(cache=False))\n"
        "heavy = {'numpy', 'onnxruntime', 'tokenizers', 'torch', 'huggingface_hub', 'tempfile'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_encoding_imports_neither_torch_nor_a_network_client() -> None:
    script = (
        "import sys; from consistency.embed import open_encoder; from consistency.settings import Settings\n"
        "open_encoder(Settings(cache=False)).encode(['A sentence.'])\n"
        "print(sorted({'torch', 'transformers', 'huggingface_hub', 'requests', 'httpx'} & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=os.environ)
    assert done.stdout.strip() == "[]"
