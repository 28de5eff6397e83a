"""What Python users can call: signatures and docstrings as they are in the code."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from dataclasses import MISSING, fields, is_dataclass
from typing import Any

import consistency
from consistency import types

#: Classes whose methods are told of, and which ones: those that are not named are for the program itself.
METHODS: dict[str, tuple[str, ...]] = {
    "Checker": ("check", "compare", "claims", "align"),
    "Result": ("to_frame", "to_html", "to_json", "save", "render"),
}

#: Values that a caller gets, by the name of their class.
VALUES = ("Report", "Finding", "Place", "Span", "Claim")


def members() -> str:
    """Every public name, then the values that a caller gets."""
    return "\n".join([*(line for name in _names() for line in _member(name)), *_values()])


def _names() -> list[str]:
    return [name for name in consistency.__all__ if not name.startswith("_")]


def _member(name: str) -> Iterator[str]:
    thing = getattr(consistency, name)
    yield f"### {name}\n"
    if inspect.isclass(thing):
        yield _prose(thing)
        for method in METHODS.get(name, ()):
            yield _called(f"{name[0].lower()}{name[1:]}.{method}", getattr(thing, method))
            yield _prose(getattr(thing, method))
    else:
        yield _called(name, thing)
        yield _prose(thing)


def _values() -> Iterator[str]:
    for name in VALUES:
        thing = getattr(types, name)
        yield f"### {name}\n"
        yield _prose(thing)
        if is_dataclass(thing):
            yield "```python\n" + "\n".join(_field(field) for field in fields(thing)) + "\n```\n"


def _field(field: Any) -> str:
    given = "" if field.default is MISSING else f" = {field.default!r}"
    return f"{field.name}: {field.type}{given}"


def _called(name: str, thing: Callable[..., Any]) -> str:
    signature = inspect.signature(thing)
    plain = [p.replace(annotation=_Plain(p.annotation)) for p in signature.parameters.values() if p.name != "self"]
    shown = signature.replace(parameters=plain, return_annotation=_Plain(signature.return_annotation))
    return f"```python\n{name}{shown}\n```\n"


class _Plain(str):
    """An annotation that is shown without quotes."""

    def __repr__(self) -> str:
        return str(self)


def _prose(thing: Any) -> str:
    """The docstring in Markdown: a section such as "Raises:" becomes a list."""
    doc = inspect.getdoc(thing) or ""
    doc = re.sub(r"(?m)^( {4})(\w+): ", r"- `\2`: ", doc)
    return re.sub(r"(?m)^(\w+:)\n(?=- )", r"\1\n\n", doc).replace("``", "`") + "\n"
