"""``python -m consistency`` is the ``consistency`` command."""

from __future__ import annotations

from consistency.cli import main

if __name__ == "__main__":
    main()
