"""What is said of texts that are copies of each other."""

from __future__ import annotations

from dataclasses import dataclass

from consistency.check import Checker
from consistency.findings.skipped import copied, poorly_compared
from consistency.read import article_from_text
from consistency.settings import Settings
from consistency.types import Article, Role

TEXT = "A fire at the mill killed 12 people on Monday."


@dataclass(frozen=True)
class Unrelated:
    related: float = 0.1


def article(id: str, role: Role, text: str = TEXT) -> Article:
    return article_from_text(text, id=id, role=role, path=f"{id}.md")


def test_a_verbatim_copy_is_not_also_called_another_event() -> None:
    articles = [
        article("draft", Role.DRAFT),
        article("copy", Role.SOURCE),
        article("other", Role.SOURCE, "Oil rose 3%."),
    ]
    checker = Checker(Settings(cache=False))
    docs = [checker.parse(one) for one in articles]
    unrelated = dict.fromkeys([(0, 1), (0, 2), (1, 2)], Unrelated())
    assert [one.what for one in poorly_compared(docs, unrelated)] == ["other.md"]
    assert [(one.what, one.why.split(": ")[-1]) for one in copied(articles)] == [("draft.md", "a verbatim copy")]
