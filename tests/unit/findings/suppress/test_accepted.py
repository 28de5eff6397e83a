"""What front matter and settings accept, and until when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from consistency.check import Checker
from consistency.errors import SettingsError
from consistency.findings.suppress import suppress
from consistency.findings.suppress.clock import today
from consistency.rules import all_rules
from consistency.settings import Acceptance, Settings
from consistency.types import Report, SuppressionSource
from tests.unit.findings.suppress.conftest import LOSS, TOLL, check, found, gone, notes, words


def test_front_matter_accepts_what_it_names(checker: Checker) -> None:
    entry = "{rule: NUM101, text: '15 people', reason: 'by phone', until: 2026-05-04}"
    head = f"---\nconsistency:\n  accept:\n  - {entry}\n---\n"
    report = check(checker, f"{head}{TOLL}\n\n{LOSS}\n")
    (one,) = report.suppressed
    assert (gone(report), one.by, one.reason, found(report)) == (
        ["15"],
        SuppressionSource.FRONT_MATTER,
        "by phone",
        ["40"],
    )
    assert notes(report) == []


@pytest.mark.parametrize(
    ("words", "suppressed"),
    [
        ("15", ["15"]),
        ("15 people", ["15"]),
        ("killed 15", ["15"]),
        ("12 people", ["15"]),
        ("1", []),
        ("5 people", []),
        ("150 people", []),
        ("40  Horses", ["40"]),
    ],
)
def test_accepted_words_are_those_of_a_place_or_around_it(checker: Checker, words: str, suppressed: list[str]) -> None:
    head = f"---\nconsistency:\n  accept:\n  - {{rule: NUM, text: '{words}', reason: x}}\n---\n"
    assert gone(check(checker, f"{head}{TOLL}\n\n{LOSS}\n")) == suppressed


def test_typography_makes_no_difference_to_accepted_words(checker: Checker) -> None:
    head = '---\nconsistency:\n  accept:\n  - {rule: NUM101, text: "the owner\'s 40 horses", reason: x}\n---\n'
    report = check(checker, f"{head}{TOLL}\n\nThe fire killed the owner’s **40\u00a0horses**, police said.\n")
    assert "40" not in found(report)


def test_what_ended_shows_again_and_is_told(checker: Checker, monkeypatch: pytest.MonkeyPatch) -> None:
    head = (
        "---\nconsistency:\n  accept:\n  - {rule: NUM101, text: 15 people, reason: by phone, until: 2026-05-04}\n---\n"
    )
    draft = f"{head}{TOLL}\n\n{LOSS}\n"
    assert gone(check(checker, draft)) == ["15"]
    monkeypatch.setenv("CONSISTENCY_TODAY", "2026-05-05")
    report = check(checker, draft)
    (note,) = [finding for finding in report.findings if finding.code == "SUP001"]
    assert found(report) == ["15", "40"]
    assert words(report, note) == "15 people"
    assert note.message.startswith('the acceptance of NUM101 "15 people" in the front matter ended on 2026-05-04')


def told(checker: Checker, draft: str, settings: Settings) -> Report:
    return suppress(check(checker, draft), all_rules(), settings)


@pytest.mark.parametrize(
    ("entry", "suppressed"),
    [
        (Acceptance(rule="NUM101", reason="x"), ["15", "40"]),
        (Acceptance(rule="value-mismatch", reason="x", text="15 people"), ["15"]),
        (Acceptance(rule="NUM101", reason="x", path="*.md"), ["15", "40"]),
        (Acceptance(rule="NUM101", reason="x", path="live/**"), []),
        (Acceptance(rule="QUO", reason="x"), []),
    ],
)
def test_settings_accept_in_the_articles_that_fit(checker: Checker, entry: Acceptance, suppressed: list[str]) -> None:
    report = told(checker, f"{TOLL}\n\n{LOSS}\n", Settings(accepted=(entry,)))
    assert gone(report) == suppressed
    assert {(one.by, one.reason) for one in report.suppressed} <= {(SuppressionSource.SETTINGS, "x")}
    assert notes(report) == []


def test_what_ended_in_the_settings_is_told_where_it_would_have_held(checker: Checker) -> None:
    entry = Acceptance(rule="NUM101", reason="x", text="15", until=date(2026, 5, 3))
    report = told(checker, f"{TOLL}\n\n{LOSS}\n", Settings(accepted=(entry,)))
    (note,) = [finding for finding in report.findings if finding.code == "SUP001"]
    assert (words(report, note), found(report)) == ("15", ["15", "40"])
    assert told(checker, f"{LOSS}\n", Settings(accepted=(entry,))).suppressed == ()
    assert notes(told(checker, f"{LOSS}\n", Settings(accepted=(entry,)))) == []


def test_what_the_settings_accept_in_one_article_alone_can_be_unused(checker: Checker) -> None:
    entry = Acceptance(rule="QUO", reason="x", path="news/draft.md")
    own = replace(check(checker, f"{TOLL}\n"), suppressed=())
    moved = replace(own, articles=(replace(own.articles[0], path="news/draft.md"), *own.articles[1:]))
    report = suppress(moved, all_rules(), Settings(accepted=(entry,)))
    assert notes(report) == ["the acceptance of QUO in the settings suppresses nothing: take it out"]


@pytest.mark.parametrize(
    ("name", "value", "day"),
    [
        ("CONSISTENCY_TODAY", "2026-02-03", date(2026, 2, 3)),
        ("SOURCE_DATE_EPOCH", "86400", date(1970, 1, 2)),
    ],
)
def test_the_day_can_be_set(monkeypatch: pytest.MonkeyPatch, name: str, value: str, day: date) -> None:
    monkeypatch.delenv("CONSISTENCY_TODAY")
    monkeypatch.setenv(name, value)
    assert today() == day
    monkeypatch.setenv(name, "soon")
    with pytest.raises(SettingsError, match="'soon' is not a date"):
        today()
