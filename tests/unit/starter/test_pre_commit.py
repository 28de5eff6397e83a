"""The hook as pre-commit runs it; only the environment that it runs in is that of these tests."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from consistency.starter import hooks
from tests.unit.github.conftest import DRAFT, RIGHT, SOURCE, git

ROOT = Path(__file__).resolve().parents[3]
[HOOK] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
PROGRAM = shutil.which("pre-commit", path=str(Path(sys.executable).parent)) or shutil.which("pre-commit")

needs_pre_commit = pytest.mark.skipif(PROGRAM is None, reason="pre-commit is not installed")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q", "-b", "main")
    here = {**HOOK, "language": "system", "entry": f"{sys.executable} -m {HOOK['entry']}"}
    config = {"repos": [{"repo": "local", "hooks": [here]}]}
    for name, text in {
        "content/fire.md": RIGHT, "wire/fire.txt": SOURCE, "style.css": "p {}\n",
        ".pre-commit-config.yaml": yaml.safe_dump(config),
    }.items():  # fmt: skip
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "first")
    return tmp_path


def hook(desk: Path, *args: str) -> tuple[int, str]:
    git(desk, "add", "-A")
    home = desk.parent / "home"
    env = {**os.environ, "PRE_COMMIT_HOME": str(home), "CONSISTENCY_CACHE_DIR": str(home / "cache")}
    done = subprocess.run(
        [str(PROGRAM), "run", "--color=never", *args], cwd=desk, env=env, capture_output=True, text=True, timeout=120
    )
    return done.returncode, done.stdout


@needs_pre_commit
def test_a_changed_source_flags_its_article_and_stays_as_it_is(desk: Path) -> None:
    wire = desk / "wire/fire.txt"
    wire.write_text(SOURCE.replace("12", "17"), encoding="utf-8")
    code, told = hook(desk)
    assert code == 1
    assert "content/fire.md:5:39  error  NUM101" in told
    assert "17" in wire.read_text(encoding="utf-8")


@pytest.mark.slow
@needs_pre_commit
def test_all_files_are_articles_sources_and_others(desk: Path) -> None:
    assert hook(desk, "--all-files")[0] == 0
    (desk / "content/fire.md").write_text(DRAFT, encoding="utf-8")
    assert hook(desk, "--all-files")[0] == 1


@needs_pre_commit
def test_what_is_no_text_of_ours_starts_nothing(desk: Path) -> None:
    (desk / "style.css").write_text("p { color: red }\n", encoding="utf-8")
    code, told = hook(desk)
    assert (code, "no files to check" in told) == (0, True)


@needs_pre_commit
@pytest.mark.parametrize(("kind", "text"), [("manifest", None), ("config", hooks.fresh())])
def test_pre_commit_accepts_what_we_write(tmp_path: Path, kind: str, text: str | None) -> None:
    path = ROOT / ".pre-commit-hooks.yaml" if text is None else tmp_path / ".pre-commit-config.yaml"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    done = subprocess.run([str(PROGRAM), f"validate-{kind}", str(path)], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stdout


def test_the_starter_names_the_hook_that_there_is() -> None:
    [repository] = yaml.safe_load(hooks.fresh())["repos"]
    assert [one["id"] for one in repository["hooks"]] == [HOOK["id"]]
