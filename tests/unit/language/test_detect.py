"""English is told from other languages by its commonest words."""

from __future__ import annotations

import pytest

from consistency.check import Checker
from consistency.language.detect import english
from consistency.read import article_from_text
from consistency.segment import segment
from consistency.settings import Settings
from consistency.types import Role

ENGLISH = (
    "The council approved the bridge on Monday. It is to be built in the spring, and the mayor hopes that it will last."
)
GERMAN = (
    "Der Rat hat die neue Brücke am Montag genehmigt. Sie soll im Frühling gebaut werden, und die Bürgermeisterin "
    "hofft, dass sie lange halten wird, denn sie kostet die Stadt viele Millionen."
)


@pytest.mark.parametrize(
    ("text", "expected"), [(ENGLISH, True), (GERMAN, False), ("Sieben Worte sagen noch nichts.", True)]
)
def test_language(text: str, expected: bool) -> None:
    assert english(segment(article_from_text(text, id="a", role=Role.DRAFT))) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le feu à l'usine a tué 15 personnes lundi.", False),
        ("Der Brand in der Mühle tötete am Montag 15 Menschen.", False),
        ("El incendio en la fábrica mató a 15 personas el lunes.", False),
        ("Пожар убил 15 человек в понедельник.", False),
        ("工場の火災で15人が死亡した。", False),
        ("Police arrested three men Monday.", True),
        ("Police in Rio de Janeiro arrest three.", True),
        ("Leonardo da Vinci and Charles de Gaulle met van der Bellen.", True),
        ("The mayor of Łódź met Žižek at the Café Müller.", True),
        ("Les Misérables opens in La Paz.", True),
    ],
)
def test_a_short_text_is_foreign_where_its_own_words_say_so(text: str, expected: bool) -> None:
    assert english(segment(article_from_text(text, id="a", role=Role.DRAFT))) is expected


def test_a_check_says_which_article_it_hardly_understood() -> None:
    texts = (("draft", Role.DRAFT, GERMAN), ("source", Role.SOURCE, ENGLISH))
    draft, source = (article_from_text(text, id=id, role=role) for id, role, text in texts)
    report = Checker(Settings(cache=False)).check(draft, [source])
    assert [skipped.what for skipped in report.skipped] == ["draft"]
    assert report.findings == ()
