"""The HTML report in a real browser: readable, reachable, and deaf to what the articles say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from consistency.reports.html import render
from consistency.reports.html.fragment import fragment
from consistency.types import ClaimKind, Explanation, MatrixCell, MatrixRow, Report, Role, Severity
from tests.conftest import make_article, make_finding, make_place
from tests.unit.reports.test_formats import NASTY, nasty

pytestmark = [pytest.mark.browser, pytest.mark.slow]

#: How people look at the page: colours, width, contrast.
LOOKS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced colours": {"forced_colors": "active"},
    "phone": {"viewport": {"width": 320, "height": 640}},
    "dark phone": {"color_scheme": "dark", "viewport": {"width": 320, "height": 640}},
}


@pytest.fixture
def page(chromium: Any) -> Iterator[Any]:
    context = chromium.new_context()
    yield context.new_page()
    context.close()


def full(report: Report) -> Report:
    """A report with everything that the page can show."""
    draft, source = report.articles
    other = make_article("A blaze. The owner lost 15 nets, longwords" + "x" * 90, Role.SOURCE, "agency/" + "y" * 80)
    warning = make_finding(make_place(draft, "Monday"), severity=Severity.WARNING, code="DAT201")
    voices = (
        MatrixCell(article=draft.id, places=(make_place(draft, "12 nets"),), cluster=1),
        MatrixCell(article=source.id, places=(make_place(source, "15 nets"),), cluster=0),
        MatrixCell(article=other.id, places=(make_place(other, "15 nets"),), cluster=0),
    )
    lone = MatrixCell(article=draft.id, places=(make_place(draft, "Monday"),), cluster=0), MatrixCell(article=source.id)
    return replace(
        report,
        articles=(draft, source, other),
        findings=(*report.findings, warning),
        facts=(MatrixRow(kind=ClaimKind.QUANTITY, voices=voices), MatrixRow(kind=ClaimKind.DATE, voices=lone)),
        rules=(
            Explanation(
                code="NUM101",
                name="value-mismatch",
                severity=Severity.ERROR,
                summary="Figures differ.",
                text="Figures differ.\n\n## Why it matters\nReaders notice.",
            ),
        ),
    )


def show(page: Any, tmp_path: Path, report: Report) -> list[str]:
    """Open the report as a file; the messages and requests that it causes are collected."""
    seen: list[str] = []
    page.on("console", lambda message: seen.append(message.text))
    page.on("pageerror", lambda error: seen.append(str(error)))
    page.on("dialog", lambda dialog: (seen.append("dialog"), dialog.dismiss()))
    page.on("request", lambda request: seen.append(request.url))
    path = tmp_path / "report.html"
    path.write_text(render(report), encoding="utf-8")
    page.goto(path.as_uri())
    seen.remove(path.as_uri())
    return seen


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_no_fault_and_nothing_scrolls_sideways(
    chromium: Any, tmp_path: Path, report: Report, look: str
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    page = chromium.new_page(**LOOKS[look])
    seen = show(page, tmp_path, full(report))
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    page.click("#help")
    found = axe.Axe().run(page).response["violations"]
    assert [(fault["id"], [node["target"] for node in fault["nodes"]]) for fault in found] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert seen == []
    page.close()


def test_the_page_can_be_read_without_scripts(chromium: Any, tmp_path: Path, report: Report) -> None:
    page = chromium.new_page(java_script_enabled=False)
    assert show(page, tmp_path, full(report)) == []
    assert page.locator(".finding").count() == 3
    assert page.locator(".finding:visible").count() == 3
    assert not page.locator("#filters").is_visible()
    assert not page.locator(".copy").first.is_visible()
    assert page.locator("#matrix td.odd").inner_text().endswith("against the majority")
    page.close()


@pytest.mark.parametrize("words", NASTY)
def test_no_text_becomes_markup_or_runs(page: Any, tmp_path: Path, words: str) -> None:
    assert show(page, tmp_path, nasty(words)) == []
    assert page.locator("script").count() == 1
    assert page.locator("img, iframe, object, style + style, main a[href^='java'], main a[href^='http']").count() == 0
    assert page.locator(".finding").count() == 1


def test_a_planted_script_would_be_stopped_by_the_policy(page: Any, tmp_path: Path, report: Report) -> None:
    path = tmp_path / "report.html"
    planted = "<script>document.title = 'run'</script><img src=x onerror=\"document.title = 'run'\">"
    path.write_text(render(report).replace("</main>", planted + "</main>"), encoding="utf-8")
    page.goto(path.as_uri())
    assert page.title() != "run"


def test_keys_go_from_finding_to_finding_and_can_be_switched_off(page: Any, tmp_path: Path, report: Report) -> None:
    def here() -> str:
        return str(page.evaluate("document.activeElement.dataset.rule || document.activeElement.id || ''"))

    show(page, tmp_path, full(report))
    page.keyboard.press("j")
    assert here() == "NUM101"
    page.keyboard.press("j")
    assert here() == "DAT201"
    page.keyboard.press("k")
    assert here() == "NUM101"
    page.keyboard.press("?")
    assert page.locator("#help-text").is_visible()
    page.locator("#use-keys").uncheck()
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("j")
    assert here() == ""


def test_filters_hide_findings_and_say_how_many_are_left(page: Any, tmp_path: Path, report: Report) -> None:
    show(page, tmp_path, full(report))
    assert page.locator("#shown").inner_text() == "3 of 3 findings shown"
    page.select_option("#by-severity", "warning")
    assert page.locator(".finding:visible").count() == 1
    assert page.locator("#shown").inner_text() == "1 of 3 findings shown"
    page.select_option("#by-severity", "")
    page.select_option("#by-article", "2")
    assert page.locator(".finding:visible").count() == 2
    page.select_option("#by-rule", "DAT201")
    assert page.locator("#shown").inner_text() == "0 of 3 findings shown"


def test_a_finding_has_an_address_and_can_be_copied(chromium: Any, tmp_path: Path, report: Report) -> None:
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    show(page, tmp_path, report)
    first = page.locator(".finding").first
    address = first.get_attribute("id")
    first.locator("a").first.click()
    assert page.url.endswith(f"#{address}")
    first.locator(".copy").click()
    page.wait_for_function("document.getElementById('shown').textContent === 'Copied'")
    assert page.evaluate("navigator.clipboard.readText()").startswith("### Error NUM101 value-mismatch")
    context.close()


def test_differing_words_are_marked_and_named(page: Any, tmp_path: Path, report: Report) -> None:
    show(page, tmp_path, report)
    first = page.locator(".finding").first
    assert first.locator("ins").text_content() == "[only here: 12]"
    assert first.locator("del").text_content() == "[only here: 15]"
    assert page.locator("mark.missing").first.text_content().startswith("[missing near: ")


@pytest.mark.parametrize("words", NASTY)
def test_a_notebook_shows_text_as_text(page: Any, words: str) -> None:
    page.set_content(f"<body>{fragment(nasty(words))}</body>")
    assert page.locator(".consistency-result li.finding").count() == 1
    assert page.locator("script, img, iframe, object, a").count() == 0
