from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.attribution.find import attribute
from consistency.quotations import find
from consistency.quotations.find import Quote, QuoteKind
from consistency.types import Sentence
from tests.unit.sentences import article


def quotes(sentences: Sequence[Sentence]) -> list[Quote]:
    return find.quotes(sentences, attribute(sentences))


def found(*paragraphs: str | tuple[str, ...]) -> list[tuple[str, str | None]]:
    return [(quote.text, quote.speaker) for quote in quotes(article(*paragraphs))]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ('"The bridge is safe," Mayor Ida Holm said on Friday.', "The bridge is safe,", "Ida Holm"),
        ('"The bridge is safe," said Ida Holm.', "The bridge is safe,", "Ida Holm"),
        ('Ida Holm, who runs the port, said the bridge was "perfectly safe".', "perfectly safe", "Ida Holm"),
        ('Ida Holm told reporters: "The bridge is safe."', "The bridge is safe.", "Ida Holm"),
        ('Ida Holm warned of "dark days," threatening drivers with fines.', "dark days,", "Ida Holm"),
    ],
)
def test_speaker_in_the_sentence(text: str, words: str, speaker: str) -> None:
    assert found(text) == [(words, speaker)]


def test_short_name_becomes_the_full_one() -> None:
    assert found("Mayor Ida Holm opened the bridge.", '"It is safe," Holm said.')[0][1] == "Ida Holm"


def test_office_becomes_its_holder() -> None:
    text = ("Norwegian Transport Minister Ida Holm met Danish Transport Minister Bo Lund.",)
    assert found(text, 'Norway is "ready," its transport minister said.') == [("ready,", "Ida Holm")]


def test_interrupted_speech_is_one_quotation() -> None:
    quote = quotes(article('"The bridge," Ida Holm said, "will open in May."'))[0]
    assert quote.text == "The bridge, will open in May."
    assert len(quote.stretches) == 2


def test_two_fragments_stay_two() -> None:
    text = 'Holm has called the plan a "waste," telling critics to "look at the price."'
    assert [words for words, _ in found(text)] == ["waste,", "look at the price."]


def test_speech_over_sentences_is_one_quotation() -> None:
    quote = quotes(article(('"The bridge is safe.', 'It opens in May," Holm said.')))[0]
    assert [stretch.sentence for stretch in quote.stretches] == [0, 1]
    assert (quote.text, quote.speaker) == ("The bridge is safe. It opens in May,", "Holm")


def test_speech_over_paragraphs_is_one_quotation() -> None:
    made = quotes(article('Holm said: "The bridge is safe.', '"It opens in May."'))
    assert [quote.text for quote in made] == ["The bridge is safe. It opens in May."]


def test_speaker_is_carried_to_the_next_sentence() -> None:
    assert found(('"It is safe," said Ida Holm.', '"We tested it twice."'))[1][1] == "Ida Holm"


def test_speaker_is_not_carried_over_a_question() -> None:
    assert found(('"Is it safe?" asked Ida Holm.', '"We tested it twice."'))[1][1] is None


def test_nested_quotation() -> None:
    quote = quotes(article("\"They called it a 'toy' bridge,\" Holm said."))[0]
    assert [inner.text for inner in quote.nested] == ["toy"]
    assert quote.nested[0].speaker == "Holm"


def test_apostrophes_are_no_marks() -> None:
    assert found("The workers' pay and the bosses' cars aren't the town's, rock 'n' roll of the '90s.") == []


def test_british_marks_hold_over_sentences() -> None:
    text = ("'The bridge isn't old.", "It's the engineers' best,' Ida Holm said.")
    assert found(text) == [("The bridge isn't old. It's the engineers' best,", "Ida Holm")]


def test_unclosed_mark_keeps_to_its_sentence() -> None:
    quote = quotes(article(('Holm said "the bridge is safe.', "It opened in May.", "Cars came.")))[0]
    assert not quote.closed
    assert [stretch.sentence for stretch in quote.stretches] == [0]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('The city joined the "Blue Harbour, Green Coast" programme.', QuoteKind.NAME),
        ('The talk at the "Hall 9 Forum" began late.', QuoteKind.NAME),
        ('The so-called "experts" left.', QuoteKind.SCARE),
        ('Holm called it a "marvel", she said.', QuoteKind.WORD),
        ('"The bridge is safe," Holm said.', QuoteKind.SPEECH),
        ('Holm said the bridge was "safe for the next hundred years".', QuoteKind.PARTIAL),
    ],
)
def test_kinds(text: str, kind: QuoteKind) -> None:
    assert quotes(article(text))[0].kind is kind


def test_names_and_scare_quotes_have_no_speaker() -> None:
    assert found('The city joined the "Blue Harbour" programme, Holm said.')[0][1] is None


def test_single_marks_of_a_headline() -> None:
    made = quotes(article("It opened.", headline="Bridge 'perfectly safe' after tests"))
    assert [(quote.kind, quote.text) for quote in made] == [(QuoteKind.HEADLINE, "perfectly safe")]


@given(st.lists(st.text(alphabet="ab '\".,?", max_size=30), max_size=5))
def test_spans_cut_the_words_and_stay_inside(texts: list[str]) -> None:
    sentences = article(tuple(texts)) if texts else []
    for quote in quotes(sentences):
        parts = [stretch.inner.cut(sentences[stretch.sentence].text) for stretch in quote.stretches]
        assert " ".join(parts) == quote.text
        assert all(stretch.outer.covers(stretch.inner) for stretch in quote.stretches)
