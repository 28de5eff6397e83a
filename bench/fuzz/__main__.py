"""``python -m bench.fuzz``."""

import sys

from bench.fuzz.command import main

sys.exit(main())
