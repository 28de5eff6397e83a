"""What suppresses a finding, where, and what is told of what suppresses none."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from consistency.errors import SettingsError
from consistency.read import article_from_text
from consistency.reports import render
from consistency.reports.load import loads
from consistency.rules import all_rules
from consistency.settings import Acceptance, Settings
from consistency.suppress import suppress
from consistency.suppress.clock import today
from consistency.suppress.directive import Verb, directive
from consistency.types import Finding, Means, Report, Role, Span
from tests.conftest import Call
from tools.judge import RememberingChecker

TOLL = "The fire at the mill killed 15 people and burned two barns."
LOSS = "The owner lost 40 horses in the fire, police said."
SOURCE = "The fire at the mill killed 12 people and burned two barns.\n\n" + LOSS.replace("40", "50") + "\n"
IGNORE = "<!-- consistency: ignore[NUM101] checked by phone -->"

quick = hypothesis(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONSISTENCY_TODAY", "2026-05-04")


def check(checker: RememberingChecker, draft: str, path: str = "draft.md") -> Report:
    told = article_from_text(draft, id="draft", role=Role.DRAFT, path=path)
    return checker.check(told, [article_from_text(SOURCE, id="wire", role=Role.SOURCE, path="wire.txt")])


def words(report: Report, finding: Finding) -> str:
    place = finding.places[0]
    return next(place.span.cut(article.text) for article in report.articles if article.id == place.article)


def found(report: Report) -> list[str]:
    return [words(report, finding) for finding in report.findings if finding.code == "NUM101"]


def gone(report: Report) -> list[str]:
    return [words(report, one.finding) for one in report.suppressed]


def notes(report: Report) -> list[str]:
    return [finding.message for finding in report.findings if finding.code == "SUP001"]


# ------------------------------------------------------------------ where a comment holds


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("draft", "suppressed"),
    [
        (f"{TOLL}\n\n{LOSS}\n", []),
        (f"{TOLL} {IGNORE}\n\n{LOSS}\n", ["15"]),
        (f"{IGNORE} {TOLL}\n\n{LOSS}\n", ["15"]),
        (f"The fire at the mill **killed** {IGNORE} *15 people* and burned two barns.\n\n{LOSS}\n", ["15"]),
        (f"{TOLL}\n\n{IGNORE}\n{LOSS}\n", ["40"]),
        (f"{TOLL}\n\n{IGNORE}\n\n{LOSS}\n", ["40"]),
        (f"{TOLL}\n\n\n{IGNORE}\n{IGNORE.replace('NUM101', 'QUO')}\n\n\n{LOSS}\n", ["40"]),
        (f"The fire at the mill\n{IGNORE}\nkilled 15 people and burned two barns.\n\n{LOSS}\n", ["15"]),
        (f"- {TOLL} {IGNORE}\n- {LOSS}\n", ["15"]),
        (f"- {IGNORE} {TOLL}\n- {LOSS}\n", ["15"]),
        (f"- {TOLL}\n{IGNORE}\n- {LOSS}\n", ["40"]),
        (f"- {TOLL}\n  {IGNORE}\n- {LOSS}\n", ["40"]),
        (f"> {TOLL} {IGNORE}\n\n{LOSS}\n", ["15"]),
        (f"{TOLL}\n\n> {IGNORE}\n> {LOSS}\n", ["40"]),
        (f"| what | when |\n|---|---|\n| {TOLL} | now | {IGNORE}\n| {LOSS} | now |\n", ["15"]),
        (f"| what | when |\n|---|---|\n| {TOLL} | now {IGNORE} |\n| {LOSS} | now |\n", ["15"]),
        (f"{IGNORE}\n| what | when |\n|---|---|\n| {TOLL} | now |\n| {LOSS} | now |\n", ["15", "40"]),
        (f"---\ntitle: Fire\n---\n{IGNORE}\n{TOLL}\n\n{LOSS}\n", ["15"]),
        (f"---\ntitle: Fire\n---\n{TOLL} {IGNORE}\n\n{LOSS}\n", ["15"]),
        (f"{TOLL}\n\n{LOSS}\n\n{IGNORE}\n", []),
        (f"{IGNORE.replace('ignore', 'ignore-file')}\n\n{TOLL}\n\n{LOSS}\n", ["15", "40"]),
        (f"{TOLL}\n\n{LOSS}\n\n{IGNORE.replace('ignore', 'ignore-file')}\n", ["15", "40"]),
        (f"<!-- consistency: disable[NUM] -->\n{TOLL}\n\n{LOSS}\n", ["15", "40"]),
        (f"<!-- consistency: disable[NUM] -->\n{TOLL}\n<!-- consistency: enable[NUM] -->\n\n{LOSS}\n", ["15"]),
        (f"<!-- consistency: disable[NUM] -->\n{TOLL}\n<!-- consistency: enable -->\n\n{LOSS}\n", ["15"]),
        (f"<!-- consistency: disable[NUM] -->\n{TOLL}\n<!-- consistency: enable[NUM101] -->\n\n{LOSS}\n", ["15"]),
        (f"<!-- consistency: disable[NUM] -->\n{TOLL}\n<!-- consistency: enable[NUM102] -->\n\n{LOSS}\n", ["15", "40"]),
        (f"{TOLL}\n<!-- consistency: disable[NUM, QUO] -->\n\n{LOSS}\n", ["40"]),
    ],
)  # fmt: skip
def test_a_comment_holds_where_it_stands(
    checker: RememberingChecker, draft: str, suppressed: list[str], newline: str
) -> None:
    report = check(checker, draft.replace("\n", newline))
    assert gone(report) == suppressed
    assert sorted([*found(report), *gone(report)]) == ["15", "40"]
    assert {one.by for one in report.suppressed} <= {Means.COMMENT}


@pytest.mark.parametrize(
    ("draft", "suppressed"),
    [
        (f"{TOLL} {IGNORE}\n\n{LOSS}\n", ["15"]),
        (f"{TOLL}\n{IGNORE}\n{LOSS}\n", ["40"]),
        (f"{TOLL}\n\n{IGNORE}\n\n{LOSS}\n", ["40"]),
        (f"The fire at the mill killed {IGNORE} 15 people and burned two barns.\n\n{LOSS}\n", ["15"]),
    ],
)
def test_comments_hold_in_plain_text_too(checker: RememberingChecker, draft: str, suppressed: list[str]) -> None:
    assert gone(check(checker, draft, "draft.txt")) == suppressed


@pytest.mark.parametrize("name", ["NUM101", "NUM", "num101", "value-mismatch", "ALL", "QUO, NUM101", "QUO NUM101"])
def test_rules_go_by_code_beginning_and_name(checker: RememberingChecker, name: str) -> None:
    assert gone(check(checker, f"{TOLL} {IGNORE.replace('NUM101', name)}\n\n{LOSS}\n")) == ["15"]


def test_a_comment_on_another_rule_suppresses_nothing(checker: RememberingChecker) -> None:
    report = check(checker, f"{TOLL} {IGNORE.replace('NUM101', 'NUM102')}\n\n{LOSS}\n")
    assert found(report) == ["15", "40"] and not report.suppressed


def test_what_only_the_sources_have_words_for_is_suppressed_for_the_whole_file(checker: RememberingChecker) -> None:
    short = "The fire at the mill killed 12 people and burned two barns.\n"
    assert [finding.code for finding in check(checker, short).findings] == ["COV701"]
    for head in ("<!-- consistency: ignore-file[COV] -->\n", "---\nconsistency: {ignore: [COV]}\n---\n"):
        report = check(checker, head + short)
        assert (report.findings, [one.finding.code for one in report.suppressed]) == ((), ["COV701"])


def test_peers_suppress_and_sources_do_not(checker: RememberingChecker) -> None:
    texts = {"a.md": f"{TOLL}\n", "b.md": f"The fire at the mill killed 12 people and burned two barns. {IGNORE}\n"}
    peers = [article_from_text(text, id=name, role=Role.PEER, path=name) for name, text in texts.items()]
    assert gone(checker.compare(peers)) == ["15"]
    draft, source = (replace(one, role=role) for one, role in zip(peers, (Role.DRAFT, Role.SOURCE), strict=True))
    report = checker.check(draft, [source])
    assert found(report) == ["15"] and not report.suppressed and not notes(report)


# ------------------------------------------------------------------ what a comment leaves as it is

STORY = [*TOLL.split(), "\n\n", *LOSS.split(), "\n\n"]
COMMENTS = [
    "<!-- consistency: ignore[QUO] -->",
    "{/* consistency: ignore[QUO] */}",
    "<!-- consistency: enable[NUM] -->",
]


@quick
@given(
    st.lists(st.tuples(st.integers(0, len(STORY)), st.sampled_from(COMMENTS)), max_size=4),
    st.sampled_from(["md", "txt"]),
)
def test_a_comment_changes_no_other_finding_and_no_fingerprint(
    checker: RememberingChecker, put: list[tuple[int, str]], kind: str
) -> None:
    parts = list(STORY)
    for at, comment in sorted(put, reverse=True):
        parts.insert(at, comment)
    bare, told = (check(checker, " ".join(words), f"draft.{kind}") for words in (STORY, parts))
    kept = [(f.code, f.message, f.fingerprint, words(told, f)) for f in told.findings if f.code != "SUP001"]
    assert kept == [(f.code, f.message, f.fingerprint, words(bare, f)) for f in bare.findings]


@quick
@given(st.text(max_size=60) | st.text(alphabet="ignore disable[]NUM10,: -\n", max_size=40))
def test_whatever_a_comment_says_it_is_read(text: str) -> None:
    asked = directive(text, Span(0, 1))
    assert asked.verb is not None or asked.problems
    if asked.verb not in (None, Verb.ENABLE):
        assert asked.rules


# ------------------------------------------------------------------ front matter and settings


def test_front_matter_accepts_what_it_names(checker: RememberingChecker) -> None:
    entry = "{rule: NUM101, text: '15 people', reason: 'by phone', until: 2026-05-04}"
    head = f"---\nconsistency:\n  accept:\n  - {entry}\n---\n"
    report = check(checker, f"{head}{TOLL}\n\n{LOSS}\n")
    (one,) = report.suppressed
    assert (gone(report), one.by, one.reason, found(report)) == (["15"], Means.FRONT_MATTER, "by phone", ["40"])
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
def test_accepted_words_are_those_of_a_place_or_around_it(
    checker: RememberingChecker, words: str, suppressed: list[str]
) -> None:
    head = f"---\nconsistency:\n  accept:\n  - {{rule: NUM, text: '{words}', reason: x}}\n---\n"
    assert gone(check(checker, f"{head}{TOLL}\n\n{LOSS}\n")) == suppressed


def test_typography_makes_no_difference_to_accepted_words(checker: RememberingChecker) -> None:
    head = '---\nconsistency:\n  accept:\n  - {rule: NUM101, text: "the owner\'s 40 horses", reason: x}\n---\n'
    report = check(checker, f"{head}{TOLL}\n\nThe fire killed the owner’s **40\u00a0horses**, police said.\n")
    assert "40" not in found(report)


def test_what_ended_shows_again_and_is_told(checker: RememberingChecker, monkeypatch: pytest.MonkeyPatch) -> None:
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


def told(checker: RememberingChecker, draft: str, settings: Settings) -> Report:
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
def test_settings_accept_in_the_articles_that_fit(
    checker: RememberingChecker, entry: Acceptance, suppressed: list[str]
) -> None:
    report = told(checker, f"{TOLL}\n\n{LOSS}\n", Settings(accepted=(entry,)))
    assert gone(report) == suppressed
    assert {(one.by, one.reason) for one in report.suppressed} <= {(Means.SETTINGS, "x")}
    assert notes(report) == []


def test_what_ended_in_the_settings_is_told_where_it_would_have_held(checker: RememberingChecker) -> None:
    entry = Acceptance(rule="NUM101", reason="x", text="15", until=date(2026, 5, 3))
    report = told(checker, f"{TOLL}\n\n{LOSS}\n", Settings(accepted=(entry,)))
    (note,) = [finding for finding in report.findings if finding.code == "SUP001"]
    assert (words(report, note), found(report)) == ("15", ["15", "40"])
    assert told(checker, f"{LOSS}\n", Settings(accepted=(entry,))).suppressed == ()
    assert notes(told(checker, f"{LOSS}\n", Settings(accepted=(entry,)))) == []


def test_what_the_settings_accept_in_one_article_alone_can_be_unused(checker: RememberingChecker) -> None:
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
    with pytest.raises(SettingsError, match="'soon' is no day"):
        today()


# ------------------------------------------------------------------ what suppresses nothing


@pytest.mark.parametrize(
    ("comment", "note"),
    [
        ("ignore[NUM101] by phone", None),
        ("ignore[QUO401]", "ignore[QUO401] suppresses nothing: take it out"),
        ("ignore[NUM101, QUO, DAT] x", "QUO, DAT in ignore[NUM101, QUO, DAT] suppresses nothing: take it out"),
        ("disable[DAT]", "disable[DAT] suppresses nothing: take it out"),
        ("ignore-file[DAT]", "ignore-file[DAT] suppresses nothing: take it out"),
        ("ignore[NUM1O1]", 'no rule is called "NUM1O1", did you mean NUM101?'),
        ("ignore[value-mismach]", 'no rule is called "value-mismach", did you mean value-mismatch?'),
        ("ignore", "ignore names no rule in brackets, so it suppresses nothing: write ignore[NUM101]"),
        ("ignore NUM102: why", "ignore names no rule in brackets, so it suppresses nothing: write ignore[NUM102]"),
        ("ignore[]", "ignore names no rule in brackets, so it suppresses nothing: write ignore[NUM101]"),
        ("disable", "disable names no rule in brackets, so it suppresses nothing: write disable[NUM101]"),
        ("ingore[NUM101]", "there is no 'ingore', did you mean ignore?"),
        ("ignore[NUM101 why", "ignore[NUM101 has no closing bracket: write ignore[NUM101] with a rule's code, "
         "the beginning of codes, or a name"),
        ("", "says nothing: write ignore[NUM101] with a rule's code, the beginning of codes, or a name"),
        ("enable[NUM]", "enables what is not disabled before it"),
        ("enable", "enables what is not disabled before it"),
    ],
)  # fmt: skip
def test_a_comment_that_suppresses_nothing_is_told_where_it_stands(
    checker: RememberingChecker, comment: str, note: str | None
) -> None:
    written = f"<!-- consistency: {comment} -->"
    report = check(checker, f"{TOLL} {written}\n\n{LOSS}\n")
    assert notes(report) == ([note] if note else [])
    for finding in report.findings:
        if finding.code == "SUP001":
            assert (words(report, finding), finding.severity.value) == (written, "note")
    assert "SUP001" not in {one.finding.code for one in report.suppressed}


def test_a_known_rule_beside_an_unknown_one_holds(checker: RememberingChecker) -> None:
    report = check(checker, f"{TOLL} {IGNORE.replace('NUM101', 'NUM101, NUMB')}\n\n{LOSS}\n")
    assert gone(report) == ["15"]
    assert notes(report) == ['no rule is called "NUMB", did you mean NUM?']


def test_a_missing_colon_is_forgiven(checker: RememberingChecker) -> None:
    assert gone(check(checker, f"{TOLL} <!-- consistency ignore[NUM101] why -->\n\n{LOSS}\n")) == ["15"]


def test_front_matter_that_accepts_nothing_is_told_at_its_words(checker: RememberingChecker) -> None:
    head = "---\nconsistency:\n  ignore: [DAT, NUMB]\n  accept:\n  - {rule: QUO, reason: by phone}\n---\n"
    report = check(checker, f"{head}{TOLL}\n\n{LOSS}\n")
    told = {words(report, finding): finding.message for finding in report.findings if finding.code == "SUP001"}
    assert told == {
        "NUMB": 'no rule is called "NUMB", did you mean NUM?',
        "by phone": "the acceptance of QUO in the front matter suppresses nothing: take it out",
    }


@pytest.mark.parametrize(
    ("settings", "codes"),
    [
        (Settings(), ["SUP001"]),
        (Settings(suppressions=False), []),
        (Settings(min_confidence=0.9), []),
        (Settings(per_file_ignores=(("*.md", ("QUO",)),)), []),
        (Settings(per_file_ignores=(("*.md", ("SUP",)),)), []),
        (Settings(per_file_ignores=(("*.txt", ("QUO",)),)), ["SUP001"]),
    ],
)
def test_what_was_not_looked_for_is_not_unused(
    checker: RememberingChecker, settings: Settings, codes: list[str]
) -> None:
    own = check(checker, f"{TOLL}\n")
    draft = article_from_text(
        f"{TOLL} <!-- consistency: ignore[QUO401] -->\n", id="draft", role=Role.DRAFT, path="draft.md"
    )
    report = suppress(replace(own, articles=(draft, *own.articles[1:])), all_rules(), settings)
    assert [finding.code for finding in report.findings if finding.code[:3] not in ("NUM", "COV")] == codes


def test_only_selected_rules_can_be_unused(call: Call, tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text(f"{TOLL} <!-- consistency: ignore[QUO401, DAT] -->\n\n{LOSS}\n")
    (tmp_path / "wire.txt").write_text(SOURCE)
    said = {
        rules: call("check", "draft.md", "-s", "wire.txt", "-f", "concise", "--select", rules).stdout.decode()
        for rules in ("NUM", "NUM,SUP", "NUM,SUP,DAT", "NUM,SUP,DAT,QUO")
    }
    assert "SUP001" not in said["NUM"] and "SUP001" not in said["NUM,SUP"]
    assert "DAT in ignore[QUO401, DAT] suppresses nothing" in said["NUM,SUP,DAT"]
    assert ": SUP001 unused-suppression ignore[QUO401, DAT] suppresses nothing" in said["NUM,SUP,DAT,QUO"]


# ------------------------------------------------------------------ reports and the command


@pytest.fixture
def story(tmp_path: Path) -> Path:
    (tmp_path / "draft.md").write_text(f"{TOLL} {IGNORE}\n\n{LOSS}\n")
    (tmp_path / "wire.txt").write_text(SOURCE)
    return tmp_path


CHECK = ("check", "draft.md", "-s", "wire.txt")


def test_a_suppressed_finding_leaves_findings_summary_and_status(call: Call, story: Path) -> None:
    (story / "draft.md").write_text(f"{TOLL} {IGNORE}\n")
    done = call(*CHECK, "-f", "json", "--select", "NUM")
    told = json.loads(done.stdout)
    assert (done.returncode, told["findings"], told["summary"]) == (0, [], {"error": 0, "warning": 0, "note": 0})
    (one,) = told["suppressed"]
    assert (one["code"], one["by"], one["reason"], one["places"][0]["text"]) == (
        "NUM101", "comment", "checked by phone", "15",
    )  # fmt: skip
    shown = call(*CHECK, "-f", "json", "--select", "NUM", "--ignore-suppressions")
    (finding,) = json.loads(shown.stdout)["findings"]
    assert (shown.returncode, finding["fingerprint"]) == (1, one["fingerprint"])
    assert "suppressed" not in json.loads(shown.stdout)


def test_severities_of_the_settings_hold_for_what_is_suppressed_too(call: Call, story: Path) -> None:
    told = json.loads(call(*CHECK, "-f", "json", "--config", 'severity = {NUM = "note", SUP = "warning"}').stdout)
    assert [one["severity"] for one in told["suppressed"]] == ["note"]
    told = json.loads(
        call(*CHECK, "-f", "json", "--config", 'severity = {NUM = "note"}', "--min-severity", "error").stdout
    )
    assert (told["findings"], "suppressed" in told) == ([], False)


def test_tellings_can_be_compared_with_and_without(call: Call, story: Path) -> None:
    args = ("compare", "draft.md", "wire.txt", "-f", "concise", "--select", "NUM")
    assert [call(*args, *more).stdout.count(b"NUM101") for more in ((), ("--ignore-suppressions",))] == [1, 2]


def test_every_report_says_how_many_are_suppressed(call: Call, story: Path) -> None:
    assert call(*CHECK).stdout.decode().endswith("1 error in 1 draft against 1 source\n1 finding suppressed\n")
    markdown = call(*CHECK, "-f", "markdown").stdout.decode()
    assert (
        "<details><summary>1 finding suppressed</summary>\n\n- NUM101 draft.md 1:29, by a comment: checked by phone"
        in markdown
    )
    html = call(*CHECK, "-f", "html").stdout.decode()
    assert "<summary>1 finding suppressed</summary>" in html and "checked by phone" in html


def test_a_saved_report_keeps_what_is_suppressed(call: Call, story: Path) -> None:
    saved = call(*CHECK, "-f", "json", "-o", "run.json")
    assert saved.returncode == 1
    assert call("report", "run.json", "-f", "json").stdout == (story / "run.json").read_bytes()
    (story / "draft.md").unlink()
    assert call("report", "run.json").stdout.decode().endswith("1 finding suppressed\n")


def test_a_report_read_back_is_the_same(checker: RememberingChecker) -> None:
    report = check(checker, f"{TOLL} {IGNORE}\n\n{LOSS} <!-- consistency: ignore[QUO] -->\n")
    texts = {article.id: article for article in report.articles}
    back = loads(render(report, "json"), lambda article: texts[article.id])
    assert back.suppressed == report.suppressed
    assert render(back, "json") == render(report, "json")


def test_the_markdown_keeps_within_its_bound(checker: RememberingChecker) -> None:
    from consistency.reports.markdown import render as markdown

    one = check(checker, f"{TOLL} {IGNORE.replace('checked', '`_<&' * 90)}\n\n{LOSS}\n")
    report = replace(one, suppressed=one.suppressed * 400)
    for bound in (1000, 5000, 60_000):
        said = markdown(report, bound=bound)
        assert len(said.encode()) <= bound
        assert "400 findings suppressed" in said and "more\n" in said and "NUM101" in said


def test_the_day_is_no_part_of_what_is_kept(call: Call, story: Path) -> None:
    head = "---\nconsistency:\n  accept:\n  - {rule: NUM101, reason: x, until: 2026-05-04}\n---\n"
    (story / "draft.md").write_text(f"{head}{TOLL}\n")
    ended = [call(*CHECK, "-f", "concise", CONSISTENCY_TODAY=f"2026-05-0{day}").stdout.decode() for day in (4, 5, 4)]
    assert [("NUM101" in said, "SUP001" in said) for said in ended] == [(False, False), (True, True), (False, False)]


def test_an_article_can_say_from_which_severity_on_it_fails(call: Call, story: Path) -> None:
    (story / "draft.md").write_text(f"---\nconsistency: {{fail-on: never}}\n---\n{TOLL}\n")
    assert call(*CHECK).returncode == 0
    assert call(*CHECK, "--fail-on", "error").returncode == 1
    assert call(*CHECK, CONSISTENCY_FAIL_ON="error").returncode == 1
    (story / "draft.md").write_text(f"---\nconsistency: {{fail-on: note}}\n---\n{TOLL.replace('15', '12')}\n")
    assert call(*CHECK).returncode == 1
    assert call(*CHECK, "--exit-zero").returncode == 0


def test_an_article_that_keeps_itself_out_is_listed(call: Call, story: Path) -> None:
    (story / "draft.md").write_text(f"---\nconsistency: {{enabled: false}}\n---\n{TOLL}\n")
    done = call("check", "draft.md")
    assert done.returncode == 3
    assert b'not checked: draft.md: its front matter says "enabled: false"' in done.stdout
    assert call(*CHECK).returncode == 3
    assert call(*CHECK, "--allow-empty").returncode == 0


def test_a_wrong_shape_ends_with_2_and_names_file_and_key(call: Call, story: Path) -> None:
    (story / "draft.md").write_text(f"---\nconsistency: {{accept: [{{rule: NUM101}}]}}\n---\n{TOLL}\n")
    done = call(*CHECK)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"error: draft.md: consistency.accept[0].reason in the front matter is missing\n" in done.stderr
