"""Inputs that once broke something: none of them may again."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.fuzz.cases import Case
from bench.fuzz.corpus import read, slug
from bench.fuzz.guard import fault
from bench.fuzz.stubs import stubbed
from bench.fuzz.worker import CHEAP
from tests.fuzz.known import KNOWN

CORPUS = Path(__file__).parent / "corpus"


def kept() -> list[object]:
    def marks(path: Path) -> list[pytest.MarkDecorator]:
        why = next((kind for kind in KNOWN if f"--{slug(kind)}" in path.name), None)
        return [pytest.mark.xfail(strict=False, reason=why)] if why else []

    return [pytest.param(case, id=path.name, marks=marks(path)) for path, case in read(CORPUS)]


@pytest.mark.parametrize("case", kept())
def test_an_input_that_broke_something_no_longer_does(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with stubbed():
        found = fault(case, CHEAP.seconds, thorough=True)
    assert found is None, f"{found and found.kind}\n{found and found.detail}"
