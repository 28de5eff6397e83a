"""``consistency schema``."""

from __future__ import annotations

import click


@click.command("schema")
@click.option("-o", "--output", metavar="FILE", help="Write there instead of to standard output.")
def command(output: str | None) -> int:
    """Print the JSON schema of the report (draft 2020-12)."""
    from consistency.cli.output import write
    from consistency.reports.schema import schema

    write(schema(), output)
    return 0
