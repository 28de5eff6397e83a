"""Where output goes, and what happens if it cannot be written."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from consistency.reports.json import schema
from tests.conftest import Call, Run
from tests.unit.cli.files import CHECK, DRAFT


def test_json_is_valid_and_equal_each_time(story: Path, run: Run) -> None:
    first, second = run(*CHECK, "-f", "json"), run(*CHECK, "-f", "json", "--no-cache", "-v")
    assert first.stdout == second.stdout
    told = json.loads(first.stdout)
    jsonschema.validate(told, json.loads(schema()))
    place = told["findings"][0]["places"][0]
    assert DRAFT.decode()[place["start"] : place["end"]] == place["text"]


def test_formats_go_to_their_files(story: Path, call: Call) -> None:
    done = call(*CHECK, "-f", "json=a.json", "-f", "csv=b.csv", "-f", "concise")
    assert done.returncode == 1
    assert b"NUM101" in done.stdout
    assert json.loads((story / "a.json").read_bytes())["schema"] == 1
    assert (story / "b.csv").read_bytes().startswith(b"id,code,name,")
    assert not list(story.glob(".*.tmp"))


def test_a_file_keeps_its_mode_and_a_link_stays_a_link(story: Path, call: Call) -> None:
    (story / "real.json").write_text("old", encoding="utf-8")
    (story / "real.json").chmod(0o640)
    (story / "link.json").symlink_to("real.json")
    assert call(*CHECK, "-f", "json", "-o", "link.json").returncode == 1
    assert (story / "link.json").is_symlink()
    assert (story / "real.json").stat().st_mode & 0o777 == 0o640
    assert json.loads((story / "real.json").read_bytes())["schema"] == 1


@pytest.mark.parametrize(
    ("env", "args", "colored"),
    [
        ({}, (), False),
        ({"FORCE_COLOR": "1"}, (), True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, (), False),
        ({"NO_COLOR": "1"}, ("--color", "always"), True),
        ({"FORCE_COLOR": "1"}, ("--color", "never"), False),
    ],
)
def test_colour_follows_option_then_environment(
    story: Path, call: Call, env: dict[str, str], args: tuple[str, ...], colored: bool
) -> None:
    assert (b"\x1b[" in call(*CHECK, *args, **env).stdout) is colored


def test_help_has_no_colour_even_when_forced(story: Path, call: Call) -> None:
    assert b"\x1b" not in call("--help", NO_COLOR="1", FORCE_COLOR="1").stdout


def test_a_full_disk_is_an_error(story: Path, run: Run) -> None:
    done = run(*CHECK, "-o", "/dev/full")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"No space left" in done.stderr
    assert Path("/dev/full").is_char_device()


@pytest.mark.parametrize("args", [CHECK, ("--help",), ("schema",), ("rule", "--all")])
def test_a_full_disk_behind_standard_output_is_an_error(story: Path, args: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "consistency", *args], stdout=full, stderr=subprocess.PIPE, cwd=story, timeout=120
        )
    assert done.returncode == 2
    assert b"No space left" in done.stderr
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr


def test_a_file_that_cannot_be_finished_leaves_the_old_one(story: Path) -> None:
    (story / "report.json").write_text("old", encoding="utf-8")

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (200, 200))

    done = subprocess.run(
        [sys.executable, "-m", "consistency", *CHECK, "--no-cache", "-f", "json", "-o", "report.json"],
        cwd=story, capture_output=True, preexec_fn=limit, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 2, done.stderr
    assert (story / "report.json").read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in story.iterdir() if "report" in path.name) == ["report.json"]


def test_closed_standard_output_is_an_error(story: Path) -> None:
    command = f"{sys.executable} -m consistency check draft.md -s source.txt >&-"
    done = subprocess.run(["/bin/sh", "-c", command], cwd=story, capture_output=True, timeout=120)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(("args", "code"), [(CHECK, 1), (("--help",), 0), (("schema",), 0), (("rule", "--all"), 0)])
def test_a_reader_that_goes_away_is_no_matter(story: Path, args: tuple[str, ...], code: int) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "consistency", *args], stdout=writer, stderr=subprocess.PIPE, cwd=story, timeout=120
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (code, b"")


def test_unreadable_input_is_an_error(story: Path, call: Call) -> None:
    (story / "picture.md").write_bytes(bytes(range(256)) * 8)
    done = call("check", "picture.md", "-s", "source.txt")
    assert done.returncode == 2
    assert b"picture.md" in done.stderr
