"""``python -m consistency.github`` runs the Action. It exits 0; the last step of the Action sets its status."""

from __future__ import annotations

import sys

from consistency.github.action import main

if __name__ == "__main__":
    sys.exit(main())
