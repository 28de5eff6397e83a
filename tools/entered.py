"""How many modules of the program one sentence pair enters: a measure of how far a reader must walk.

``python -m tools.entered`` prints, for each sample, the modules of which a function runs during a check with the
default rules and without a cache, how many functions run, and how often control passes from one module to another.
``--names`` lists the modules. The models are loaded by a check before, and importing a module does not enter it.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import consistency
from consistency.check import Checker
from consistency.read import article_from_text
from consistency.settings import Settings
from consistency.types import Article, Role

PACKAGE = str(Path(consistency.__file__).parent)

#: Source and draft, by what differs.
SAMPLES = {
    "a verb replaced": (
        "The ministers met in Orvale on Friday to end the fishing treaty.",
        "The ministers met in Orvale on Friday to up-end the fishing treaty.",
    ),
    "a figure added": (
        "The council approved the new bridge over the Rill on Friday.",
        "The council approved the new bridge over the Rill on Friday for $40 million.",
    ),
    "a name added": (
        "The mayor opened the harbour museum with Tomas Keller on Friday.",
        "The mayor opened the harbour museum with Tomas Keller and Brenna Holt on Friday.",
    ),
}


class Walk:
    """The modules of the program whose functions run, with their calls, and the changes from one to another."""

    def __init__(self) -> None:
        self.calls: Counter[str] = Counter()
        self.changes = 0
        self._last = ""

    def __call__(self, frame: FrameType, event: str, _: object) -> None:
        """Count the call of a function of the program; `sys.setprofile` calls this."""
        path = frame.f_code.co_filename
        if event != "call" or not path.startswith(PACKAGE) or frame.f_code.co_name == "<module>":
            return
        module = path[len(PACKAGE) + 1 :]
        self.calls[module] += 1
        self.changes += module != self._last
        self._last = module


@contextmanager
def walked() -> Iterator[Walk]:
    """Everything that runs inside is counted."""
    walk = Walk()
    sys.setprofile(walk)
    try:
        yield walk
    finally:
        sys.setprofile(None)


def pair(source: str, draft: str) -> tuple[Article, Article]:
    """A draft and its source, as articles."""
    article = article_from_text(source, role=Role.SOURCE, id="source")
    return article_from_text(draft, role=Role.DRAFT, id="draft"), article


def main(args: list[str]) -> int:
    """Print the walk of each sample."""
    checker = Checker(Settings(cache=False))
    draft_article, source_article = pair("The ferry sank off Brennick.", "The ferry went down off Brennick.")
    checker.check(draft_article, [source_article])
    for sample, texts in SAMPLES.items():
        draft_article, source_article = pair(*texts)
        with walked() as walk:
            report = checker.check(draft_article, [source_article])
        codes = " ".join(sorted(finding.code for finding in report.findings))
        calls = sum(walk.calls.values())
        print(f"{sample} ({codes}): {len(walk.calls)} modules, {calls:,} calls, {walk.changes:,} changes of module")
        if "--names" in args:
            print(*(f"  {count:6,} {module}" for module, count in sorted(walk.calls.items())), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
