"""Writes the pages that say what the code says, and the generated blocks of the others.

``python tools/make_docs.py`` renews them, ``--check`` tells which are old and ends with 1.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools.pages.book import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
