"""The action's file against the program that it runs, and against three linters."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import fields
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
import yaml

from consistency import __version__
from consistency.github.inputs import Inputs, read, variable
from consistency.starter.texts import workflow

ROOT = Path(__file__).resolve().parents[3]
FILE = ROOT / "action.yml"
TEXT = FILE.read_text(encoding="utf-8")
ACTION: dict[str, Any] = yaml.safe_load(TEXT)
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
CHECK = next(step for step in STEPS if step.get("id") == "check")

#: Inputs that other steps use, so that the entry point need not know them.
ELSEWHERE = {"artifact-name", "sarif-category", "python-version", "extras"}


def names(inputs: type[Inputs] = Inputs) -> set[str]:
    return {field.name.replace("_", "-") for field in fields(inputs)}


def test_every_input_that_is_read_is_declared_and_handed_over_and_no_other() -> None:
    assert set(ACTION["inputs"]) - ELSEWHERE == names()
    handed = {name: value for name, value in CHECK["env"].items() if name.startswith("INPUT_")}
    assert handed == {variable(name): f"${{{{ inputs.{name} }}}}" for name in names()}


@pytest.mark.parametrize("name", sorted(ELSEWHERE))
def test_an_input_that_the_entry_point_does_not_read_is_used_by_a_step(name: str) -> None:
    assert f"${{{{ inputs.{name} }}}}" in yaml.safe_dump(
        [[step.get("with"), step.get("env")] for step in STEPS], width=1000
    )


def test_the_defaults_are_those_of_the_entry_point() -> None:
    declared = {name: ACTION["inputs"][name]["default"] for name in names() - {"token"}}
    assert read({variable(name): str(value) for name, value in declared.items()}) == read({})


def test_no_input_and_no_event_reaches_a_shell() -> None:
    shells = [step["run"] for step in STEPS if "run" in step]
    assert len(shells) == 4
    assert [run for run in shells if "${{" in run] == []


def test_every_action_is_pinned_by_its_commit_and_says_its_version() -> None:
    lines = [line.strip() for line in TEXT.splitlines() if line.strip().startswith("uses:")]
    assert len(lines) == sum("uses" in step for step in STEPS) == 5
    assert [line for line in lines if not re.fullmatch(r"uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)] == []


def test_only_githubs_own_actions_are_used() -> None:
    owners = {step["uses"].split("/")[0] for step in STEPS if "uses" in step}
    assert owners == {"actions", "github"}


def test_it_can_stand_in_the_marketplace() -> None:
    assert len(ACTION["description"]) < 125
    assert ACTION["branding"] == {"icon": "check-square", "color": "purple"}
    assert all(value["description"] for value in [*ACTION["inputs"].values(), *ACTION["outputs"].values()])


def test_booleans_are_strings() -> None:
    assert {type(value["default"]) for value in ACTION["inputs"].values()} == {str}


def test_no_upload_can_fail_the_check_and_the_verdict_comes_last() -> None:
    uses = [step for step in STEPS if "uses" in step and step.get("id") != "python"]
    assert all(step["continue-on-error"] is True for step in uses)
    assert STEPS[-1]["run"] == 'exit "${STATUS:-2}"'
    assert STEPS.index(CHECK) < len(STEPS) - 3


def test_every_shell_is_bash_and_no_python_looks_around() -> None:
    for step in STEPS:
        if "run" not in step:
            continue
        assert step["shell"] == "bash"
        calls = [line for line in step["run"].splitlines() if re.match(r'"\$(?i:python)"', line.strip())]
        assert [line for line in calls if " -I " not in line] == []


def lint(*command: str) -> subprocess.CompletedProcess[str]:
    program = shutil.which(command[0], path=str(Path(sys.executable).parent)) or shutil.which(command[0])
    if program is None:
        pytest.skip(f"{command[0]} is not installed")
    return subprocess.run([program, *command[1:]], capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL)


def test_the_schema_for_actions_holds() -> None:
    done = lint("check-jsonschema", "--builtin-schema", "vendor.github-actions", str(FILE))
    assert done.returncode == 0, done.stdout


def test_the_security_linter_finds_nothing() -> None:
    done = lint("zizmor", "--offline", "--no-progress", "--color=never", "--persona=pedantic", str(FILE))
    assert done.returncode == 0, done.stdout


def test_the_syntax_linter_accepts_the_workflow(tmp_path: Path) -> None:
    path = tmp_path / "consistency.yml"
    path.write_text(workflow(PurePosixPath("site")), encoding="utf-8")
    done = lint("actionlint", "-no-color", str(path))
    assert done.returncode == 0, done.stdout


def readme() -> str:
    """The workflow that the README shows, pinned as the README asks."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    example = re.search(r"```yaml\n(# \.github/workflows/.*?)```", text, re.DOTALL)
    assert example
    return example[1]


def test_the_readme_uses_what_init_writes() -> None:
    uses = re.compile(r"uses: (.+)")
    assert uses.findall(readme()) == uses.findall(workflow(PurePosixPath()))


def test_the_linters_accept_the_readme(tmp_path: Path) -> None:
    path = tmp_path / ".github" / "workflows" / "consistency.yml"
    path.parent.mkdir(parents=True)
    path.write_text(readme().replace(f"@v{__version__}", f"@{'0' * 40} # v{__version__}"), encoding="utf-8")
    assert lint("check-jsonschema", "--builtin-schema", "vendor.github-workflows", str(path)).returncode == 0
    done = lint("zizmor", "--offline", "--no-progress", "--color=never", str(path))
    assert done.returncode == 0, done.stdout
