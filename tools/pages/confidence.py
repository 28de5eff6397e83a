"""How well confidence matches the share of correct findings, for the page of measured figures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tools.pages.blocks import table

#: What a draft is to its sources, as in `consistency.findings.calibrate.Sight`.
SIGHTS = {
    "all": "all",
    "copy": "copies: at least half of the draft is verbatim from a source",
    "rewrite": "rewrites: the draft uses other words",
    "summary": "summaries: the draft is less than half as long",
    "excerpt": "excerpts: the sources have fewer than five sentences",
}

TEXTS = {"all texts": "All texts", "own texts": "Stories and planted errors only"}


def confidence(result: dict[str, Any]) -> Iterator[str]:
    """The section, from what ``bench/calibration.py`` wrote."""
    yield "## Confidence\n"
    yield (
        "Confidence should equal the share of similar findings that are correct. The error is the expected\n"
        "calibration error in ten bins, of the rules' own values and of the values shown, which are calibrated on\n"
        "other articles. *All texts* are the stories, the planted errors, and articles and summaries by others\n"
        "with human labels, which are not part of this repository. Notes and omissions are counted in the\n"
        "project's own texts only.\n"
    )
    for name, told in TEXTS.items():
        yield f"### {told}\n"
        yield from _tables(result[name])


def _tables(figures: dict[str, Any]) -> Iterator[str]:
    errors = [
        (SIGHTS[sight], str(row["findings"]), f"{row['before']:.2f}", f"{row['after']:.2f}")
        for sight, row in figures["error"].items()
    ]
    yield table(("drafts", "findings", "error before calibration", "error as shown"), errors)
    bins = [(str(row["findings"]), f"{row['said']:.2f}", f"{row['true']:.2f}") for row in figures["table"]]
    yield table(("findings", "mean confidence", "share correct"), bins)
