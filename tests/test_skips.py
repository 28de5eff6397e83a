"""What is missing is no reason to skip a test on CI."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TESTS = """
import pytest
def test_package(): pytest.importorskip("no_such_package")
def test_program(): pytest.skip("zizmor is not installed")
def test_optional(): pytest.skip("actionlint is not installed")
@pytest.mark.skipif(True, reason="no such names there")
def test_system(): pass
"""


@pytest.mark.parametrize(("ci", "failed"), [("1", {"test_package", "test_program"}), ("", set())])
def test_what_is_missing_fails_on_ci_alone(tmp_path: Path, ci: str, failed: set[str]) -> None:
    (tmp_path / "test_sample.py").write_text(TESTS, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-rf", "-p", "tests.skips", "-p", "no:xdist", "-p", "no:cacheprovider"],
        cwd=tmp_path,
        env={**os.environ, "CI": ci, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=120,
    )
    lines = [line.split()[1] for line in done.stdout.splitlines() if line.startswith("FAILED ")]
    assert {line.rpartition("::")[2] for line in lines} == failed, done.stdout + done.stderr
