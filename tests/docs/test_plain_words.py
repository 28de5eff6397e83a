"""Documentation, help texts and docstrings use the words of the field, not this project's old dialect."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent

#: Each pattern of the old dialect and what to write instead.
WORDS = {
    r"tellings?": "version, report",
    r"mend(?:s|ed|ing)?": "fix, correct",
    r"(?:is|are|was|were) told": "is reported",
    r"told (?:as|of|apart)": "reported, distinguished",
    r"kin(?:ship)?": "similarity, relation",
    r"unheard": "unsupported",
    r"parted by": "separated by",
    r"(?:has|have) no room": "does not fit",
    r"beside the": "next to the",
    r"(?:is|are) no (?:prose|matter|fault)": "is not …",
    r"where it stands|as it stands|stands in a source": "appears, is",
}
_DIALECT = re.compile(rf"\b(?:{'|'.join(WORDS)})\b", re.IGNORECASE)

#: Pages written by hand; those of rules come from the rules' docstrings.
PAGES = sorted(
    path
    for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    if path.parent.name != "rules" and path.name != "changes.md"
)
#: Packages whose docstrings and messages are checked.
PACKAGES = ("cli", "findings", "github", "read", "reports", "segment", "settings", "sources", "starter", "untrusted")
MODULES = sorted(path for package in PACKAGES for path in (ROOT / "consistency" / package).rglob("*.py"))


def texts(path: Path) -> Iterator[tuple[int, str]]:
    """The strings of a module, docstrings and messages alike, with their lines."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_page_uses_plain_words(page: Path) -> None:
    lines = enumerate(page.read_text(encoding="utf-8").splitlines(), 1)
    assert [(number, found[0]) for number, line in lines for found in _DIALECT.finditer(line)] == []


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_docstrings_and_messages_use_plain_words(module: Path) -> None:
    assert [(number, found[0]) for number, text in texts(module) for found in _DIALECT.finditer(text)] == []


@pytest.mark.parametrize("text", ["two tellings of it", "a note is told", "Mend it.", "folders beside the article"])
def test_the_old_dialect_is_recognised(text: str) -> None:
    assert _DIALECT.search(text)
