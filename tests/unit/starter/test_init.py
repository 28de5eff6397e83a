"""``consistency init`` in folders of every kind; what it writes is read by those that it is for."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
import yaml

from consistency import __version__
from consistency.settings import settings_for
from consistency.starter.origin import CHECKOUT, REPOSITORY
from tests.conftest import Call
from tests.unit.github.test_action_file import lint

WORKFLOW = ".github/workflows/consistency.yml"
FILES = ["consistency.toml", WORKFLOW, ".pre-commit-config.yaml"]


def written(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_site_gets_all_three(tmp_path: Path, call: Call) -> None:
    (tmp_path / "hugo.toml").write_text("", encoding="utf-8")
    done = call("init")
    assert done.returncode == 0
    assert written(tmp_path) == sorted([*FILES, "hugo.toml"])
    assert done.stdout.decode().splitlines()[0] == "wrote consistency.toml (Hugo, by its hugo.toml: content/**/*.md)"
    assert settings_for(tmp_path).include == ("content/**/*.md",)


def test_each_line_of_the_settings_that_is_out_holds_when_it_is_put_in(tmp_path: Path, call: Call) -> None:
    call("init", "--only", "settings")
    path = tmp_path / "consistency.toml"
    head, *rest = path.read_text(encoding="utf-8").splitlines()
    keys = [line.removeprefix("# ") if "=" in line or line == "# [[sources]]" else line for line in rest]
    path.write_text("\n".join([head, *keys]), encoding="utf-8")
    found = settings_for(tmp_path)
    assert (len(found.mappings), found.ignore, found.fail_on) == (1, ("COV702",), "error")


def test_nothing_is_overwritten(tmp_path: Path, call: Call) -> None:
    call("init")
    before = {name: (tmp_path / name).read_bytes() for name in FILES}
    (tmp_path / "mkdocs.yml").write_text("", encoding="utf-8")
    done = call("init")
    assert done.returncode == 0
    assert {name: (tmp_path / name).read_bytes() for name in FILES} == before
    assert ["not changed: already" in line for line in done.stdout.decode().splitlines()] == [True] * 3


@pytest.mark.parametrize("name", [".consistency.toml", "pyproject.toml"])
def test_settings_elsewhere_are_settings(tmp_path: Path, call: Call, name: str) -> None:
    (tmp_path / name).write_text("[tool.consistency]\nfail-on = 'note'\n", encoding="utf-8")
    assert f"{name} not changed" in call("init", "--only", "settings").stdout.decode()
    assert written(tmp_path) == [name]


def test_a_workflow_of_another_name_is_seen(tmp_path: Path, call: Call) -> None:
    other = tmp_path / ".github/workflows/checks.yaml"
    other.parent.mkdir(parents=True)
    other.write_text(f"on: push\njobs: {{a: {{steps: [{{uses: {REPOSITORY}@main}}]}}}}\n", encoding="utf-8")
    assert ".github/workflows/checks.yaml not changed" in call("init", "--only", "workflow").stdout.decode()


def test_a_hook_that_cannot_be_added_is_shown(tmp_path: Path, call: Call) -> None:
    path = tmp_path / ".pre-commit-config.yaml"
    path.write_bytes(b"repos: []\n# caf\xe9\n")
    done = call("init", "--only", "hook")
    assert path.read_bytes() == b"repos: []\n# caf\xe9\n"
    shown = done.stdout.decode().split("  add:\n")[1]
    assert yaml.safe_load(shown)[0]["hooks"] == [{"id": "consistency"}]


def test_dry_run_shows_everything_and_writes_nothing(tmp_path: Path, call: Call) -> None:
    done = call("init", "--dry-run")
    assert written(tmp_path) == []
    assert "would write consistency.toml" in done.stdout.decode()
    assert 'include = ["**/*.md"]' in done.stdout.decode()


def test_a_link_to_nowhere_is_not_followed(tmp_path: Path, call: Call) -> None:
    (tmp_path / "consistency.toml").symlink_to(tmp_path / "elsewhere.toml")
    assert "consistency.toml not changed" in call("init", "--only", "settings").stdout.decode()
    assert not (tmp_path / "elsewhere.toml").exists()


def test_a_folder_of_a_repository_has_its_workflow_at_the_top(tmp_path: Path, call: Call) -> None:
    subprocess.run(["git", "init", "-q", "-b", "master", str(tmp_path)], check=True, timeout=60)
    folder = tmp_path / "the site: 1"
    folder.mkdir()
    call("init", str(folder))
    assert written(folder) == ["consistency.toml"]
    told = yaml.safe_load((tmp_path / WORKFLOW).read_text(encoding="utf-8"))
    assert told["jobs"]["consistency"]["steps"][1]["with"] == {"working-directory": "the site: 1"}
    assert told[True]["push"]["branches"] == ["master"]


@pytest.mark.parametrize(
    ("args", "says"),
    [(("nowhere",), b"no such folder"), ((".", "--pin", "v1"), b"not a commit"), ((".", "--only", "all"), b"--only")],
)
def test_wrong_arguments_are_told(tmp_path: Path, call: Call, args: tuple[str, ...], says: bytes) -> None:
    done = call("init", *args)
    assert (done.returncode, written(tmp_path)) == (2, [])
    assert says in done.stderr


def test_what_was_written_is_told_before_what_could_not_be(tmp_path: Path, call: Call) -> None:
    (tmp_path / ".github").write_text("", encoding="utf-8")
    done = call("init")
    assert (done.returncode, done.stdout.decode().split(" ")[:2]) == (2, ["wrote", "consistency.toml"])
    assert b".github" in done.stderr


def test_a_name_of_two_lines_is_told_on_one(tmp_path: Path, call: Call) -> None:
    (tmp_path / "a\n::error::x").mkdir()
    done = call("init", "a\n::error::x", "--only", "settings")
    assert done.stdout.decode().splitlines()[0].startswith("wrote a\\n::error::x/consistency.toml (")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_takes_nothing_is_told(tmp_path: Path, call: Call) -> None:
    tmp_path.chmod(0o500)
    assert call("init").returncode == 2


def test_the_workflow_is_pinned_and_may_only_read(tmp_path: Path, call: Call) -> None:
    call("init", "--only", "workflow", "--pin", "0" * 39 + "1")
    text = (tmp_path / WORKFLOW).read_text(encoding="utf-8")
    told = yaml.safe_load(text)
    assert f"uses: {REPOSITORY}@{'0' * 39}1 # v{__version__}\n" in text
    assert f"uses: {CHECKOUT}\n" in text
    assert (told["permissions"], told["jobs"]["consistency"]["permissions"]) == ({}, {"contents": "read"})


def test_the_linters_accept_the_workflow(tmp_path: Path, call: Call) -> None:
    call("init", "--only", "workflow", "--pin", "0" * 39 + "1")
    path = str(tmp_path / WORKFLOW)
    schema = lint("check-jsonschema", "--builtin-schema", "vendor.github-workflows", path)
    assert schema.returncode == 0, schema.stdout
    safe = lint("zizmor", "--offline", "--no-progress", "--color=never", "--persona=pedantic", path)
    assert safe.returncode == 0, safe.stdout


def test_unpinned_its_own_action_is_all_that_the_linter_says(tmp_path: Path, call: Call) -> None:
    call("init", "--only", "workflow")
    done = lint("zizmor", "--offline", "--no-progress", "--color=never", "--format=plain", str(tmp_path / WORKFLOW))
    assert "1 finding" in done.stdout
    assert "unpinned-uses" in done.stdout
