"""What is worked out once for the words of a sentence."""

from consistency.language.memoize import MOST, memoize_by_identity
from consistency.types import Word


def _words(text: str) -> tuple[Word, ...]:
    return (Word(0, len(text), text, text, "NOUN", "NN", "ROOT", 0, "", False),)


def test_the_same_words_are_asked_once_and_new_ones_get_an_answer_of_their_own() -> None:
    asked: list[str] = []

    @memoize_by_identity
    def text(words: tuple[Word, ...]) -> str:
        asked.append(words[0].text)
        return words[0].text

    sea = _words("sea")
    assert [text(sea), text(sea), text(_words("port"))] == ["sea", "sea", "port"]
    assert asked == ["sea", "port"]


def test_words_that_are_gone_do_not_answer_for_others() -> None:
    length = memoize_by_identity(lambda words: len(words[0].text))
    assert [length(_words("a" * (n % 7 + 1))) for n in range(2 * MOST)] == [n % 7 + 1 for n in range(2 * MOST)]
