from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import consistency
from consistency import Checker, Result, Role, article_from_text, load

HEAVY = {"consistency.check", "consistency.result", "consistency.types", "numpy", "pandas", "torch", "jinja2"}


@pytest.fixture(scope="module")
def result() -> Result:
    draft = article_from_text("The fire at the mill killed 15 people.", id="draft", role=Role.DRAFT)
    wire = article_from_text("The fire at the mill killed 12 people.", id="wire", role=Role.SOURCE)
    return Checker().check(draft, [wire])


def test_importing_the_package_imports_nothing_of_it() -> None:
    code = "import consistency, sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert HEAVY & set(done.stdout.split()) == set()


def test_every_public_name_is_there() -> None:
    assert all(getattr(consistency, name) for name in consistency.__all__)
    assert set(consistency.__all__) <= set(dir(consistency))
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        consistency.nonsense  # noqa: B018


def test_a_result_shows_itself(result: Result, tmp_path: Path) -> None:
    assert result.to_frame()["code"].tolist() == ["NUM101"]
    assert result.to_html(tmp_path / "run.html") == (tmp_path / "run.html").read_text(encoding="utf-8")
    assert result._repr_html_().startswith('<iframe title="Consistency report" sandbox="allow-scripts"')
    assert "<!DOCTYPE html>" not in result._repr_html_()  # escaped inside the frame


def test_a_result_is_saved_and_loaded(result: Result, tmp_path: Path) -> None:
    result.save(tmp_path / "run.json")
    again = load(tmp_path / "run.json")
    assert again.to_json() == result.to_json()
    assert again.rules == result.rules != ()
    assert again.render("sarif") == result.render("sarif")
