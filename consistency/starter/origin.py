"""Where this project is published, in one place: whoever publishes it under another name changes this line."""

from __future__ import annotations

from consistency import __version__

#: Owner and name of the repository on GitHub, as a workflow's ``uses`` has them.
REPOSITORY = "claim-consistency/consistency"

ADDRESS = f"https://github.com/{REPOSITORY}"

#: The tag of this version. Tags of this form are never moved.
TAG = f"v{__version__}"

#: The checkout that starter workflows use, by commit, with the version that this commit is.
CHECKOUT = "actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2"
