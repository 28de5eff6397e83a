"""The program: articles in, report out. Read this first; it is the only module that knows all stages.

Article -> Sentence -> Claim -> Alignment -> Finding -> Report
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from functools import cached_property
from itertools import chain, combinations
from typing import TYPE_CHECKING

from consistency import __version__
from consistency.cache import Store, open_store
from consistency.embed import Embedding, Encoder, open_encoder
from consistency.kept import Kept
from consistency.language import english
from consistency.rules import all_rules, select
from consistency.settings import Settings
from consistency.settings.levels import OFF, ignored_in, severity_of
from consistency.settle import graded
from consistency.suppress import suppress
from consistency.types import (
    DISABLED,
    Alignment,
    Article,
    Claim,
    Explanation,
    Finding,
    Matter,
    Passage,
    Place,
    PlaceKind,
    Report,
    Sentence,
    Skipped,
    Telling,
    Word,
    summary_of,
)

# The stages are imported where they are called: what was checked before needs none of them.
if TYPE_CHECKING:
    from consistency.align import Pairing
    from consistency.extract import Annotator
    from consistency.rules.base import Rule

#: What can only be compared word by word.
IN_WORDS = {Matter.STATEMENT, Matter.NAME, Matter.WORDING, Matter.SENTENCE, Matter.FRAME, Matter.CLAUSE}

#: Called with the name of a step, how much of it is done, and how much there is.
Progress = Callable[[str, int, int], None]


class Checker:
    """Checks articles with one set of settings; the model is opened once, when first needed."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()
        self.rules: tuple[Rule, ...] = _selected(self.settings)

    @cached_property
    def encoder(self) -> Encoder:
        """The sentence encoder that the settings name."""
        return open_encoder(self.settings, store=self.store)

    @cached_property
    def store(self) -> Store | None:
        """Where what was understood is kept between runs."""
        return open_store(self.settings)

    @cached_property
    def annotator(self) -> Annotator:
        """What tells the words of a sentence; loads its pipeline when the first new sentence comes."""
        from consistency.extract import Annotator

        return Annotator(self.store)

    @cached_property
    def kept(self) -> Kept:
        """Tellings and reports that need not be made again."""
        return Kept(self.store, self.pipeline)

    @cached_property
    def pipeline(self) -> str:
        """What annotates words, where one of the rules needs them."""
        from consistency.extract import pipeline_signature

        return pipeline_signature() if self.matters & IN_WORDS else ""

    @cached_property
    def matters(self) -> set[Matter]:
        """What the selected rules judge; words are only annotated where one of them needs it."""
        return {matter for rule in self.rules for matter in rule.matters}

    @cached_property
    def judges(self) -> dict[Matter, list[Rule]]:
        """The selected rules by what they judge."""
        return {matter: [rule for rule in self.rules if matter in rule.matters] for matter in self.matters}

    @cached_property
    def signature(self) -> str:
        """Equal signature and equal input give an equal report."""
        from consistency.agree.lexicon import lexicon_signature

        codes = ",".join(rule.code for rule in self.rules)
        words = "|".join(filter(None, (self.pipeline, lexicon_signature())))
        return f"{__version__}|{self.encoder.signature}|{words}|{self.settings.digest()}|{codes}"

    @cached_property
    def _way(self) -> str:
        """What of the signature decides a report that is kept by the files of the program too."""
        return f"{self.encoder.signature}|{self.settings.digest()}"

    def check(
        self,
        draft: Article,
        sources: Sequence[Article],
        *,
        progress: Progress | None = None,
        id: str | None = None,
    ) -> Report:
        """What the draft says otherwise than its sources, leaves out, or adds."""
        if not draft.request.enabled:
            return self._left(draft, sources, id)
        # by name, so that the order in which sources are given makes no difference
        return self._kept(
            [draft, *sorted(sources, key=lambda source: (source.id, source.sha256))], progress or _quiet, id
        )

    def compare(self, articles: Sequence[Article], *, progress: Progress | None = None) -> Report:
        """Where tellings of one story differ, none of them being the truth."""
        return self._kept(list(articles), progress or _quiet, None)

    def claims(self, article: Article) -> tuple[Claim, ...]:
        """Everything that was understood as a claim, in the order of the text."""
        return self.tell(article).claims

    def align(self, a: Article, b: Article) -> tuple[Passage, ...]:
        """Which passages of two articles belong together, best first within the order of the first."""
        tellings = [self.tell(a), self.tell(b)]
        return _passages(tellings, _pairings(tellings, self._embed(tellings)))

    def tell(self, article: Article) -> Telling:
        """An article, understood: its sentences and their claims."""
        need = f"{','.join(sorted(self.matters & {*IN_WORDS, Matter.NAME}))}{self.settings.aliases or ''}"
        with self._together():
            telling = self.kept.telling(article, need, self._understand)
            # Each sentence's words are kept once, by themselves, for all articles that have it.
            return replace(telling, words=self._words(telling.sentences))

    def _together(self) -> AbstractContextManager[None]:
        """What is kept meanwhile is written at once."""
        return self.store.together() if self.store else nullcontext()

    def _words(self, sentences: Sequence[Sentence]) -> tuple[tuple[Word, ...], ...]:
        needed = self.matters & IN_WORDS
        return tuple(self.annotator.annotate([s.text for s in sentences])) if needed else ()

    def _understand(self, article: Article) -> Telling:
        from consistency.extract import extract, mentions, sourced
        from consistency.segment import segment

        sentences = segment(article, self.settings.aliases)
        named = mentions(sentences, self._words(sentences)) if Matter.NAME in self.matters else []
        said = sourced(sentences)
        return Telling(
            article=article,
            sentences=sentences,
            claims=extract(article, sentences, said),
            mentions=tuple(named),
            attributions=said,
        )

    def _kept(self, articles: list[Article], progress: Progress, id: str | None) -> Report:
        """The report, made only where it is not at hand from an earlier run."""
        ignored = [ignored_in(article.path, self.settings) for article in articles]
        asked = f"{self._way}|{id}|{ignored}"
        with self._together():
            report = self.kept.report(articles, asked, lambda: self._report(articles, progress, id))
        return explained(self._graded(suppress(report, self.rules, self.settings)))

    def _left(self, draft: Article, sources: Sequence[Article], id: str | None) -> Report:
        """The report on a draft that does not want to be checked."""
        skipped = Skipped(what=draft.path or draft.id, why=DISABLED)
        return Report(
            id=id,
            articles=(draft, *sources),
            findings=(),
            alignments=(),
            signature=self.signature,
            skipped=(skipped,),
            summary=summary_of(()),
        )

    def _graded(self, report: Report) -> Report:
        """The report as bad as the settings say; suppressions have been seen to, so that none seems unused."""
        findings = graded(report.findings, self.settings)
        hushed = [replace(one, finding=f) for one in report.suppressed for f in graded([one.finding], self.settings)]
        return replace(report, findings=findings, summary=summary_of(findings), suppressed=tuple(hushed))

    def _report(self, articles: list[Article], progress: Progress, id: str | None) -> Report:
        from consistency.align import compared, group, inside
        from consistency.calibrate import likelihood
        from consistency.facts import facts
        from consistency.reports.fingerprint import marked
        from consistency.settle import settle

        tellings = []
        for i, article in enumerate(articles):
            progress("reading", i, len(articles))
            tellings.append(self.tell(article))
        progress("aligning", 0, 1)
        embedded = self._embed(tellings)
        pairings = _pairings(tellings, embedded)
        progress("comparing", 0, 1)
        counted = group(tellings, pairings)
        alignments = [
            *counted,
            *chain(*map(inside, tellings, embedded)),
            *compared(pairings, self.matters),
        ]
        draft, *sources = [sum(s.checkable for s in telling.sentences) for telling in tellings]
        extent, digest = sum(sources), draft < min(sources, default=0) / 2
        share = self.settings.tolerance
        seen = (replace(found, extent=extent, digest=digest, tolerance=share) for found in alignments)
        settled = settle(self._findings(seen), tellings, self.settings, likelihood(tellings))
        findings = marked(settled, tellings)
        return Report(
            id=id,
            articles=tuple(articles),
            findings=findings,
            alignments=_passages(tellings, pairings),
            signature=self.signature,
            summary=summary_of(findings),
            skipped=_foreign(tellings),
            facts=facts(self._stated(counted, tellings, pairings), articles),
        )

    def _stated(
        self, counted: Sequence[Alignment], tellings: Sequence[Telling], pairings: dict[tuple[int, int], Pairing]
    ) -> Iterator[Alignment]:
        """What the claim matrix has rows for: figures, dates and ranks, and quotations."""
        from consistency.align import spoken

        yield from counted
        if Matter.QUOTE in self.matters:
            yield from spoken(tellings, pairings)

    def _findings(self, alignments: Iterable[Alignment]) -> list[Finding]:
        return [
            finding for found in alignments for rule in self.judges.get(found.matter, ()) for finding in rule(found)
        ]

    def _embed(self, tellings: Sequence[Telling]) -> list[list[Embedding]]:
        """One embedding for each sentence of each telling, all in one batch."""
        texts = [sentence.text for telling in tellings for sentence in telling.sentences]
        encoded = iter(self.encoder.encode(texts))
        return [[next(encoded) for _ in telling.sentences] for telling in tellings]


def check(draft: Article, sources: Sequence[Article], settings: Settings | None = None) -> Report:
    """One draft against its sources; see `Checker` for many."""
    return Checker(settings).check(draft, sources)


def compare(articles: Sequence[Article], settings: Settings | None = None) -> Report:
    """Two or more tellings of one story against each other."""
    return Checker(settings).compare(articles)


def explained(report: Report) -> Report:
    """The report with what the rules of its findings are about."""
    return replace(report, rules=explain({finding.code for finding in report.findings}))


def explain(codes: set[str]) -> tuple[Explanation, ...]:
    """What the rules with these codes are about, for a report that names them."""
    return tuple(
        Explanation(
            code=rule.code, name=rule.name, severity=rule.severity, summary=rule.doc.splitlines()[0], text=rule.doc
        )
        for rule in all_rules()
        if rule.code in codes
    )


def _selected(settings: Settings) -> tuple[Rule, ...]:
    found = select(settings.select, (*settings.ignore, *settings.extend_ignore), settings.extend_select)
    return tuple(rule for rule in found if severity_of(rule.code, settings) != OFF)


def _pairings(tellings: Sequence[Telling], embedded: Sequence[Sequence[Embedding]]) -> dict[tuple[int, int], Pairing]:
    """For every two tellings: aligned sentences, and whether they tell one story."""
    from consistency.align import pair

    return {
        (i, j): pair(tellings[i], tellings[j], embedded[i], embedded[j])
        for i, j in combinations(range(len(tellings)), 2)
    }


def _quiet(step: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


def _foreign(tellings: Sequence[Telling]) -> tuple[Skipped, ...]:
    """The articles of which little can have been understood."""
    why = "it does not seem to be in English, the only language whose claims are understood"
    return tuple(Skipped(what=t.article.path or t.article.id, why=why) for t in tellings if not english(t.sentences))


def _passages(tellings: Sequence[Telling], pairings: dict[tuple[int, int], Pairing]) -> tuple[Passage, ...]:
    return tuple(
        Passage(places=(_place(tellings[i], a), _place(tellings[j], b)), score=score)
        for (i, j), pairing in pairings.items()
        for (a, b), score in sorted(pairing.linked.items())
    )


def _place(telling: Telling, sentence: int) -> Place:
    article = telling.article
    span = telling.sentences[sentence].span
    return Place(article=article.id, role=article.role, kind=PlaceKind.EVIDENCE, span=span)
