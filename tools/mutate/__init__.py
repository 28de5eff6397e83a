"""Mutants of a text: each has one edit, and a name for the finding that the edit must raise.

The tool judges the checker, so it shares nothing with it: its own patterns, its own word tables.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from random import Random
from typing import Any

from tools.mutate import coverage, dates, facts, figures, same, stance
from tools.mutate.edit import Edit, Maker, shielded

#: What each maker's edits do, by group.
MAKERS: dict[str, tuple[Maker, ...]] = {
    "figures": (figures.values, figures.units, figures.bounds, dates.days, dates.times, dates.ranks, dates.members),
    "facts": (
        *(facts.entities, facts.roles, facts.quotes, facts.unsourced, facts.resourced),
        *(stance.modality, stance.polarity, stance.scope, stance.causes),
        *(coverage.dropped, coverage.trimmed, coverage.blurred, coverage.added),
    ),
    "none": (same.notation, same.synonyms, same.names, same.marks),
}
#: What may be asked for: edits of figures, dates and ranks; of facts; each with those that keep the meaning.
KINDS = {
    "figures": ("figures", "none"),
    "facts": ("facts", "none"),
    "none": ("none",),
    "all": ("figures", "facts", "none"),
}


def edits(text: str, *, kinds: str = "all", seed: int = 0) -> Iterator[Edit]:
    """Every edit of the text that the makers of ``kinds`` find, one for each place and sort; seeded."""
    hidden, seen = shielded(text), set()
    for group in KINDS[kinds]:
        for maker in MAKERS.get(group, ()):
            rng = Random(hashlib.sha256(f"{seed} {maker.__qualname__} {text}".encode()).digest())
            for edit in maker(text, rng):
                key = (edit.start, edit.end, edit.kind, edit.new if edit.kind == "none" else "")
                inside = any(edit.start < b and a < max(edit.end, edit.start + 1) for a, b in hidden)
                if key not in seen and not inside and edit.apply(text) != text:
                    seen.add(key)
                    yield edit


def mutants(
    texts: dict[str, str], *, kinds: str = "all", seed: int = 0, limit: int | None = None
) -> list[dict[str, Any]]:
    """Mutants of named texts as JSON rows; at most ``limit`` of a kind for each text, evenly over the text."""
    rows: list[dict[str, Any]] = []
    for base, text in texts.items():
        by_kind: dict[str, list[Edit]] = defaultdict(list)
        for edit in edits(text, kinds=kinds, seed=seed):
            by_kind[edit.kind].append(edit)
        for kind, found in sorted(by_kind.items()):
            if limit is not None and len(found) > limit:
                found = Random(f"{seed} {base} {kind}").sample(found, limit)
            for number, edit in enumerate(sorted(found, key=lambda e: (e.start, e.end, e.new))):
                rows.append(
                    {
                        "id": f"{base}:{kind}:{number:03d}",
                        "base": base,
                        "kind": kind,
                        "accept_kinds": list(edit.accept),
                        "offset": edit.start,
                        "end": edit.end,
                        "old": text[edit.start : edit.end],
                        "new": edit.new,
                    }
                )
    return rows
