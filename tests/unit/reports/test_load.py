from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.errors import InputError
from consistency.reports import FORMATS, render
from consistency.reports.load import loads, sparse
from consistency.reports.merge import merge
from consistency.types import Article, ClaimKind, MatrixCell, MatrixRow, Report, Role, Suppressed, SuppressionSource
from consistency.types.lines import Lines
from tests.conftest import make_article, make_finding, make_place

#: Formats that show no more of an article than the words of the places.
PLACES_ALONE = ("json", "json-lines", "csv", "sarif", "github", "gitlab", "junit", "rdjson", "concise", "grouped")

#: What a damaged report has in place of a value; the first stands for none at all.
DELETED: Any = object()
ODD: list[Any] = [
    DELETED, None, True, 0, 1, -1, 2, 10**9, 10**400, 1.5, float("nan"), float("inf"), "", "x", "\ud800", "\0",
    "draft.md", "error", "0001-01-01", "2026-02-31", [], {}, [[]], [None], {"a": 1}, "x" * 1000, "\x1b[31m",
]  # fmt: skip


def saved(report: Report) -> str:
    return str(render(report, "json"))


def test_a_report_read_back_with_its_articles_gives_equal_bytes_in_every_format(report: Report) -> None:
    texts = {article.sha256: article for article in report.articles}
    again = loads(saved(report), lambda article: texts.get(article.sha256))
    for name in set(FORMATS) - {"parquet"}:
        assert render(again, name) == render(report, name), name


@pytest.mark.parametrize("name", PLACES_ALONE)
def test_a_report_read_back_alone_gives_equal_bytes_where_no_context_is_shown(report: Report, name: str) -> None:
    assert render(loads(saved(report)), name) == render(report, name)


def test_of_articles_that_are_gone_the_quoted_words_are_shown(report: Report) -> None:
    shown = str(render(loads(saved(report)), "text"))
    assert "      12 nets\n      ^^^^^^^\n" in shown
    assert "on Monday" not in shown


def test_an_article_that_changed_is_not_used(report: Report) -> None:
    def other(article: Article) -> Article:
        return make_article("X" + report.articles[0].text, article.role, article.path)

    assert render(loads(saved(report), other), "text") == render(loads(saved(report)), "text")
    forged = [replace(article, text="X" * 100) for article in report.articles]  # the right digest, other words
    found = loads(saved(report), lambda article: next(a for a in forged if a.id == article.id))
    assert render(found, "json") == render(report, "json")


def test_facts_and_ids_are_read_back(report: Report) -> None:
    places = (report.findings[1].places[0],)
    voices = MatrixCell(article="draft.md", places=places, cluster=0), MatrixCell(article="wire.txt")
    full = replace(report, id="7", facts=(MatrixRow(kind=ClaimKind.QUANTITY, voices=voices),))
    again = loads(saved(full))
    assert (again.facts, again.id, again.summary) == (full.facts, "7", {"error": 1, "warning": 0, "note": 1})


@pytest.mark.parametrize(
    "text",
    ["", "{}", "[]", "null", "7", "nonsense", '{"schema": 2}', "[" * 100_000, '{"schema": 1, "articles": []}', "\x00"],
)
def test_what_is_no_report_is_an_error(text: str) -> None:
    with pytest.raises(InputError, match="not a report"):
        loads(text)


PLACE = ("findings", 0, "places", 0)

#: A way into a report, what is written there, and what is said of it.
DAMAGE: list[tuple[tuple[Any, ...], Any, str]] = [
    (("schema",), True, "schema is true, not 1"),
    (("id",), ["7"], "id is a list, not a string"),
    (("articles",), {}, "articles is an object, not a list"),
    (("articles",), [], "articles is empty"),
    (("articles", 0), None, "articles[0] is null, not an object"),
    (("articles", 0, "role"), "judge", 'articles[0].role is "judge", not one of draft, source, peer'),
    (("articles", 0, "published"), "2026-02-31", 'articles[0].published is "2026-02-31", not a date'),
    (("articles", 0, "published"), False, "articles[0].published is false, not a date"),
    (("articles", 0, "title"), 7, "articles[0].title is 7, not a string"),
    (("articles", 1, "id"), "draft.md", "two of them have one id"),
    (("articles", 0, "sha256"), DELETED, "articles[0].sha256 is missing"),
    (("findings",), None, "findings is null, not a list"),
    (("findings", 0, "severity"), "fatal", 'findings[0].severity is "fatal", not one of error'),
    (("findings", 0, "confidence"), 10**400, "findings[0].confidence is 1000"),
    (("findings", 0, "confidence"), 1.5, "findings[0].confidence is 1.5, not a number from 0 to 1"),
    (("findings", 0, "confidence"), True, "findings[0].confidence is true, not a number"),
    (("findings", 0, "confidence"), float("nan"), "NaN is not a number in JSON"),
    (("findings", 0, "message"), {}, "findings[0].message is an object, not a string"),
    (("findings", 0, "code"), DELETED, "findings[0].code is missing"),
    (("findings", 0, "places"), [], "findings[0].places is empty"),
    ((*PLACE, "start"), -1, "findings[0].places[0].start is -1, not a whole number"),
    ((*PLACE, "start"), "0", 'findings[0].places[0].start is "0", not a whole number'),
    ((*PLACE, "start"), 1.0, "findings[0].places[0].start is 1.0, not a whole number"),
    ((*PLACE, "end"), 10**15, "findings[0].places[0].end is 1000000000000000, not a whole number"),
    ((*PLACE, "end"), 3, "findings[0].places[0]: its text is not as long as from start to end"),
    ((*PLACE, "text"), "x", "findings[0].places[0]: its text is not as long as from start to end"),
    ((*PLACE, "line"), 99, "articles[0]: the places in it do not fit together"),
    ((*PLACE, "line"), 0, "findings[0].places[0].line is 0, not a whole number from 1"),
    ((*PLACE, "article"), "other.md", "a place in 'other.md', which is none of the articles"),
    ((*PLACE, "kind"), "hint", 'findings[0].places[0].kind is "hint", not one of'),
    (("alignments", 0, "score"), "high", 'alignments[0].score is "high", not a number'),
    (("alignments", 0, "places"), [], "alignments[0].places is empty"),
    (("skipped", 0), "x", 'skipped[0] is "x", not an object'),
    (("signature",), DELETED, "signature is missing"),
    (("facts", 0, "kind"), "rumour", 'facts[0].kind is "rumour", not one of'),
    (("facts", 0, "voices", 0, "camp"), "\0", "facts[0].voices[0].camp is"),
    (("facts", 0, "voices", 0, "camp"), -1, "facts[0].voices[0].camp is -1, not a whole number"),
    (("facts", 0, "voices", 1, "article"), "other.md", "a place in 'other.md', which is none of the articles"),
    (("suppressed", 0, "by"), "luck", 'suppressed[0].by is "luck", not one of'),
]


@pytest.fixture
def whole(report: Report) -> dict[str, Any]:
    """A report with every part that there can be, as JSON."""
    finding = report.findings[1]
    voices = MatrixCell(article="draft.md", places=finding.places[:1], cluster=0), MatrixCell(article="wire.txt")
    facts = (MatrixRow(kind=ClaimKind.QUANTITY, voices=voices),)
    full = replace(
        report, facts=facts, suppressed=(Suppressed(finding=finding, by=SuppressionSource.COMMENT, reason="checked"),)
    )
    told: dict[str, Any] = json.loads(saved(full))
    return told


def damaged(told: dict[str, Any], path: tuple[Any, ...], value: Any) -> str:
    *above, last = path
    place: Any = told
    for key in above:
        place = place[key]
    if value is DELETED:
        del place[last]
    else:
        place[last] = value
    return json.dumps(told)


@pytest.mark.parametrize(("path", "value", "says"), DAMAGE, ids=[str(n) for n in range(len(DAMAGE))])
def test_a_damaged_report_is_an_error_with_its_place(
    whole: dict[str, Any], path: tuple[Any, ...], value: Any, says: str
) -> None:
    assert loads(json.dumps(whole)).findings
    with pytest.raises(InputError, match="not a report of this program: ") as caught:
        loads(damaged(whole, path, value), where="run.json")
    assert says in caught.value.message
    assert caught.value.where == "run.json"


def test_a_damaged_line_of_a_batch_is_named(whole: dict[str, Any]) -> None:
    good = json.dumps(whole)
    for bad in (good[:-9], damaged(whole, ("signature",), 7)):
        with pytest.raises(InputError) as caught:
            loads(f"{good}\n\n{bad}\n", where="out.jsonl")
        assert caught.value.where == "out.jsonl:3"


def test_a_damaged_document_of_many_lines_is_an_error_at_its_line(whole: dict[str, Any]) -> None:
    text = json.dumps(whole, indent=1)
    with pytest.raises(InputError) as caught:
        loads(text.replace('"schema": 1,', '"schema": 1,,', 1), where="run.json")
    assert caught.value.where == "run.json:2"


def test_a_line_separator_ends_no_line(whole: dict[str, Any]) -> None:
    whole["skipped"][0]["why"] = "no\u2028prose"
    line = json.dumps(whole, ensure_ascii=False)
    assert loads(f"{line}\n{line}\n").skipped[0].why == "no\u2028prose"


def test_places_far_out_in_many_articles_take_no_memory(whole: dict[str, Any]) -> None:
    place = whole["findings"][0]["places"][0]
    far = 40_000_000
    place |= {"start": far, "end": far + len(place["text"]), "line": 1, "column": far + 1, "end_line": 1}
    for part in ("alignments", "facts", "suppressed"):
        whole[part] = []
    line = json.dumps(whole)
    with pytest.raises(InputError, match="longer than this program can show"):
        loads("\n".join([line] * 9))


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_altered_is_shown_or_an_error(whole: dict[str, Any], seed: int) -> None:
    chance = random.Random(seed)
    shown = 0
    for _ in range(60):
        told = json.loads(json.dumps(whole))
        path = chance.choice([one for one in ways(told) if one])
        text = damaged(told, path, chance.choice(ODD))
        try:
            again = loads(text)
        except InputError:
            continue
        shown += 1
        for name in ("json", "text", "html", "matrix", "sarif", "markdown", "junit", "csv", "gitlab"):
            assert render(again, name) is not None
    assert shown < 60


def ways(value: Any, above: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The ways to all values in a value."""
    yield above
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from ways(inner, (*above, key))


def test_the_answers_of_a_batch_become_one_report(report: Report) -> None:
    one = json.dumps(json.loads(saved(replace(report, id="a"))))
    draft = make_article("Another draft: 14 nets.")
    other = replace(report, id="b", articles=(draft, report.articles[1]), alignments=(), skipped=())
    two = json.dumps(json.loads(saved(replace(other, findings=(make_finding(make_place(draft, "14 nets")),)))))
    failed = '{"id": "c", "error": {"message": "no text", "hint": null}, "findings": []}'
    merged = loads(f"{one}\n{two}\n{failed}\n")
    assert [article.id for article in merged.articles] == ["draft.md", "wire.txt", "draft.md#2", "wire.txt#2"]
    assert merged.summary == {"error": 2, "warning": 0, "note": 1}
    assert [skipped.what for skipped in merged.skipped] == ["photo.txt", "row c"]
    assert "14 nets" in str(render(merged, "text"))


def test_one_report_twice_is_that_report(report: Report) -> None:
    assert render(merge([report, report]), "json") == render(report, "json")


@given(
    text=st.text(st.sampled_from("ab \n🔥é"), max_size=60),
    cuts=st.lists(st.tuples(st.integers(0, 60), st.integers(0, 12)), max_size=6),
)
def test_known_words_stand_at_their_offset_line_and_column(text: str, cuts: list[tuple[int, int]]) -> None:
    lines = Lines(text)
    places = []
    for start, size in cuts:
        start, end = min(start, len(text)), min(start + size, len(text))
        (line, column), (end_line, end_column) = lines.position(start), lines.position(end)
        where = {"line": line, "column": column, "end_line": end_line, "end_column": end_column}
        places.append({"start": start, "end": end, "text": text[start:end], **where})
    rebuilt = Lines(sparse(places))
    for place in places:
        assert rebuilt.text[place["start"] : place["end"]] == place["text"]
        assert rebuilt.position(place["start"]) == (place["line"], place["column"])
        assert rebuilt.position(place["end"]) == (place["end_line"], place["end_column"])


def test_two_texts_in_one_place_are_refused() -> None:
    place = {"start": 0, "end": 2, "text": "ab", "line": 1, "column": 1, "end_line": 1, "end_column": 3}
    with pytest.raises(ValueError, match="two texts"):
        sparse([place, {**place, "text": "ax"}])


def test_roles_of_one_file_are_told_apart_when_merged() -> None:
    draft, source = make_article("12 nets"), make_article("12 nets", Role.SOURCE)
    one = Report(articles=(draft,), findings=(), alignments=(), signature="s")
    merged = merge([one, replace(one, articles=(source,))])
    assert [(article.id, article.role) for article in merged.articles] == [
        ("draft.md", Role.DRAFT),
        ("draft.md#2", Role.SOURCE),
    ]
