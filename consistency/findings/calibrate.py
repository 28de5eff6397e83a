"""From how sure a rule is to how often a desk would call such a finding true.

The constants stand in ``rules/data/calibration.toml``, which ``bench/calibration.py`` writes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache, partial
from math import exp, log

from consistency.language.resources import table
from consistency.types import EXCERPT, Finding, ParsedArticle, Severity

#: Log odds must have an end: no rule counts as surer than this, or than its opposite.
SUREST = 0.98

#: Share of the draft's sentences that stand in a source word for word, from which on it is a copy.
COPIED = 0.5

#: Below this a rule doubts its own finding. Too few such findings have been labelled to trust them more, and too few
#: notes to trust one less than this of which its rule is sure.
DOUBT = 0.5

#: What argues from the silence of the sources; in digests and excerpts that is another matter than contradiction.
SILENCE = ("COV", "QUO403", "ATT502", "ATT503")


class DraftKind(StrEnum):
    """What a draft is to its sources: how often a rule is right depends on it."""

    COPY = "copy"
    REWRITE = "rewrite"
    DIGEST = "digest"
    EXCERPT = "excerpt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """Log odds that a finding is true: a base, what a rule's own certainty adds, and offsets.

    Offsets are for notes, for families of rules (the longest beginning of a code counts) and for each
    sight, apart for what contradicts a source and for what no source says.
    """

    base: float
    slope: float
    note: float
    families: Mapping[str, float]
    contradicted: Mapping[str, float]
    unsaid: Mapping[str, float]

    def probability(self, finding: Finding, draft_kind: DraftKind) -> float:
        """How often such findings are true; never falls as the rule's certainty grows."""
        sights = self.unsaid if finding.code.startswith(SILENCE) else self.contradicted
        odds = self.base + self.slope * logit(finding.confidence) + sights[draft_kind]
        odds += self.families.get(family(finding.code, self.families), 0.0)
        note = finding.severity is Severity.NOTE
        likely = 1 / (1 + exp(-(odds + self.note * note)))
        if finding.confidence < DOUBT:
            return round(min(likely, finding.confidence), 4)
        return round(max(likely, DOUBT) if note else likely, 4)


def likelihood(docs: Sequence[ParsedArticle]) -> Callable[[Finding], float]:
    """How likely a finding in the first telling, held against the others, is true."""
    return partial(calibration().probability, draft_kind=draft_kind(docs))


def draft_kind(docs: Sequence[ParsedArticle]) -> DraftKind:
    """What the first telling is to the others."""
    draft, *sources = [[s.text for s in doc.sentences if s.checkable] for doc in docs]
    said = {text for source in sources for text in source}
    if sum(text in said for text in draft) >= COPIED * len(draft) > 0:
        return DraftKind.COPY
    if sum(map(len, sources)) < EXCERPT:
        return DraftKind.EXCERPT
    return DraftKind.DIGEST if len(draft) < min(map(len, sources), default=0) / 2 else DraftKind.REWRITE


def family(code: str, families: Iterable[str]) -> str:
    """The longest of the families that the code belongs to, "" where there is none."""
    return max((name for name in families if code.startswith(name)), key=len, default="")


def logit(share: float) -> float:
    """The logarithm of the odds, of a share that is neither none nor all."""
    share = min(max(share, 1 - SUREST), SUREST)
    return log(share / (1 - share))


@lru_cache(maxsize=1)
def calibration() -> Calibration:
    """The constants that the program was calibrated with."""
    kept = table("rules", "calibration")
    return Calibration(**{name: kept[name] for name in Calibration.__slots__})
