"""What ``--verbose`` says: the settings and sources of each draft, what is left out, and how long the check took."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from consistency.cli.exits import tell
from consistency.content.roots import shown

if TYPE_CHECKING:
    from consistency.content import Pair, Plan
    from consistency.settings import Scope


@contextmanager
def explained(plan: Plan, scope: Scope) -> Iterator[None]:
    """Say on standard error what is checked, and afterwards how long that took."""
    for pair in plan.pairs:
        tell(_said(pair, scope))
    for one in plan.left:
        tell(f"left out: {one.what}: {one.why}")
    start = time.monotonic()
    yield
    count = len(plan.pairs)
    tell(f"checked {count} draft{'' if count == 1 else 's'} in {time.monotonic() - start:.1f} s")


def _said(pair: Pair, scope: Scope) -> str:
    files = scope.explained("." if pair.draft == "-" else pair.draft).files
    settings = f"settings {shown(files[0])}" if files else "default settings"
    sources = ", ".join(f"{source.path} ({source.origin.value})" for source in pair.sources)
    return f"{pair.draft}: {settings}; sources: {sources}"
