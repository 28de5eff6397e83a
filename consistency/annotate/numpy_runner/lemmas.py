"""The dictionary form of a word, by the pipeline's tables of endings and exceptions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any

#: Endings and what stands in their place, in the order in which they are tried.
Rules = Sequence[tuple[str, str]]


class Lemmas:
    """The rule lemmatizer of an English pipeline; ``read`` gives its tables, and is called at the first word."""

    def __init__(self, read: Callable[[], dict[str, Any]]) -> None:
        self._read = read
        self._indexes: dict[str, frozenset[str]] = {}

    def of(self, text: str, pos: str, morph: str) -> str:
        """The lemma of a word with this part of speech and these features ("Number=Sing")."""
        lower = text.lower()
        if pos in ("", "SPACE") or _is_base(pos, dict(part.split("=") for part in morph.split("|") if "=" in part)):
            return lower
        rules, exceptions = self._table("rules", pos), self._table("exceptions", pos)
        if not (rules or exceptions):
            return text if pos == "PROPN" else lower
        return [*self._forms(lower, pos, rules or (), exceptions or {}), text][0]

    def _forms(self, text: str, pos: str, rules: Rules, exceptions: Mapping[str, Sequence[str]]) -> list[str]:
        """What the word may be a form of, likeliest first: exceptions, words of the index, then any ending off."""
        index = self._index(pos)
        ended = [text[: len(text) - len(old)] + new for old, new in rules if text.endswith(old)]
        forms = [*reversed([form for form in ended if form in index]), *(form for form in ended if _signed(form))]
        for form in exceptions.get(text, ()):
            if form not in forms:
                forms.insert(0, form)
        return forms or [form for form in ended if form]

    def _index(self, pos: str) -> frozenset[str]:
        if pos not in self._indexes:
            self._indexes[pos] = frozenset(self._table("words", pos) or ())
        return self._indexes[pos]

    def _table(self, name: str, pos: str) -> Any:
        return self._tables.get(name, {}).get(pos.lower())

    @cached_property
    def _tables(self) -> dict[str, Any]:
        return self._read()


def _is_base(pos: str, morph: Mapping[str, str]) -> bool:
    """Whether a word has its dictionary form already."""
    form, degree = morph.get("VerbForm"), morph.get("Degree")
    if pos == "NOUN" and morph.get("Number") == "Sing":
        return True
    present = form == "Fin" and morph.get("Tense") == "Pres" and "Number" not in morph
    return (pos == "VERB" and present) or form in ("Inf", "None") or degree == "Pos"


def _signed(form: str) -> bool:
    return bool(form) and not form.isalpha()
