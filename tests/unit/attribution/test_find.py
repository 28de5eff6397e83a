from __future__ import annotations

import pytest

from consistency.attribution.find import SourceKind, attribute
from consistency.types import Span, attribution_of
from tests.unit.sentences import article


def source_of(text: str, claim: str) -> str | None:
    at = text.index(claim)
    one = attribution_of(Span(at, at + len(claim)), attribute(article(text))[0])
    return None if one is None else one.speaker or one.kind.value


@pytest.mark.parametrize(
    ("text", "claim", "source"),
    [
        ("The port lost 40 ships, according to Lloyd's data.", "40 ships", "Lloyd's"),
        ("According to Harbour Board figures, the port lost 40 ships.", "40 ships", "Harbour Board"),
        (
            "The port lost 40 ships, figures from the Harbour Board show, mostly in May.",
            "40 ships",
            "the Harbour Board",
        ),
        ("Harbour Board data shows that the port lost 40 ships.", "40 ships", "Harbour Board"),
        ("The port lost 40 ships, as reported by the Harbour Board.", "40 ships", "the Harbour Board"),
        ("Mayor Ida Holm later said the port lost 40 ships.", "40 ships", "Mayor Ida Holm"),
        ("Ida Holm, head of the port authority of Vik, stressed in May that it lost 40 ships.", "40 ships", "Ida Holm"),
        ("The port lost 40 ships, Holm told the council.", "40 ships", "Holm"),
        ("The port lost 40 ships, as Mayor Holm told the council in May.", "40 ships", "Mayor Holm"),
        ("Holm said ships were late, adding that 40 were lost.", "40 were", "Holm"),
        ("The port reportedly lost 40 ships.", "40 ships", "hearsay"),
        ("The port lost 40 ships.", "40 ships", None),
        ("Northern states lost 40 ships and claims rose.", "40 ships", None),
    ],
)
def test_who_a_figure_is_from(text: str, claim: str, source: str | None) -> None:
    assert source_of(text, claim) == source


def test_narrator_takes_over_after_but() -> None:
    text = "The port lost 40 ships, according to the Harbour Board, but it still has 90 cranes."
    assert source_of(text, "40 ships") == "the Harbour Board"
    assert source_of(text, "90 cranes") is None


def test_ranks_between_commas_are_the_narrators() -> None:
    text = "Vik, the coast's largest port, lost 40 ships, according to Harbour Board data."
    assert source_of(text, "the coast's largest port") is None
    assert source_of(text, "40 ships") == "Harbour Board"


def test_closest_source_wins() -> None:
    text = '"We lost 40 ships," Ida Holm said on Friday, according to a statement from the port.'
    assert source_of(text, "40 ships") == "Ida Holm"
    assert source_of(text, "on Friday") == "port"


def test_two_sources_in_a_row() -> None:
    text = "Imports were 40 tonnes, according to the port, and exports 90 tonnes, according to the city."
    assert source_of(text, "40 tonnes") == "the port"
    assert source_of(text, "90 tonnes") == "the city"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ships were lost, Holm said.", SourceKind.SPEAKER),
        ("Ships were lost, according to customs data.", SourceKind.DATA),
        ("Ships were lost, according to a report by the port.", SourceKind.DOCUMENT),
    ],
)
def test_kinds(text: str, kind: SourceKind) -> None:
    assert attribute(article(text))[0][0].kind is kind


def test_pronoun_stands_for_the_last_speaker() -> None:
    sentences = article("Ships were lost, Ida Holm said.", "The crane fell, she said.")
    assert [one.speaker for one in attribute(sentences)[1]] == ["Ida Holm"]


def test_pronoun_of_the_other_sex_stays_unresolved() -> None:
    sentences = article("Ships were lost, Ida Holm said.", "The crane fell, she said.", "It rained, he said.")
    assert attribute(sentences)[2][0].speaker is None


def test_person_pronoun_is_no_body() -> None:
    sentences = article("Ships were lost, police said.", "The crane fell, he said.")
    assert attribute(sentences)[1][0].speaker is None


def test_words_inside_quotations_attribute_nothing() -> None:
    text = '"My father said the port had 40 ships," Holm recalled.'
    assert source_of(text, "40 ships") == "Holm"


def test_speech_over_sentences_points_home() -> None:
    first, second = attribute(article(('"We lost 40 ships.', 'It rained," Holm said.')))
    assert [(one.speaker, one.sentence_offset) for one in first] == [("Holm", 1)]
    assert [(one.speaker, one.sentence_offset) for one in second] == [("Holm", 0)]
