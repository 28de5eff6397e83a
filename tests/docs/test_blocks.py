"""Generated blocks: what stands between the two comments is written, the rest is left alone."""

from __future__ import annotations

import pytest

from tools.pages.blocks import filled, names, table

PAGE = "Words.\n\n<!-- generated: one -->\nold\n<!-- end of generated -->\n\nMore.\n"
YAML = "nav:\n    # generated: one\n    # end of generated\n  - x: y\n"


def test_a_block_is_written_and_writing_again_changes_nothing() -> None:
    once = filled(PAGE, {"one": lambda: "new\n"})
    assert once == "Words.\n\n<!-- generated: one -->\n\nnew\n\n<!-- end of generated -->\n\nMore.\n"
    assert filled(once, {"one": lambda: "new\n"}) == once


def test_blocks_of_yaml_are_comments_there() -> None:
    assert filled(YAML, {"one": lambda: "    - a: b\n"}) == (
        "nav:\n    # generated: one\n    - a: b\n    # end of generated\n  - x: y\n"
    )


def test_a_block_that_nobody_writes_is_an_error() -> None:
    assert names(PAGE) == ["one"]
    with pytest.raises(KeyError, match="one"):
        filled(PAGE, {})


def test_a_bar_in_a_cell_parts_no_cells() -> None:
    assert table(("a",), [("x|y",)]) == "| a |\n| --- |\n| x&#124;y |\n"
