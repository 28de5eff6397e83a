"""The report on the demo is, word for word, what was last read and found right."""

from __future__ import annotations

import pytest

from tools.golden import FILES, GOLDEN, reports


@pytest.fixture(scope="module")
def now() -> dict[str, str]:
    return reports()


@pytest.mark.parametrize("name", FILES)
def test_report_is_the_golden_one(now: dict[str, str], name: str) -> None:
    assert now[name] == (GOLDEN / name).read_text(encoding="utf-8"), "python -m tools.golden --update, then read"
