from __future__ import annotations

import pytest
import yaml

from consistency.starter import hooks
from consistency.starter.texts import hook
from tests.unit.untrusted.test_untrusted import LAUGHS

OLD = "repos:\n  - repo: https://a.example/x\n    rev: v1\n    hooks:\n      - id: x  # ours\n"


@pytest.mark.parametrize(
    "text",
    [
        OLD,
        OLD.removesuffix("\n"),
        OLD.replace("\n", "\r\n"),
        "# head\ndefault_stages: [pre-commit]\n" + OLD.replace("  -", "-").replace("    ", "  ") + "# tail\n",
        "repos: # all\n    - repo: local\n      hooks: [{id: a, name: a, entry: a, language: system}]\n\n\n",
    ],
)
def test_the_hook_is_added_and_the_rest_stays(text: str) -> None:
    new = hooks.added(text)
    assert new is not None
    assert new.startswith(text)
    assert yaml.safe_load(new)["repos"] == [*yaml.safe_load(text)["repos"], *yaml.safe_load(hook())]
    assert hooks.present(new)
    assert ("\r\n" in new) == ("\r\n" in text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "repos: []\n",
        "repos: [{repo: local, hooks: []}]\n",
        OLD + "ci:\n  autofix_prs: false\n",
        OLD + "---\n",
        "- repo: local\n",
        "repos:\n",
        "repos: {\n",
        "repos:\n  - repo: |\n      x\n    rev: |\n      never ended",
        "a: &a [*a]\n" + OLD,
        "day: 2026-02-31\n",
    ],
)
def test_what_could_be_damaged_is_left(text: str) -> None:
    new = hooks.added(text)
    assert new is None or yaml.safe_load(new) == {
        **yaml.safe_load(text),
        "repos": [*yaml.safe_load(text)["repos"], *yaml.safe_load(hook())],
    }


@pytest.mark.parametrize(
    "text", [LAUGHS, 'x: "\\UFFFFFFFF"\n', 'x: "\\ud800"\n', "x: 1\nx: 2\n", "x: " + "[" * 5000 + "\n"]
)
def test_a_hostile_file_is_left(text: str) -> None:
    assert hooks.added(text + OLD) is None
    assert not hooks.present(text + hooks.fresh())


def test_at_the_end_of_something_else_nothing_is_added() -> None:
    assert hooks.added(OLD + "ci:\n  autofix_prs: false\n") is None
    assert hooks.added("repos: []\n") is None


def test_a_fresh_file_has_the_hook_alone() -> None:
    assert yaml.safe_load(hooks.fresh()) == {"repos": yaml.safe_load(hook())}
