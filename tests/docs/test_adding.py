"""The files that the page on adding things shows, written into a copy of the package, do what the page says."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "dev" / "adding.md"

BLOCK = re.compile(r'```(python|diff) title="([^"]+)"\n(.*?)```', re.DOTALL)

SOURCE = "The judge cited Section 230 in her ruling on Monday.\n\nThe company has 400 workers in Lund.\n"
DRAFT = SOURCE.replace("230", "320")


@pytest.fixture(scope="module")
def extended(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package, extended as the page says, a draft and its source."""
    folder = tmp_path_factory.mktemp("extended")
    shutil.copytree(ROOT / "consistency", folder / "consistency", ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "models").symlink_to(ROOT / "models", target_is_directory=True)
    for language, path, block in BLOCK.findall(PAGE.read_text(encoding="utf-8")):
        if language == "python":
            (folder / path).parent.mkdir(exist_ok=True)
            (folder / path).write_text(block, encoding="utf-8")
        else:
            change(folder / path, block)
    (folder / "draft.txt").write_text(DRAFT, encoding="utf-8")
    (folder / "source.txt").write_text(SOURCE, encoding="utf-8")
    return folder


def change(file: Path, block: str) -> None:
    """Apply the lines of a diff, which must be in the file exactly once."""
    lines = block.splitlines(keepends=True)
    before = "".join(line[1:] for line in lines if line[0] in " -")
    after = "".join(line[1:] for line in lines if line[0] in " +")
    text = file.read_text(encoding="utf-8")
    assert text.count(before) == 1, f"{file.name} does not have once: {before}"
    file.write_text(text.replace(before, after), encoding="utf-8")


def run(folder: Path, *args: str) -> str:
    env = {**os.environ, "PYTHONPATH": str(folder), "CONSISTENCY_CACHE_DIR": str(folder / "cache")}
    command = [sys.executable, "-m", "consistency", *args]
    ended = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)
    assert ended.returncode in (0, 1), ended.stderr
    return ended.stdout


def test_the_claims_of_the_new_kind_are_listed(extended: Path) -> None:
    claims = json.loads(run(extended, "claims", "draft.txt", "-f", "json"))["claims"]
    assert [(claim["text"], claim["section"]) for claim in claims if claim["kind"] == "section"] == [
        ("Section 320", "Section 320")
    ]
    assert "section 'Section 320': section Section 320" in run(extended, "claims", "draft.txt")


def test_the_new_rule_and_the_new_format_report_the_difference(extended: Path) -> None:
    tally = run(extended, "check", "draft.txt", "-s", "source.txt", "-f", "tally", "-f", "json=report.json")
    (finding,) = json.loads((extended / "report.json").read_text(encoding="utf-8"))["findings"]
    assert (finding["code"], finding["places"][0]["text"]) == ("NUM107", "Section 320")
    assert tally == "NUM107 1\n"


def test_the_new_rule_passes_the_tests_of_rules(extended: Path) -> None:
    (extended / "tests").mkdir()
    shutil.copy(ROOT / "tests" / "test_rules.py", extended / "tests")
    env = {**os.environ, "PYTHONPATH": str(extended), "CONSISTENCY_CACHE_DIR": str(extended / "cache")}
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:xdist",
        "-k",
        "NUM107",
        "tests/test_rules.py",
    ]
    ended = subprocess.run(command, cwd=extended, env=env, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout
    assert re.search(r"\b[4-9] passed", ended.stdout)
