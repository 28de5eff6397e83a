"""Templates of the files that ``init`` writes."""

from __future__ import annotations

import json
import re
from pathlib import PurePosixPath

from consistency.starter.origin import ADDRESS, CHECKOUT, REPOSITORY, TAG
from consistency.starter.site import Site

SETTINGS = """\
# Settings for consistency; `consistency config KEY` explains a key.

# The articles to check; {found}.
include = [{include}]

# Lowest severity that fails a check: error, warning, note or never.
fail-on = "error"

# Rules to skip, by code, code prefix or name; `consistency rule` lists them.
# ignore = ["COV702"]

# For articles that list no sources in their front matter:
# [[sources]]
# article = "{article}"
# source = "sources/{{slug}}/*"
"""

WORKFLOW = """\
# Checks articles against their sources; on pull requests, only those that changed or whose sources changed.
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
      contents: read # sufficient, also for pull requests from forks
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
    where = f"the folders of {site.generator} ({site.mark})" if site.mark else "patterns of paths in this folder"
    include = site.include[0]
    base = include.split("*")[0]
    return SETTINGS.format(
        found=where,
        include=", ".join(json.dumps(pattern, ensure_ascii=False) for pattern in site.include),
        article=f"{base}{{slug}}.md",
    )


def workflow(folder: PurePosixPath, branch: str = "main", pin: str | None = None) -> str:
    """A workflow that checks a folder of the repository; ``pin`` is the commit of the action."""
    action = f"{REPOSITORY}@{pin} # {TAG}" if pin else f"{REPOSITORY}@{TAG}"
    text = WORKFLOW.format(branch=_scalar(branch), checkout=CHECKOUT, action=action)
    if folder != PurePosixPath():
        text += f"        with:\n          working-directory: {_scalar(str(folder))}\n"
    return text


def hook() -> str:
    """The entry for ``.pre-commit-config.yaml``, without indent."""
    return HOOK.format(address=ADDRESS, tag=TAG)


def _scalar(text: str) -> str:
    """A string as YAML: plain if it is a simple word, otherwise as JSON, which is valid YAML."""
    plain = re.fullmatch(r"[A-Za-z_][\w./-]*", text, re.ASCII)
    return text if plain and text.lower() not in _WORDS else json.dumps(text)


#: Words that YAML 1.1 does not read as strings.
_WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
