"""The starter files themselves."""

from __future__ import annotations

import json
import re
from pathlib import PurePosixPath

from consistency.starter.origin import ADDRESS, CHECKOUT, REPOSITORY, TAG
from consistency.starter.site import Site

SETTINGS = """\
# Settings of consistency; `consistency config` explains each key.

# Which texts are articles; {found}.
include = [{include}]

# Lowest severity that fails a check: error, warning, note or never.
fail-on = "error"

# Rules to leave out, by code, name or beginning of a code; `consistency rule` lists them.
# ignore = ["COV702"]

# Where articles name no sources in their front matter:
# [[sources]]
# article = "{article}"
# source = "sources/{{slug}}/*"
"""

WORKFLOW = """\
# Checks articles against their sources; on pull requests, those that changed or whose sources did.
name: Consistency

on:
  pull_request:
  push:
    branches: [{branch}]
  workflow_dispatch:

permissions: {{}}

concurrency:
  group: ${{{{ github.workflow }}}}-${{{{ github.ref }}}}
  cancel-in-progress: ${{{{ github.event_name == 'pull_request' }}}}

jobs:
  consistency:
    name: Articles and their sources
    runs-on: ubuntu-latest
    timeout-minutes: 30
    permissions:
      contents: read # enough for forks' pull requests, too
    steps:
      - uses: {checkout}
        with:
          persist-credentials: false
      - uses: {action}
"""

HOOK = """\
- repo: {address}
  rev: {tag}
  hooks:
    - id: consistency
"""


def settings(site: Site) -> str:
    """A settings file for a site."""
    where = f"{site.generator} ({site.mark}) has them here" if site.mark else "patterns of paths below this folder"
    include = site.include[0]
    base = include.split("*")[0]
    return SETTINGS.format(
        found=where,
        include=", ".join(json.dumps(pattern, ensure_ascii=False) for pattern in site.include),
        article=f"{base}{{slug}}.md",
    )


def workflow(folder: PurePosixPath, branch: str = "main", pin: str | None = None) -> str:
    """A workflow that checks a folder of the repository; ``pin`` is the commit of the action's version."""
    action = f"{REPOSITORY}@{pin} # {TAG}" if pin else f"{REPOSITORY}@{TAG}"
    text = WORKFLOW.format(branch=_scalar(branch), checkout=CHECKOUT, action=action)
    if folder != PurePosixPath():
        text += f"        with:\n          working-directory: {_scalar(str(folder))}\n"
    return text


def hook() -> str:
    """The entry of ``.pre-commit-config.yaml``, from the first column."""
    return HOOK.format(address=ADDRESS, tag=TAG)


def _scalar(text: str) -> str:
    """A text as YAML: as it is where nothing in it is more than a letter, else as JSON, which YAML reads."""
    plain = re.fullmatch(r"[A-Za-z_][\w./-]*", text, re.ASCII)
    return text if plain and text.lower() not in _WORDS else json.dumps(text)


#: What YAML 1.1 takes for something else than a text.
_WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
