"""Parse YAML as plain strings, lists and tables, ignoring tags."""

from __future__ import annotations

import json
from typing import Any

import yaml

from consistency.untrusted import DEEPEST, Malformed, position

#: Maximum number of values that aliases may expand to; nested aliases multiply.
ALIASED = 300


def load_yaml(text: str) -> Any:
    """The value of a YAML document, every scalar as a string. Raises ``Malformed``.

    Tags make nothing of a value: a wrong date or a tag of the site generator is no reason to stop.
    """
    try:
        return _loaded(_Loader(text))
    except yaml.reader.ReaderError as error:
        reason = f"the character U+{error.character:04X} is not allowed"
        raise Malformed(reason, *position(text, error.position)) from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        reason = error.problem or error.context or "it cannot be read"
        raise Malformed(reason, *(position(text, mark.index) if mark else ())) from error
    except yaml.YAMLError as error:
        raise Malformed(str(error).splitlines()[0]) from error


def _loaded(loader: _Loader) -> Any:
    try:
        return loader.get_single_data()
    except (ValueError, OverflowError) as error:
        raise yaml.MarkedYAMLError(problem=_NO_CHARACTER, problem_mark=loader.get_mark()) from error
    except RecursionError as error:
        raise yaml.MarkedYAMLError(problem=_DEEP, problem_mark=loader.get_mark()) from error
    finally:
        loader.dispose()


_NO_CHARACTER = "invalid escape"
_DEEP = "it is nested too deeply"


class _Loader(yaml.BaseLoader):
    """Builds only strings, lists and tables."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.sizes: dict[int, int] = {}
        self.depth = 0
        self.aliased = 0

    def compose_node(self, parent: Any, index: Any) -> Any:
        """Compose a node and record its size."""
        event: Any = self.peek_event()  # type: ignore[no-untyped-call]
        if isinstance(event, yaml.AliasEvent):
            self._count(event)
            return super().compose_node(parent, index)
        self.depth += 1
        if self.depth > DEEPEST:
            raise yaml.MarkedYAMLError(problem=_DEEP, problem_mark=event.start_mark)
        node = super().compose_node(parent, index)
        self.depth -= 1
        self.sizes[id(node)] = self._size(node)
        return node

    def compose_scalar_node(self, anchor: Any) -> yaml.ScalarNode:
        """A scalar without unpaired surrogates."""
        node = super().compose_scalar_node(anchor)
        try:
            # JSON writes characters beyond the BMP as two escapes.
            node.value = node.value.encode("utf-16", "surrogatepass").decode("utf-16")
        except UnicodeDecodeError as error:
            raise yaml.MarkedYAMLError(problem=_NO_CHARACTER, problem_mark=node.start_mark) from error
        return node

    def compose_mapping_node(self, anchor: Any) -> yaml.MappingNode:
        """A table without duplicate keys."""
        node = super().compose_mapping_node(anchor)
        seen: set[str] = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                continue
            if key.value in seen:
                problem = f"the key {json.dumps(key.value[:40])} appears twice in one table"
                raise yaml.MarkedYAMLError(problem=problem, problem_mark=key.start_mark)
            seen.add(key.value)
        return node

    def _count(self, event: Any) -> None:
        node = self.anchors.get(event.anchor)
        if node is None:
            return  # composing it says that there is no such anchor
        size = self.sizes.get(id(node))
        if size is None:
            raise yaml.MarkedYAMLError(problem="an alias contains itself", problem_mark=event.start_mark)
        self.aliased += size
        if self.aliased > ALIASED:
            problem = f"its aliases expand to more than {ALIASED} values"
            raise yaml.MarkedYAMLError(problem=problem, problem_mark=event.start_mark)

    def _size(self, node: yaml.Node | None) -> int:
        """Number of values in a node, with aliases expanded."""
        if isinstance(node, yaml.MappingNode):
            return 1 + sum(self.sizes[id(one)] for pair in node.value for one in pair)
        if isinstance(node, yaml.SequenceNode):
            return 1 + sum(self.sizes[id(one)] for one in node.value)
        return 1
