from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import jsonschema
import pytest

from consistency import Checker, article_from_text
from consistency.reports import render
from consistency.reports.json import schema
from consistency.reports.matrix import matrix
from consistency.types import ClaimKind, MatrixCell, MatrixRow, PlaceKind, Report, Role
from tests.conftest import make_article, make_place

TELLINGS = (
    "The fire at the mill killed 12 people. It burned for three days.",
    "The fire at the mill killed 12 people. It burned for three days.",
    "The fire at the mill killed 15 people. Some 40 firemen came from Lorvik to the mill.",
)


@pytest.fixture(scope="module")
def told() -> Report:
    articles = [
        article_from_text(text, id=name, path=name, role=Role.PEER)
        for name, text in zip(("a.txt", "b.txt", "c.txt"), TELLINGS, strict=True)
    ]
    return Checker().compare(articles)


def test_a_majority_an_outlier_and_who_stands_alone(told: Report) -> None:
    rows = {row.cells[0].words or row.cells[2].words: row for row in matrix(told)}
    disputed = rows["12 people"]
    assert (disputed.standing, [cell.words for cell in disputed.cells]) == (
        "disputed",
        ["12 people"] * 2 + ["15 people"],
    )
    assert [cell.standing for cell in disputed.cells] == ["", "", "outlier"]
    assert (disputed.cells[2].line, disputed.cells[2].column) == (1, 29)
    assert rows["Some 40 firemen"].standing == "alone"
    assert [cell.standing for cell in rows["Some 40 firemen"].cells] == ["silent", "silent", "alone"]
    assert matrix(told)[0].standing == "disputed"


def test_a_quotation_has_a_row_with_who_words_it_otherwise_and_who_is_silent() -> None:
    said = 'The mill will never close, said the owner, Ada Brenn. "We have {}, and we will {} it again," she said.'
    texts = (
        said.format("rebuilt this mill twice", "rebuild"),
        said.format("rebuilt this mill twice", "rebuild"),
        said.format("repaired this mill twice", "rebuild"),
        "The mill will never close, said the owner, Ada Brenn.",
    )
    report = Checker().compare(
        [article_from_text(text, id=f"{n}", path=f"{n}", role=Role.PEER) for n, text in enumerate(texts)]
    )
    (row,) = [row for row in matrix(report) if row.kind == "quote"]
    assert row.standing == "disputed"
    assert [cell.standing for cell in row.cells] == ["", "", "outlier", "silent"]
    assert row.cells[2].words == '"We have repaired this mill twice, and we will rebuild it again,"'


def test_text_shows_the_matrix_of_tellings(told: Report) -> None:
    shown = str(render(told, "text"))
    assert "  disputed    12 people" in shown
    assert "  ! 15 people\n" in shown
    assert "[3] c.txt" in shown


def test_csv_names_the_majority_and_the_outliers(told: Report) -> None:
    rows = list(csv.DictReader(io.StringIO(str(render(told, "matrix")))))
    first = rows[0]
    assert (first["kind"], first["standing"], first["majority"], first["outliers"]) == (
        "quantity",
        "disputed",
        "a.txt, b.txt",
        "c.txt",
    )
    assert first["c.txt"] == "15 people"
    assert any(row["a.txt"] == "(silent)" for row in rows)


def test_two_articles_have_no_matrix() -> None:
    articles = [article_from_text(text, id=text[-9:], role=Role.PEER) for text in TELLINGS[1:]]
    assert Checker().compare(articles).facts == ()


def test_without_a_majority_all_differ_and_silence_is_not_a_side() -> None:
    articles = [make_article(f"{n} nets", Role.PEER, f"{n}.txt") for n in (1, 2, 3)]
    voices = [
        MatrixCell(article=a.id, places=(make_place(a, a.text, PlaceKind.EVIDENCE),), cluster=i)
        for i, a in enumerate(articles)
    ]
    report = Report(articles=tuple(articles), findings=(), alignments=(), signature="s")
    rows = matrix(replace(report, facts=(MatrixRow(kind=ClaimKind.QUANTITY, voices=tuple(voices)),)))
    assert [cell.standing for cell in rows[0].cells] == ["differs"] * 3
    silent = (*voices[:2], MatrixCell(article="3.txt"))
    rows = matrix(replace(report, facts=(MatrixRow(kind=ClaimKind.QUANTITY, voices=silent[1:]),)))
    assert [cell.standing for cell in rows[0].cells] == ["not compared", "alone", "silent"]


def test_json_with_facts_is_what_the_schema_says(told: Report) -> None:
    whole = json.loads(str(render(told, "json")))
    jsonschema.validate(whole, json.loads(schema()))
    camps = {voice["article"]: voice["camp"] for voice in whole["facts"][0]["voices"]}
    assert camps == {"a.txt": 0, "b.txt": 0, "c.txt": 1}


def test_a_floor_and_a_ceiling_do_not_agree() -> None:
    texts = ("Fewer than 200 people fled the flood.", "Fewer than 200 people fled the flood.")
    articles = [
        article_from_text(text, id=f"{i}.txt", role=Role.PEER)
        for i, text in enumerate((*texts, "More than 200 people fled the flood."))
    ]
    rows = matrix(Checker().compare(articles))
    assert [cell.standing for cell in rows[0].cells] == ["", "", "outlier"]
