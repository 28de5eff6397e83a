"""The address at which this project is published; change it here to publish under another name."""

from __future__ import annotations

from consistency import __version__

#: Owner and name of the repository on GitHub, as in a workflow's ``uses``.
REPOSITORY = "claim-consistency/consistency"

ADDRESS = f"https://github.com/{REPOSITORY}"

#: The tag of this version. Tags of this form are never moved.
TAG = f"v{__version__}"

#: The version of actions/checkout in starter workflows, pinned by commit.
CHECKOUT = "actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2"
