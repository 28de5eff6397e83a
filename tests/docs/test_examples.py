"""What the pages show is run: files are written, commands typed, programs started, and their words compared."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from tests.docs.fences import PAGES, ROOT, Fence, before, commands, fences, pattern

BASH = shutil.which("bash")
#: Printed between commands, with the status left as it was.
MARK = "\x1e"
STEP = f"__status=$?; printf '\\{ord(MARK):03o}'; (exit $__status)\n"

RUN = [page for page in PAGES if any(fence.language in ("console", "python") for fence in fences(page))]
LANGUAGES = {"", "console", "csv", "html", "json", "markdown", "njk", "python", "text", "toml", "xml", "yaml"}


def named(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.fixture(scope="session")
def shell(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of a reader: the program is on the path, git knows who commits."""
    place = {name: value for name, value in os.environ.items() if not name.startswith(("CONSISTENCY_", "GITHUB_"))}
    who = {f"GIT_{role}_{what}": "reader" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    return place | who | {
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
        "CONSISTENCY_CACHE_DIR": str(tmp_path_factory.mktemp("cache")),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "NO_COLOR": "1",
    }  # fmt: skip


@pytest.mark.slow
@pytest.mark.skipif(BASH is None, reason="no bash")
@pytest.mark.parametrize("page", RUN, ids=named)
def test_a_page_does_what_it_shows(page: Path, tmp_path: Path, shell: dict[str, str]) -> None:
    earlier = before(page)
    shown = fences(page)
    for fence in fences(earlier) if earlier else ():
        write(fence, tmp_path)
    for fence, after in pairwise([*shown, Fence(language="", title=None, text="", line=0)]):
        write(fence, tmp_path)
        if fence.language == "console":
            type_in(fence, tmp_path, shell)
        elif fence.language == "python" and not signature(fence):
            start(fence, after, tmp_path, shell)


def write(fence: Fence, folder: Path) -> None:
    if fence.title:
        path = folder / fence.title
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(fence.text, encoding="utf-8")


def type_in(fence: Fence, folder: Path, shell: dict[str, str]) -> None:
    asked = list(commands(fence.text))
    script = "".join(f"{command.line}\n{STEP}" for command in asked)
    done = subprocess.run(
        [BASH or "bash", "-c", script], cwd=folder, env=shell, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, encoding="utf-8", timeout=300,
    )  # fmt: skip
    said = done.stdout.split(MARK)[:-1]
    assert len(said) == len(asked), done.stdout
    for command, printed in zip(asked, said, strict=True):
        assert pattern(command.prints).fullmatch(printed), f"line {fence.line}: $ {command.line}\n{printed}"


def signature(fence: Fence) -> bool:
    """Whether a block only shows how something is called, or what it holds."""
    return not re.search(r"(?m)^(?:from|import) ", fence.text)


def start(fence: Fence, after: Fence, folder: Path, shell: dict[str, str]) -> None:
    for name in set(re.findall(r'"([\w-]+\.(?:md|txt))"', fence.text)):
        if not (folder / name).exists():
            (folder / name).write_text("The fire killed 12 people.\n" if name == "wire.txt" else "Nobody came.\n")
    done = subprocess.run(
        [sys.executable, "-c", fence.text], cwd=folder, env=shell, capture_output=True, text=True, encoding="utf-8",
        timeout=300,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (after.text if after.language == "text" and not after.title else "")


def every(language: str) -> list[object]:
    """The blocks of all pages in one language, by page and line."""
    found = [(page, fence) for page in PAGES for fence in fences(page) if fence.language == language]
    return [pytest.param(fence, id=f"{named(page)}:{fence.line}") for page, fence in found]


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_block_is_of_a_kind_that_is_tried(page: Path) -> None:
    assert {fence.language for fence in fences(page)} <= LANGUAGES


@pytest.mark.parametrize("fence", every("json"))
def test_json_can_be_read_and_follows_its_schema(fence: Fence) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    value = json.loads(fence.text.replace('"sha256": "…"', f'"sha256": "{"0" * 64}"'))
    if isinstance(value, dict) and "findings" in value:
        schema = json.loads((ROOT / "consistency" / "reports" / "schema.json").read_text(encoding="utf-8"))
        jsonschema.validate(value, schema)


@pytest.mark.parametrize("fence", every("yaml"))
def test_yaml_can_be_read(fence: Fence) -> None:
    assert isinstance(yaml.safe_load(fence.text), dict | list)


@pytest.mark.parametrize(
    ("prints", "printed", "fits"),
    [
        ((), "", True),
        ((), "x\n", False),
        (("a", "…", "d"), "a\nb\nc\nd\n", True),
        (("a", "…", "d"), "a\nd\n", True),
        (("a", "…", "d"), "a\nb\n", False),
        (("a…d",), "a b d\n", True),
        (("a…d",), "a\nd\n", False),
        (("…",), "", True),
        (("2 (x)",), "2 (y)\n", False),
    ],
)
def test_dots_stand_for_what_may_change(prints: tuple[str, ...], printed: str, fits: bool) -> None:
    assert bool(pattern(prints).fullmatch(printed)) == fits
