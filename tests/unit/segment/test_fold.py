"""Folding: printed forms that say the same become the same, and the way back stays exact."""

from __future__ import annotations

import pytest

from consistency.segment import fold
from consistency.types import Span


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("“Yes,” she said", '"Yes," she said'),
        ("„Ja“, «oui», ‹si›", '"Ja", "oui", \'si\''),
        ("it’s the ‘others’ 5′", "it's the 'others' 5'"),
        ("``so'' it `is'", "\"so\" it 'is'"),
        ("well\u2010known co\u2011op", "well-known co-op"),
        ("coop\u00aderation", "cooperation"),
        ("the plan—never public—failed", "the plan - never public - failed"),
        ("the plan – never public – failed", "the plan - never public - failed"),
        ("the plan -- never public--failed", "the plan - never public - failed"),
        ("he said—“no”", 'he said - "no"'),
        ("10–12 June, 2019—2021, 5%–7%", "10-12 June, 2019-2021, 5%-7%"),
        ("the Paris–Rome line", "the Paris-Rome line"),
        ("from −5 to ‒3", "from -5 to - 3"),
        ("10\u00a0000 and 2\u202f000", "10 000 and 2 000"),
        ("two  spaces\tand\r\nlines", "two spaces and lines"),
        ("wait…", "wait..."),
        ("ﬁve oﬃces", "five offices"),
        ("ＡＢＣ １２％", "ABC 12%"),
        ("zero\u200bwidth\ufeff \u2066marks\u2069", "zerowidth marks"),
        ("cafe\u0301 A\u030angstro\u0308m", "café Ångström"),
        ("\u1112\u1161\u11ab", "한"),
        ("Smith &amp; Sons&nbsp;Ltd &#8212; closed", "Smith & Sons Ltd - closed"),
        ("R&D; &nosuch; & more", "R&D; &nosuch; & more"),
        ("  \u2003edges ", "edges"),
        ("₂ ½ № stay", "₂ ½ № stay"),
        ("rule ------ stays", "rule ------ stays"),
        ("", ""),
        (" \u200b ", ""),
    ],
)
def test_plain_form(raw: str, plain: str) -> None:
    assert fold(raw).text == plain


@pytest.mark.parametrize(
    ("raw", "words", "behind"),
    [
        ("the cafe\u0301 closed", "café", "cafe\u0301"),
        ("wait… now", "wait...", "wait…"),
        ("the plan—now", "plan", "plan"),
        ("the plan—now", "now", "now"),
        ("about $1\u202f000 more", "$1 000", "$1\u202f000"),
        ("A&amp;B grew", "A&B", "A&amp;B"),
        ("five\r\n  men", "five men", "five\r\n  men"),
    ],
)
def test_way_back(raw: str, words: str, behind: str) -> None:
    folded = fold(raw)
    start = folded.text.index(words)
    assert folded.raw(start, start + len(words)).cut(raw) == behind


def test_gaps_are_left_out() -> None:
    raw = "the **big** [vote](http://x.org) ended"
    gaps = [Span(4, 6), Span(9, 11), Span(12, 13), Span(17, 32)]
    assert fold(raw, Span(4, len(raw)), gaps).text == "big vote ended"


def test_a_pile_of_marks_takes_no_long_time() -> None:
    assert fold("e" + "\u0301" * 20_000).text.startswith("é")
