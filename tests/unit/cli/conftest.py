"""A folder with a draft, its source and some useless files."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.cli.files import DRAFT, SOURCE


@pytest.fixture
def story(tmp_path: Path) -> Path:
    (tmp_path / "draft.md").write_bytes(DRAFT)
    (tmp_path / "same.md").write_bytes(b"On Monday a fire at the mill killed 12 people and burned two barns.\n")
    (tmp_path / "source.txt").write_bytes(SOURCE)
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "blank.txt").write_bytes(b" \n\n\t\n")
    return tmp_path
