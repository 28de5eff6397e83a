"""What a check works with: the rules that the settings select, the models that these need, and the cache.

`Resources` takes long to open and is shared by engines of several settings; an `Engine` belongs to one set of settings.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING

from consistency import __version__
from consistency.cache import Store, open_store
from consistency.cache.results import ResultCache
from consistency.embed import Ahead, Encoder, open_encoder
from consistency.rules import select
from consistency.settings import Settings
from consistency.settings.rule_codes import OFF, ignored_in, severity_of
from consistency.types import AlignmentKind, Article, Sentence, StatedBy, Word

if TYPE_CHECKING:
    from consistency.annotate.cache import Annotator
    from consistency.rules.base import Rule


class Resources:
    """The models and the cache of a run, each opened when first needed.

    Engines whose settings name the same models and cache share one. ``encoder`` replaces the one of the settings.
    """

    def __init__(self, settings: Settings, *, encoder: Encoder | None = None) -> None:
        self._settings = settings
        self._encoder = encoder
        self.ahead = Ahead(lambda: self.encoder)

    @cached_property
    def store(self) -> Store | None:
        """The cache on disk; None where the settings switch it off."""
        return open_store(self._settings)

    @cached_property
    def encoder(self) -> Encoder:
        """The sentence encoder. Raises ModelError if it is missing or altered."""
        return self._encoder or open_encoder(self._settings, store=self.store)

    @cached_property
    def annotator(self) -> Annotator:
        """Gives words their lemma, part of speech and head; loads its pipeline for the first new sentence."""
        from consistency.annotate.cache import Annotator

        return Annotator(self._settings.pipeline, self.store)

    def serves(self, settings: Settings) -> bool:
        """Whether an engine with these settings can use these resources."""
        return _origin(settings) == _origin(self._settings)

    def without_cache(self) -> Resources:
        """The same encoder, which computes every answer, and no cache."""
        from consistency.embed.cache import uncached

        return Resources(replace(self._settings, cache=False), encoder=uncached(self.encoder))


def _origin(settings: Settings) -> tuple[object, ...]:
    return settings.model, settings.runtime, settings.pipeline, settings.cache, settings.cache_dir


class Engine:
    """Rules, annotated words and cached results of one set of settings.

    ``resources`` are those of another engine that serve these settings; by default the engine opens its own.
    """

    def __init__(self, settings: Settings, resources: Resources | None = None) -> None:
        self.settings = settings
        self.rules: tuple[Rule, ...] = _selected(settings)
        self.resources = resources or Resources(settings)

    @cached_property
    def kinds(self) -> set[AlignmentKind]:
        """The kinds of alignments that the selected rules judge."""
        return {kind for rule in self.rules for kind in rule.judges}

    @cached_property
    def _word_kinds(self) -> set[AlignmentKind]:
        """Those that are found by comparing annotated words."""
        return {kind for kind in self.kinds if kind.annotated}

    @cached_property
    def rules_for(self) -> dict[tuple[AlignmentKind, StatedBy], list[Rule]]:
        """The selected rules that judge alignments of a kind, by who states what is aligned."""
        return {key: [rule for rule in self.rules if rule.judged(*key)] for key in product(self.kinds, StatedBy)}

    def annotate(self, sentences: Sequence[Sentence]) -> tuple[tuple[Word, ...], ...]:
        """The annotated words of each sentence; an empty tuple where no selected rule needs words."""
        if not self._word_kinds:
            return ()
        return tuple(self.resources.annotator.annotate([sentence.text for sentence in sentences]))

    @cached_property
    def results(self) -> ResultCache:
        """Parsed articles and reports of earlier checks."""
        return ResultCache(self.resources.store, self._language_signature)

    @cached_property
    def signature(self) -> str:
        """Equal signature and equal articles give an equal report."""
        codes = ",".join(rule.code for rule in self.rules)
        encoder, language = self.resources.encoder.signature, self._language_signature
        return f"{__version__}|{encoder}|{language}|{self.settings.digest()}|{codes}"

    @cached_property
    def pipeline_signature(self) -> str:
        """Identifies the pipeline that annotates words; empty where no selected rule needs words."""
        from consistency.annotate import pipeline_signature

        if not self._word_kinds:
            return ""
        return pipeline_signature(self.settings.pipeline, self.resources.store)

    @cached_property
    def _language_signature(self) -> str:
        """Identifies the pipeline and the lexicon. Raises ModelError where a file of theirs was altered."""
        from consistency.language.lexicon import lexicon_signature

        return "|".join(filter(None, (self.pipeline_signature, lexicon_signature(self.resources.store))))

    @cached_property
    def parse_settings(self) -> str:
        """The part of the settings that decides what a parsed article contains, as part of a cache key."""
        return f"{','.join(sorted(self._word_kinds))}{self.settings.aliases or ''}"

    def report_settings(self, articles: Sequence[Article], id: str | None) -> str:
        """What decides a report besides its articles, the language models and the program, as part of a cache key."""
        ignored = [ignored_in(article.path, self.settings) for article in articles]
        return f"{self.resources.encoder.signature}|{self._settings_digest}|{id}|{ignored}"

    @cached_property
    def _settings_digest(self) -> str:
        return self.settings.digest()


def _selected(settings: Settings) -> tuple[Rule, ...]:
    selected = select(settings.select, (*settings.ignore, *settings.extend_ignore), settings.extend_select)
    return tuple(rule for rule in selected if severity_of(rule.code, settings) != OFF)
