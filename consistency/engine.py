"""What a check works with: the rules that the settings select, the models that these need, and what is kept."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from consistency import __version__
from consistency.cache import Store, open_store
from consistency.cache.results import ResultCache
from consistency.embed import Ahead, Encoder, open_encoder
from consistency.rules import select
from consistency.settings import Settings
from consistency.settings.rule_codes import OFF, ignored_in, severity_of
from consistency.types import AlignmentKind, Article, Sentence, Word

if TYPE_CHECKING:
    from consistency.annotate.cache import Annotator
    from consistency.rules.base import Rule

#: What can only be compared word by word.
IN_WORDS = {
    AlignmentKind.STATEMENT,
    AlignmentKind.NAME,
    AlignmentKind.WORDING,
    AlignmentKind.SENTENCE,
    AlignmentKind.FRAME,
    AlignmentKind.CLAUSE,
}


class Engine:
    """What one set of settings asks for; models are opened once, when first needed."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()
        self.rules: tuple[Rule, ...] = _selected(self.settings)
        self.ahead = Ahead(lambda: self.encoder)

    @cached_property
    def matters(self) -> set[AlignmentKind]:
        """What the selected rules judge."""
        return {matter for rule in self.rules for matter in rule.kinds}

    @cached_property
    def judges(self) -> dict[AlignmentKind, list[Rule]]:
        """The selected rules by what they judge."""
        return {m: [rule for rule in self.rules if m in (*rule.kinds, *rule.also)] for m in self.matters}

    @cached_property
    def encoder(self) -> Encoder:
        """The sentence encoder that the settings name."""
        return open_encoder(self.settings, store=self.store)

    @cached_property
    def annotator(self) -> Annotator:
        """What tells the words of a sentence; loads its pipeline when the first new sentence comes."""
        from consistency.annotate.cache import Annotator

        return Annotator(self.store)

    @cached_property
    def pipeline(self) -> str:
        """What annotates words, where one of the rules needs them."""
        from consistency.annotate import pipeline_signature

        return pipeline_signature(self.store) if self.matters & IN_WORDS else ""

    def annotated(self, sentences: Sequence[Sentence]) -> tuple[tuple[Word, ...], ...]:
        """The words of each sentence, where one of the rules needs them; no words at all where none does."""
        return tuple(self.annotator.annotate([s.text for s in sentences])) if self.matters & IN_WORDS else ()

    def sentences(self, article: Article) -> tuple[Sentence, ...]:
        """The sentences of an article, whatever they claim."""

        def cut(article: Article) -> tuple[Sentence, ...]:
            from consistency.segment import segment

            return segment(article, self.settings.aliases)

        return self.kept.sentences(article, self.need, cut)

    @cached_property
    def store(self) -> Store | None:
        """Where what was understood is kept between runs."""
        return open_store(self.settings)

    @cached_property
    def kept(self) -> ResultCache:
        """Tellings and reports that need not be made again."""
        return ResultCache(self.store, self._understood)

    @cached_property
    def _understood(self) -> str:
        """The pipeline and the lexicon, by which words are understood. Raises ModelError where one was altered."""
        from consistency.language.lexicon import lexicon_signature

        return "|".join(filter(None, (self.pipeline, lexicon_signature(self.store))))

    @cached_property
    def signature(self) -> str:
        """Equal signature and equal input give an equal report."""
        codes = ",".join(rule.code for rule in self.rules)
        words = self._understood
        return f"{__version__}|{self.encoder.signature}|{words}|{self.settings.digest()}|{codes}"

    @cached_property
    def need(self) -> str:
        """What of the settings decides how one article is understood."""
        return f"{','.join(sorted(self.matters & {*IN_WORDS, AlignmentKind.NAME}))}{self.settings.aliases or ''}"

    @cached_property
    def _way(self) -> str:
        return f"{self.encoder.signature}|{self.settings.digest()}"

    def asked(self, articles: Sequence[Article], id: str | None) -> str:
        """What decides a report on these articles besides them, the pipeline, and the files of the program."""
        ignored = [ignored_in(article.path, self.settings) for article in articles]
        return f"{self._way}|{id}|{ignored}"


def _selected(settings: Settings) -> tuple[Rule, ...]:
    found = select(settings.select, (*settings.ignore, *settings.extend_ignore), settings.extend_select)
    return tuple(rule for rule in found if severity_of(rule.code, settings) != OFF)
