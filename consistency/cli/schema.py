"""``consistency schema``."""

from __future__ import annotations

import click


@click.command("schema")
@click.argument("what", type=click.Choice(["report", "config"]), default="report", required=False)
@click.option("-o", "--output", metavar="FILE", help="Write there instead of to standard output.")
def command(what: str, output: str | None) -> int:
    """Print the JSON schema (draft 2020-12) of the report, or of the settings file."""
    from consistency.cli.output import write
    from consistency.reports.json import dumps
    from consistency.reports.schema import schema
    from consistency.settings import describe

    write(schema() if what == "report" else dumps(describe.schema(), indent=2), output)
    return 0
