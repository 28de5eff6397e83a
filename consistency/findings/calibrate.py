"""From how sure a rule is to how often a desk would call such a finding true.

The constants are in ``rules/data/calibration.toml``, which ``bench/calibration.py`` writes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from math import exp, log

from consistency.findings.draft_kind import DraftKind, draft_kind
from consistency.language.resources import table
from consistency.rules import all_rules
from consistency.types import Finding, ParsedArticle, Severity

#: Log odds must have an end: no rule counts as surer than this, or than its opposite.
SUREST = 0.98

#: Below this a rule doubts its own finding. Too few such findings have been labelled to trust them more, and too few
#: notes to trust one less than this of which its rule is sure.
DOUBT = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """Log odds that a finding is true: a base, what a rule's own certainty adds, and offsets.

    Offsets are for notes, for families of rules (the longest beginning of a code counts) and for each
    kind of draft, separate for rules that argue from the silence of the sources and for all others.
    """

    base: float
    slope: float
    note: float
    families: Mapping[str, float]
    contradicted: Mapping[str, float]
    unsaid: Mapping[str, float]

    def probability(self, finding: Finding, draft_kind: DraftKind) -> float:
        """How often such findings are true; never falls as the rule's certainty grows."""
        kinds = self.unsaid if argues_from_silence(finding.code) else self.contradicted
        odds = self.base + self.slope * logit(finding.confidence) + kinds[draft_kind]
        odds += self.families.get(family(finding.code, self.families), 0.0)
        note = finding.severity is Severity.NOTE
        likely = 1 / (1 + exp(-(odds + self.note * note)))
        if finding.confidence < DOUBT:
            return round(min(likely, finding.confidence), 4)
        return round(max(likely, DOUBT) if note else likely, 4)


def likelihood(docs: Sequence[ParsedArticle]) -> Callable[[Finding], float]:
    """How likely a finding in the first article, compared with the others, is true."""
    return partial(calibration().probability, draft_kind=draft_kind(docs))


@lru_cache(maxsize=1)
def _silent() -> frozenset[str]:
    return frozenset(rule.code for rule in all_rules() if rule.argues_from_silence)


def argues_from_silence(code: str) -> bool:
    """Whether the evidence of a rule is that an article does not have something."""
    return code in _silent()


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
