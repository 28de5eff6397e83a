"""What a caller's type checker sees: the sample is checked by mypy --strict, and every mistake in it must be found."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent

SAMPLE = """\
from pathlib import Path
from typing import assert_type

import pandas as pd

from consistency import Checker, Result, Role, Settings, article_from_text
from consistency.types import Article, Claim, Finding

checker = Checker(Settings(), select=["NUM"], severity={"COV": "note"}, min_confidence=0.6, cache=False)
draft = article_from_text("The fire killed 15 people.", id="draft", role=Role.DRAFT)
assert_type(draft, Article)
result = checker.check(draft, [Path("wire.txt"), "The fire killed 12 people."], id="a")
assert_type(result, Result)
assert_type(result.findings, tuple[Finding, ...])
assert_type(result.to_frame(places=True), pd.DataFrame)
assert_type(checker.compare(["One.", "Two."], progress=lambda step, done, total: None), Result)
assert_type(checker.claims("The fire killed 15 people."), tuple[Claim, ...])
"""

MISTAKES = ['Checker(selct=["NUM"])', 'Checker(select="NUM", cache="no")', "checker.check(draft, [3])",
            "checker.check(draft, [], progres=None)", "checker.check(draft, [], id=3)"]  # fmt: skip


@pytest.mark.slow
def test_callers_have_types(tmp_path: Path) -> None:
    pytest.importorskip("mypy")
    sample = tmp_path / "sample.py"
    sample.write_text(SAMPLE + "\n".join(MISTAKES) + "\n", encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", f"--cache-dir={tmp_path}", str(sample)]
    environment = {**os.environ, "MYPYPATH": str(ROOT)}
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, env=environment, timeout=600)
    wrong = sorted({int(line.split(":")[1]) for line in done.stdout.splitlines() if ": error:" in line})
    first = SAMPLE.count("\n") + 1
    assert wrong == list(range(first, first + len(MISTAKES))), done.stdout + done.stderr
