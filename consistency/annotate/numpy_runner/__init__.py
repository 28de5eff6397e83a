"""Runs the one pipeline whose weights we know without importing spaCy.

spaCy's import and loading take half a second, more than all else of a check after one sentence has
changed. Its tokenizer, networks, transition systems and tables are simple to run: this package reads
the pipeline's own files and gives the words that spaCy would give, word for word, which the tests
compare. It takes half of spaCy's time for each text too.
"""

from __future__ import annotations

from consistency.annotate.numpy_runner.run import Direct

__all__ = ["Direct"]
