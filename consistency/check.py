"""The program: articles in, report out. Read this first; it is the only module that knows all stages.

Article -> Sentence -> Claim -> Alignment -> Finding -> Report
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, combinations
from typing import TYPE_CHECKING

from consistency.engine import Engine
from consistency.findings.explain import explain, explained
from consistency.findings.severity import regraded
from consistency.findings.suppress import suppress
from consistency.types import (
    Alignment,
    AlignmentKind,
    Article,
    Claim,
    Finding,
    ParsedArticle,
    Passage,
    Report,
    summary_of,
)

# The stages are imported where they are called: what was checked before needs none of them.
if TYPE_CHECKING:
    from consistency.align import ArticlePair
    from consistency.embed import Embedding
    from consistency.settings import Settings

__all__ = ["Checker", "Progress", "check", "compare", "explain", "explained"]

#: Called with the name of a step, how much of it is done, and how much there is.
Progress = Callable[[str, int, int], None]

#: For every two tellings, by their numbers: aligned sentences, and whether they tell one story.
Pairings = dict[tuple[int, int], "ArticlePair"]


class Checker(Engine):
    """Checks articles with one set of settings; the model is opened once, when first needed."""

    def check(
        self, draft: Article, sources: Sequence[Article], *, progress: Progress | None = None, id: str | None = None
    ) -> Report:
        """What the draft says otherwise than its sources, leaves out, or adds."""
        if not draft.request.enabled:
            from consistency.findings.skipped import unwanted

            return unwanted(draft, sources, self.signature, id)
        return self._answer(_in_order(draft, sources), progress or _quiet, id)

    def foresee(self, draft: Article, sources: Sequence[Article], *, id: str | None = None) -> None:
        """Begin to encode what a check that comes next will need; until then the last one goes on beside it."""
        articles = _in_order(draft, sources)
        if draft.request.enabled and not self.kept.reported(articles, self.asked(articles, id)):
            self.ahead.begin([sentence.text for article in articles for sentence in self.sentences(article)])

    def compare(self, articles: Sequence[Article], *, progress: Progress | None = None) -> Report:
        """Where tellings of one story differ, none of them being the truth."""
        return self._answer(list(articles), progress or _quiet, None)

    def claims(self, article: Article) -> tuple[Claim, ...]:
        """Everything that was understood as a claim, in the order of the text."""
        return self.tell(article).claims

    def align(self, a: Article, b: Article) -> tuple[Passage, ...]:
        """Which passages of two articles belong together, best first within the order of the first."""
        from consistency.align import limited
        from consistency.align.passages import passages

        docs = [limited(self.tell(article)) for article in (a, b)]
        return passages(docs, _pair(docs, self._embed(docs)))

    def _answer(self, articles: Sequence[Article], progress: Progress, id: str | None) -> Report:
        """The report, made only where none is kept from an earlier run, and what the settings make of it."""
        asked = self.asked(articles, id)
        with self.kept.together():
            report = self.kept.report(articles, asked, lambda: self._report(articles, progress, id))
        return explained(regraded(suppress(report, self.rules, self.settings), self.settings))

    def _report(self, articles: Sequence[Article], progress: Progress, id: str | None) -> Report:
        """One stage after the other."""
        from consistency.align import cluster_claims, compared, exceeded, limited, within_article
        from consistency.align.claim_matrix import facts
        from consistency.align.passages import passages
        from consistency.findings.copies import differing
        from consistency.findings.skipped import copied, poorly_compared, shortened

        whole = []
        for i, article in enumerate(articles):
            progress("reading", i, len(articles))
            whole.append(self.tell(article))
        docs = list(map(limited, whole))
        progress("aligning", 0, 1)
        embedded = self._embed(docs)
        pairings = _pair(docs, embedded)
        progress("comparing", 0, 1)
        counted = cluster_claims(docs, pairings)
        within = tuple(chain(*map(within_article, docs, embedded)))
        findings = differing(self._find([*counted, *within, *compared(pairings, self.matters)], docs), articles)
        return Report(
            id=id,
            articles=tuple(articles),
            findings=findings,
            alignments=passages(docs, pairings),
            signature=self.signature,
            summary=summary_of(findings),
            skipped=(
                *poorly_compared(docs, pairings),
                *copied(articles),
                *shortened(whole),
                *exceeded(whole, pairings, within),
            ),
            facts=facts(chain(counted, self._quoted(docs, pairings)), articles),
        )

    def tell(self, article: Article) -> ParsedArticle:
        """An article, understood: its sentences and their claims."""
        with self.kept.together():
            doc = self.kept.doc(article, self.need, self._understand)
            # Each sentence's words are kept once, by themselves, for all articles that have it.
            return replace(doc, words=self.annotated(doc.sentences))

    def _understand(self, article: Article) -> ParsedArticle:
        from consistency.extract import extract, sourced
        from consistency.names.find import mentions

        sentences = self.sentences(article)
        named = mentions(sentences, self.annotated(sentences)) if AlignmentKind.NAME in self.matters else []
        said = sourced(sentences)
        return ParsedArticle(
            article=article,
            sentences=sentences,
            claims=extract(article, sentences, said),
            mentions=tuple(named),
            attributions=said,
        )

    def _embed(self, docs: Sequence[ParsedArticle]) -> list[list[Embedding]]:
        """One embedding for each sentence of each telling, all in one batch."""
        encoded = iter(self.ahead.encode([sentence.text for doc in docs for sentence in doc.sentences]))
        return [[next(encoded) for _ in doc.sentences] for doc in docs]

    def _quoted(self, docs: Sequence[ParsedArticle], pairings: Pairings) -> Iterator[Alignment]:
        """Quotations, which are no figures, as groups; only looked for where they are asked for."""
        from consistency.align import quote_clusters

        if AlignmentKind.QUOTE in self.matters:
            yield from quote_clusters(docs, pairings)

    def raised(self, alignments: Iterable[Alignment], docs: Sequence[ParsedArticle]) -> list[Finding]:
        """All that the rules say of alignments, some of it twice, as sure as each rule is."""
        from consistency.findings.rule_context import in_context

        seen = in_context(alignments, docs, self.settings.tolerance)
        return [finding for one in seen for rule in self.judges.get(one.kind, ()) for finding in rule(one)]

    def _find(self, alignments: Iterable[Alignment], docs: Sequence[ParsedArticle]) -> tuple[Finding, ...]:
        """What the rules see in alignments: each difference once, the sure ones, under a name that lasts."""
        from consistency.findings.calibrate import likelihood
        from consistency.findings.deduplicate import deduplicate
        from consistency.reports.fingerprint import marked

        found = self.raised(alignments, docs)
        return marked(deduplicate(found, docs, self.settings, likelihood(docs)), docs)


def check(draft: Article, sources: Sequence[Article], settings: Settings | None = None) -> Report:
    """One draft against its sources; see `Checker` for many."""
    return Checker(settings).check(draft, sources)


def compare(articles: Sequence[Article], settings: Settings | None = None) -> Report:
    """Two or more tellings of one story against each other."""
    return Checker(settings).compare(articles)


def _in_order(draft: Article, sources: Sequence[Article]) -> list[Article]:
    # by name, so that the order in which sources are given makes no difference
    return [draft, *sorted(sources, key=lambda source: (source.id, source.sha256))]


def _pair(docs: Sequence[ParsedArticle], embedded: Sequence[Sequence[Embedding]]) -> Pairings:
    """Every two tellings side by side."""
    from consistency.align import pair

    return {(i, j): pair(docs[i], docs[j], embedded[i], embedded[j]) for i, j in combinations(range(len(docs)), 2)}


def _quiet(step: str, done: int, total: int) -> None:
    """Progress that nobody watches."""
