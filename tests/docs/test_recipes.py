"""What the recipes say of where sources lie holds for each of the generators."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from consistency.content import Origin, plan
from consistency.settings import settings_for
from tools.pages.fences import DOCS, fences

TOLD = "The Norwick ferry carried 84,000 passengers in February.\n"
PAGES = sorted((DOCS / "recipes").glob("*.md"))

#: An article of each generator, and each place where its page says that a source is found without settings.
BESIDE = [
    ("hugo", "content/posts/ferry/index.md", "content/posts/ferry/sources/wire.txt"),
    ("hugo", "content/posts/ferry.md", "content/posts/ferry.sources/wire.txt"),
    ("hugo", "content/posts/ferry/index.md", "_sources/ferry/wire.txt"),
    ("hugo", "content/posts/ferry.md", "_sources/ferry.txt"),
    ("jekyll", "_posts/2026-03-12-ferry.md", "_sources/ferry/wire.txt"),
    ("jekyll", "_posts/2026-03-12-ferry.md", "_sources/ferry.txt"),
    ("jekyll", "_posts/2026-03-12-ferry.md", "_sources/2026-03-12-ferry/wire.txt"),
    ("mkdocs", "docs/ferry.md", "docs/ferry.sources/wire.txt"),
    ("mkdocs", "docs/ferry.md", "_sources/ferry/wire.txt"),
    ("mkdocs", "docs/ferry.md", "_sources/ferry.txt"),
    ("eleventy", "content/posts/ferry.md", "_sources/ferry.txt"),
    ("eleventy", "content/posts/ferry.md", "_sources/ferry/wire.txt"),
    ("eleventy", "content/posts/ferry.md", "content/posts/ferry.sources/wire.txt"),
    ("zola", "content/blog/ferry/index.md", "content/blog/ferry/sources/wire.txt"),
    ("zola", "content/blog/ferry.md", "content/blog/ferry.sources/wire.txt"),
    ("zola", "content/blog/ferry.md", "_sources/ferry.txt"),
    ("zola", "content/blog/ferry/index.md", "_sources/ferry/wire.txt"),
]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def found(site: Path, article: str) -> list[tuple[str, Origin]]:
    planned = plan([article], settings_for)
    return [(source.path, source.origin) for pair in planned.pairs for source in pair.sources]


@pytest.mark.parametrize(("generator", "article", "source"), BESIDE)
def test_a_source_in_its_folder_is_found(site: Path, generator: str, article: str, source: str) -> None:
    put(site / article, TOLD)
    put(site / source, TOLD)
    assert found(site, article) == [(source, Origin.FOLDER)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_folders_are_those_of_the_page(page: Path) -> None:
    names = re.findall(r"`([\w./-]*(?:_sources|ferry\.sources|sources)/[\w./-]*)`", page.read_text(encoding="utf-8"))
    tried = [source for generator, _, source in BESIDE if generator == page.stem]
    shown = {name for name in names if not name.startswith("sources/ferry/")}
    assert shown
    assert [name for name in shown if not any(name in source for source in tried)] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_source_is_found_where_the_settings_map_it(site: Path, page: Path) -> None:
    settings = next(f.text for f in fences(page) if f.language == "toml" and "[[sources]]" in f.text)
    pattern = re.search(r'article = "(.*)"', settings)
    assert pattern is not None
    names = {"slug": "ferry", "section": "posts", "year": "2026", "month": "03", "day": "12"}
    article = pattern[1].format(**names)
    put(site / "consistency.toml", settings)
    put(site / article, TOLD)
    patterns = tomllib.loads(settings)["sources"][0]["source"]
    sources = [pattern.format(slug="ferry").replace("*", "wire.txt") for pattern in patterns]
    for source in sources:
        put(site / source, TOLD)
    assert sorted(found(site, article)) == sorted((source, Origin.SETTINGS) for source in sources)
