"""Long runs must not grow: what the program remembers of articles is bounded, or freed with what it belongs to."""

from __future__ import annotations

import ast
import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from consistency.align import ArticlePair
from consistency.check import Checker
from tests.test_layers import MODULES
from tests.unit.checking import findings

#: Unbounded caches with arguments that come from the program's own files, never from an article.
BY_OWN_NAMES = {
    "align.statements._sending": "names of lists in a table",
    "cache.codec._converter": "types of the program",
    "dates.grammar._compiled": "patterns of date forms",
    "segment.hygiene._pattern": "names of lists in a table",
    "segment.words.listed": "names of lists in a table",
    "segment.words.table": "names of tables",
}


def unbounded(path: Path) -> Iterator[str]:
    """Module-level functions with arguments that remember every answer."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef) and _arguments(node):
            yield from (node.name for decorator in node.decorator_list if _remembers_all(decorator))


def _arguments(function: ast.FunctionDef) -> bool:
    given = function.args
    return bool(given.posonlyargs or given.args or given.vararg or given.kwonlyargs or given.kwarg)


def _remembers_all(decorator: ast.expr) -> bool:
    if not isinstance(decorator, ast.Call):
        return ast.unparse(decorator) in ("cache", "functools.cache")
    if ast.unparse(decorator.func) not in ("lru_cache", "functools.lru_cache"):
        return False
    sizes = [*decorator.args[:1], *(word.value for word in decorator.keywords if word.arg == "maxsize")]
    return any(isinstance(size, ast.Constant) and size.value is None for size in sizes)


def test_only_the_programs_own_names_are_remembered_without_a_bound() -> None:
    assert {f"{name}.{function}" for name, path in MODULES.items() for function in unbounded(path)} == {*BY_OWN_NAMES}


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("@cache\ndef f(text): pass", ["f"]),
        ("@lru_cache(maxsize=None)\ndef f(text): pass", ["f"]),
        ("@lru_cache(None)\ndef f(*words): pass", ["f"]),
        ("@lru_cache\ndef f(text): pass", []),
        ("@lru_cache(maxsize=64)\ndef f(text): pass", []),
        ("@cache\ndef f(): pass", []),
    ],
)
def test_planted_caches_are_seen(tmp_path: Path, code: str, names: list[str]) -> None:
    (tmp_path / "planted.py").write_text(code, encoding="utf-8")
    assert list(unbounded(tmp_path / "planted.py")) == names


def test_nothing_keeps_the_pairs_of_a_finished_check(checker: Checker) -> None:
    gc.collect()
    before = _pairs()
    draft = "The fire at the mill killed 15 people on Monday."
    assert findings(checker, draft, "The fire at the mill killed 12 people on Monday.")
    gc.collect()
    assert _pairs() == before


def _pairs() -> int:
    return sum(isinstance(thing, ArticlePair) for thing in gc.get_objects())
