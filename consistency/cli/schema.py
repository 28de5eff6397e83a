"""``consistency schema``."""

from __future__ import annotations

import click


@click.command("schema")
@click.argument("what", type=click.Choice(["report", "config", "baseline"]), default="report", required=False)
@click.option("-o", "--output", metavar="FILE", help="Write to FILE instead of standard output.")
def command(what: str, output: str | None) -> int:
    """Print the JSON Schema (draft 2020-12) of the report, the settings file or the baseline."""
    from consistency.runs.output import write

    write(_SCHEMAS[what](), output)
    return 0


def _report() -> str:
    from consistency.reports.json import schema

    return schema()


def _config() -> str:
    from consistency.reports.json import dumps
    from consistency.settings import describe

    return dumps(describe.schema(), indent=2)


def _baseline() -> str:
    from consistency.findings.baseline import schema

    return schema()


_SCHEMAS = {"report": _report, "config": _config, "baseline": _baseline}
