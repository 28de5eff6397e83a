"""What ``--verbose`` says: the settings and sources of each draft, what is left out, and how long the check took."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from consistency.cli.stderr import tell
from consistency.sources.paths import shown

if TYPE_CHECKING:
    from consistency.settings import Scope
    from consistency.sources import Pair, Plan


class Verbose:
    """Says on standard error what was done with each draft; nothing unless ``wanted``."""

    def __init__(self, scope: Scope, wanted: bool) -> None:
        self._scope = scope
        self._wanted = wanted
        self._start = time.monotonic()

    def checked(self, pair: Pair) -> None:
        """Say with which settings and sources a draft was checked."""
        if not self._wanted:
            return
        files = self._scope.explained("." if pair.draft == "-" else pair.draft).files
        settings = f"settings {shown(files[0])}" if files else "default settings"
        sources = ", ".join(f"{source.path} ({source.origin.value})" for source in pair.sources)
        tell(f"{pair.draft}: {settings}; sources: {sources}")

    def finished(self, plan: Plan, count: int) -> None:
        """Say what was left out, how many drafts were checked, and how long it took."""
        if not self._wanted:
            return
        for one in plan.left:
            tell(f"left out: {one.what}: {one.why}")
        tell(f"checked {count} draft{'' if count == 1 else 's'} in {time.monotonic() - self._start:.1f} s")
