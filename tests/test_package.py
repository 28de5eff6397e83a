"""What is built can be installed and used where nothing of this repository is."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from consistency.reports import FORMATS

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


#: What a slim installation leaves out.
EXTRAS = ("torch", "sentence_transformers", "transformers", "spacy", "scipy", "pyarrow", "watchfiles")

#: What asks for one of them, and the extra that the message names.
ASKED = [
    (("--runtime", "torch"), "torch"),
    (("--pipeline", "en_core_web_lg"), "spacy"),
    (("-f", "parquet=out.parquet"), "parquet"),
    (("--watch",), "watch"),
]


@pytest.fixture(scope="module")
def slim(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of a fresh virtual environment with the wheel and what it requires."""
    home = tmp_path_factory.mktemp("slim") / "venv"
    subprocess.run([sys.executable, "-m", "venv", str(home)], check=True, timeout=120)
    python = home / ("Scripts" if os.name == "nt" else "bin") / "python"
    install = [str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check", str(wheel)]
    done = subprocess.run(install, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stdout + done.stderr
    return python


def demo(python: Path | str, folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """The check of the example story, in a folder of its own."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    env["CONSISTENCY_CACHE_DIR"] = str(folder / "cache")
    shutil.copytree(ROOT / "data" / "demo", folder / "demo", dirs_exist_ok=True)
    command = [str(python), "-P", "-m", "consistency", "check", "demo/draft.md", "--exit-zero", *options]
    return subprocess.run(command, capture_output=True, text=True, cwd=folder, env=env, timeout=300)


def test_the_lock_files_have_every_package_that_is_declared_and_no_host() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    core, dev = (
        project["dependencies"],
        [line for name in ("dev", "spacy", "parquet", "watch") for line in extras[name]],
    )
    for name, declared in (("core.txt", core), ("dev.txt", [*core, *dev])):
        lock = (ROOT / "requirements" / name).read_text(encoding="utf-8")
        locked = set(re.findall(r"^([\w.-]+)==", lock, re.MULTILINE))
        wanted = {re.split(r"[<>=!~;\[ ]", line)[0].lower() for line in declared} - {"claim-consistency"}
        assert wanted <= locked
        assert "://" not in lock


def test_the_wheel_is_below_100_megabytes(wheel: Path) -> None:
    assert wheel.stat().st_size < 100_000_000


def test_a_slim_installation_lacks_the_extras(slim: Path) -> None:
    code = f"from importlib.util import find_spec; print([name for name in {EXTRAS} if find_spec(name)])"
    done = subprocess.run([str(slim), "-P", "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout == "[]\n"


def test_a_slim_installation_makes_every_report(slim: Path, tmp_path: Path) -> None:
    formats = sorted(FORMATS.keys() - {"parquet"})
    done = demo(slim, tmp_path, *(option for name in formats for option in ("-f", f"{name}={name}.out")))
    assert done.returncode == 0, done.stderr
    assert [name for name in formats if not (tmp_path / f"{name}.out").stat().st_size] == []


def test_a_slim_installation_makes_the_same_report(slim: Path, tmp_path: Path) -> None:
    for name in ("slim", "full"):
        (tmp_path / name).mkdir()
    small, full = demo(slim, tmp_path / "slim", "-f", "json"), demo(sys.executable, tmp_path / "full", "-f", "json")
    assert small.returncode == 0, small.stderr
    assert json.loads(small.stdout)["findings"] == json.loads(full.stdout)["findings"]


@pytest.mark.parametrize(("options", "extra"), ASKED)
def test_what_is_not_installed_names_its_extra(
    slim: Path, tmp_path: Path, options: tuple[str, ...], extra: str
) -> None:
    done = demo(slim, tmp_path, *options)
    assert done.returncode == 2, done.stderr
    assert f"pip install 'claim-consistency[{extra}]'" in done.stderr
    assert "Traceback" not in done.stderr
