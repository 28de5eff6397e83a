"""What is not checked, or hardly, and why: articles that want it so, in another language, or copied word for word."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from consistency.language import english
from consistency.types import DISABLED, Article, Report, Role, Skipped, Telling, summary_of

_FOREIGN = "it does not seem to be in English, the only language whose claims are understood"


def unwanted(draft: Article, sources: Sequence[Article], signature: str, id: str | None) -> Report:
    """The report on a draft that does not want to be checked."""
    return Report(
        id=id,
        articles=(draft, *sources),
        findings=(),
        alignments=(),
        signature=signature,
        skipped=(Skipped(what=draft.path or draft.id, why=DISABLED),),
        summary=summary_of(()),
    )


def foreign(tellings: Sequence[Telling]) -> tuple[Skipped, ...]:
    """The articles of which little can have been understood."""
    strange = [telling.article for telling in tellings if not english(telling.sentences)]
    return tuple(Skipped(what=article.path or article.id, why=_FOREIGN) for article in strange)


def copied(articles: Sequence[Article]) -> tuple[Skipped, ...]:
    """The articles whose text is that of another: there is nothing in which the two could differ."""
    words = [article.text.split() for article in articles]
    return tuple(
        Skipped(what=one.path or one.id, why=f"its text is identical to that of {two.path or two.id}: a verbatim copy")
        for (one, its), (two, others) in combinations(zip(articles, words, strict=True), 2)
        if one.role is not Role.SOURCE and its == others
    )
