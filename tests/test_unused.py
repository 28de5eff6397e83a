"""Everything that the package defines is used by the package itself, its tools or its benchmarks: tests do not count.

A name of a module counts as used if something that is itself used reads it there or imports it. Members of classes are
compared by name alone: one that is called like a used member of another class is taken for used.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest

import consistency

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "consistency"
USERS = (PACKAGE, ROOT / "tools", ROOT / "bench")

#: Why a name is there that nothing of ours reads.
REASONS = {
    "consistency.align.substitutions.by_syntax.Slot.tie": "slots are compared as wholes",
    "consistency.annotate.syntax.Relation.tie": "relations are compared as wholes",
    "consistency.embed.torch.TorchEncoder": "settings.runtimes names it, and it is imported by that name",
    "consistency.models.manifest.Model.revision": "the manifest says by it where the files are from",
    "consistency.runs.watch_state.WatchedState.state": "states are compared as wholes",
    "consistency.settings.value.Settings.required_version": "settings files are held against it when they are read",
}

#: Decorators that change what a function is, not who calls it; any other one registers it somewhere.
PLAIN = {
    *("cache", "cached_property", "classmethod", "contextmanager", "dataclass", "final", "lru_cache", "overload"),
    *("memoize_by_identity", "override", "property", "setter", "staticmethod", "total_ordering", "wraps"),
}

#: Bases of others than ours that call no member of the classes made from them.
QUIET = {"NamedTuple", "Generic", "Exception"}

_PATH = re.compile(r"\w+(?:[.:]\w+)*")


@dataclass(slots=True)
class Definition:
    """A name of a module, or of a class in it (``owner``), and what its code reads.

    ``free`` is what runs without being named: the body of a module, hooks of the language and of frameworks.
    """

    module: str
    owner: str
    name: str
    free: bool
    reads: set[str] = field(default_factory=set)

    @property
    def label(self) -> str:
        """Its full name."""
        return ".".join(filter(None, (self.module, self.owner, self.name)))


class Module:
    """The code of one file."""

    def __init__(self, path: Path) -> None:
        parts = path.relative_to(ROOT).with_suffix("").parts
        self.name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        self.tree = ast.parse(path.read_text(encoding="utf-8"))
        self.imported = {
            alias.asname or alias.name.split(".")[0]: f"{node.module}.{alias.name}"
            for node in ast.walk(self.tree)
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
        }
        self.lazy = any(isinstance(node, ast.Name) and node.id == "import_module" for node in ast.walk(self.tree))

    def reads(self, *nodes: ast.AST | None) -> set[str]:
        """What some code reads: full names, and for members ``.name``."""
        walked = (inner for outer in nodes if outer for inner in ast.walk(outer))
        return {name for node in walked for name in self._read(node)}

    def _read(self, node: ast.AST) -> Iterator[str]:
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            yield self.imported.get(node.id, f"{self.name}.{node.id}")
        elif isinstance(node, ast.Attribute):
            yield f".{node.attr}"
            if self.lazy:
                yield f"?{node.attr}"
            if isinstance(node.value, ast.Name) and node.value.id in self.imported:
                yield f"{self.imported[node.value.id]}.{node.attr}"
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and _PATH.fullmatch(node.value):
            for name in re.split(r"[.:]", node.value):
                yield f".{name}"
                if self.lazy:
                    yield f"?{name}"

    def definitions(self) -> Iterator[Definition]:
        """What it defines, and one nameless definition for the code that runs when it is imported."""
        rest = Definition(self.name, "", "", free=True)
        for node in self.tree.body:
            if isinstance(node, ast.ClassDef):
                yield from self._members(node)
            elif isinstance(node, ast.FunctionDef):
                yield Definition(self.name, "", node.name, _hook(node), self.reads(node))
            elif isinstance(node, ast.Assign | ast.AnnAssign) and (names := _assigned(node)):
                for name in names:
                    reads = set() if name == "__all__" else self.reads(node.value)
                    yield Definition(self.name, "", name, name.startswith("__"), reads)
            elif not isinstance(node, ast.Import | ast.ImportFrom):
                rest.reads |= self.reads(node)
        yield rest

    def _members(self, node: ast.ClassDef) -> Iterator[Definition]:
        """A class, with what it reads when it is made, and its members."""
        # Members of enumerations are found by value, those of protocols have others' names, frameworks call theirs.
        hooked = any(not self._ours(base) for base in node.bases)
        whole = Definition(self.name, "", node.name, _hook(node), self.reads(*node.bases, *node.decorator_list))
        yield whole
        for child in node.body:
            if isinstance(child, ast.FunctionDef):
                yield Definition(self.name, node.name, child.name, hooked or _hook(child), self.reads(child))
                continue
            whole.reads |= self.reads(child)
            if isinstance(child, ast.Assign | ast.AnnAssign):
                for name in _assigned(child):
                    yield Definition(self.name, node.name, name, hooked or name.startswith("__"))

    def _ours(self, base: ast.expr) -> bool:
        name = ast.unparse(base).split("[")[0]
        here = any(isinstance(node, ast.ClassDef) and node.name == name for node in self.tree.body)
        return here or name in QUIET or self.imported.get(name, "").startswith("consistency.")


def _assigned(node: ast.Assign | ast.AnnAssign) -> list[str]:
    """The names that an assignment gives."""
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return [inner.id for target in targets for inner in ast.walk(target) if isinstance(inner, ast.Name)]


def _hook(node: ast.FunctionDef | ast.ClassDef) -> bool:
    """Whether the language calls it, or somebody to whom a decorator hands it."""
    names = {re.split(r"[(\[]", ast.unparse(one))[0].split(".")[-1] for one in node.decorator_list}
    return not names <= PLAIN or bool(re.fullmatch(r"__\w+__|_repr_\w+_", node.name))


def unused(modules: list[Module], read: set[str]) -> list[Definition]:
    """What is read neither from outside (``read``) nor by anything that is itself used."""
    imported = {f"{module.name}.{name}": home for module in modules for name, home in module.imported.items()}
    found = [one for module in modules for one in module.definitions()]
    by_name: dict[str, list[Definition]] = defaultdict(list)
    for one in found:
        by_name[f".{one.name}" if one.owner else one.label].append(one)
        by_name[f"?{one.name}"] += [one] if not one.owner else []
        if one.owner and one.free:
            by_name[f"{one.module}.{one.owner}"].append(one)
    used: set[int] = set()
    todo = [*read, *(name for one in found if one.free and not one.owner for name in (one.label, *one.reads))]
    seen: set[str] = set()
    while todo:
        if (name := todo.pop()) in seen:
            continue
        seen.add(name)
        todo += [imported[name]] if name in imported else []
        for one in by_name[name]:
            used.add(id(one))
            todo += one.reads
    return [one for one in found if one.name and id(one) not in used]


@cache
def everything() -> tuple[list[Module], set[str]]:
    """The modules of the package, and what is read from outside it: by its users, tools, benchmarks and templates."""
    files = {folder: sorted(folder.rglob("*.py")) for folder in USERS}
    read = {f"consistency.{name}" for name in consistency.__all__}
    for module in (Module(path) for folder in USERS[1:] for path in files[folder]):
        read |= module.reads(module.tree)
    for path in (*PACKAGE.rglob("*.j2"), ROOT / "pyproject.toml"):
        text = path.read_text(encoding="utf-8")
        read |= {f".{name}" for name in re.findall(r"\w+", text)}
        read |= {name.replace(":", ".") for name in re.findall(r"consistency[\w.:]+", text)}
    return [Module(path) for path in files[PACKAGE]], read


def test_everything_is_used() -> None:
    assert [one.label for one in unused(*everything()) if one.label not in REASONS] == []


def test_every_reason_is_needed() -> None:
    assert {one.label for one in unused(*everything())} >= REASONS.keys()


PLANTED = """
import lazy
from functools import cache
LIMIT = 3
LOOSE = 4
@cache
def used(): return LIMIT + alone().size
@cache
def spare(): return LOOSE + spare()
class alone:
    size: int
    colour: str
    def __len__(self): return inner()
    def grow(self): return 1
def inner(): return 2
@lazy.command
def hook(): return used()
"""


def test_planted_names_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.test_unused.ROOT", tmp_path)
    (tmp_path / "planted.py").write_text(PLANTED, encoding="utf-8")
    found = [one.label for one in unused([Module(tmp_path / "planted.py")], set())]
    assert found == ["planted.LOOSE", "planted.spare", "planted.alone.colour", "planted.alone.grow"]
