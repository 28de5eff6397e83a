"""The program: articles in, report out. Read this first; it is the only module that knows all stages.

    Article -> Sentence -> Claim -> Alignment -> Finding -> Report
      read     segment    extract   align       rules     reports

Articles are read before they come here, and reports are rendered afterwards; everything between is below, in order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, combinations
from typing import TYPE_CHECKING

from consistency.engine import Engine, Resources
from consistency.findings.present import explain, explained, regraded
from consistency.findings.suppress import suppress
from consistency.settings import Settings
from consistency.types import (
    Alignment,
    AlignmentKind,
    Article,
    Claim,
    Finding,
    ParsedArticle,
    Passage,
    Report,
    Sentence,
    summary_of,
)

# The stages are imported where they are called: a report from the cache needs none of them.
if TYPE_CHECKING:
    from consistency.align import ArticlePair
    from consistency.embed import Embedding

__all__ = ["Checker", "Comparison", "Progress", "explain", "explained"]

#: Called with the name of a step, how much of it is done, and how much there is.
Progress = Callable[[str, int, int], None]

#: Two parsed articles with their aligned sentences, by the numbers ``(i, j)`` of the articles, ``i < j``.
ArticlePairs = dict[tuple[int, int], "ArticlePair"]


def _no_progress(step: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What the align stage makes of several parsed articles."""

    pairs: ArticlePairs
    #: Claims of all articles that concern the same fact.
    clusters: tuple[Alignment, ...]
    #: Claims of one article that should agree with each other.
    within: tuple[Alignment, ...]
    #: Names, quotations, statements and other words of one article against those of the others.
    across: tuple[Alignment, ...]

    @property
    def alignments(self) -> tuple[Alignment, ...]:
        """All that the rules look at."""
        return (*self.clusters, *self.within, *self.across)


class Checker:
    """Checks articles with one set of settings; models are opened once, when first needed.

    ``resources`` are the models and the cache of another checker; by default a checker opens its own.
    """

    def __init__(self, settings: Settings | None = None, *, resources: Resources | None = None) -> None:
        self.engine = Engine(settings or Settings(), resources)

    @property
    def settings(self) -> Settings:
        """The settings of every check."""
        return self.engine.settings

    def check(
        self, draft: Article, sources: Sequence[Article], *, progress: Progress | None = None, id: str | None = None
    ) -> Report:
        """Everything the draft contradicts, omits or adds; ``id`` names the report."""
        if not draft.request.enabled:
            from consistency.findings.skipped import unwanted

            return unwanted(draft, sources, self.engine.signature, id)
        return self._report(_in_order(draft, sources), progress or _no_progress, id)

    def compare(self, articles: Sequence[Article], *, progress: Progress | None = None) -> Report:
        """Where versions of the same story differ, none treated as authoritative."""
        return self._report(list(articles), progress or _no_progress, None)

    def claims(self, article: Article) -> tuple[Claim, ...]:
        """Every claim extracted from the article, in the order of the text."""
        return self.parse(article).claims

    def align(self, a: Article, b: Article) -> tuple[Passage, ...]:
        """Which passages of two articles correspond, in the order of the first."""
        from consistency.align import limited
        from consistency.align.sentence_alignment import passages

        docs = [limited(self.parse(article)) for article in (a, b)]
        return passages(docs, _pair(docs, self._embed(docs)))

    def encode_ahead(self, draft: Article, sources: Sequence[Article], *, id: str | None = None) -> None:
        """Start to encode, in a thread, what the next check will need, unless its report is in the cache.

        Called before the current check, whose comparisons then run at the same time. See ``stop_encoding``.
        """
        articles = _in_order(draft, sources)
        engine = self.engine
        if draft.request.enabled and not engine.results.has_report(articles, engine.report_settings(articles, id)):
            texts = [sentence.text for article in articles for sentence in self.sentences(article)]
            engine.resources.ahead.begin(texts)

    def stop_encoding(self) -> None:
        """Give up encoding that was started for a check that will not come."""
        self.engine.resources.ahead.leave()

    def _report(self, articles: Sequence[Article], progress: Progress, id: str | None) -> Report:
        """The report, from the cache if it is there, with what suppressions and severities make of it."""
        results, settings = self.engine.results, self.engine.report_settings(articles, id)
        with results.transaction():
            report = results.report(articles, settings, lambda: self._run_stages(articles, progress, id))
        return explained(regraded(suppress(report, self.engine.rules, self.settings), self.settings))

    def _run_stages(self, articles: Sequence[Article], progress: Progress, id: str | None) -> Report:
        from consistency.align import exceeded, limited
        from consistency.align.claim_clusters import facts
        from consistency.align.sentence_alignment import passages
        from consistency.findings.skipped import copied, differing, poorly_compared, shortened

        parsed = self._parse_all(articles, progress)
        docs = [limited(doc) for doc in parsed]
        comparison = self.compare_parsed(docs, progress)
        raw_findings = self.apply_rules(comparison.alignments, docs)
        findings = differing(self._select(raw_findings, docs), articles)
        pairs = comparison.pairs
        return Report(
            id=id,
            articles=tuple(articles),
            findings=findings,
            alignments=passages(docs, pairs),
            signature=self.engine.signature,
            summary=summary_of(findings),
            skipped=(
                *poorly_compared(docs, pairs),
                *copied(articles),
                *shortened(parsed),
                *exceeded(parsed, pairs, comparison.within),
            ),
            facts=facts(chain(comparison.clusters, self._quote_clusters(docs, pairs)), articles),
        )

    # ---- segment and extract

    def sentences(self, article: Article) -> tuple[Sentence, ...]:
        """All sentences of an article, whether or not they make a claim."""

        def segmented(article: Article) -> tuple[Sentence, ...]:
            from consistency.segment import segment

            return segment(article, self.settings.aliases)

        return self.engine.results.sentences(article, self.engine.parse_settings, segmented)

    def parse(self, article: Article) -> ParsedArticle:
        """The article with its sentences, words, claims, names and attributions, from the cache if it is there."""
        results = self.engine.results
        with results.transaction():
            doc = results.parsed_article(article, self.engine.parse_settings, self._extract)
            # Words are cached by sentence, for all articles that contain the sentence.
            return replace(doc, words=self.engine.annotate(doc.sentences))

    def _parse_all(self, articles: Sequence[Article], progress: Progress) -> list[ParsedArticle]:
        parsed = []
        for i, article in enumerate(articles):
            progress("reading", i, len(articles))
            parsed.append(self.parse(article))
        return parsed

    def _extract(self, article: Article) -> ParsedArticle:
        from consistency.extract import extract, sourced
        from consistency.names.find import mentions

        sentences = self.sentences(article)
        names = AlignmentKind.NAME in self.engine.kinds
        attributions = sourced(sentences)
        return ParsedArticle(
            article=article,
            sentences=sentences,
            claims=extract(article, sentences, attributions),
            mentions=tuple(mentions(sentences, self.engine.annotate(sentences))) if names else (),
            attributions=attributions,
        )

    # ---- align

    def compare_parsed(self, docs: Sequence[ParsedArticle], progress: Progress = _no_progress) -> Comparison:
        """Every two articles with their aligned sentences, and the alignments of their claims and words."""
        from consistency.align import cluster_claims, compared, within_article

        progress("aligning", 0, 1)
        embeddings = self._embed(docs)
        pairs = _pair(docs, embeddings)
        progress("comparing", 0, 1)
        return Comparison(
            pairs=pairs,
            clusters=tuple(cluster_claims(docs, pairs)),
            within=tuple(chain(*map(within_article, docs, embeddings))),
            across=tuple(compared(pairs, self.engine.kinds)),
        )

    def _embed(self, docs: Sequence[ParsedArticle]) -> list[list[Embedding]]:
        """One embedding for each sentence of each article, all in one batch."""
        texts = [sentence.text for doc in docs for sentence in doc.sentences]
        embeddings = iter(self.engine.resources.ahead.encode(texts))
        return [[next(embeddings) for _ in doc.sentences] for doc in docs]

    def _quote_clusters(self, docs: Sequence[ParsedArticle], pairs: ArticlePairs) -> Iterator[Alignment]:
        """Quotations of several articles that are the same; none where no selected rule judges quotations."""
        from consistency.align import quote_clusters

        if AlignmentKind.QUOTE in self.engine.kinds:
            yield from quote_clusters(docs, pairs)

    # ---- rules and findings

    def apply_rules(self, alignments: Iterable[Alignment], docs: Sequence[ParsedArticle]) -> list[Finding]:
        """All findings of the selected rules, duplicates included, with the confidence that each rule states."""
        from consistency.findings.draft_kind import rule_context

        rules = self.engine.rules_for
        context = rule_context(docs, self.settings.tolerance)
        return [
            finding
            for alignment in (replace(one, context=context) for one in alignments)
            for rule in rules.get((alignment.kind, alignment.stated_by), ())
            for finding in rule(alignment)
        ]

    def _select(self, findings: Iterable[Finding], docs: Sequence[ParsedArticle]) -> tuple[Finding, ...]:
        """Each difference once, with calibrated confidence and a fingerprint; unlikely findings are left out."""
        from consistency.findings.calibrate import likelihood
        from consistency.findings.deduplicate import deduplicate
        from consistency.reports.fingerprint import marked

        return marked(deduplicate(findings, docs, self.settings, likelihood(docs)), docs)


def _in_order(draft: Article, sources: Sequence[Article]) -> list[Article]:
    # Sorted, so that the order in which sources are given makes no difference.
    return [draft, *sorted(sources, key=lambda source: (source.id, source.sha256))]


def _pair(docs: Sequence[ParsedArticle], embeddings: Sequence[Sequence[Embedding]]) -> ArticlePairs:
    """Every two articles with their aligned sentences."""
    from consistency.align import pair

    return {(i, j): pair(docs[i], docs[j], embeddings[i], embeddings[j]) for i, j in combinations(range(len(docs)), 2)}
