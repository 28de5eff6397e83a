"""``check`` on folders, and ``sources``."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from consistency.sources.web.snapshot import name_of
from tests.conftest import Call

BAD = "---\nsources: [w.txt]\n---\nThe fire at the mill on Monday killed 15 people and burned two barns.\n"
GOOD = "---\nsources: [w.txt]\n---\nThe fire at the mill on Monday killed 12 people and burned two barns.\n"
WIRE = "On Monday a fire at the mill killed 12 people and burned two barns.\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "posts"
    folder.mkdir()
    for name, text in {"bad.md": BAD, "good.md": GOOD, "bare.md": "Rain fell on the town.\n", "w.txt": WIRE}.items():
        (folder / name).write_text(text)
    return folder


def report(stdout: bytes) -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = json.loads(stdout)
    return found


def skipped(stdout: bytes) -> list[str]:
    return [one["what"] for one in report(stdout)["skipped"]]


def test_a_folder_is_checked_and_nothing_left_out_in_silence(site: Path, call: Call) -> None:
    done = call("check", "posts", "-f", "json")
    assert (done.returncode, done.stderr) == (1, b"")
    told = report(done.stdout)
    assert [one["path"] for one in told["articles"] if one["role"] == "draft"] == ["posts/bad.md", "posts/good.md"]
    assert [(one["what"], one["why"]) for one in told["skipped"]] == [("posts/bare.md", "it names no source")]
    assert [one["code"] for one in told["findings"]] == ["NUM101"]
    assert call("check", "-f", "json").stdout == done.stdout == call("check", "posts/*.md", "-f", "json").stdout


def test_what_one_pair_says_it_says_in_a_folder_too(site: Path, call: Call) -> None:
    alone = report(call("check", "posts/bad.md", "-f", "json").stdout)
    among = report(call("check", "posts", "-f", "json").stdout)
    assert among["findings"] == alone["findings"]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("---\nsources: [gone.txt]\n---\nText of it.\n", "does not exist"),
        ("---\nsources: [\n---\nText of it.\n", "invalid YAML front matter"),
        (b"\x00\x01\x02" * 99, "binary"),
        ("---\nsources: [binary.txt]\n---\nText of it.\n", "binary"),
        ("---\nsources: [empty.txt]\n---\nText of it.\n", "the article is empty"),
    ],
)
def test_an_article_that_cannot_be_checked_costs_no_other_its_findings(
    site: Path, call: Call, content: str | bytes, says: str
) -> None:
    (site / "broken.md").write_bytes(content if isinstance(content, bytes) else content.encode())
    (site / "binary.txt").write_bytes(b"\x00\x01\x02" * 99)
    (site / "empty.txt").write_bytes(b"")
    done = call("check", "posts", "-f", "json")
    assert done.returncode == 2
    assert says in done.stderr.decode()
    assert [one["code"] for one in report(done.stdout)["findings"]] == ["NUM101"]
    assert "posts/broken.md" in skipped(done.stdout)


def test_an_unreadable_article(site: Path, call: Call) -> None:
    (site / "locked.md").write_text(GOOD)
    (site / "locked.md").chmod(0)
    if os.access(site / "locked.md", os.R_OK):
        pytest.skip("whoever runs this may read everything")
    done = call("check", "posts", "-f", "json")
    assert (done.returncode, "posts/locked.md" in skipped(done.stdout)) == (2, True)


@pytest.mark.parametrize("content", ["", " \n\t\n", "---\nsources: [w.txt]\n---\n"])
def test_an_empty_article_is_no_error_among_others(site: Path, call: Call, content: str) -> None:
    (site / "empty.md").write_text(content)
    done = call("check", "posts", "-f", "json")
    assert (done.returncode, done.stderr) == (1, b"")
    assert "posts/empty.md" in skipped(done.stdout)


def test_a_huge_article_is_refused_alone(site: Path, call: Call) -> None:
    (site / "huge.md").write_text(GOOD + "x" * 3_000_000)
    done = call("check", "posts", "-f", "json")
    assert done.returncode == 2
    assert b"larger than" in done.stderr
    assert [one["code"] for one in report(done.stdout)["findings"]] == ["NUM101"]


@pytest.mark.parametrize(
    ("args", "code", "says"),
    [
        (("check", "posts/bare.md"), 2, "no source to check against"),
        (("check", "posts/bare.md", "posts/good.md"), 2, "no source to check against"),
        (("check", "posts/bare.md", "--allow-empty"), 0, ""),
        (("check", "posts/bare.md", "posts/good.md", "--allow-empty"), 0, ""),
        (("check", "posts", "!bad.md", "!good.md"), 3, "nothing to check"),
        (("check", "posts", "!bad.md", "!good.md", "--allow-empty"), 0, ""),
        (("check", "nothing/*.md"), 3, "nothing to check"),
        (("check", "nothing/*.md", "--allow-empty"), 0, ""),
        (("check", "nothing.md", "--allow-empty"), 2, "no such file"),
        (("check", "posts", "--exclude", "bad.md"), 0, ""),
        (("check", "posts", "--extend-exclude", "posts/bad.md"), 0, ""),
        (("check", "posts/bad.md", "--exclude", "bad.md"), 1, ""),
        (("check", "posts/bad.md", "--exclude", "bad.md", "--force-exclude"), 3, "nothing to check"),
        (("check", "posts", "--changed-since", "HEAD"), 2, "not a git repository"),
        (("check", "posts", "-s", "posts/w.txt"), 1, ""),
    ],
)
def test_exit_status(site: Path, call: Call, args: tuple[str, ...], code: int, says: str) -> None:
    done = call(*args)
    assert (done.returncode, says in done.stderr.decode()) == (code, True), done.stderr
    assert bool(done.stderr) is bool(says)


def test_excluded_patterns_count_from_the_working_folder(site: Path, call: Call, tmp_path: Path) -> None:
    (tmp_path / "consistency.toml").write_text("")
    os.chdir(site)
    assert call("check", ".", "--extend-exclude", "./bad.md").returncode == 0


def test_paths_from_a_list(site: Path, call: Call, tmp_path: Path) -> None:
    (tmp_path / "list").write_bytes(b"posts/good.md\n\nposts/bad.md\r\n")
    assert call("check", "--files-from", "list", "--show-files").stdout == b"posts/good.md\nposts/bad.md\n"
    names = b"posts/good.md\0posts/bad.md\0"
    assert call("check", "--files-from", "-", "--show-files", stdin=names).stdout == b"posts/good.md\nposts/bad.md\n"
    assert call("check", "-", "--files-from", "-").returncode == 2
    assert call("check", "--files-from", "no such list").returncode == 2


@pytest.mark.parametrize("content", [b"", b"\n\n"])
def test_an_empty_list_is_not_the_working_folder(site: Path, call: Call, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "list").write_bytes(content)
    assert call("check", "--files-from", "list").returncode == 3
    assert call("check", "--files-from", "list", "--allow-empty").returncode == 0


def test_standard_input_belongs_where_it_is_said_to(site: Path, call: Call) -> None:
    done = call("check", "-", "--stdin-filename", "posts/new.md", "-f", "json", stdin=BAD.encode())
    assert done.returncode == 1
    assert [one["path"] for one in report(done.stdout)["articles"]] == ["posts/new.md", "posts/w.txt"]


def test_an_interrupt_between_articles(site: Path, tmp_path: Path) -> None:
    for i in range(400):
        (site / f"n{i}.md").write_text(GOOD.replace("two barns", f"{i + 3} barns and {i + 900} trees"))
    process = subprocess.Popen(
        [sys.executable, "-m", "consistency", "check", "posts", "-v"], cwd=tmp_path, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, env={**os.environ, "CONSISTENCY_CACHE_DIR": str(tmp_path / "cache")},
    )  # fmt: skip
    assert process.stderr is not None
    assert process.stderr.readline().startswith(b"checking ")
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (130, b"")
    assert err.endswith(b"interrupted\n")
    assert b"Traceback" not in err


# ---- sources


def test_sources_are_listed(site: Path, call: Call) -> None:
    done = call("sources", "list", "posts")
    assert done.stdout.decode().splitlines() == [
        "posts/bad.md",
        "  posts/w.txt  (front matter)",
        "posts/good.md",
        "  posts/w.txt  (front matter)",
        "no source: posts/bare.md: it names no source",
    ]
    told = json.loads(call("sources", "list", "posts", "-f", "json").stdout)
    assert [one["path"] for one in told["articles"]] == ["posts/bad.md", "posts/good.md"]
    assert told["articles"][0]["sources"][0]["named_in"] == "front matter"
    assert told["without"] == [{"path": "posts/bare.md", "why": "it names no source"}]


def test_what_cannot_be_found_is_an_error_of_the_list(site: Path, call: Call) -> None:
    (site / "x.md").write_text("---\nsources: [gone.txt]\n---\nText.\n")
    done = call("sources", "list", "posts")
    assert done.returncode == 2
    assert b"error: posts/x.md: its source 'gone.txt' does not exist" in done.stdout
    assert call("sources", "list", "nothing/*").returncode == 3


def test_nothing_is_fetched_from_inside(site: Path, call: Call) -> None:
    (site / "x.md").write_text("---\nsources: ['http://127.0.0.1:9/a']\n---\nText.\n")
    for args in (("posts",), ("http://localhost:9/",), ("http://169.254.169.254/latest/",)):
        done = call("sources", "fetch", *args)
        assert done.returncode == 2
        assert b"outside the public network" in done.stderr
    assert call("sources", "fetch", "posts/good.md").returncode == 3


def test_snapshots_and_digests_are_verified(site: Path, call: Call, tmp_path: Path) -> None:
    assert b"no source has a snapshot" in call("sources", "verify", "posts").stderr
    (site / "x.md").write_text("---\nsources:\n- path: w.txt\n  sha256: 00\n- https://example.org/a\n---\nText.\n")
    done = call("sources", "verify", "posts")
    assert done.returncode == 2
    assert b"no snapshot of its source https://example.org/a" in done.stderr
    (site / "x.md").write_text("---\nsources:\n- path: w.txt\n  sha256: 00\n---\nText.\n")
    assert b"does not match the sha256" in call("sources", "verify", "posts").stderr
    orphan = tmp_path / ".consistency/sources" / name_of("https://example.org/b")
    orphan.mkdir(parents=True)
    (orphan / "record.json").write_text('{"url": "https://example.org/b"}')
    assert b"unused: https://example.org/b" in call("sources", "verify").stdout
