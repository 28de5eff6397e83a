"""``consistency models``: the only command that may use the network, and only when told to fetch."""

from __future__ import annotations

import click


@click.group("models")
def command() -> None:
    """List, find, verify and fetch the models."""


@command.command("list")
@click.option("-f", "--format", type=click.Choice(["text", "json"]), default="text", help="How to print it.")
def list_command(format: str) -> int:
    """Print the encoders of the manifest, the default one first, then the linguistic pipeline and the lexicon."""
    from dataclasses import asdict

    from consistency.embed import list_models
    from consistency.models.manifest import lexicon_bundle, pipeline_bundle
    from consistency.reports.json import dumps
    from consistency.runs.output import write

    if format == "json":
        write(dumps([asdict(model) | {"size": model.size} for model in list_models()], indent=2))
        return 0
    for model in list_models():
        here = "on this machine" if _present(model.name) else "to be fetched"
        write(f"{model.name}  {model.size / 1e6:.0f} MB  {model.licence}  {here}\n")
        write(f"  {model.repository} at {model.revision}\n")
    for bundle in (pipeline_bundle(), lexicon_bundle()):
        write(f"{bundle.name}  {bundle.size / 1e6:.0f} MB  {bundle.licence}\n  {bundle.origin}\n")
    return 0


@command.command("path")
@click.argument("name", required=False)
def path_command(name: str | None) -> int:
    """Print the folder of a model on this machine."""
    from consistency.embed import model_path
    from consistency.reports.safe import line
    from consistency.runs.output import write

    write(f"{line(str(model_path(name or _default())))}\n")
    return 0


@command.command("verify")
@click.argument("name", required=False)
def verify_command(name: str | None) -> int:
    """Read files in full and compare their digests with the manifest.

    Without a NAME: those of the default encoder, the linguistic pipeline and the lexicon.
    """
    from consistency.annotate import verify_pipeline
    from consistency.embed import verify_model
    from consistency.language.lexicon import verify_lexicon
    from consistency.models.manifest import lexicon_bundle, pipeline_bundle
    from consistency.runs.output import write

    others = {pipeline_bundle().name: verify_pipeline, lexicon_bundle().name: verify_lexicon}
    for one in [name] if name else [_default(), *others]:
        for file in others[one]() if one in others else verify_model(one):
            write(f"{file.sha256}  {file.path}\n")
    return 0


@command.command("fetch")
@click.argument("name", required=False)
@click.option("--again", is_flag=True, help="Even if it is there.")
def fetch_command(name: str | None, again: bool) -> int:
    """Download a model at its pinned revision and verify it."""
    from consistency.embed import fetch_model
    from consistency.reports.safe import line
    from consistency.runs.output import write

    folder, fetched = fetch_model(name or _default(), again=again)
    write(line(f"{'fetched to' if fetched else 'was already in'} {folder}") + "\n")
    return 0


def _default() -> str:
    from consistency.settings import Settings

    return Settings().model


def _present(name: str) -> bool:
    from consistency.embed import model_path
    from consistency.errors import ModelError

    try:
        model_path(name)
    except ModelError:
        return False
    return True
