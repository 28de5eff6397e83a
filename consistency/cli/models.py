"""``consistency models``: the included encoder, linguistic pipeline and lexicon."""

from __future__ import annotations

import click


@click.group("models")
def command() -> None:
    """List, locate and verify the models."""


@command.command("list")
@click.option("-f", "--format", type=click.Choice(["text", "json"]), default="text", help="Output format.")
def list_command(format: str) -> int:
    """List the included models: encoder, linguistic pipeline and lexicon."""
    from dataclasses import asdict

    from consistency.embed import list_models
    from consistency.models.manifest import lexicon_bundle, pipeline_bundle
    from consistency.reports.json import dumps
    from consistency.runs.output import write

    if format == "json":
        write(dumps([asdict(model) | {"size": model.size} for model in list_models()], indent=2))
        return 0
    for bundle in (*list_models(), pipeline_bundle(), lexicon_bundle()):
        write(f"{bundle.name}  {bundle.size / 1e6:.0f} MB  {bundle.licence}\n  {bundle.origin}\n")
    return 0


@command.command("path")
@click.argument("name", required=False)
def path_command(name: str | None) -> int:
    """Print the folder of an installed model."""
    from consistency.embed import model_path
    from consistency.reports.safe import line
    from consistency.runs.output import write

    write(f"{line(str(model_path(name or _default())))}\n")
    return 0


@command.command("verify")
@click.argument("name", required=False)
def verify_command(name: str | None) -> int:
    """Read model files in full and compare their digests with the manifest.

    The default is the files of the default encoder, the linguistic pipeline and the lexicon.
    """
    from consistency.annotate import DEFAULT, verify_pipeline
    from consistency.embed import verify_model
    from consistency.language.lexicon import verify_lexicon
    from consistency.models.manifest import lexicon_bundle
    from consistency.runs.output import write

    others = {DEFAULT: lambda: verify_pipeline(DEFAULT), lexicon_bundle().name: verify_lexicon}
    for one in [name] if name else [_default(), *others]:
        for file in others[one]() if one in others else verify_model(one):
            write(f"{file.sha256}  {file.path}\n")
    return 0


@command.command("fetch", hidden=True)
@click.argument("name", required=False)
@click.option("--again", is_flag=True)
def fetch_command(name: str | None, again: bool) -> int:
    """Verify a model and print its folder. Kept for compatibility: earlier versions downloaded it."""
    from consistency.embed import model_path, verify_model
    from consistency.reports.safe import line
    from consistency.runs.output import write

    verify_model(name or _default())
    write(line(f"already in {model_path(name or _default())}") + "\n")
    return 0


def _default() -> str:
    from consistency.settings import Settings

    return Settings().model
