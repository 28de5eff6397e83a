"""The English pipeline en_core_web_sm in NumPy, without spaCy; see README.md in this folder.

``open_pipeline()`` gives the pipeline that comes with this program. Its words equal those of spaCy with the same
files, which the tests compare.
"""

from __future__ import annotations

from consistency.annotate.numpy_runner.run import NumpyPipeline

__all__ = ["NumpyPipeline", "open_pipeline"]


def open_pipeline() -> NumpyPipeline:
    """The pipeline, its weights in memory. Raises ModelError if one of its files is missing or altered."""
    return NumpyPipeline()
