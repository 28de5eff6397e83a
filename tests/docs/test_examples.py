"""What the pages show is run: files are written, commands typed, programs started, and their words compared."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from consistency import Role, Settings, article_from_text
from consistency.settings import settings_for
from tools.pages.examples import environment, play, renewed, runs
from tools.pages.fences import ROOT, Command, Fence, fences, pages

PAGES = pages()
RUN = [page for page in PAGES if any(fence.language == "console" or runs(fence) for fence in fences(page))]
LANGUAGES = {"", "console", "diff", "html", "js", "json", "markdown", "python", "text", "toml", "yaml"}

needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="no bash")


def named(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.fixture(scope="session")
def shell(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return environment(tmp_path_factory.mktemp("cache"))


@pytest.mark.slow
@needs_bash
@pytest.mark.parametrize("page", RUN, ids=named)
def test_a_page_does_what_it_shows(page: Path, tmp_path: Path, shell: dict[str, str]) -> None:
    for name, words in (("draft.md", "The fire killed 15 people.\n"), ("wire.txt", "The fire killed 12 people.\n")):
        (tmp_path / name).write_text(words, encoding="utf-8") if page.name == "README.md" else None
    wrong = [played for played in play(page, tmp_path, shell) if not played.command.fits(played.printed)]
    told = [f"line {fence.line}: $ {command.line}\n{printed}" for fence, command, printed in wrong]
    assert not told, "\n".join([*told, f"see: python -m tools.pages.examples {named(page)}"])


@needs_bash
def test_what_a_command_prints_today_is_written_into_the_page(tmp_path: Path, shell: dict[str, str]) -> None:
    page = tmp_path / "page.md"
    page.write_text("```console\n$ echo one\n1\n$ echo two\nt…\n```\n", encoding="utf-8")
    assert renewed(page, tmp_path, shell) == "```console\n$ echo one\none\n$ echo two\nt…\n```\n"


def every(language: str) -> list[Any]:
    """The blocks of all pages in one language, by page and line."""
    found = [(page, fence) for page in PAGES for fence in fences(page) if fence.language == language]
    return [pytest.param(fence, id=f"{named(page)}:{fence.line}") for page, fence in found]


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_block_is_of_a_kind_that_is_tried(page: Path) -> None:
    assert {fence.language for fence in fences(page)} <= LANGUAGES


@pytest.mark.parametrize("fence", every("json"))
def test_json_can_be_read_and_follows_its_schema(fence: Fence) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    value = json.loads(fence.text.replace('"sha256": "…"', f'"sha256": "{"0" * 64}"'))
    if isinstance(value, dict) and "findings" in value:
        schema = json.loads((ROOT / "consistency" / "reports" / "schema.json").read_text(encoding="utf-8"))
        jsonschema.validate(value, schema)


SETTINGS = ("consistency.toml", ".consistency.toml", "pyproject.toml")


def settings(param: Any) -> bool:
    """Whether a TOML block is of a settings file; one in a folder of its own is there to be wrong."""
    title = param.values[0].title
    return title is None or title in SETTINGS


@pytest.mark.parametrize("fence", [param for param in every("toml") if settings(param)])
def test_settings_are_read(fence: Fence, tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    folder.mkdir()
    (folder / (fence.title or "consistency.toml")).write_text(fence.text, encoding="utf-8")
    (tmp_path / "consistency.toml").write_text("", encoding="utf-8")  # what the example of "extend" builds on
    assert settings_for(folder) != Settings()


@pytest.mark.parametrize("fence", [p for p in every("markdown") if p.values[0].text.startswith(("---", "+++"))])
def test_front_matter_is_read(fence: Fence) -> None:
    article = article_from_text(fence.text + "\nWords.\n", id="a", role=Role.DRAFT, path="a.md")
    assert article.text[article.blocks[0].span.start :].strip()
    assert bool(article.sources) == bool(re.search(r"(?m)^sources\b", fence.text))


@pytest.mark.parametrize("fence", every("yaml"))
def test_yaml_can_be_read(fence: Fence) -> None:
    assert isinstance(yaml.safe_load(fence.text), dict | list)


@pytest.mark.parametrize(
    ("prints", "printed", "fits"),
    [
        ((), "", True),
        ((), "x\n", False),
        (("a", "…", "d"), "a\nb\nc\nd\n", True),
        (("a", "…", "d"), "a\nd\n", True),
        (("a", "…", "d"), "a\nb\n", False),
        (("a…d",), "a b d\n", True),
        (("a…d",), "a\nd\n", False),
        (("…",), "", True),
        (("2 (x)",), "2 (y)\n", False),
    ],
)
def test_dots_stand_for_what_may_change(prints: tuple[str, ...], printed: str, fits: bool) -> None:
    assert Command(line="x", prints=prints).fits(printed) == fits
