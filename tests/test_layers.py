"""Who may import whom, read from the imports themselves."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "consistency"

#: The layers from the ground up, and the layers that each imports: those below it alone.
MAY = {
    "lazy": set[str](),
    "types": set[str](),
    "thresholds": set[str](),
    "errors": set[str](),
    "untrusted": set[str](),
    "settings": {"lazy", "types", "errors", "untrusted"},
    "cache": {"types", "settings"},
    "models": {"errors", "cache"},
    "language": {"types", "cache", "models"},
    "annotate": {"types", "errors", "cache", "models", "language"},
    "names": {"types", "language"},
    "quantities": {"types", "thresholds", "language"},
    "dates": {"types", "language"},
    "quotations": {"types", "language", "names"},
    "attribution": {"types", "language", "names"},
    "statements": {"types", "language"},
    "claims": {"types", "dates", "quantities", "quotations", "statements"},
    "read": {"types", "errors", "untrusted", "settings"},
    "segment": {"types"},
    "embed": {"errors", "settings", "cache", "models"},
    "extract": {"lazy", "types", "language", "names", "attribution", "statements", "claims"},
    "align": {
        "types",
        "thresholds",
        "language",
        "annotate",
        "names",
        "quantities",
        "quotations",
        "attribution",
        "statements",
        "claims",
    },
    "rules": {
        "types",
        "thresholds",
        "errors",
        "language",
        "annotate",
        "names",
        "quantities",
        "dates",
        "quotations",
        "attribution",
        "claims",
    },
    "reports": {"types", "errors", "untrusted", "claims"},
    "findings": {"types", "errors", "untrusted", "settings", "language", "read", "rules", "reports"},
    "engine": {"types", "settings", "cache", "language", "annotate", "embed", "rules"},
    "check": {"types", "settings", "names", "segment", "embed", "extract", "align", "reports", "findings", "engine"},
    "api": {"types", "errors", "settings", "read", "reports", "findings", "check"},
    "sources": {"lazy", "types", "errors", "settings", "read"},
    "starter": {"errors", "untrusted", "settings"},
    "runs": {
        "types",
        "errors",
        "untrusted",
        "settings",
        "cache",
        "quantities",
        "read",
        "reports",
        "findings",
        "check",
        "sources",
    },
    "cli": {
        "errors",
        "untrusted",
        "settings",
        "models",
        "language",
        "annotate",
        "quantities",
        "embed",
        "rules",
        "reports",
        "findings",
        "check",
        "api",
        "sources",
        "starter",
        "runs",
    },
    "github": {"errors", "untrusted", "reports", "api", "sources", "runs", "cli"},
}

#: What each knows one kind of claim, and nothing of the others: names aside, which speakers and sources have.
CONCEPTS = {"names", "quantities", "dates", "quotations", "attribution", "statements"}

#: Packages that take long to import or are a matter of one place, and the modules that may import them.
HOME = {
    "torch": ("embed.",),
    "transformers": ("embed.",),
    "sentence_transformers": ("embed.",),
    "onnxruntime": ("embed.onnx",),
    "tokenizers": ("embed.",),
    "huggingface_hub": ("embed.",),
    "spacy": ("annotate.spacy_runner",),
    "pandas": ("reports.frame",),
    "rich": ("reports.text",),
    "jinja2": ("reports.html",),
    "click": ("cli",),
    "watchfiles": ("runs.file_changes",),
    "numpy": ("embed", "annotate.numpy_runner", "align", "language.terms"),
    "nupunkt": ("segment",),
    "markdown_it": ("read",),
    "yaml": ("untrusted.yaml",),
    "charset_normalizer": ("read",),
    "sqlite3": ("cache", "language.lexicon"),
}

#: What a rule may not touch: files, the clock, chance, the network, processes.
WORLD = {"os", "pathlib", "io", "time", "random", "socket", "subprocess", "shutil", "tempfile", "urllib", "sqlite3"}

#: Distributions whose package has another name.
NAMES = {
    "pyyaml": "yaml",
    "markdown-it-py": "markdown_it",
    "text2num": "text_to_num",
}


def modules() -> dict[str, Path]:
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imports(path: Path, *, typing: bool = True) -> Iterator[str]:
    """The full names of what a module imports; without ``typing``, not what is only for type checkers."""
    for node in _nodes(ast.parse(path.read_text(encoding="utf-8")), typing):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _nodes(node: ast.AST, typing: bool) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        if not typing and isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING":
            continue
        yield child
        yield from _nodes(child, typing)


def ours(path: Path) -> set[str]:
    """The first parts of the modules of ours that a module imports."""
    return {name.split(".")[1] for name in imports(path) if name.startswith("consistency.")} - {"__version__"}


MODULES = modules()


@pytest.mark.parametrize("name", [name for name in MODULES if name and name != "__main__"])
def test_a_module_imports_only_what_lies_below_it(name: str) -> None:
    layer = name.split(".")[0]
    assert ours(MODULES[name]) - {layer} <= MAY[layer]


def test_every_layer_is_known() -> None:
    assert {name.split(".")[0] for name in MODULES} == {*MAY, "", "__main__"}


@pytest.mark.parametrize("layer", MAY)
def test_every_permission_is_used(layer: str) -> None:
    used = {found for name, path in MODULES.items() if name.split(".")[0] == layer for found in ours(path)}
    assert used - {layer} == MAY[layer]


def test_imports_point_down() -> None:
    order = list(MAY)
    upward = {(layer, other) for layer in MAY for other in MAY[layer] if order.index(other) >= order.index(layer)}
    assert upward == set()


@pytest.mark.parametrize("concept", sorted(CONCEPTS))
def test_a_concept_knows_no_other_but_names(concept: str) -> None:
    assert MAY[concept] & CONCEPTS <= {"names"}


@pytest.mark.parametrize("package", HOME)
def test_every_home_is_lived_in(package: str) -> None:
    homes = {name for name, path in MODULES.items() if any(f.split(".")[0] == package for f in imports(path))}
    for home in HOME[package]:
        assert [name for name in homes if name == home or name.startswith(home.rstrip(".") + ".")], home


@pytest.mark.parametrize("name", [name for name in MODULES if name.split(".")[0] in ("types", "errors", "visible")])
def test_the_ground_is_the_standard_library_and_itself(name: str) -> None:
    strangers = {found for found in imports(MODULES[name]) if not found.startswith("consistency.types.")}
    assert {found.split(".")[0] for found in strangers} <= sys.stdlib_module_names


@pytest.mark.parametrize("package", HOME)
def test_a_heavy_package_has_one_home(package: str) -> None:
    strangers = [
        name
        for name, path in MODULES.items()
        if any(found.split(".")[0] == package for found in imports(path, typing=False))
        and not any(name == home or name.startswith(home.rstrip(".") + ".") for home in HOME[package])
    ]
    assert strangers == []


@pytest.mark.parametrize("name", [name for name in MODULES if name.startswith("rules.")])
def test_rules_are_pure(name: str) -> None:
    assert {found.split(".")[0] for found in imports(MODULES[name])} & WORLD == set()


def test_every_package_that_is_imported_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [line for extra in ("torch", "spacy", "watch") for line in project["optional-dependencies"][extra]]
    declared = set()
    for line in (*project["dependencies"], *extras):
        name = re.split(r"[<>=!~;\[ ]", line)[0].lower()
        declared.add(NAMES.get(name, name.replace("-", "_")))
    # What comes with these is theirs to declare: they cannot work without it.
    declared |= {"huggingface_hub", "markupsafe", "transformers"}
    used = {found.split(".")[0] for path in MODULES.values() for found in imports(path)}
    assert used - sys.stdlib_module_names - {"consistency"} <= declared


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("import torch", ["torch"]),
        ("def f():\n    from consistency.check import check", ["consistency.check.check"]),
        ("from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import torch", ["typing.TYPE_CHECKING"]),
    ],
)
def test_planted_imports_are_seen(tmp_path: Path, code: str, names: list[str]) -> None:
    planted = tmp_path / "planted.py"
    planted.write_text(code, encoding="utf-8")
    assert list(imports(planted, typing=False)) == names
