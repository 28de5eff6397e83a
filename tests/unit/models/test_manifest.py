"""The manifest, and that no file is used which is not the one it names."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from consistency.cache import Store
from consistency.embed import fetch_model, list_models, model_path, verify_model
from consistency.embed.models import locate
from consistency.errors import ModelError
from consistency.models.digest import folder_digest, sha256, verify_file
from consistency.models.manifest import File, known_model, models_home

DEFAULT = "all-MiniLM-L6-v2"


def test_every_model_of_the_manifest_is_described() -> None:
    for model in list_models():
        assert model.licence
        assert model.origin
        assert model.made
        assert len(model.revision) == 40
        assert len(model.weights.sha256) == 64
        assert model.size > model.weights.size


def test_the_default_model_is_here_and_is_what_the_manifest_says() -> None:
    verified = verify_model(DEFAULT)
    assert {file.path for file in verified} >= {"model.safetensors", "tokenizer.json", f"{DEFAULT}/graph.onnx"}
    assert (model_path(DEFAULT) / "model.safetensors").stat().st_size == verified[0].size


def test_a_model_is_found_by_its_repository() -> None:
    assert known_model(f"sentence-transformers/{DEFAULT}") == known_model(DEFAULT)


def test_the_graph_holds_no_weights() -> None:
    graph = list_models()[0].graph
    assert graph is not None
    assert (models_home() / graph.path).stat().st_size == graph.size < 100_000


def test_an_unknown_model_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path))
    with pytest.raises(ModelError) as caught:
        model_path("no-such-model-anywhere")
    assert caught.value.where == "no-such-model-anywhere"
    assert DEFAULT in (caught.value.hint or "")


def test_an_altered_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "model.safetensors"
    path.write_bytes(b"weights")
    file = File(path=path.name, sha256=sha256(path), size=7)
    verify_file(path, file)
    path.write_bytes(b"Weights")
    with pytest.raises(ModelError, match="not the one in the manifest") as caught:
        verify_file(path, file)
    assert caught.value.where == str(path)
    assert "fetch" in (caught.value.hint or "")


def test_a_verified_file_is_remembered_until_it_changes(tmp_path: Path) -> None:
    store = Store(tmp_path / "cache.sqlite")
    path = tmp_path / "model.safetensors"
    path.write_bytes(b"weights")
    file = File(path=path.name, sha256=sha256(path), size=7)
    verify_file(path, file, store)
    path.write_bytes(b"Weights")
    with pytest.raises(ModelError):
        verify_file(path, file, store)


def test_a_refused_file_is_not_remembered(tmp_path: Path) -> None:
    store = Store(tmp_path / "cache.sqlite")
    path = tmp_path / "model.safetensors"
    path.write_bytes(b"weights")
    file = File(path=path.name, sha256="0" * 64, size=7)
    for _ in range(2):
        with pytest.raises(ModelError):
            verify_file(path, file, store)


def test_a_missing_file_is_a_model_error(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cannot be read"):
        verify_file(tmp_path / "absent", File(path="absent", sha256="0" * 64, size=1))


@pytest.mark.parametrize("name", ["pytorch_model.bin", "weights.pt", "2_Dense/pytorch_model.bin"])
def test_pickled_weights_are_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(b"pickle")
    with pytest.raises(ModelError, match="pickled"):
        locate(str(tmp_path))


def test_a_folder_without_weights_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no safetensors"):
        locate(str(tmp_path))


def test_the_digest_of_a_folder_changes_with_any_part(tmp_path: Path) -> None:
    store = Store(tmp_path / "cache" / "cache.sqlite")
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "model.safetensors").write_bytes(b"weights")
    (folder / "config.json").write_text("{}")
    first = folder_digest(folder, store)
    assert folder_digest(folder, store) == first == folder_digest(folder)
    (folder / "config.json").write_text('{"hidden_act": "relu"}')
    assert folder_digest(folder, store) != first


def test_the_default_model_need_not_be_fetched(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CONSISTENCY_MODELS_DIR", str(tmp_path))
    assert fetch_model(DEFAULT) == (model_path(DEFAULT), False)
    assert list(tmp_path.iterdir()) == []


def test_a_model_without_a_known_digest_is_not_fetched() -> None:
    with pytest.raises(ModelError, match="digest is not known"):
        fetch_model("someone/some-model")


def test_a_failed_download_leaves_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CONSISTENCY_MODELS_DIR", str(tmp_path))
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    with pytest.raises(ModelError, match="download failed"):
        fetch_model(DEFAULT, again=True)
    assert list(tmp_path.iterdir()) == []


def test_a_fetched_model_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CONSISTENCY_MODELS_DIR", str(tmp_path))
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(ModelError, match="not on this machine") as caught:
        model_path(DEFAULT)
    assert "pip install" in (caught.value.hint or "")
    (tmp_path / DEFAULT).mkdir()
    (tmp_path / DEFAULT / "model.safetensors").write_bytes(b"")
    assert model_path(DEFAULT) == tmp_path / DEFAULT


def test_the_manifest_is_plain_json_with_pinned_files() -> None:
    rows = json.loads((models_home() / "manifest.json").read_text(encoding="utf-8"))["models"]
    paths = [file["path"] for row in rows for file in row["files"]]
    assert not any(path.endswith((".bin", ".pt", ".pkl")) for path in paths)


def test_a_copy_of_the_model_elsewhere_gets_a_signature_of_its_own(tmp_path: Path) -> None:
    for name in ("config.json", "tokenizer.json"):
        shutil.copy(model_path(DEFAULT) / name, tmp_path / name)
    (tmp_path / "model.safetensors").write_bytes(b"other weights")
    assert locate(str(tmp_path)).model is None


def test_the_committed_graph_is_what_the_tool_makes() -> None:
    tool = Path(__file__).parents[3] / "tools" / "export_onnx.py"
    done = subprocess.run([sys.executable, str(tool), "--check"], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
