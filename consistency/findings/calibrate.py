"""Turns a rule's own certainty into the probability that an editor would call such a finding correct.

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

#: Log odds are unbounded, so a rule's certainty is clipped to this and its complement.
SUREST = 0.98

#: Below this a rule doubts its own finding. Too few such findings were labelled for calibration to raise a doubtful
#: one above it, or to lower below it a note that its rule is sure of.
DOUBT = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """Log odds that a finding is true: a base, a slope on the rule's own certainty, and offsets.

    Offsets are for notes, for families of rules (the longest matching code prefix counts) and for each
    kind of draft, separately for rules that argue from silence of the sources and for all others.
    """

    base: float
    slope: float
    note: float
    families: Mapping[str, float]
    contradicted: Mapping[str, float]
    unsaid: Mapping[str, float]

    def probability(self, finding: Finding, draft_kind: DraftKind) -> float:
        """The share of such findings that are true, 0 to 1; monotonic in the rule's certainty."""
        kinds = self.unsaid if argues_from_silence(finding.code) else self.contradicted
        odds = self.base + self.slope * logit(finding.confidence) + kinds[draft_kind]
        odds += self.families.get(family(finding.code, self.families), 0.0)
        note = finding.severity is Severity.NOTE
        likely = 1 / (1 + exp(-(odds + self.note * note)))
        if finding.confidence < DOUBT:
            return round(min(likely, finding.confidence), 4)
        return round(max(likely, DOUBT) if note else likely, 4)


def likelihood(docs: Sequence[ParsedArticle]) -> Callable[[Finding], float]:
    """Returns the function that gives the probability that a finding in the first article is true."""
    return partial(calibration().probability, draft_kind=draft_kind(docs))


@lru_cache(maxsize=1)
def _silent() -> frozenset[str]:
    return frozenset(rule.code for rule in all_rules() if rule.argues_from_silence)


def argues_from_silence(code: str) -> bool:
    """Whether a rule argues from silence: its evidence is that something is missing from an article."""
    return code in _silent()


def family(code: str, families: Iterable[str]) -> str:
    """The longest family, a code prefix, that the code belongs to; "" if there is none."""
    return max((name for name in families if code.startswith(name)), key=len, default="")


def logit(share: float) -> float:
    """The log odds of a share, clipped so that they are finite."""
    share = min(max(share, 1 - SUREST), SUREST)
    return log(share / (1 - share))


@lru_cache(maxsize=1)
def calibration() -> Calibration:
    """The calibration constants shipped with the program."""
    constants = table("rules", "calibration")
    return Calibration(**{name: constants[name] for name in Calibration.__slots__})
