"""What a rule author needs: the decorator, the evidence a rule yields, and the rule itself."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from consistency.types import Alignment, AlignmentKind, Finding, Place, Severity

#: Texts that show a rule at work: the last is the draft, those before it are its sources.
Sample = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What a rule saw: the places (first where an editor must look), the words for it, and how sure it is.

    ``confidence`` scales the alignment's score. ``severity`` replaces the rule's default.
    """

    places: tuple[Place, ...]
    message: str
    confidence: float = 1.0
    severity: Severity | None = None


Check = Callable[[Alignment], Iterator[Evidence]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A named fault, the function that finds it, and the samples that prove it.

    ``kinds`` are the alignments that it judges. ``also`` are more of them, judged only if another rule has them made
    anyway, because they need annotated words, which takes longer than all else. ``argues_from_silence`` marks a rule
    whose evidence is that an article does not have something, rather than that it contradicts it: how often such a
    rule is right depends on how much of the articles is compared. ``default`` rules run without being selected.
    """

    code: str
    name: str
    severity: Severity
    check: Check
    doc: str
    fires: tuple[Sample, ...]
    silent: tuple[Sample, ...]
    kinds: tuple[AlignmentKind, ...] = (AlignmentKind.FIGURE,)
    also: tuple[AlignmentKind, ...] = ()
    argues_from_silence: bool = False
    default: bool = True

    def __call__(self, alignment: Alignment) -> Iterator[Finding]:
        """The findings of this rule in one alignment."""
        if alignment.kind not in self.kinds and alignment.kind not in self.also:
            return
        for evidence in self.check(alignment):
            yield Finding(
                code=self.code,
                name=self.name,
                severity=evidence.severity or self.severity,
                confidence=round(alignment.score * evidence.confidence, 4),
                message=evidence.message,
                places=evidence.places,
            )


def rule(
    code: str,
    name: str,
    *,
    severity: Severity,
    fires: tuple[Sample, ...],
    silent: tuple[Sample, ...],
    kinds: tuple[AlignmentKind, ...] = (AlignmentKind.FIGURE,),
    also: tuple[AlignmentKind, ...] = (),
    argues_from_silence: bool = False,
    default: bool = True,
) -> Callable[[Check], Rule]:
    """A decorator that turns a function from an alignment to evidence into a rule."""

    def wrap(check: Check) -> Rule:
        return Rule(
            code=code,
            name=name,
            severity=severity,
            check=check,
            doc=inspect.getdoc(check) or "",
            fires=fires,
            silent=silent,
            kinds=kinds,
            also=also,
            argues_from_silence=argues_from_silence,
            default=default,
        )

    return wrap
