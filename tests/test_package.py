"""What is built can be installed and used where nothing of this repository is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the sdist: so both are whole."""
    out = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(list(out.glob("*.tar.gz"))) == 1
    return next(out.glob("*.whl"))


def test_the_wheel_has_all_that_is_read_at_run_time(wheel: Path) -> None:
    packed = set(zipfile.ZipFile(wheel).namelist())
    package = ROOT / "consistency"
    code = {f"consistency/{path.relative_to(package)}" for path in package.rglob("*") if path.is_file()}
    models = {f"consistency/_models/{path.relative_to(ROOT / 'models')}" for path in (ROOT / "models").rglob("*.*")}
    wanted = {name for name in code | models if "__pycache__" not in name}
    assert wanted <= packed
    assert not [name for name in packed if name.startswith(("tests/", "data/", "bench/", "tools/"))]


def test_the_wheel_runs_in_an_empty_folder(wheel: Path, tmp_path: Path) -> None:
    target, empty = tmp_path / "site", tmp_path / "empty"
    empty.mkdir()
    install = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "-q",
        "--no-deps",
        "--no-index",
        "--target",
        str(target),
        str(wheel),
    ]
    subprocess.run(install, check=True, capture_output=True, timeout=300)
    (empty / "draft.md").write_text("The fire at the mill killed 15 people.\n", encoding="utf-8")
    (empty / "wire.txt").write_text("The fire at the mill killed 12 people.\n", encoding="utf-8")
    env = {**os.environ, "PYTHONPATH": str(target), "CONSISTENCY_CACHE_DIR": str(tmp_path / "cache")}

    def run(*args: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-P", *args]
        return subprocess.run(command, capture_output=True, text=True, cwd=empty, env=env, timeout=300)

    where = run("-c", "import consistency; print(consistency.__file__)").stdout
    assert where.startswith(str(target))
    done = run("-m", "consistency", "check", "draft.md", "-s", "wire.txt", "-f", "json")
    assert done.returncode == 1, done.stderr
    assert [finding["code"] for finding in json.loads(done.stdout)["findings"]] == ["NUM101"]
    assert run("-m", "consistency", "models", "verify").returncode == 0
    assert run("-m", "consistency", "schema").returncode == 0
