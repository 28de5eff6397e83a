"""Whatever stands in a settings file, there are settings or one error that says where."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from consistency.errors import ConsistencyError
from consistency.settings import Settings, settings_for
from consistency.settings.describe import text, toml
from consistency.settings.discover import Scope
from consistency.settings.file import line_of
from consistency.settings.keys import KEYS
from consistency.settings.layers import Layer, stacked

WORDS = st.sampled_from(
    [*KEYS, "extend", "NUM", "NUM101", "value-mismatch", "error", "off", "number", "names", "rule", "reason", "text",
     "until", "path", "article", "source", "2026-06-01", "**/a.md", "a/{slug}.md", "utf-8", "high", ">=0.1", "~", "~x"]
)  # fmt: skip
PLAIN = st.one_of(
    WORDS,
    st.text(st.characters(blacklist_categories=("Cs",)), max_size=8),
    st.booleans(),
    st.integers(-5, 10**20),
    st.floats(),
    st.dates(),
)
VALUES = st.recursive(
    PLAIN, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3), max_leaves=6
)
TABLES = st.dictionaries(WORDS, VALUES, max_size=4)


def written(table: dict[str, Any]) -> str:
    return "".join(f"{toml(name)} = {toml(value)}\n" for name, value in table.items())


@given(table=TABLES)
def test_any_table_gives_settings_or_an_error_of_ours(tmp_path_factory: Any, table: dict[str, Any]) -> None:
    folder: Path = tmp_path_factory.getbasetemp() / "any"
    folder.mkdir(exist_ok=True)
    content = written(table)
    assert tomllib.loads(content).keys() == table.keys()
    (folder / "consistency.toml").write_text(content, encoding="utf-8", newline="\n")
    try:
        found = settings_for(folder)
    except ConsistencyError as error:
        assert "consistency.toml" in str(error)
    else:
        assert isinstance(found.digest(), str)
        assert hash(found) == hash(settings_for(folder))


@given(content=st.binary(max_size=60))
def test_any_bytes_give_settings_or_an_error_of_ours(tmp_path_factory: Any, content: bytes) -> None:
    folder: Path = tmp_path_factory.getbasetemp() / "bytes"
    folder.mkdir(exist_ok=True)
    (folder / "consistency.toml").write_bytes(content)
    try:
        assert isinstance(settings_for(folder), Settings)
    except ConsistencyError as error:
        assert "consistency.toml" in str(error)


@given(name=st.text(max_size=20))
def test_any_text_is_shown_as_toml_reads_it(name: str) -> None:
    if name.isprintable():
        assert tomllib.loads(f"a = {toml(name)}\nb = {toml({name: [name]})}") == {"a": name, "b": {name: [name]}}


@given(lines=st.lists(st.sampled_from(["a = 1", "[a]", "[[a]]", "[[a.b]]", "a.b = 2", "'a' = 3", "# a", "x"])))
def test_a_line_is_one_of_the_text(lines: list[str]) -> None:
    found = line_of("\n".join(lines), ("a", 0, "b"))
    assert found is None or 1 <= found <= len(lines)


CODES = st.lists(st.sampled_from(["NUM", "NUM1", "NUM101", "NUM105", "DAT", "ALL"]), max_size=3).map(tuple)
CHOICES = st.fixed_dictionaries({}, optional={"select": CODES, "ignore": CODES, "extend_select": CODES})


@given(below=CHOICES, above=CHOICES)
def test_what_is_ignored_last_is_ignored_and_what_is_selected_alone_last_runs(below: Any, above: Any) -> None:
    from consistency.rules import select

    merged = stacked([Layer.of(below, "file"), Layer.of(above, "line")]).values
    running = {
        r.code for r in select(merged.get("select", ()), merged.get("ignore", ()), merged.get("extend_select", ()))
    }
    if not above:
        alone = select(below.get("select", ()), below.get("ignore", ()), below.get("extend_select", ()))
        assert running == {rule.code for rule in alone}
    if above.keys() == {"ignore"}:
        assert not [
            code for code in running for prefix in above["ignore"] if prefix == "ALL" or code.startswith(prefix)
        ]
    if above.keys() == {"extend_select"} and "NUM101" in above["extend_select"]:
        assert "NUM101" in running
    if above.keys() == {"select"} and above["select"]:
        assert running == {rule.code for rule in select(above["select"])}


def test_settings_shown_are_settings_read(tmp_path: Path) -> None:
    (tmp_path / "consistency.toml").write_text('encoding = "utf-8"\n', encoding="utf-8")
    assert "utf-8" in text(Scope().explained(str(tmp_path)))
