"""Paragraphs of plain text."""

from __future__ import annotations

import pytest

from consistency.read.plain import plain_blocks

WRAPPED = (
    "The town of Lakeside will build three new schools by 2031, its\n"
    "council decided on Tuesday. Work on the first of them starts in\n"
    "May, said Ann Reed, who leads the council, at the meeting."
)


def _blocks(text: str) -> list[str]:
    return [block.span.cut(text) for block in plain_blocks(text, 0)]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028"])
def test_a_line_is_a_paragraph(newline: str) -> None:
    lines = ["Lakeside to build three schools", "The council decided so on Tuesday.", "She left.", "“We go,” she said."]
    assert _blocks(newline.join(lines)) == lines
    assert _blocks((newline * 2).join(lines) + newline) == lines


def test_lines_broken_by_width_are_one_paragraph() -> None:
    assert _blocks(WRAPPED) == [WRAPPED]
    assert _blocks(f"{WRAPPED}\n\n{WRAPPED}\n") == [WRAPPED, WRAPPED]
    assert _blocks(WRAPPED.replace("\n", "\r\n")) == [WRAPPED.replace("\n", "\r\n")]


def test_a_headline_over_wrapped_lines_stays_apart() -> None:
    assert _blocks(f"Lakeside builds schools\n{WRAPPED}") == ["Lakeside builds schools", WRAPPED]


def test_a_short_last_line_ends_the_paragraph() -> None:
    text = f"{WRAPPED}\nShe left early.\n{WRAPPED}"
    assert _blocks(text)[0].endswith("at the meeting.")
    assert len(_blocks(text)) == 3


def test_verse_and_addresses_are_not_joined() -> None:
    assert _blocks("Ann Reed\n12 Lake Road\nLakeside") == ["Ann Reed", "12 Lake Road", "Lakeside"]


def test_list_marks_are_not_prose() -> None:
    assert _blocks("- one\n* two\n• three") == ["one", "two", "three"]
    assert _blocks("1. one\n2. two") == ["one", "two"]
    assert _blocks("7. Mai war es.") == ["7. Mai war es."]
    assert _blocks("-5 degrees were measured.") == ["-5 degrees were measured."]


def test_blank_and_invisible_lines_part() -> None:
    assert _blocks("\ufeffone.\n \t\u00a0\ntwo.\n\u200b\nthree.") == ["one.", "two.", "three."]
