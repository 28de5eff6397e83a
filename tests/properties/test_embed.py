"""Whatever the texts: every piece stands in its text, and neither batch mates nor the cache change a bit."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consistency.cache import Store
from consistency.embed.cache import CachedEncoder, pack, unpack
from consistency.embed.encoder import MOST, batches, padded
from consistency.embed.models import locate
from consistency.embed.onnx import OnnxEncoder

ENCODER = OnnxEncoder(locate("all-MiniLM-L6-v2"))

WORDS = st.lists(
    st.sampled_from(["a", "quay", "of", "12", "million", "tonnes", "sank,", "the mayor", "said"]), max_size=60
)
TEXTS = st.one_of(st.text(max_size=80), WORDS.map(" ".join))


@settings(max_examples=40, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=6))
def test_spans_lie_in_the_text_in_order(texts: list[str]) -> None:
    for text, embedding in zip(texts, ENCODER.encode(texts), strict=True):
        assert len(embedding.spans) == len(embedding.tokens)
        assert all(0 <= start <= end <= len(text) for start, end in embedding.spans)
        assert (np.diff(embedding.spans[:, 0]) >= 0).all()
        assert np.linalg.norm(embedding.vector) == pytest.approx(1.0, abs=1e-5)


@settings(max_examples=40, deadline=None)
@given(TEXTS, st.lists(TEXTS, max_size=5), st.lists(TEXTS, max_size=5))
def test_a_text_means_the_same_alone_in_company_and_from_the_cache(
    text: str, before: list[str], after: list[str]
) -> None:
    alone = ENCODER.encode([text])[0]
    stored = unpack(pack(alone))
    assert stored is not None
    for other in (ENCODER.encode([*before, text, *after])[len(before)], stored):
        assert np.array_equal(other.vector, alone.vector)
        assert np.array_equal(other.tokens, alone.tokens)
        assert np.array_equal(other.spans, alone.spans)


@settings(max_examples=10, deadline=None)
@given(st.lists(TEXTS, max_size=6), st.lists(TEXTS, max_size=6))
def test_the_cache_answers_in_order(
    tmp_path_factory: pytest.TempPathFactory, first: list[str], then: list[str]
) -> None:
    folder: Path = tmp_path_factory.mktemp("cache")
    cached = CachedEncoder(ENCODER, Store(folder / "cache.sqlite"), kind="onnx")
    cached.encode(first)
    texts = [*then, *first]
    for ours, plain in zip(cached.encode(texts), ENCODER.encode(texts), strict=True):
        assert np.array_equal(ours.vector, plain.vector)
        assert np.array_equal(ours.tokens, plain.tokens)


@given(st.lists(st.integers(min_value=2, max_value=300), max_size=200))
def test_batches_are_a_partition_by_padded_length(counts: list[int]) -> None:
    lengths = [padded(count, 256) for count in counts]
    made = batches(lengths)
    assert sorted(index for batch in made for index in batch) == list(range(len(counts)))
    assert all(1 <= len(batch) <= MOST and len({lengths[index] for index in batch}) == 1 for batch in made)
