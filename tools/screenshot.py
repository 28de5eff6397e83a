"""Renew the picture of the HTML report in the README: ``python -m tools.screenshot``; needs Playwright and Chromium."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import ViewportSize, sync_playwright

from consistency.check import Checker
from consistency.reports import render
from tools.judge import load_story

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "assets" / "report.png"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
#: Width and height in pixels: the head of the report and its first finding.
SIZE = ViewportSize(width=1000, height=920)


def page() -> str:
    """The HTML report of the demo."""
    story = load_story(ROOT / "data" / "demo")
    draft, sources = story.checks()[0]
    return str(render(story.check(Checker(), draft, sources), "html"))


def main() -> int:
    """Write the picture."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        sys.exit(f"error: none of {', '.join(BROWSERS)} is installed")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "report.html"
        path.write_text(page(), encoding="utf-8")
        with playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"]) as chromium:
            tab = chromium.new_page(viewport=SIZE, color_scheme="light")
            tab.goto(path.as_uri())
            tab.screenshot(path=PICTURE)
    return 0


if __name__ == "__main__":
    sys.exit(main())
