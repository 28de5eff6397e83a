"""What was changed, dropped, added or moved between two sentences."""

from __future__ import annotations

from consistency.align.diff_tokens import Token, tokens
from consistency.align.statements import swapped_arguments
from consistency.align.token_diff import Edit, edits
from consistency.annotate import annotate


def found(left: str, right: str) -> list[tuple[str, str, Edit]]:
    one, two = (tokens(words) for words in annotate([left, right]))
    return [(_cut(left, one, edit.left), _cut(right, two, edit.right), edit) for edit in edits(one, two)]


def shown(left: str, right: str) -> list[tuple[str, str]]:
    return [(a, b) for a, b, _ in found(left, right)]


def _cut(text: str, told: list[Token], place: tuple[int, int]) -> str:
    return text[told[place[0]].span.start : told[place[1] - 1].span.end] if place[0] < place[1] else ""


def test_equal_sentences_have_no_edits() -> None:
    text = "The harbour board will not sell the pier."
    assert shown(text, text) == []


def test_inflection_articles_and_marks_are_no_edits() -> None:
    assert shown("The board sells a pier, it said.", "The board sells the pier - it said.") == []
    assert shown("The U.S. sells wheat.", "The United States sells wheat.") == []


def test_an_added_word() -> None:
    ((left, right, edit),) = found("The board will not sell the pier.", "The board will sell the pier.")
    assert (left, right) == ("not", "")
    assert edit.cover == 1.0


def test_a_changed_word_with_its_hyphen() -> None:
    assert shown("Voss wants to up-end the treaty.", "Voss wants to end the treaty.") == [("up-end", "end")]


def test_moved_words_are_no_edit() -> None:
    moved = shown("On Monday the board of Selby sold the pier.", "The board of Selby sold the pier on Monday.")
    assert moved == []


def test_a_phrase_of_place_stays_whole() -> None:
    assert shown("Farmers along the coast marched.", "Farmers across the country marched.") == [
        ("along the coast", "across the country")
    ]


def test_cover_falls_with_other_changes() -> None:
    close = found("The board will not sell the old pier.", "The board will sell the old pier.")[0][2]
    loose = found("The town will not keep the old pier.", "The board will sell the old pier.")[-1][2]
    assert loose.cover < close.cover


def _swaps(left: str, right: str) -> int:
    one, two = (tokens(words) for words in annotate([left, right]))
    return len(list(swapped_arguments(one, two)))


def test_exchanged_names() -> None:
    assert _swaps("Norway invited Portugal to the talks.", "Portugal invited Norway to the talks.")
    assert not _swaps("Norway met with Portugal.", "Norway met with Portugal.")


def test_even_order_is_no_exchange() -> None:
    assert not _swaps("Norway and Portugal signed.", "Portugal and Norway signed.")
    assert not _swaps("A pact between Norway and Portugal.", "A pact between Portugal and Norway.")


def test_passive_is_no_exchange() -> None:
    assert not _swaps("Norway invited Portugal.", "Portugal was invited by Norway.")
