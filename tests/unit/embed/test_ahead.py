"""Encoding beforehand changes when something is computed, never what."""

from __future__ import annotations

import threading
from collections.abc import Sequence

import pytest

from consistency.embed import Ahead, Embedding
from consistency.embed.ahead import PART, WAITING
from consistency.embed.models import locate
from consistency.embed.onnx import OnnxEncoder
from consistency.errors import ModelError
from tests.unit.embed.test_encoder import same

TEXTS = ["Nine ships sank off Vik.", "The mayor said so.", "Nobody was hurt."]


class Watched:
    """The default encoder; it tells who asks it, and waits where it is held."""

    def __init__(self) -> None:
        self.encoder = OnnxEncoder(locate("all-MiniLM-L6-v2"))
        self.signature = self.encoder.signature
        self.asked: list[tuple[str, ...]] = []
        self.threads: list[threading.Thread] = []
        self.go_on = threading.Event()
        self.go_on.set()
        self.broken = False

    def encode(self, texts: Sequence[str]) -> list[Embedding]:
        self.asked.append(tuple(texts))
        self.threads.append(threading.current_thread())
        assert self.go_on.wait(60)
        if self.broken:
            raise ModelError("the model is gone")
        return self.encoder.encode(texts)


@pytest.fixture
def watched() -> Watched:
    return Watched()


@pytest.fixture
def ahead(watched: Watched) -> Ahead:
    """What has answered once, so that it may begin beforehand."""
    made = Ahead(lambda: watched)
    made.encode(TEXTS[:1])
    watched.asked.clear()
    watched.threads.clear()
    return made


def test_nothing_is_begun_before_the_first_answer(watched: Watched) -> None:
    ahead = Ahead(lambda: watched)
    ahead.begin(TEXTS)
    assert watched.asked == []
    assert ahead.encode([]) == []
    ahead.begin(TEXTS)
    assert len(ahead.encode(TEXTS)) == len(TEXTS)
    assert watched.threads == [threading.current_thread()] * 2


def test_what_was_begun_is_computed_once_and_alike(watched: Watched, ahead: Ahead) -> None:
    ahead.begin(TEXTS)
    ahead.begin(TEXTS)
    made = ahead.encode(TEXTS)
    assert watched.asked == [tuple(TEXTS)]
    assert threading.current_thread() not in watched.threads
    assert all(same(one, other) for one, other in zip(made, watched.encoder.encode(TEXTS), strict=True))


def test_other_texts_do_not_wait_for_what_was_begun(watched: Watched, ahead: Ahead) -> None:
    ahead.begin(TEXTS)
    assert len(ahead.encode(TEXTS[1:])) == 2
    assert len(ahead.encode(TEXTS)) == 3
    assert sorted(watched.asked, key=len) == [tuple(TEXTS[1:]), tuple(TEXTS)]


def test_what_goes_wrong_is_told_to_who_asks(watched: Watched, ahead: Ahead) -> None:
    watched.broken = True
    ahead.begin(TEXTS)
    with pytest.raises(ModelError, match="gone"):
        ahead.encode(TEXTS)


def test_long_work_that_is_given_up_ends_soon(watched: Watched, ahead: Ahead) -> None:
    watched.go_on.clear()
    ahead.begin([f"{number} ships sank." for number in range(3 * PART)])
    ahead.begin(TEXTS)
    ahead.leave()
    watched.go_on.set()
    ahead.begin(TEXTS[1:])
    assert len(ahead.encode(TEXTS[1:])) == 2
    assert [len(asked) for asked in watched.asked] in ([PART, 2], [2])


def test_what_is_never_asked_for_is_forgotten(watched: Watched, ahead: Ahead) -> None:
    watched.go_on.clear()
    for number in range(WAITING + 3):
        ahead.begin([f"{number} ships sank."])
    watched.go_on.set()
    ahead.encode([f"{WAITING + 2} ships sank."])
    assert len(watched.asked) < WAITING + 3
