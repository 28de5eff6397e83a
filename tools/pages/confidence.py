"""How far confidence lies from the share of findings that are true, for the page of measured figures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tools.pages.blocks import table

#: What a draft is to its sources, as in `consistency.findings.calibrate.Sight`.
SIGHTS = {
    "all": "all",
    "copy": "half of the draft or more is word for word a source's",
    "rewrite": "the draft tells it in other words",
    "summary": "the draft is less than half as long",
    "excerpt": "the sources have fewer than five sentences",
}

TEXTS = {"all texts": "All texts", "own texts": "Stories and planted errors alone"}


def confidence(result: dict[str, Any]) -> Iterator[str]:
    """The section, from what ``bench/calibration.py`` wrote."""
    yield "## Confidence\n"
    yield (
        "Confidence is meant to be the share of such findings that are true. *Off by* is how far it lies from that\n"
        "share (expected calibration error, ten bins): as the rules give it, and as it is shown, by constants that\n"
        "were fitted to other articles. *All texts* are the stories and planted errors, and articles and summaries of\n"
        "others, labelled by people, which are not part of this repository; notes and omissions count in ours alone.\n"
    )
    for name, told in TEXTS.items():
        yield f"### {told}\n"
        yield from _tables(result[name])


def _tables(figures: dict[str, Any]) -> Iterator[str]:
    errors = [
        (SIGHTS[sight], str(row["findings"]), f"{row['before']:.2f}", f"{row['after']:.2f}")
        for sight, row in figures["error"].items()
    ]
    yield table(("drafts", "findings", "off by, as the rules give it", "off by, as shown"), errors)
    bins = [(str(row["findings"]), f"{row['said']:.2f}", f"{row['true']:.2f}") for row in figures["table"]]
    yield table(("findings", "confidence shown", "share that is true"), bins)
