"""Keys for the caches of the Action, computed before anything is installed with the standard library alone.

``python -I key.py`` writes to ``GITHUB_OUTPUT``: ``root``, the folder for all that the Action keeps on a
runner; ``environment`` and ``results``, the keys of its caches. The action's own checkout decides them, not
the repository that is checked; ``hashFiles`` of a workflow sees the latter alone.
"""

from __future__ import annotations

import hashlib
import os
import platform
import re
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent.parent

#: The files that determine which packages are installed.
LOCKS = ("pyproject.toml", "constraints.txt", "requirements/core.txt", "action.yml")


def keys(home: Path, python: str) -> dict[str, str]:
    """The keys for a checkout of this project and a version of Python."""
    digest = hashlib.sha256()
    for name in LOCKS:
        digest.update((home / name).read_bytes())
    machine = f"{platform.system()}-{platform.machine()}".lower()
    text = (home / "consistency" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "([^"\s]+)"$', text, re.MULTILINE)
    version = found[1] if found else "unknown"
    return {
        "environment": f"consistency-environment-{version}-{machine}-{python}-{digest.hexdigest()[:16]}",
        "results": f"consistency-results-{version}-{machine}",
    }


def main() -> None:
    """Write the keys to the outputs of the step."""
    root = Path(os.environ["RUNNER_TEMP"]) / "consistency"
    root.mkdir(parents=True, exist_ok=True)
    lines = {"root": root.as_posix(), **keys(HOME, platform.python_version())}
    with Path(os.environ["GITHUB_OUTPUT"]).open("a", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{name}={value}\n" for name, value in lines.items())


if __name__ == "__main__":
    main()
