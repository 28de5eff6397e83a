"""The files of reports, and their paths in the workflow."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

from consistency.errors import OutputError
from consistency.github.inputs import Inputs

#: The names of report files for formats that are not a common file extension.
ENDINGS = {
    "markdown": "md",
    "json-lines": "jsonl",
    "text": "txt",
    "concise": "concise.txt",
    "grouped": "grouped.txt",
    "github": "github.txt",
    "gitlab": "gitlab.json",
    "rdjson": "rdjson.json",
    "junit": "junit.xml",
}


def wanted(inputs: Inputs, folder: Path) -> dict[str, Path]:
    """The file of each format that the workflow requests; creates their folders. Raises ``OutputError``."""
    places = {name: folder / (file or f"consistency.{ENDINGS.get(name, name)}") for name, file in inputs.report}
    for place in places.values():
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(
                f"cannot create this folder: {error.strerror}", where=str(place.parent), hint="change report-dir"
            ) from error
    return places


def scratch(environ: Mapping[str, str]) -> Path:
    """A new folder that exists as long as the job."""
    home = Path(environ.get("RUNNER_TEMP") or tempfile.gettempdir()) / "consistency"
    home.mkdir(parents=True, exist_ok=True)
    return Path(tempfile.mkdtemp(dir=home, prefix="run-"))


def shown(path: Path, workspace: Path) -> str:
    """The path relative to the workspace, with slashes; the absolute path of a file outside it."""
    real = path.resolve()
    return real.relative_to(workspace).as_posix() if real.is_relative_to(workspace) else real.as_posix()
