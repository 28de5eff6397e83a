"""Numbers that decide a comparison are in one table, and nowhere else."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import consistency
from consistency.thresholds.table import declared

PACKAGE = Path(consistency.__file__).parent
READERS = [path for stage in ("align", "rules") for path in sorted((PACKAGE / stage).rglob("*.py"))]

#: A module with a number that decides nothing about two texts: how near a misspelled rule name must be.
OTHERS = {PACKAGE / "rules" / "__init__.py"}

#: Keeps divisions from failing.
EPSILON = 1e-9


def fractions(tree: ast.AST) -> Iterator[int]:
    """The lines that have a number between 0 and 1; an exponent, as of a square root, is none."""
    roots = {
        id(part) for node in ast.walk(tree) if isinstance(node, ast.BinOp | ast.AugAssign) for part in _powers(node)
    }
    for node in ast.walk(tree):
        value = node.value if isinstance(node, ast.Constant) and id(node) not in roots else None
        if isinstance(value, float) and 0 < value < 1 and value != EPSILON:
            yield node.lineno


def _powers(node: ast.BinOp | ast.AugAssign) -> Iterator[ast.AST]:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow):
        yield from (node.left, node.right)


def constants(tree: ast.Module) -> Iterator[int]:
    """The lines of names in capitals for numbers."""
    for node in tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            values = node.value.elts if isinstance(node.value, ast.Tuple) else [node.value]
            if any(isinstance(value, ast.Constant) and isinstance(value.value, int | float) for value in values):
                yield node.lineno


@pytest.mark.parametrize("path", [path for path in READERS if path not in OTHERS], ids=str)
def test_no_module_has_a_threshold_of_its_own(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert [*fractions(tree), *constants(tree)] == []


@pytest.mark.parametrize(
    "code", ["if score >= 0.6: pass", "LEAST = 3", "FEW, MANY = 2, 0.5", "x = link(score=0.9)", "SURE: float = 2.0"]
)
def test_a_planted_threshold_is_seen(code: str) -> None:
    tree = ast.parse(code)
    assert [*fractions(tree), *constants(tree)]


def test_every_row_is_read() -> None:
    texts = [path for path in PACKAGE.rglob("*.py") if path.parent.name != "thresholds"]
    words = {word for path in texts for word in re.findall(r"\b[A-Z_]{3,}\b", path.read_text(encoding="utf-8"))}
    assert [row.name for rows in declared().values() for row in rows if row.name not in words] == []


def test_every_name_is_used_once() -> None:
    names = [row.name for rows in declared().values() for row in rows]
    assert len(names) > 150
    assert sorted(set(names)) == sorted(names)


def test_rows_have_the_values_that_modules_import() -> None:
    from consistency.thresholds import sentences, words

    rows = {row.name: row for table in declared().values() for row in table}
    assert (rows["LINK_FLOOR"].value, rows["LINK_FLOOR"].unit) == (sentences.LINK_FLOOR, "link score")
    assert rows["CLAUSE_SCORE"].value == words.CLAUSE_SCORE


def test_every_row_says_what_it_decides() -> None:
    for rows in declared().values():
        for row in rows:
            assert row.decides.endswith("."), row.name
            assert "|" not in row.decides + row.measured, row.name
