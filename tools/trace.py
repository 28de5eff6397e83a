"""Which function of ``align`` stands behind each finding of a draft: for whoever looks into a false alarm.

``python -m tools.trace draft.md source.md ...`` prints, for every finding of every rule, before duplicates are
removed and confidence is calibrated, its code, what produced its alignment, the score of that and the message.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

from consistency.align import limited
from consistency.check import Checker
from consistency.read import read_article
from consistency.settings import Settings
from consistency.types import Alignment, Article, Finding, Role


def traced(checker: Checker, draft: Article, sources: Sequence[Article]) -> Iterator[tuple[Alignment, Finding]]:
    """Each finding with the alignment that it was seen in."""
    docs = [limited(checker.parse(article)) for article in (draft, *sources)]
    for alignment in checker.compare_parsed(docs).alignments:
        for finding in checker.apply_rules([alignment], docs):
            yield alignment, finding


def line(alignment: Alignment, finding: Finding) -> str:
    """One finding and what produced it."""
    scores = f"score {alignment.score:.2f}, overlap {alignment.context_overlap:.2f}"
    return f"{finding.code} {finding.severity} {alignment.producer} ({scores}): {finding.message}"


def main(paths: list[str]) -> int:
    """Print every finding with its producer."""
    settings = Settings(select=("ALL",))
    draft, *sources = paths
    given = [read_article(path, Role.SOURCE, settings) for path in sources]
    for alignment, finding in traced(Checker(settings), read_article(draft, Role.DRAFT, settings), given):
        print(line(alignment, finding))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
