from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from pathlib import Path

import click
import jsonschema
import pytest

from consistency.cli.status import status
from consistency.errors import ModelError, NothingToCheck
from consistency.reports.json import schema
from tests.conftest import Call, Run

HEAVY = {
    "torch",
    "transformers",
    "sentence_transformers",
    "spacy",
    "pandas",
    "numpy",
    "onnxruntime",
    "rich",
    "dateparser",
    "watchfiles",
}

DRAFT = b"The fire at the mill on Monday killed 15 people and burned two barns.\n"
SOURCE = b"The fire at the mill on Monday killed 12 people and burned two barns.\n"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    (tmp_path / "draft.md").write_bytes(DRAFT)
    (tmp_path / "same.md").write_bytes(b"On Monday a fire at the mill killed 12 people and burned two barns.\n")
    (tmp_path / "source.txt").write_bytes(SOURCE)
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "blank.txt").write_bytes(b" \n\n\t\n")
    return tmp_path


CHECK = ("check", "draft.md", "-s", "source.txt")


# ---- what help costs


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys\nfrom consistency.cli import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert "Commands:" in done.stdout
    assert HEAVY & set(done.stderr.split()) == set()


@pytest.mark.parametrize("command", ["check", "compare", "claims", "align", "report", "rule", "models", "schema"])
def test_help_of_a_command_imports_nothing_heavy(command: str) -> None:
    code = (
        "import sys\nfrom consistency.cli import main\n"
        f"try:\n    main(['{command}', '--help'])\nexcept SystemExit:\n    print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.startswith(f"Usage: consistency {command}")
    assert HEAVY & set(done.stderr.split()) == set()


def test_completion_imports_nothing_heavy_and_knows_the_commands() -> None:
    code = (
        "import sys\nfrom consistency.cli import main\n"
        "try:\n    main([])\nfinally:\n    print(*sys.modules, file=sys.stderr)"
    )
    env = {**os.environ, "_CONSISTENCY_COMPLETE": "bash_complete", "COMP_WORDS": "consistency c", "COMP_CWORD": "1"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, env=env)
    assert done.stdout.split() == ["plain,check", "plain,compare", "plain,claims", "plain,config"]
    assert HEAVY & set(done.stderr.split()) == set()


# ---- exit statuses


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (RuntimeError("boom"), 2),
        (click.ClickException("no"), 2),
        (click.UsageError("no"), 2),
        (click.Abort(), 130),
        (KeyboardInterrupt(), 130),
        (ModelError("no model", hint="fetch it"), 2),
        (NothingToCheck("nothing"), 3),
        (OSError(28, "No space left on device"), 2),
        (RecursionError("deep"), 2),
        (SystemExit(0), 0),
    ],
)
def test_no_exception_looks_like_findings(error: BaseException, code: int, capsys: pytest.CaptureFixture[str]) -> None:
    @click.command()
    def fails() -> None:
        raise error

    assert status(fails, []) == code
    assert "Traceback" not in capsys.readouterr().err


def test_a_crash_says_how_to_see_its_trace(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    @click.command()
    def fails() -> None:
        raise RuntimeError("boom \x1b[31m")

    assert status(fails, []) == 2
    assert capsys.readouterr().err.startswith(
        "internal error: RuntimeError: boom \\x1b[31m\n  for a traceback, set CONSISTENCY_DEBUG=1"
    )
    monkeypatch.setenv("CONSISTENCY_DEBUG", "1")
    assert status(fails, []) == 2
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("args", "code"),
    [
        ((), 2),
        (("--help",), 0),
        (("-V",), 0),
        (("nonsense",), 2),
        (("check", "draft.md"), 2),
        (("check", "draft.md", "-s", "no such file.txt"), 2),
        (("check", "no such file.md", "-s", "source.txt"), 2),
        (("check", "draft.md", "-s", "."), 2),
        ((*CHECK, "--select", "NUM999"), 2),
        ((*CHECK, "--min-confidence", "2"), 2),
        ((*CHECK, "--min-confidence", "nan"), 2),
        ((*CHECK, "-f", "nonsense"), 2),
        ((*CHECK, "-f", "json", "-f", "text"), 2),
        ((*CHECK, "-o", "no/such/folder.txt"), 2),
        ((*CHECK, "-o", "."), 2),
        ((*CHECK, "-o", "draft.md"), 2),
        ((*CHECK, "--model", "no-such-model"), 2),
        ((*CHECK, "--encoding", "no-such-encoding"), 2),
        ((*CHECK, "--max-bytes", "10"), 2),
        (("check", "draft.md", "-s", "draft.md"), 2),
        (("check", "draft.md", "-s", "./draft.md"), 2),
        (("check", "-", "-s", "-"), 2),
        (("compare", "draft.md"), 2),
        (("compare", "draft.md", "draft.md"), 2),
        (("claims",), 2),
        (("claims", "draft.md", "--jsonl", "-"), 2),
        (("check", "--jsonl", "-", "-s", "source.txt"), 2),
        (("check", "--jsonl", "-", "-f", "text"), 2),
        (("check", "--jsonl", "no-such-file.jsonl"), 2),
        (("rule", "nonsense"), 2),
        (("models", "path", "no-such-model"), 2),
        (("check", "empty.txt", "-s", "source.txt"), 3),
        (("check", "blank.txt", "-s", "source.txt"), 3),
        (CHECK, 1),
        ((*CHECK, "--exit-zero"), 0),
        ((*CHECK, "--fail-on", "never"), 0),
        ((*CHECK, "--ignore", "NUM"), 0),
        ((*CHECK, "--select", "DAT,NUM102"), 0),
        (("check", "same.md", "-s", "source.txt"), 0),
        (("compare", "draft.md", "source.txt"), 1),
        (("claims", "draft.md"), 0),
        (("align", "draft.md", "source.txt"), 0),
        (("rule", "--all"), 0),
        (("schema",), 0),
    ],
)
def test_exit_status(story: Path, call: Call, args: tuple[str, ...], code: int) -> None:
    done = call(*args, stdin=DRAFT)
    assert done.returncode == code, done.stderr.decode()
    assert b"Traceback" not in done.stderr
    if code in (2, 3):
        assert done.stdout == b""
        assert done.stderr.strip()
    else:
        assert done.stderr == b""
    assert (story / "draft.md").read_bytes() == DRAFT


@pytest.mark.parametrize("ending", [b"", b"\n", b"\r\n"])
def test_a_draft_copied_word_for_word_is_no_error(story: Path, call: Call, ending: bytes) -> None:
    (story / "copy.txt").write_bytes(DRAFT + ending)
    done = call("check", "draft.md", "-s", "copy.txt")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"note: draft.md: its text is identical to that of copy.txt: a verbatim copy\n")
    told = json.loads(call("check", "draft.md", "-s", "copy.txt", "-s", "source.txt", "-f", "json").stdout)
    assert [one["what"] for one in told["skipped"]] == ["draft.md"]
    assert b"verbatim" in call("compare", "draft.md", "copy.txt").stdout
    assert b"verbatim" not in call("check", "draft.md", "-s", "source.txt").stdout


def test_the_draft_itself_is_no_source(story: Path, call: Call) -> None:
    (story / "link.txt").symlink_to("draft.md")
    for source in ("draft.md", "./draft.md", "link.txt"):
        done = call("check", "draft.md", "-s", source)
        assert done.returncode == 2
        assert b"its own source" in done.stderr


def test_errors_say_what_where_and_what_to_do(story: Path, call: Call) -> None:
    done = call("check", "draft.md")
    assert done.stderr.decode() == (
        "error: draft.md: no source to check against\n"
        "  name one with -s SOURCE, or list it under 'sources:' in the draft's front matter\n"
    )


# ---- input


def test_sources_from_front_matter_are_relative_to_the_draft(story: Path, call: Call) -> None:
    (story / "desk").mkdir()
    (story / "desk" / "draft.md").write_bytes(b"---\nsources:\n  - ../source.txt\n---\n\n" + DRAFT)
    done = call("check", "desk/draft.md", "-f", "json")
    assert done.returncode == 1
    assert [finding["code"] for finding in json.loads(done.stdout)["findings"]] == ["NUM101"]


@pytest.mark.parametrize("args", [("check", "-", "-s", "source.txt"), ("check", "draft.md", "-s", "-")])
def test_standard_input_is_draft_or_source(story: Path, run: Run, args: tuple[str, ...]) -> None:
    done = run(*args, "-f", "concise", stdin=DRAFT if args[1] == "-" else SOURCE)
    assert done.returncode == 1
    assert b"NUM101" in done.stdout


def test_several_drafts_make_one_report(story: Path, call: Call) -> None:
    done = call("check", "draft.md", "same.md", "-s", "source.txt", "-f", "json")
    told = json.loads(done.stdout)
    assert done.returncode == 1
    assert [article["role"] for article in told["articles"]].count("draft") == 2
    assert len(told["findings"]) == 1


def test_a_source_that_is_named_twice_counts_once(story: Path, call: Call) -> None:
    done = call(*CHECK, "-s", "./source.txt", "-f", "json")
    assert len(json.loads(done.stdout)["articles"]) == 2


def test_a_vague_number_has_no_value_and_a_sum_counts_its_currency(story: Path, call: Call) -> None:
    text = b"Several ships carried hay worth $3 million, and dozens of people watched."
    found = {
        claim["text"]: claim for claim in json.loads(call("claims", "-", "-f", "json", stdin=text).stdout)["claims"]
    }
    assert found["Several ships"]["value"] is None
    assert found["dozens of people"]["value"] is not None
    assert (found["$3 million"]["value"], found["$3 million"]["counted"]) == (3_000_000, "US dollar")


# ---- output


def test_json_is_valid_and_equal_each_time(story: Path, run: Run) -> None:
    first, second = run(*CHECK, "-f", "json"), run(*CHECK, "-f", "json", "--no-cache", "-v")
    assert first.stdout == second.stdout
    told = json.loads(first.stdout)
    jsonschema.validate(told, json.loads(schema()))
    place = told["findings"][0]["places"][0]
    assert DRAFT.decode()[place["start"] : place["end"]] == place["text"]


def test_claims_and_alignments_are_what_the_schema_says(story: Path, call: Call) -> None:
    whole = json.loads(schema())
    for args, name in ((("claims", "draft.md"), "claims"), (("align", "draft.md", "source.txt"), "passages")):
        told = json.loads(call(*args, "-f", "json").stdout)
        jsonschema.validate(told, {**whole["$defs"][name], "$defs": whole["$defs"]})
        assert told["alignments" if name == "passages" else "claims"]


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


# ---- saved reports


def test_a_saved_report_is_rendered_again_as_it_was(story: Path, call: Call) -> None:
    assert call(*CHECK, "-f", "json=run.json").returncode == 1
    for name in ("text", "html", "markdown", "sarif", "json", "github"):
        fresh, again = call(*CHECK, "-f", name), call("report", "run.json", "-f", name)
        assert (again.returncode, again.stdout) == (fresh.returncode, fresh.stdout), name


def test_a_saved_report_can_do_without_its_articles(story: Path, call: Call) -> None:
    call(*CHECK, "-f", "json=run.json")
    for name in ("draft.md", "source.txt"):
        (story / name).unlink()
    done = call("report", "run.json", "-f", "text", "-e")
    assert done.returncode == 0
    assert b"15 people" in done.stdout


def test_saved_reports_become_one(story: Path, call: Call) -> None:
    (story / "more.md").write_bytes(DRAFT.replace(b"15", b"17"))
    call(*CHECK, "-f", "json=one.json")
    call("check", "more.md", "-s", "source.txt", "-f", "json=two.json")
    done = call("report", "one.json", "two.json", "-f", "text")
    assert b"2 errors in 2 drafts against 1 source" in done.stdout


@pytest.mark.parametrize("args", [("report",), ("report", "draft.md"), ("report", "no.json"), ("report", "-", "-")])
def test_what_is_no_saved_report_is_an_error(story: Path, call: Call, args: tuple[str, ...]) -> None:
    done = call(*args)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"error:" in done.stderr


def test_a_mistyped_command_is_told_the_near_one(run: Run) -> None:
    done = run("chekc")
    assert (done.returncode, b"Did you mean 'check'?" in done.stderr) == (2, True)
