"""``python -m consistency.github``: what the Action runs. It ends with 0; its last step has the verdict."""

from __future__ import annotations

import sys

from consistency.github.action import main

if __name__ == "__main__":
    sys.exit(main())
