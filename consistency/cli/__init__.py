"""The command line: it reads the arguments, calls ``check``, prints. One module per command, loaded when used."""

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
from consistency.runs.exit_status import stoppable
from consistency.runs.stderr import guard

#: Each command, the line of help that is shown before its module is loaded.
COMMANDS = {
    "check": "Compare drafts with the sources they rest on.",
    "compare": "Compare tellings of one story, none of them the truth.",
    "claims": "Show what was understood: figures, dates, ranks.",
    "align": "Show which passages of two articles belong together.",
    "report": "Show saved reports again, in other formats.",
    "sources": "Show articles' sources; fetch and verify those from the web.",
    "rule": "Explain a rule, or list them all.",
    "models": "List, find, verify and fetch the models.",
    "init": "Write starter settings, a workflow and a hook.",
    "config": "Explain the settings, or show those that hold.",
    "baseline": "Keep a list of known findings, so that only new ones are reported.",
    "schema": "Print the JSON schema of the report, or of the settings.",
}


@click.group(
    cls=LazyGroup,
    modules={name: f"consistency.cli.{name}" for name in COMMANDS},
    lines=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, "-V", "--version", message="%(prog)s %(version)s")
def cli() -> None:
    """Find where a draft and its sources disagree: figures, dates, names, quotations, attribution.

    Exit status: 0 nothing at or above --fail-on; 1 findings; 2 could not check; 3 nothing to check;
    130, 129 or 143 interrupted, hung up or terminated.
    """


def main(args: Sequence[str] | None = None) -> None:
    """Run the command line and end the process with its exit status."""
    stoppable()
    gc.set_threshold(GC_THRESHOLD)
    # Matrices are small here: a second thread for them gains nothing and takes a core from the encoder.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    guard()
    code = status(cli, args)
    # Ending, the interpreter would search all that is left for cycles, which with a linguistic pipeline takes 0.1 s.
    gc.freeze()
    sys.exit(code)
