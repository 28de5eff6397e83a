"""What a rule author needs: the decorator, the evidence a rule yields, and the rule itself."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from consistency.types import Alignment, AlignmentKind, Finding, Place, Severity, StatedBy

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


#: For each kind of alignment, which articles must state what is aligned for a rule to judge it.
Judged = Mapping[AlignmentKind, StatedBy]

Check = Callable[[Alignment], Iterator[Evidence]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A named fault, the function that finds it, and the samples that prove it.

    ``judges`` are the alignments that it is called for: their kinds, and which articles state what is aligned.
    ``also`` are more of them, judged only if another selected rule judges that kind, because they need annotated words,
    which takes longer than all else. Raises ValueError for a kind without articles. ``argues_from_silence`` marks a
    rule whose evidence is that an article does not have something, rather than that it contradicts it: how often such
    a rule is right depends on how much of the articles is compared. ``default`` rules run without being selected.
    """

    code: str
    name: str
    severity: Severity
    check: Check
    doc: str
    fires: tuple[Sample, ...]
    silent: tuple[Sample, ...]
    judges: Judged
    also: Judged = field(default_factory=dict)
    argues_from_silence: bool = False
    default: bool = True

    def __post_init__(self) -> None:
        """Refuse a rule that declares a kind and would never be called for it."""
        if never := [kind for kind, stated_by in (*self.judges.items(), *self.also.items()) if not stated_by]:
            raise ValueError(f"{self.code} does not declare which articles state {', '.join(never)}")

    def judged(self, kind: AlignmentKind, stated_by: StatedBy) -> bool:
        """Whether the rule is called for alignments of that kind, stated by those articles."""
        return any(bool(stated_by & judged[kind]) for judged in (self.judges, self.also) if kind in judged)

    def __call__(self, alignment: Alignment) -> Iterator[Finding]:
        """The findings of this rule in one alignment that it judges."""
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
    judges: Judged,
    also: Judged | None = None,
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
            judges=judges,
            also=also or {},
            argues_from_silence=argues_from_silence,
            default=default,
        )

    return wrap
