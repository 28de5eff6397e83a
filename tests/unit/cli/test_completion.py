"""The lines of the page on completion: a shell that runs them completes commands and options."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import Run

PAGE = (Path(__file__).parents[3] / "docs" / "terminal.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "completed"), [("consistency com", "compare"), ("consistency check --max-f", "--max-findings")]
)
def test_a_shell_is_given_the_rest(run: Run, words: str, completed: str) -> None:
    number = str(len(words.split()) - 1)
    done = run(_CONSISTENCY_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=number)
    assert completed in done.stdout.decode().replace(",", "\n").split("\n")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_page_has_the_line_that_makes_it(run: Run, shell: str) -> None:
    assert re.search(rf"_CONSISTENCY_COMPLETE={shell}_source consistency", PAGE)
    script = run(_CONSISTENCY_COMPLETE=f"{shell}_source").stdout.decode()
    assert f"{shell}_complete" in script
    if found := shutil.which(shell):
        assert subprocess.run([found, "-n", "-c", script], capture_output=True).returncode == 0
