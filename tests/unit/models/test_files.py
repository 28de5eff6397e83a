"""Files of models that are altered, cut short or gone: every command that reads them says so."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import consistency
from consistency.models.digest import RACY
from consistency.models.manifest import lexicon_bundle, list_models, models_home, pipeline_bundle
from tests.conftest import Run

PACKAGE = Path(consistency.__file__).parent


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program and of its models, which are found before the installed ones."""
    made = tmp_path_factory.mktemp("site")
    shutil.copytree(PACKAGE, made / "consistency", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(models_home(), made / "models")
    return made


@pytest.fixture
def damage(site: Path) -> Iterator[Callable[[str, str], Path]]:
    """Damages a file of the copy, without a trace in its size and modification time where that can be."""
    path, whole, times = Path(), b"", (0, 0)

    def harm(name: str, how: str) -> Path:
        nonlocal path, whole, times
        path, whole = site / name, (site / name).read_bytes()
        stat = path.stat()
        times = stat.st_atime_ns, stat.st_mtime_ns
        if how == "gone":
            path.unlink()
            return path
        middle = len(whole) // 2
        flipped = bytes(byte ^ 255 for byte in whole[middle : middle + 40_000])
        # Written in place: inode, size and modification time stay.
        with path.open("r+b") as file:
            file.write(whole[:middle] + flipped + whole[middle + 40_000 :])
            file.truncate(len(whole) if how == "altered" else middle)
        os.utime(path, ns=times)
        return path

    yield harm
    path.write_bytes(whole)
    os.utime(path, ns=times)


def articles(folder: Path) -> None:
    (folder / "draft.md").write_text("The fire at the mill killed 15 people, the mayor said.", encoding="utf-8")
    (folder / "wire.md").write_text("The fire at the mill killed 12 people, the mayor said.", encoding="utf-8")


DAMAGED = [
    ("models/en_core_web_sm/weights.safetensors", "altered"),
    ("models/en_core_web_sm/labels.json", "gone"),
    ("models/en_core_web_sm/tokenizer.json", "cut"),
    ("models/en_core_web_sm/lemmas.json", "altered"),
    ("models/lexicon/lexicon.db", "altered"),
    ("models/lexicon/lexicon.db", "cut"),
    ("models/lexicon/lexicon.db", "gone"),
    ("models/all-MiniLM-L6-v2/tokenizer.json", "altered"),
    ("models/all-MiniLM-L6-v2/model.safetensors", "altered"),
    ("models/all-MiniLM-L6-v2/graph.onnx", "cut"),
]


@pytest.mark.slow
@pytest.mark.parametrize(("name", "how"), DAMAGED)
def test_a_damaged_file_stops_a_check(
    tmp_path: Path, run: Run, site: Path, damage: Callable[[str, str], Path], name: str, how: str
) -> None:
    articles(tmp_path)
    harmed = damage(name, how)
    check = "check", "draft.md", "-s", "wire.md"
    for args in (check, (*check, "--no-cache"), ("models", "verify")):
        done = run(*args, PYTHONPATH=str(site))
        said = done.stderr.decode()
        assert (done.returncode, "Traceback" in said) == (2, False), said
        assert str(harmed) in said
        assert "pip install --force-reinstall" in said
        if how != "gone":
            assert hashlib.sha256(harmed.read_bytes()).hexdigest() in said
    assert not any(b'"findings"' in file.read_bytes() for file in tmp_path.glob("*.json*"))


@pytest.mark.slow
@pytest.mark.parametrize("name", [DAMAGED[0][0], "models/lexicon/lexicon.db", DAMAGED[-2][0]])
def test_a_file_altered_after_a_report_was_kept_is_seen(
    tmp_path: Path, run: Run, site: Path, damage: Callable[[str, str], Path], name: str
) -> None:
    articles(tmp_path)
    time.sleep(RACY / 1e9)
    for _ in range(2):
        done = run("check", "draft.md", "-s", "wire.md", PYTHONPATH=str(site))
        assert done.returncode == 1, done.stderr
    harmed = damage(name, "altered")
    done = run("check", "draft.md", "-s", "wire.md", PYTHONPATH=str(site))
    assert done.returncode == 2
    assert str(harmed) in done.stderr.decode()


def test_the_signature_covers_every_listed_file(tmp_path: Path, run: Run) -> None:
    articles(tmp_path)
    done = run("check", "draft.md", "-s", "wire.md", "-f", "json")
    signature = json.loads(done.stdout)["signature"].split("|")
    for bundle in (list_models()[0], pipeline_bundle(), lexicon_bundle()):
        assert any(bundle.digest[:12] in part for part in signature)


def test_verify_reads_all_that_a_check_reads(run: Run) -> None:
    done = run("models", "verify")
    assert done.returncode == 0, done.stderr
    listed = {line.split("  ")[1] for line in done.stdout.decode().splitlines()}
    for bundle in (list_models()[0], pipeline_bundle(), lexicon_bundle()):
        assert {file.path for file in bundle.files} <= listed


def test_the_manifest_lists_all_that_is_committed() -> None:
    listed = {
        file.path: file for bundle in (*list_models(), pipeline_bundle(), lexicon_bundle()) for file in bundle.files
    }
    found = {path.relative_to(models_home()).as_posix() for path in models_home().rglob("*") if path.is_file()}
    assert {
        name for name in found if not name.endswith(("README.md", "LICENSE", "manifest.json", ".gitattributes"))
    } <= listed.keys()
    for name, file in listed.items():
        content = (models_home() / name).read_bytes()
        assert (hashlib.sha256(content).hexdigest(), len(content)) == (file.sha256, file.size)
