"""What a run says that has little to show, and hints that fit."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Call, Run

WIRE = "On Monday a fire at the mill killed 12 people and burned two barns.\n"
DRAFT = "The fire at the mill on Monday killed 15 people and burned two barns.\n"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "draft.md").write_text(DRAFT)
    (tmp_path / "second.md").write_text(DRAFT.replace("two", "seven"))
    (tmp_path / "wire.txt").write_text(WIRE)
    return tmp_path


def test_a_draft_in_another_language_says_so_however_short(desk: Path, call: Call) -> None:
    (desk / "fr.md").write_text("Le feu à l'usine a tué 15 personnes lundi.\n")
    done = call("check", "fr.md", "-s", "wire.txt")
    assert done.stdout.startswith(b"note: fr.md: it does not seem to be in English")
    told = json.loads(call("check", "fr.md", "-s", "wire.txt", "-f", "json").stdout)
    assert [one["what"] for one in told["skipped"]] == ["fr.md"]


@pytest.mark.parametrize("args", [["-f", "html=page.html"], ["-o", "page.html"]])
def test_a_file_that_was_written_is_named_with_the_counts(desk: Path, call: Call, args: list[str]) -> None:
    done = call("check", "draft.md", "-s", "wire.txt", *args)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.startswith(b"wrote page.html (")
    assert done.stderr.endswith(b": 1 error in 1 draft against 1 source\n")
    assert call("check", "draft.md", "-s", "wire.txt", *args, "-q").stderr == b""
    assert call("check", "draft.md", "-s", "wire.txt", "-f", "text", "-f", "html=page.html").stderr == b""


def test_an_output_that_no_format_writes_to(desk: Path, call: Call) -> None:
    done = call("check", "draft.md", "-s", "wire.txt", "-f", "json=a.json", "-o", "b.txt")
    assert (done.returncode, (desk / "a.json").exists()) == (2, False)
    assert b"every format has its own file" in done.stderr


def test_a_matrix_without_rows_says_why(desk: Path, call: Call) -> None:
    (desk / "posts").mkdir()
    (desk / "posts/a.md").write_text(DRAFT)
    done = call("check", "posts", "-f", "matrix")
    assert done.returncode == 3
    said = done.stderr.decode()
    assert said.startswith(
        "the matrix has no rows: nothing was checked\n  not checked: posts/a.md: it names no source\n"
    )
    few = call("check", "draft.md", "second.md", "-s", "wire.txt", "-f", "matrix")
    assert few.stderr.startswith(b"the matrix has no rows: it needs three articles compared")
    (desk / "other.txt").write_text(WIRE)
    enough = call("check", "draft.md", "-s", "wire.txt", "-s", "other.txt", "-f", "matrix")
    assert (enough.stdout.count(b"\n") > 1, enough.stderr) == (True, b"")


def test_documents_that_cannot_be_read_and_drafts_without_sources_are_one_line_each(desk: Path, call: Call) -> None:
    (desk / "posts").mkdir()
    for i in range(30):
        (desk / f"posts/{i:02}.md").write_text(DRAFT)
    for name in ("a.docx", "b.pdf", "c.odt", "d.doc", "template.html", ".hidden.docx"):
        (desk / "posts" / name).write_bytes(b"PK")
    lines = call("check", "posts").stdout.decode().splitlines()
    assert lines == [
        "not checked: 4 files (posts/a.docx, posts/b.pdf, posts/c.odt, …): unsupported format; to check them, save "
        "them as .txt or .md",
        "not checked: 30 articles (posts/00.md, posts/01.md, posts/02.md, …): it names no source",
        "nothing found in 0 articles",
    ]
    assert len(json.loads(call("check", "posts", "-f", "json").stdout)["skipped"]) == 31
    named = call("check", *(f"posts/{i:02}.md" for i in range(30))).stderr.decode().splitlines()
    assert named[0] == "error: posts/00.md, posts/01.md, posts/02.md and 27 more: no source to check against"
    assert len(named) == 2


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("compare", "loop", "draft.md"), "loop: is a link that leads back to itself"),
        (("claims", "loop"), "loop: is a link that leads back to itself"),
        (("align", "draft.md", "loop"), "loop: is a link that leads back to itself"),
        (("report", "loop"), "loop: "),
        (("check", "draft.md", "-s", "wire.txt", "-f", "json=loop/x"), "no such folder"),
        (("claims", "https://example.org/a"), "https://example.org/a: is a URL, not a file"),
        (("check", "https://example.org/a", "-s", "wire.txt"), "is a URL, not a file"),
        (
            ("check", "draft.md", "-s", "wire.txt", "-o", "/proc/x.txt"),
            "choose another file with -o",
        ),
    ],
)
def test_hints_fit(desk: Path, call: Call, args: tuple[str, ...], says: str) -> None:
    (desk / "loop").symlink_to("loop")
    done = call(*args)
    assert (done.returncode, done.stdout) == (2, b"")
    assert says in done.stderr.decode()
    assert b"internal error" not in done.stderr
    assert b"free some space" not in done.stderr


@pytest.mark.parametrize("package", ["pandas", "pyarrow"])
def test_a_format_that_needs_a_package_says_so_before_anything_is_checked(desk: Path, run: Run, package: str) -> None:
    blocked = "import sys, importlib.util as u\nf = u.find_spec\n"
    blocked += f"u.find_spec = lambda name, *a: None if name == {package!r} else f(name, *a)\n"
    (desk / "sitecustomize.py").write_text(blocked)
    import os

    paths = os.pathsep.join(filter(None, (str(desk), os.environ.get("PYTHONPATH"))))
    done = run("check", "draft.md", "-s", "wire.txt", "-f", "parquet=x.parquet", PYTHONPATH=paths)
    assert done.returncode == 2
    assert done.stderr.decode().startswith(f"error: parquet needs {package}\n  pip install")


def test_some_findings_are_shown_and_all_count(desk: Path, call: Call) -> None:
    args = ("check", "draft.md", "second.md", "-s", "wire.txt")
    whole, first = call(*args), call(*args, "--max-findings", "1")
    assert first.returncode == whole.returncode == 1
    assert whole.stdout.count(b"NUM101") > first.stdout.count(b"NUM101") == 1
    total, left = first.stdout.decode().splitlines()[-2:]
    assert total == whole.stdout.decode().splitlines()[-1]
    assert left == "2 more findings are not shown"
    concise = call(*args, "--max-findings", "0", "-f", "concise")
    assert (concise.returncode, concise.stdout, concise.stderr) == (1, b"", b"3 more findings are not shown\n")
    assert call(*args, "-f", "grouped", "--max-findings", "2").stdout.endswith(b"\n1 more finding is not shown\n")
    assert call(*args, "-f", "json").stdout == call(*args, "-f", "json", "--max-findings", "1").stdout
    assert call(*args, "--max-findings", "9").stdout == whole.stdout


def test_verbose_names_settings_sources_and_time(desk: Path, call: Call) -> None:
    (desk / "consistency.toml").write_text('fail-on = "never"\n')
    done = call("check", "draft.md", "-s", "wire.txt", "-v")
    said = done.stderr.decode()
    assert "draft.md: settings consistency.toml; sources: wire.txt (command line)\n" in said
    assert "checked 1 draft in " in said
    assert b"default settings" in call("check", "draft.md", "-s", "wire.txt", "-v", "--isolated").stderr
    assert call("check", "draft.md", "-s", "wire.txt", "-v", "-q").stderr == b""


def test_drafts_that_nobody_named_a_source_for(desk: Path, call: Call) -> None:
    done = call("check", "draft.md", "wire.txt")
    assert done.returncode == 2
    assert done.stderr.decode() == (
        "error: draft.md, wire.txt: no source to check against\n"
        "  to check the first against the others: consistency check draft.md -s wire.txt\n"
        "  to compare versions of one story: consistency compare draft.md wire.txt\n"
    )
    assert b"name sources with -s" in call("check").stderr


def test_a_draft_in_place_of_a_command(desk: Path, call: Call) -> None:
    done = call("draft.md")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"To check a draft: consistency check draft.md" in done.stderr


def test_a_batch_without_rows_says_so(desk: Path, call: Call) -> None:
    done = call("check", "--jsonl", "-", stdin=b"")
    assert (done.returncode, done.stdout) == (3, b"")
    assert done.stderr == b"error: the input has no rows\n"
