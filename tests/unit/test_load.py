from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.errors import InputError
from consistency.reports import FORMATS, render
from consistency.reports.lines import Lines
from consistency.reports.load import loads
from consistency.reports.merge import merge
from consistency.reports.sparse import sparse
from consistency.types import Article, ClaimKind, Fact, Report, Role, Voice
from tests.conftest import make_article, make_finding, make_place

#: Formats that show no more of an article than the words of the places.
PLACES_ALONE = ("json", "json-lines", "csv", "sarif", "github", "gitlab", "junit", "rdjson", "concise", "grouped")


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
    voices = Voice(article="draft.md", places=places, camp=0), Voice(article="wire.txt")
    full = replace(report, id="7", facts=(Fact(kind=ClaimKind.QUANTITY, voices=voices),))
    again = loads(saved(full))
    assert (again.facts, again.id, again.summary) == (full.facts, "7", {"error": 1, "warning": 0, "note": 1})


@pytest.mark.parametrize(
    "text",
    ["", "{}", "[]", "null", "7", "nonsense", '{"schema": 2}', "[" * 100_000, '{"schema": 1, "articles": []}', "\x00"],
)
def test_what_is_no_report_is_an_error(text: str) -> None:
    with pytest.raises(InputError, match="not a report"):
        loads(text)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("findings", 0, "severity"), "fatal"),
        (("findings", 0, "places"), []),
        (("findings", 0, "places", 0, "start"), -1),
        (("findings", 0, "places", 0, "end"), 10**15),
        (("findings", 0, "places", 0, "start"), "0"),
        (("findings", 0, "places", 0, "line"), 99),
        (("findings", 0, "places", 0, "article"), "other.md"),
        (("findings", 0, "places", 0, "text"), "x"),
        (("articles", 0, "role"), "judge"),
        (("articles", 0, "published"), "yesterday"),
        (("articles", 1, "id"), "draft.md"),
        (("alignments", 0, "score"), "high"),
    ],
)
def test_a_damaged_report_is_an_error(report: Report, path: tuple[Any, ...], value: Any) -> None:
    told = json.loads(saved(report))
    *above, last = path
    place = told
    for key in above:
        place = place[key]
    place[last] = value
    with pytest.raises(InputError, match="not a report"):
        loads(json.dumps(told))


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
