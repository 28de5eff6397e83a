"""What help and completion cost, and the error for an unknown command."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.conftest import Run

HEAVY = {
    "torch",
    "transformers",
    "sentence_transformers",
    "spacy",
    "pandas",
    "numpy",
    "onnxruntime",
    "rich",
    "dateparser",
    "watchfiles",
}


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys\nfrom consistency.cli import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert "Commands:" in done.stdout
    assert HEAVY & set(done.stderr.split()) == set()


@pytest.mark.parametrize("command", ["check", "compare", "claims", "align", "report", "rule", "models", "schema"])
def test_help_of_a_command_imports_nothing_heavy(command: str) -> None:
    code = (
        "import sys\nfrom consistency.cli import main\n"
        f"try:\n    main(['{command}', '--help'])\nexcept SystemExit:\n    print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.startswith(f"Usage: consistency {command}")
    assert HEAVY & set(done.stderr.split()) == set()


def test_completion_imports_nothing_heavy_and_knows_the_commands() -> None:
    code = (
        "import sys\nfrom consistency.cli import main\n"
        "try:\n    main([])\nfinally:\n    print(*sys.modules, file=sys.stderr)"
    )
    env = {**os.environ, "_CONSISTENCY_COMPLETE": "bash_complete", "COMP_WORDS": "consistency c", "COMP_CWORD": "1"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, env=env)
    assert done.stdout.split() == ["plain,check", "plain,compare", "plain,claims", "plain,config"]
    assert HEAVY & set(done.stderr.split()) == set()


def test_a_mistyped_command_is_told_the_near_one(run: Run) -> None:
    done = run("chekc")
    assert (done.returncode, b"Did you mean 'check'?" in done.stderr) == (2, True)
