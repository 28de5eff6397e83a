"""The entry point in a process of its own, with an event and a real clone."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from consistency import __version__
from tests.printed import commands, raw
from tests.unit.github.conftest import DRAFT, RIGHT, SOURCE, Runner, git


def pushed(before: str) -> dict[str, Any]:
    return {"before": before, "after": "f" * 40}


def pull(runner: Runner, base: str, head: str, *, fork: bool = False) -> dict[str, Any]:
    """The event of a pull request, and the server's merge of it, which is what a runner gets."""
    git(runner.server, "checkout", "-q", "--detach", base)
    git(runner.server, "merge", "-q", "--no-ff", "-m", "Merge", head)
    git(runner.server, "update-ref", "refs/pull/1/merge", "HEAD")
    return {"pull_request": {"base": {"sha": base}, "head": {"sha": head, "repo": {"fork": fork}}}}


def head(runner: Runner) -> str:
    return git(runner.server, "rev-parse", "main")


def test_a_push_that_adds_a_wrong_article_fails_and_says_where(runner: Runner) -> None:
    before = head(runner)
    runner.write("content/added.md", DRAFT)
    runner.commit()
    runner.checkout()
    done = runner.run("push", pushed(before))
    assert done.code == 0
    assert (done.outputs["exit-code"], done.outputs["status"]) == ("1", "1")
    assert done.outputs["files-with-findings"] == '["content/added.md"]'
    assert (done.outputs["articles-checked"], done.outputs["errors"]) == ("1", "1")
    assert done.outputs["version"] == __version__
    [line] = done.annotations
    assert line.startswith("::error title=NUM101 value-mismatch,file=content/added.md,line=5,endLine=5,")
    assert "15" in done.summary
    assert f"changed since {before[:12]}" in done.summary
    assert "https://github.example/a/b/actions/runs/7#artifacts" in done.summary
    assert Path(done.outputs["upload"]).read_text(encoding="utf-8").lstrip().startswith("<!DOCTYPE html>")
    assert done.outputs["report-path"] == "consistency-report/consistency.html"
    assert json.loads(Path(done.outputs["json-path"]).read_text(encoding="utf-8"))["summary"]["error"] == 1


def test_a_changed_source_checks_the_article_that_did_not_change(runner: Runner) -> None:
    before = head(runner)
    runner.write("wire/fire.txt", SOURCE.replace("12", "17"))
    runner.write("content/other.txt", "Nothing to do with it, and no source.\n")
    runner.commit()
    runner.checkout()
    done = runner.run("push", pushed(before))
    assert done.outputs["files-with-findings"] == '["content/fire.md"]'
    assert done.outputs["status"] == "1"


@pytest.mark.slow
def test_a_renamed_article_is_checked(runner: Runner) -> None:
    runner.write("content/wrong.md", DRAFT)
    before = runner.commit()
    git(runner.server, "mv", "content/wrong.md", "content/moved.md")
    runner.commit()
    runner.checkout()
    done = runner.run("push", pushed(before))
    assert done.outputs["files-with-findings"] == '["content/moved.md"]'


def test_nothing_changed_is_no_fault(runner: Runner) -> None:
    runner.write("content/wrong.md", DRAFT)
    before = runner.commit()
    runner.write("style.css", "p {}")
    runner.commit()
    runner.checkout()
    done = runner.run("push", pushed(before))
    assert (done.outputs["exit-code"], done.outputs["status"]) == ("3", "0")
    [line] = done.annotations
    assert line.startswith("::notice ")
    assert "no article with a source, and none of their sources, changed" in line
    assert "nothing to check" in done.summary


def test_paths_without_an_article_are_a_fault_also_where_nothing_changed(runner: Runner) -> None:
    before = head(runner)
    runner.commit()
    runner.checkout()
    assert runner.run("push", pushed(before), paths="contents/**/*.md").outputs["status"] == "3"
    assert runner.run("push", pushed(before), paths="contents/**/*.md", fail_if_empty="false").outputs["status"] == "0"
    assert runner.run("schedule", paths="wire").outputs["status"] == "3"


def test_a_schedule_checks_everything(runner: Runner) -> None:
    runner.write("content/wrong.md", DRAFT)
    runner.commit()
    runner.checkout()
    done = runner.run("schedule")
    assert done.outputs["articles-checked"] == "2"
    assert done.outputs["status"] == "1"
    assert "changed or not" in done.summary


def test_a_pull_request_of_a_fork_in_a_shallow_clone_needs_no_token(runner: Runner) -> None:
    base = head(runner)
    git(runner.server, "checkout", "-q", "-b", "feature")
    runner.write("content/added.md", DRAFT)
    tip = runner.commit()
    payload = pull(runner, base, tip, fork=True)
    runner.checkout(ref="refs/pull/1/merge")
    done = runner.run("pull_request", payload, token="", sarif_upload="true")
    assert done.outputs["files-with-findings"] == '["content/added.md"]'
    assert done.outputs["articles-checked"] == "1"
    assert done.outputs["scanning"] == "false"
    assert any("pull requests from forks" in line for line in done.annotations)
    assert json.loads(Path(done.outputs["sarif-path"]).read_text(encoding="utf-8"))["runs"]


@pytest.mark.slow
def test_a_pull_request_is_compared_with_what_it_was_merged_into(runner: Runner) -> None:
    old = head(runner)
    git(runner.server, "checkout", "-q", "-b", "feature")
    runner.write("content/added.md", RIGHT)
    tip = runner.commit()
    git(runner.server, "checkout", "-q", "main")
    runner.write("content/elsewhere.md", DRAFT)
    base = runner.commit()
    payload = pull(runner, base, tip)
    payload["pull_request"]["base"]["sha"] = old  # the event is older than the merge
    runner.checkout(ref="refs/pull/1/merge")
    done = runner.run("pull_request", payload)
    assert done.outputs["files-with-findings"] == "[]"
    assert done.outputs["articles-checked"] == "1"


@pytest.mark.slow
def test_the_whole_history_gives_the_same(runner: Runner) -> None:
    base = head(runner)
    git(runner.server, "checkout", "-q", "-b", "feature")
    runner.write("content/added.md", DRAFT)
    tip = runner.commit()
    payload = pull(runner, base, tip)
    runner.checkout(depth=None, ref="refs/pull/1/merge")
    assert runner.run("pull_request", payload).outputs["files-with-findings"] == '["content/added.md"]'


@pytest.mark.slow
@pytest.mark.parametrize("payload", [{"before": "0" * 40}, {"before": "e" * 40}, {}])
def test_without_a_commit_to_compare_with_everything_is_checked_and_that_is_said(
    runner: Runner, payload: dict[str, Any]
) -> None:
    runner.write("content/wrong.md", DRAFT)
    runner.commit()
    runner.checkout()
    done = runner.run("push", payload)
    assert done.outputs["articles-checked"] == "2"
    assert any(line.startswith("::notice title=consistency checks all articles::") for line in done.annotations)


@pytest.mark.slow
def test_changed_only_can_be_switched_off_and_on(runner: Runner) -> None:
    before = head(runner)
    runner.write("content/added.md", RIGHT)
    runner.commit()
    runner.checkout()
    assert runner.run("push", pushed(before), changed_only="false").outputs["articles-checked"] == "2"
    done = runner.run("schedule", changed_only="true")
    assert done.outputs["articles-checked"] == "2"
    assert "a schedule event has no changes" in done.annotations[0]


def test_broken_settings_are_no_findings(runner: Runner) -> None:
    runner.write("consistency.toml", "fail-onn = 3\n")
    runner.commit()
    runner.checkout()
    done = runner.run("schedule")
    assert (done.outputs["exit-code"], done.outputs["status"]) == ("2", "2")
    assert done.annotations[0].startswith("::error title=consistency could not check::consistency.toml:1")
    assert "could not check" in done.summary


@pytest.mark.slow
def test_a_wrong_input_is_named(runner: Runner) -> None:
    runner.checkout()
    done = runner.run("schedule", fail_on="warnings")
    assert done.outputs["status"] == "2"
    assert "input fail-on" in done.annotations[0]


def test_an_unreadable_source_beside_findings_is_an_error_and_the_findings_are_shown(runner: Runner) -> None:
    runner.write("content/lost.md", RIGHT.replace("fire.txt", "gone.txt"))
    runner.write("content/wrong.md", DRAFT)
    runner.commit()
    runner.checkout()
    done = runner.run("schedule")
    assert done.outputs["status"] == "2"
    assert done.outputs["files-with-findings"] == '["content/wrong.md"]'
    found, error = done.annotations
    assert found.startswith("::error title=NUM101 value-mismatch,")
    assert error.startswith("::error title=consistency could not check::content/lost.md: ")
    assert error.count("gone.txt") == 1


def test_without_a_checkout_the_missing_step_is_named(runner: Runner) -> None:
    runner.clone.mkdir()
    done = runner.run("push")
    assert done.outputs["status"] == "2"
    assert "actions/checkout" in done.annotations[0]


def test_a_folder_of_the_repository_is_named_as_the_repository_names_it(runner: Runner) -> None:
    runner.write("site/content/wrong.md", DRAFT)
    runner.write("site/wire/fire.txt", SOURCE)
    runner.write("site/consistency.toml", 'include = ["content"]\n')
    runner.commit()
    runner.checkout()
    done = runner.run("schedule", working_directory="site", report="html\nsarif\nmarkdown=out/found.md")
    assert done.outputs["files-with-findings"] == '["site/content/wrong.md"]'
    assert "file=site/content/wrong.md" in done.annotations[0]
    assert done.outputs["report-path"] == "site/consistency-report/consistency.html"
    assert done.outputs["markdown-path"] == "site/consistency-report/out/found.md"
    sarif = json.loads((runner.clone / done.outputs["sarif-path"]).read_text(encoding="utf-8"))
    place = sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert place == "site/content/wrong.md"
    assert len(done.outputs["upload"].splitlines()) == 3


@pytest.mark.slow
def test_reports_of_an_earlier_run_are_no_articles(runner: Runner) -> None:
    runner.write("content/wrong.md", DRAFT)
    runner.commit()
    runner.checkout()
    first = runner.run("schedule", report="markdown")
    second = runner.run("schedule", report="markdown")
    assert (first.outputs["skipped"], first.outputs["errors"]) == (second.outputs["skipped"], second.outputs["errors"])


@pytest.mark.slow
def test_what_is_not_wanted_is_not_written(runner: Runner) -> None:
    runner.write("content/wrong.md", DRAFT)
    runner.commit()
    runner.checkout()
    done = runner.run("schedule", report="", annotations="false", summary="false")
    assert done.outputs["upload"] == ""
    assert (done.annotations, done.summary) == ([], "")
    assert not (runner.clone / "consistency-report").exists()
    assert done.outputs["status"] == "1"


@pytest.mark.slow
def test_nothing_of_the_repository_is_imported(runner: Runner) -> None:
    runner.write("consistency/__init__.py", "raise SystemExit('mine')")
    runner.write("click.py", "raise SystemExit('mine')")
    runner.write("sitecustomize.py", "raise SystemExit('mine')")
    runner.commit()
    runner.checkout()
    assert runner.run("schedule").outputs["status"] == "0"


HOSTILE = "%0A::error::x\n::set-output name=status::0\n##[set-output name=status]0\n::stop-commands::x"


def test_no_article_path_or_input_commands_the_runner(runner: Runner) -> None:
    evil = "::error title=x::pwned,%0A::y.md"
    runner.write(f"content/{evil}", DRAFT.replace("barns", "barns ::warning::pwned ##[error]pwned @everyone <b>x</b>"))
    runner.write("content/said.md", DRAFT + "\n::error::pwned by a line\n\n::stop-commands::pwned\n")
    runner.commit()
    runner.checkout()
    done = runner.run("schedule")
    assert done.outputs["errors"] == "2"
    assert set(done.outputs) == set(runner.run("schedule").outputs)
    for line in done.annotations:
        command = line.split("::")[1]
        assert command.split(" ")[0] in ("error", "warning", "notice")
        assert "pwned" not in command.replace("title=x", "") or "%3A%3Aerror title=x%3A%3Apwned%2C%250A" in command
    assert "<b>" not in done.summary.replace("<strong>", "")
    assert "@everyone" not in done.summary
    wrong = runner.run("schedule", fail_on=HOSTILE)
    assert len(wrong.annotations) == 1
    assert wrong.outputs["status"] == "2"


def test_names_of_many_lines_hide_nothing_in_the_log_the_page_and_the_outputs(runner: Runner) -> None:
    marks = "\x1b]0;owned\x07\u202e\u200b\U000e0041"
    evil = f"::error::x\n::set-output name=status::0\n##[error]z{marks}"
    runner.write(f"content/{evil}.md", DRAFT.replace("barns", f"barns {marks} @desk"))
    runner.write(f"content/none {evil}.md", DRAFT.replace("fire.txt", "none.txt"))
    runner.commit()
    runner.checkout()
    done = runner.run("schedule", debug="true")
    assert (done.outputs["errors"], done.outputs["status"]) == ("1", "2")
    assert raw(done.log) == raw(done.summary) == set()
    stopped = [line.split("::")[2] for line in done.log.split("\n") if line.startswith("::stop-commands::")]
    ours = re.compile(rf"::(?:error|notice) title=[^:]*::.*|::stop-commands::\w+|::(?:{'|'.join(stopped)})::")
    assert [line for line in commands(done.log) if not ours.fullmatch(line)] == []
    assert commands(done.summary) == []
    assert json.loads(done.outputs["files-with-findings"]) == [f"content/{evil}.md"]


def test_without_files_to_tell_github_it_still_runs(runner: Runner) -> None:
    runner.checkout()
    done = runner.run("schedule", missing=("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_EVENT_PATH", "RUNNER_TEMP"))
    assert (done.code, done.outputs, done.summary) == (0, {}, "")
