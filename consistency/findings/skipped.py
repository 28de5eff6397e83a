"""What is not or only partly checked, and why: disabled, not English, another event, a verbatim copy, too long."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Protocol

from consistency.language.detect import english
from consistency.types import (
    DISABLED,
    ONE_STORY,
    Article,
    ClaimKind,
    Finding,
    ParsedArticle,
    Report,
    Role,
    Sentence,
    Skipped,
    Span,
    limits,
    summary_of,
)
from consistency.types.lines import Lines

_FOREIGN = "it does not seem to be in English, the only language whose claims are understood"
_OTHER_EVENT = "the draft and this source seem to report different events, so their sentences are not compared"
_ALONE = "it seems to report another event than the other articles, so their sentences are not compared"


class Judged(Protocol):
    """What this module needs to know about a pair of articles."""

    @property
    def related(self) -> float:
        """How likely the two report the same event, 0 to 1."""
        ...


def unwanted(draft: Article, sources: Sequence[Article], signature: str, id: str | None) -> Report:
    """The report on a draft whose front matter disables the check."""
    return Report(
        id=id,
        articles=(draft, *sources),
        findings=(),
        alignments=(),
        signature=signature,
        skipped=(Skipped(what=draft.path or draft.id, why=DISABLED),),
        summary=summary_of(()),
    )


def poorly_compared(docs: Sequence[ParsedArticle], pairings: Mapping[tuple[int, int], Judged]) -> tuple[Skipped, ...]:
    """The articles that could hardly be analysed, then those about a different event."""
    understood = [english(doc.sentences) for doc in docs]
    foreign = [(doc, _FOREIGN) for doc, known in zip(docs, understood, strict=True) if not known]
    claiming = {n for n, known in enumerate(understood) if known and any(s.checkable for s in docs[n].sentences)}
    comparable = {
        pair: 1.0 if _same(*(docs[n].article for n in pair)) else pairing.related
        for pair, pairing in pairings.items()
        if claiming.issuperset(pair)
    }
    return tuple(
        Skipped(what=doc.article.path or doc.article.id, why=why)
        for doc, why in (*foreign, *_strangers(docs, comparable))
    )


def _strangers(
    docs: Sequence[ParsedArticle], related: Mapping[tuple[int, int], float]
) -> Iterator[tuple[ParsedArticle, str]]:
    """The sources about a different event than the draft; of peers, those that share an event with no other."""
    drafted = docs[0].article.role is Role.DRAFT
    for n, doc in enumerate(docs):
        judged = [sure for pair, sure in related.items() if (pair == (0, n) if drafted else n in pair)]
        if judged and max(judged) < ONE_STORY:
            yield doc, _OTHER_EVENT if drafted else _ALONE


def shortened(docs: Sequence[ParsedArticle]) -> tuple[Skipped, ...]:
    """Texts read only in part because they exceed a limit: an entry for each article and limit, with the line."""
    return tuple(Skipped(what=doc.article.path or doc.article.id, why=why) for doc in docs for why in _shortened(doc))


def _shortened(doc: ParsedArticle) -> Iterator[str]:
    article, sentences = doc.article, doc.sentences
    figures = Counter(claim.sentence for claim in doc.claims if claim.kind is not ClaimKind.QUOTE)
    cut = [one for one, before in zip(sentences, (None, *sentences), strict=False) if _begins(one, before)]
    counted = [one for one in sentences if figures[one.index] >= limits.CLAIMS]
    quoted = [one for one in sentences if one.text.count('"') + one.text.count("'") > 2 * limits.QUOTATIONS]
    attributed = [one for one in sentences if len(doc.attributions[one.index]) >= limits.SOURCES]
    for spans, why in (
        (article.deep, f"what lies in {limits.NESTED} block quotations or lists is not read"),
        ([one.span for one in cut], f"a sentence longer than {limits.WORDS} words is read in parts"),
        ([one.span for one in counted], f"of a sentence only the first {limits.CLAIMS} figures are checked"),
        ([one.span for one in quoted], f"of a sentence only the first {limits.QUOTATIONS} quotations are checked"),
        ([one.span for one in attributed], f"of a sentence only the first {limits.SOURCES} sources are seen"),
    ):
        if spans:
            yield f"{why} ({_lines(article, spans)})"


def _begins(sentence: Sentence, before: Sentence | None) -> bool:
    """Whether a sentence is the first piece of a sentence that was cut for length."""
    return sentence.goes_on and not (before is not None and before.goes_on)


def _lines(article: Article, spans: Sequence[Span]) -> str:
    line, _ = Lines(article.text).position(spans[0].start)
    return f"line {line}" if len(spans) == 1 else f"line {line}, and {len(spans) - 1} more"


def differing(findings: Sequence[Finding], articles: Sequence[Article]) -> tuple[Finding, ...]:
    """The findings without those between an article and its verbatim copies, which cannot differ.

    Differences in white space are ignored.
    """
    words = {article.id: article.text.split() for article in articles}

    def between_copies(finding: Finding) -> bool:
        named = {place.article for place in finding.places}
        return len(named) > 1 and len({tuple(words[id]) for id in named}) == 1

    return tuple(finding for finding in findings if not between_copies(finding))


def copied(articles: Sequence[Article]) -> tuple[Skipped, ...]:
    """A note on each article whose text is equal to that of another."""
    return tuple(
        Skipped(what=one.path or one.id, why=f"its text is identical to that of {two.path or two.id}: a verbatim copy")
        for one, two in combinations(articles, 2)
        if one.role is not Role.SOURCE and _same(one, two)
    )


def _same(one: Article, two: Article) -> bool:
    return one.text.split() == two.text.split()
