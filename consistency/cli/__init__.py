"""The command line. Each command is a module that is imported when the command runs."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

import click

from consistency import __version__
from consistency.cli.lazy_group import LazyGroup
from consistency.cli.status import status
from consistency.runs import GC_THRESHOLD
from consistency.runs.exit_status import handle_stop_signals
from consistency.runs.stderr import capture_diagnostics

#: Each command with its line of help, which is shown without importing the module.
COMMANDS = {
    "check": "Check drafts against their sources.",
    "compare": "Compare versions of the same story, none treated as authoritative.",
    "claims": "Show the claims extracted from articles: figures, dates, ranks.",
    "align": "Show which passages of two articles correspond.",
    "report": "Convert saved reports to other formats.",
    "sources": "List, fetch and verify the sources of articles.",
    "rule": "Explain a rule or list all rules.",
    "models": "List, locate and verify the models.",
    "init": "Write settings, a GitHub workflow and a pre-commit hook.",
    "config": "Explain settings or show those in effect.",
    "baseline": "Record existing findings, so that only new ones are reported.",
    "schema": "Print the JSON Schema of the report or the settings.",
}


@click.group(
    cls=LazyGroup,
    modules={name: f"consistency.cli.{name}" for name in COMMANDS},
    lines=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, "-V", "--version", message="%(prog)s %(version)s")
def cli() -> None:
    """Find where drafts and their sources disagree: figures, dates, names, quotations, attribution.

    Exit status: 0 no findings at or above --fail-on; 1 findings; 2 could not check; 3 nothing to check;
    129, 130 or 143 hung up, interrupted or terminated.
    """


def main(args: Sequence[str] | None = None) -> None:
    """Run the command line and exit with its status."""
    handle_stop_signals()
    gc.set_threshold(GC_THRESHOLD)
    # Matrices are small here: more threads gain nothing and take a core from the encoder.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    capture_diagnostics()
    code = status(cli, args)
    # Skips the collection at exit, which takes 0.1 s with a linguistic pipeline in memory.
    gc.freeze()
    sys.exit(code)
