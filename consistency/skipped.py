"""What is not checked, or hardly, and why: articles that want it so, are in another language, or go beyond a limit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from consistency import limits
from consistency.language import english
from consistency.reports.lines import Lines
from consistency.types import DISABLED, Article, ClaimKind, Report, Sentence, Skipped, Span, Telling, summary_of

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


def shortened(tellings: Sequence[Telling]) -> tuple[Skipped, ...]:
    """What was read in part only, as it goes beyond a limit: one entry for each article and limit, with the line."""
    return tuple(
        Skipped(what=telling.article.path or telling.article.id, why=why)
        for telling in tellings
        for why in _shortened(telling)
    )


def _shortened(telling: Telling) -> Iterator[str]:
    article, sentences = telling.article, telling.sentences
    figures = Counter(claim.sentence for claim in telling.claims if claim.kind is not ClaimKind.QUOTE)
    cut = [one for one, before in zip(sentences, (None, *sentences), strict=False) if _begins(one, before)]
    counted = [one for one in sentences if figures[one.index] >= limits.CLAIMS]
    quoted = [one for one in sentences if one.text.count('"') + one.text.count("'") > 2 * limits.QUOTATIONS]
    said = [one for one in sentences if len(telling.attributions[one.index]) >= limits.SOURCES]
    for spans, why in (
        (article.deep, f"what lies in {limits.NESTED} block quotations or lists is not read"),
        ([one.span for one in cut], f"a sentence longer than {limits.WORDS} words is read in parts"),
        ([one.span for one in counted], f"of a sentence only the first {limits.CLAIMS} figures are checked"),
        ([one.span for one in quoted], f"of a sentence only the first {limits.QUOTATIONS} quotations are checked"),
        ([one.span for one in said], f"of a sentence only the first {limits.SOURCES} sources are seen"),
    ):
        if spans:
            yield f"{why} ({_lines(article, spans)})"


def _begins(sentence: Sentence, before: Sentence | None) -> bool:
    """Whether it is the first part of a sentence that was cut."""
    return sentence.goes_on and not (before is not None and before.goes_on)


def _lines(article: Article, spans: Sequence[Span]) -> str:
    line, _ = Lines(article.text).position(spans[0].start)
    return f"line {line}" if len(spans) == 1 else f"line {line}, and {len(spans) - 1} more"
