"""What settings make of findings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from consistency.check import Checker
from consistency.findings.deduplicate import deduplicate
from consistency.findings.present import graded
from consistency.read import article_from_text
from consistency.settings import Settings
from consistency.types import Article, ParsedArticle, Report, Role, Severity
from tests.conftest import make_article, make_finding, make_place

SOURCE = "The fire at the mill killed 12 people."
SALES = "Sales of the mill rose to 1,000 tons."


def check(checker: Checker, draft: str, source: str = SOURCE, path: str = "d.md", **given: object) -> Report:
    own = type(checker)(replace(checker.settings, **given))  # type: ignore[arg-type]
    told = article_from_text(draft, id="d", role=Role.DRAFT, path=path)
    return own.check(told, [article_from_text(source, id="s", role=Role.SOURCE, path="s.txt")])


def found(report: Report) -> list[tuple[str, str]]:
    return [(finding.code, finding.severity.value) for finding in report.findings]


def doc(article: Article) -> ParsedArticle:
    return ParsedArticle(article=article, sentences=(), claims=())


# ---- severities


def test_findings_get_the_severity_that_the_settings_give() -> None:
    place = make_place(make_article("It burned."), "burned")
    finding = make_finding(place)
    assert graded([finding], Settings(severity=(("NUM", "note"),)))[0].severity is Severity.NOTE
    assert graded([finding], Settings(severity=(("DAT", "note"),)))[0].severity is Severity.ERROR


def test_findings_below_the_least_severity_go_after_they_were_graded() -> None:
    place = make_place(make_article("It burned."), "burned")
    finding = make_finding(place)
    least = Settings(min_severity="warning")
    assert graded([finding], least) == (finding,)
    assert graded([finding], replace(least, severity=(("NUM101", "note"),))) == ()
    note = make_finding(place, severity=Severity.NOTE)
    assert len(graded([note], replace(least, severity=(("NUM101", "warning"),)))) == 1


def test_the_summary_follows_the_severities(checker: Checker) -> None:
    draft = "The fire at the mill killed 15 people."
    assert found(check(checker, draft)) == [("NUM101", "error")]
    softer = check(checker, draft, severity=(("NUM", "note"),))
    assert found(softer) == [("NUM101", "note")]
    assert softer.summary == {"error": 0, "warning": 0, "note": 1}
    silent = check(checker, draft, severity=(("NUM", "note"),), min_severity="warning")
    assert (silent.findings, silent.summary["note"]) == ((), 0)


def test_off_is_as_if_the_rule_were_not_there(checker: Checker) -> None:
    draft = "The fire at the mill killed 15 people."
    off = check(checker, draft, severity=(("value-mismatch", "off"),))
    assert found(off) == found(check(checker, draft, ignore=("NUM101",)))
    assert "NUM101" not in off.signature


# ---- single files


def test_the_path_of_the_draft_decides_what_is_ignored_in_it() -> None:
    draft = make_article("It burned.", path="live/a.md")
    source = make_article("It burned down.", Role.SOURCE, "wire.txt")
    finding = make_finding(make_place(source, "burned"), make_place(draft, "burned"))
    docs = [doc(draft), doc(source)]
    for pattern, kept in (("live/**", 0), ("wire.txt", 1), ("desk/**", 1)):
        settings = Settings(per_file_ignores=((pattern, ("NUM",)),))
        assert len(deduplicate([finding], docs, settings)) == kept, pattern


def test_of_peers_the_article_that_is_pointed_at_first_decides() -> None:
    one, two = make_article("It burned.", Role.PEER, "one.md"), make_article("It fell.", Role.PEER, "two.md")
    finding = make_finding(make_place(one, "burned"), make_place(two, "fell"))
    docs = [doc(one), doc(two)]
    assert deduplicate([finding], docs, Settings(per_file_ignores=(("one.md", ("ALL",)),))) == ()
    assert deduplicate([finding], docs, Settings(per_file_ignores=(("two.md", ("ALL",)),))) == (finding,)


def test_what_is_kept_for_one_path_is_not_taken_for_another(checker: Checker) -> None:
    draft, ignores = "The fire at the mill killed 15 people.", (("live/**", ("NUM",)),)
    assert found(check(checker, draft, path="live/a.md", per_file_ignores=ignores)) == []
    assert found(check(checker, draft, path="desk/a.md", per_file_ignores=ignores)) == [("NUM101", "error")]


# ---- tolerance


@pytest.mark.parametrize(
    ("figure", "tolerance", "codes"),
    [("1,005", 0.0, ["NUM101"]), ("1,005", 0.01, []), ("1,010", 0.01, []), ("1,011", 0.01, ["NUM101"])],
)
def test_figures_may_lie_as_far_apart_as_is_tolerated(
    checker: Checker, figure: str, tolerance: float, codes: list[str]
) -> None:
    report = check(checker, f"Sales of the mill rose to {figure} tons.", SALES, tolerance=tolerance)
    assert [finding.code for finding in report.findings if finding.code.startswith("NUM")] == codes


def test_dates_have_no_tolerance(checker: Checker) -> None:
    source, draft = "The mill burned down in 1985.", "The mill burned down in 1986."
    assert [f.code for f in check(checker, draft, source, tolerance=0.5).findings] == ["DAT201"]


def test_a_contradiction_within_the_tolerance_is_none(checker: Checker) -> None:
    draft = "Mill sells 1,000 tons of flour\n\nThe mill in Orvale sold 1,004 tons of flour on Monday, records show."
    source = "A mill in Orvale sold flour on Monday."
    assert "DOC901" in [f.code for f in check(checker, draft, source).findings]
    assert "DOC901" not in [f.code for f in check(checker, draft, source, tolerance=0.01).findings]


# ---- aliases

ALIASES = (("Zorbex", "Zorbex Industries", "the Orange Giant"),)


def test_aliases_are_one_entity_and_others_stay_apart(checker: Checker) -> None:
    source = "Zorbex Industries cut 300 jobs in Lyon on Monday, said Zorbex chief Ana Pell."
    draft = "The Orange Giant cut 300 jobs in Lyon on Monday, said Zorbex chief Ana Pell."
    other = "Brenholt cut 300 jobs in Lyon on Monday, said Zorbex chief Ana Pell."
    assert [f.code for f in check(checker, draft, source).findings] == ["ENT301"]
    assert check(checker, draft, source, aliases=ALIASES).findings == ()
    assert [f.code for f in check(checker, other, source, aliases=ALIASES).findings] == ["ENT301"]


def test_what_else_differs_beside_an_alias_is_still_found_and_pinned(checker: Checker) -> None:
    source = "Zorbex Industries cut 300 jobs in Lyon on Monday."
    draft = "The Orange Giant cut 500 jobs in Lyon on Monday."
    report = check(checker, draft, source, aliases=ALIASES)
    assert [f.code for f in report.findings] == ["NUM101"]
    place = report.findings[0].places[0]
    assert place.span.cut(draft).startswith("500")
