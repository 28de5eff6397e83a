"""What goes beyond a limit is cut, and the report says so; an ordinary article is read whole."""

from __future__ import annotations

import pytest

from consistency.check import Checker
from consistency.findings.skipped import shortened
from consistency.quotations.find import Quote, quotes
from consistency.read import article_from_text
from consistency.settings import Settings
from consistency.types import ClaimKind, ParsedArticle, Role, limits

FIGURES = Settings(cache=False, select=("NUM", "DAT", "QUO"))


def doc(text: str, name: str = "a.txt") -> ParsedArticle:
    return Checker(FIGURES).parse(article_from_text(text, id="a", role=Role.DRAFT, path=name))


def whys(text: str, name: str = "a.txt") -> list[tuple[str, str]]:
    return [(one.what, one.why) for one in shortened([doc(text, name)])]


def test_a_long_sentence_is_read_in_parts_of_so_many_words() -> None:
    text = "The harbour closed on Monday.\n\n" + "a " * 1500 + "ended."
    parts = [sentence for sentence in doc(text).sentences if sentence.block == 1]
    assert [len(part.text.split()) for part in parts] == [400, 400, 400, 301]
    assert [part.goes_on for part in parts] == [True, True, True, False]
    assert whys(text) == [("a.txt", "a sentence longer than 400 words is read in parts (line 3)")]


@pytest.mark.parametrize(
    "text", ["$" * 9000 + "a", "# " + "a " * 4500, "1-" * 4500], ids=["marks", "a heading", "one token"]
)
def test_nothing_makes_a_longer_sentence(text: str) -> None:
    sentences = doc(text, "a.md").sentences
    assert max(len(sentence.text) for sentence in sentences) <= limits.SENTENCE
    assert sum(len(sentence.text.replace(" ", "")) for sentence in sentences) == len(text.strip("# ").replace(" ", ""))


def test_the_first_figures_of_a_sentence_are_claims() -> None:
    text = "The ferry sank.\n\n" + ", ".join(f"{number} boats" for number in range(2, 122)) + " sank."
    claims = [claim for claim in doc(text).claims if claim.kind is ClaimKind.QUANTITY]
    assert [claim.quantity.value for claim in claims if claim.quantity] == list(range(2, 102))
    assert whys(text) == [("a.txt", "of a sentence only the first 100 figures are checked (line 3)")]


def depth(quote: Quote) -> int:
    return 1 + max(map(depth, quote.nested), default=0)


@pytest.mark.parametrize("opening", ['"I said ', '"I said ‘so ', '"We, "they '], ids=["double", "both", "pairs"])
def test_quotations_that_are_never_closed_are_no_error(opening: str) -> None:
    parsed = doc(opening * 600)
    found = quotes(parsed.sentences, parsed.attributions)
    assert 1 <= max(map(depth, found)) <= limits.QUOTED


def test_of_many_quotations_the_first_are_read() -> None:
    text = ", ".join(f'"lost {number}"' for number in range(60)) + " and more, he said."
    parsed = doc(text)
    assert len(quotes(parsed.sentences, parsed.attributions)) == limits.QUOTATIONS
    assert whys(text) == [("a.txt", "of a sentence only the first 50 quotations are checked (line 1)")]


def test_what_lies_too_deep_is_reported() -> None:
    text = "The harbour closed.\n\n" + "> " * 41 + "It lost 12 ships.\n"
    assert [sentence.text for sentence in doc(text, "a.md").sentences] == ["The harbour closed."]
    assert whys(text, "a.md") == [("a.md", "what lies in 40 block quotations or lists is not read (line 3)")]


def test_what_lies_less_deep_is_read() -> None:
    text = "The harbour closed.\n\n" + "> " * 30 + "It lost 12 ships.\n"
    assert [sentence.text for sentence in doc(text, "a.md").sentences][1:] == ["It lost 12 ships."]
    assert whys(text, "a.md") == []
