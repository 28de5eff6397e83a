"""How each pattern cuts the same text: the differences that the patterns exist for."""

import re

import pytest

from consistency.language.token_patterns import (
    EVENT_WORD,
    FIGURE_TOKEN,
    LETTERS,
    NAME_PART,
    NAME_WORD,
    QUOTED_WORD,
    SENTENCE_TOKEN,
    TERM,
    WORD,
)


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        (LETTERS, "The 21st day", "The st day"),
        (WORD, "AT&T's co-op", "AT&T's co-op"),
        (NAME_WORD, "O'Brien's U.S. Baden-Baden", "O'Brien s U.S. Baden-Baden"),
        (NAME_PART, "O'Brien's U.S. Baden-Baden", "O'Brien s U.S. Baden Baden"),
        (
            TERM,
            "U.S. ports don't earn $1.7, a 21st-century 5% well-known",
            "U.S. ports don't earn $1.7 a 21st century 5% well-known",
        ),
        (FIGURE_TOKEN, "$1.7bn, 80-year-old", "$ 1.7 bn , 80 - year - old"),
        (SENTENCE_TOKEN, "Mr. Lee's co-op, J. Doe.", "Mr. Lee 's co-op , J. Doe ."),
        (EVENT_WORD, "Mr. Lee's U.S. visit.", "Mr. Lee's U.S. visit"),
    ],
)
def test_a_pattern_cuts_a_text_as_its_readers_need_it(pattern: re.Pattern[str], text: str, expected: str) -> None:
    assert " ".join(pattern.findall(text)) == expected


def test_omissions_in_a_quotation_are_separate_from_its_words() -> None:
    gaps = [(match["gap"], match["word"]) for match in QUOTED_WORD.finditer("It’s [sic] 5% ... over")]
    assert gaps == [(None, "It’s"), ("[sic]", None), (None, "5"), (None, "%"), ("...", None), (None, "over")]
