from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from consistency import __version__
from consistency.github.key import HOME, LOCKS, keys


def copy(folder: Path) -> Path:
    for name in (*LOCKS, "consistency/__init__.py"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes((HOME / name).read_bytes())
    return folder


def test_the_key_changes_with_what_is_installed_and_with_nothing_else(tmp_path: Path) -> None:
    home = copy(tmp_path)
    first = keys(home, "3.12.1")
    assert first == keys(HOME, "3.12.1")
    assert __version__ in first["environment"]
    assert keys(home, "3.12.2")["environment"] != first["environment"]
    (home / "requirements/core.txt").write_text("numpy==1\n", encoding="utf-8")
    assert keys(home, "3.12.1")["environment"] != first["environment"]
    assert keys(home, "3.12.1")["results"] == first["results"]


def test_it_runs_before_anything_is_installed(tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(HOME / "consistency/github/key.py")], timeout=60, capture_output=True,
        env={**os.environ, "RUNNER_TEMP": str(tmp_path / "temp"), "GITHUB_OUTPUT": str(out)},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
    told = dict(line.split("=", 1) for line in out.read_text(encoding="utf-8").splitlines())
    assert told.keys() == {"root", "environment", "results"}
    assert Path(told["root"]).is_dir()
