"""What is not checked, or hardly, and why: articles that want it so, and articles in another language."""

from __future__ import annotations

from collections.abc import Sequence

from consistency.language import english
from consistency.types import DISABLED, Article, Report, Skipped, Telling, summary_of

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
