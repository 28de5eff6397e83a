"""The pages say what the program does."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from consistency.cli import COMMANDS
from consistency.rules import all_rules
from tools.pages.book import stale

ROOT = Path(__file__).resolve().parent.parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
REPORTS = (ROOT / "docs" / "reports.md").read_text(encoding="utf-8")
PROSE = sorted(path for path in [ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")])


def test_generated_pages_are_current() -> None:
    assert stale() == [], "renew them with: python tools/make_docs.py"


def test_every_rule_has_its_page() -> None:
    assert {path.stem for path in (ROOT / "docs" / "rules").glob("*.md")} == {rule.code for rule in all_rules()} | {
        "index"
    }


def test_the_readme_opens_with_commands_of_the_makefile() -> None:
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    asked = re.findall(r"^ {4}make ([a-z]+)", README, re.MULTILINE)
    assert asked == ["demo", "test"]
    assert set(asked) <= set(targets)


def test_ci_runs_the_test_command_of_the_readme() -> None:
    assert "\nmake test\n" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_the_readme_shows_only_commands_that_exist() -> None:
    shown = set(re.findall(r"^ {4}consistency ([a-z]+)", README, re.MULTILINE))
    assert shown <= COMMANDS.keys()


def test_the_sample_report_has_the_keys_of_the_schema() -> None:
    sample = json.loads(re.search(r"```json\n(.*?)```", REPORTS, re.DOTALL)[1])  # type: ignore[index]
    schema = json.loads((ROOT / "consistency" / "reports" / "schema.json").read_text(encoding="utf-8"))
    assert set(schema["required"]) == sample.keys()
    finding, article = sample["findings"][0], sample["articles"][0]
    for told, name in ((finding, "finding"), (finding["places"][0], "place"), (article, "article")):
        assert set(schema["$defs"][name]["required"]) == told.keys()


def test_the_python_sample_runs(tmp_path: Path) -> None:
    sample = re.search(r"```python\n(.*?)```", README, re.DOTALL)[1]  # type: ignore[index]
    (tmp_path / "draft.md").write_text("The fire killed 15 people.\n", encoding="utf-8")
    (tmp_path / "wire.txt").write_text("The fire killed 12 people.\n", encoding="utf-8")
    code = sample + "\nassert len(table) == len(report.findings)\nprint(len(report.articles))"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, timeout=120)
    assert (done.stdout, done.stderr) == ("2\n", "")


@pytest.mark.parametrize("page", PROSE, ids=lambda path: path.name)
def test_links_to_elsewhere_are_addresses(page: Path) -> None:
    links = re.findall(r"\]\((\w+:[^)]*)\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not re.fullmatch(r"https://[\w-]+(\.[\w-]+)+(/[^\s<>]*)?", link)] == []


@pytest.mark.parametrize("page", PROSE, ids=lambda path: path.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []
