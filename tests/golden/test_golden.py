"""The report on the demo is, word for word, what was last read and found right."""

from __future__ import annotations

import pytest

from consistency.check import Checker
from tools.golden import FILES, GOLDEN, reports


@pytest.mark.parametrize("name", FILES)
def test_report_is_the_golden_one(checker: Checker, name: str) -> None:
    assert reports(checker)[name] == (GOLDEN / name).read_text(encoding="utf-8"), (
        "python -m tools.golden --update, then read"
    )
