"""The built site: strict, asks nobody, readable in both schemes and on a phone."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
SEEN = ("index.html", "start/desk.html", "accuracy.html", "rules/NUM101.html")
LOOKS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark phone": {"color_scheme": "dark", "viewport": {"width": 320, "height": 640}},
}

pytestmark = pytest.mark.slow


def build(config: Path, site: Path) -> subprocess.CompletedProcess[str]:
    pytest.importorskip("mkdocs")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(config), "-d", str(site)]
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(command, capture_output=True, text=True, timeout=120, env=env)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    done = build(ROOT / "mkdocs.yml", folder)
    assert done.returncode == 0, done.stderr
    return folder


def test_faults_stop_the_build_and_each_is_named(tmp_path: Path) -> None:
    faults = ("nowhere.md", "limits.md#nowhere", "/limits.md", "nowhere.png")
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    page = tmp_path / "docs" / "privacy.md"
    planted = "".join(f"![x]({fault})\n" if fault.endswith(".png") else f"[x]({fault})\n" for fault in faults)
    page.write_text(page.read_text(encoding="utf-8") + "\n" + planted, encoding="utf-8")
    (tmp_path / "docs" / "lost.md").write_text("# Lost\n", encoding="utf-8")
    done = build(tmp_path / "mkdocs.yml", tmp_path / "site")
    assert done.returncode != 0
    assert [fault for fault in (*(f"'{fault}'" for fault in faults), "lost.md") if fault not in done.stderr] == []


@pytest.mark.browser
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", SEEN)
def test_a_page_can_be_read_by_all_and_asks_nobody(chromium: Any, site: Path, name: str, look: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    page = chromium.new_page(**LOOKS[look])
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((site / name).as_uri(), wait_until="load")
    page.wait_for_function("document.querySelector('.md-search').ariaLabel")
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    found = axe.Axe().run(page).response["violations"]
    assert [(fault["id"], [node["target"] for node in fault["nodes"]]) for fault in found] == []
    page.close()


@pytest.mark.browser
def test_the_search_works_where_pages_are_opened_as_files(chromium: Any, site: Path) -> None:
    page = chromium.new_page()
    page.goto((site / "index.html").as_uri())
    page.locator(".md-search__input").click()
    page.locator(".md-search-result__meta", has_text="Type to start").wait_for()
    page.locator(".md-search__input").press_sequentially("polarity-flip")
    page.locator(".md-search-result__item").first.wait_for()
    assert "MOD602" in page.locator(".md-search-result__item").first.inner_text()
    page.close()
