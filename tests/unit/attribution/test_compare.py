from __future__ import annotations

import pytest

from consistency.attribution.compare import mentioned, nobody, same_source, unlike


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("Vik Harbour Board data", "figures from the Vik Harbour Board", True),
        ("the police", "a police spokesman", True),
        ("the bank", "bank officials", True),
        ("Ida Holm", "Holm", True),
        ("Ida Holm", "Peter Lang", False),
        ("the Vik Institute", "a trade union", False),
        ("Ida Holm", "the harbour board", None),
        ("Ida Holm", "the mayor", None),
        ("Ida Holm", "Vik fan", None),
    ],
)
def test_same_source_either_way(left: str, right: str, verdict: bool | None) -> None:
    assert same_source(left, right) is verdict
    assert same_source(right, left) is verdict


def test_unlike_needs_two_names_without_a_common_word() -> None:
    assert unlike("Ida Holm", "the harbour board")
    assert not unlike("Ida Holm", "the mayor")
    assert not unlike("the harbour office", "a harbour company")
    assert not unlike("Ida Holm", "officials")


def test_nobody_is_named_by_pronouns_and_by_sources() -> None:
    assert nobody("she")
    assert nobody("sources")
    assert not nobody("Ida Holm")


def test_a_surname_mentions_a_person() -> None:
    assert mentioned("Ida Holm", "Holm's ship left early.")
    assert not mentioned("Ida Holm", "Ida left early.")
