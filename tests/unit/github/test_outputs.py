from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from consistency.github.outputs import write


def parse(text: str) -> dict[str, str]:
    """As the runner reads it: ``name<<end``, lines, ``end``."""
    found, lines = {}, iter(text.split("\n"))
    for line in lines:
        if line:
            name, end = line.split("<<", 1)
            value = []
            while (part := next(lines)) != end:
                value.append(part)
            found[name] = "\n".join(value)
    return found


@given(st.text(st.characters(codec="utf-8")))
def test_no_value_can_pass_for_another_output(value: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "output"
        write(str(path), {"files": value, "status": "1"})
        assert parse(path.read_bytes().decode()) == {"files": value, "status": "1"}


def test_half_a_character_is_written_somehow(tmp_path: Path) -> None:
    write(str(tmp_path / "out"), {"a": "x\ud800y"})
    assert parse((tmp_path / "out").read_text(encoding="utf-8")) == {"a": "x\\ud800y"}


def test_without_a_file_nobody_asks() -> None:
    write("", {"a": "b"})
