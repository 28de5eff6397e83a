"""spaCy's tokenizer, which here learns its exceptions as it meets them."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

#: The tokenizer of most pipelines, and the name under which one that learns as it reads stands in its place.
USUAL, LEARNING = "spacy.Tokenizer.v1", "consistency.Learning.v1"


def learning() -> Callable[[Language], Any]:
    """What makes a tokenizer that learns an exception ("don't", "a.m.") at the first text that has its letters.

    It cuts as spaCy's does, which begins with all exceptions, those of the language and the 1,300 of
    the pipeline: that takes longer than its models.
    """
    spacy: Any = import_module("spacy")

    class Tokenizer(spacy.tokenizer.Tokenizer):  # type: ignore[misc]
        waiting: dict[str, tuple[str, Any]]

        def _load_special_cases(self, cases: dict[str, Any] | None) -> None:
            # spaCy calls this with all exceptions, and again with those that it has whenever a rule changes.
            told = {case: (_letters(case), parts) for case, parts in (cases or {}).items()}
            self.waiting = {**getattr(self, "waiting", {}), **told}

        def __call__(self, string: str) -> Any:
            # spaCy finds the tokens of an exception whether or not there are spaces between them.
            text = _letters(string)
            self.learning = True
            for case in [case for case, (letters, _) in self.waiting.items() if letters in text]:
                self.add_special_case(case, self.waiting.pop(case)[1])
            self.learning = False
            return super().__call__(string)

        def _flush_cache(self) -> None:
            # What was cut before knew the exceptions in it: only other rules would cut it otherwise.
            if not getattr(self, "learning", False):
                super()._flush_cache()

    return lambda nlp: Tokenizer(nlp.vocab)


def _letters(text: str) -> str:
    return "".join(text.split())
