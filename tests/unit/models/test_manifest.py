"""The manifest, and that no file is used which is not the one it names."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from consistency.cache import Store
from consistency.embed import list_models, model_path, verify_model
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
    assert {file.path for file in verified} >= {
        f"{DEFAULT}/{name}" for name in ("model.safetensors", "tokenizer.json", "graph.onnx")
    }
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
    assert "claim-consistency" in (caught.value.hint or "")


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


def test_the_manifest_is_plain_json_with_pinned_files() -> None:
    rows = json.loads((models_home() / "manifest.json").read_text(encoding="utf-8"))["models"]
    paths = [file["path"] for row in rows for file in row["files"]]
    assert not any(path.endswith((".bin", ".pt", ".pkl")) for path in paths)


def test_a_copy_of_the_model_elsewhere_gets_a_signature_of_its_own(tmp_path: Path) -> None:
    for name in ("config.json", "tokenizer.json"):
        shutil.copy(model_path(DEFAULT) / name, tmp_path / name)
    (tmp_path / "model.safetensors").write_bytes(b"other weights")
    assert locate(str(tmp_path)).model is None


@pytest.mark.parametrize("tool", ["make_encoder", "make_pipeline"])
def test_the_committed_files_are_what_the_tool_makes(tool: str) -> None:
    command = [sys.executable, "-m", f"tools.{tool}", "--check"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parents[3])
    assert done.returncode == 0, done.stdout + done.stderr
