"""The keys of the settings file, from the table that reads them."""

from __future__ import annotations

import json
import re

from consistency.cli.config import page
from consistency.settings import describe


def keys() -> str:
    """Every key with what it takes, its default and an example."""
    return "\n".join(re.sub(r"^# (.*)", r"### \1", page(name)) for name in describe.ALL)


def schema() -> str:
    """The JSON schema of the file, for editors."""
    return json.dumps(describe.schema(), indent=2, ensure_ascii=False) + "\n"
