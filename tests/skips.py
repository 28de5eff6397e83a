"""On CI a test that is skipped for want of a program or package fails: what it tests would go untested unseen."""

from __future__ import annotations

import os
import re
from collections.abc import Generator

import pytest

#: Reasons that a machine for CI can and must remove; others are about its system or its user.
MISSING = re.compile(r"not installed|could not import|no Chromium|another English pipeline|without its HTTP server")

#: Programs that no package of ours installs: tests of them run where they are.
OPTIONAL = ("actionlint",)


def missing(reason: str) -> bool:
    """Whether a test was skipped because something is missing that CI has to install."""
    return bool(MISSING.search(reason)) and not any(name in reason for name in OPTIONAL)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Fail the skipped test, with the reason for which it was skipped."""
    report = yield
    if os.environ.get("CI") and report.skipped and isinstance(report.longrepr, tuple) and missing(report.longrepr[2]):
        report.outcome, report.longrepr = "failed", f"on CI nothing may be missing: {report.longrepr[2]}"
    return report
