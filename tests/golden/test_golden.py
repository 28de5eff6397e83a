"""The report on the demo is, word for word, what was last read and found right."""

from __future__ import annotations

import pytest

from tools.golden import FILES, GOLDEN, reports
from tools.judge import RememberingChecker


@pytest.mark.parametrize("name", FILES)
def test_report_is_the_golden_one(checker: RememberingChecker, name: str) -> None:
    assert reports(checker)[name] == (GOLDEN / name).read_text(encoding="utf-8"), (
        "python -m tools.golden --update, then read"
    )
