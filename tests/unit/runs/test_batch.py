from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from consistency.errors import OutputError
from consistency.reports.json import schema
from consistency.runs.finished_rows import digest
from consistency.runs.resume import ResumableOutput
from tests.conftest import Call, Run


def row(id: Any, draft: str, *sources: str) -> dict[str, Any]:
    return {
        "id": id,
        "draft": {"text": draft},
        "sources": [{"id": f"s{i}", "text": text} for i, text in enumerate(sources)],
    }


GOOD = row("good", "The flood drowned 40 sheep.", "The flood drowned 40 sheep on Sunday.")
BAD = row("bad", "The fire at the mill killed 15 people.", "The fire at the mill killed 12 people.")

#: A line of input, the id that its answer has, and whether it can be checked.
LINES: list[tuple[bytes, Any, bool]] = [
    (json.dumps(GOOD).encode(), "good", True),
    (b"not json", "2", False),
    (b"", "3", False),
    (json.dumps({**BAD, "id": None}).encode(), "4", True),
    (b'{"id": "no draft", "sources": []}', "no draft", False),
    (b'{"id": "no sources", "draft": {"text": "Two boats sank."}, "sources": []}', "no sources", False),
    (b'{"id": "numbers", "draft": {"text": 5}, "sources": [{"text": "x"}]}', "numbers", False),
    (b'{"id": "\xff"}', "8", False),
    (b"[" * 100_000, "9", False),
    (json.dumps(row("empty", "", "Two boats sank.")).encode(), "empty", False),
    (b'["a list"]', "11", False),
    (json.dumps(row(12, "Two boats sank.", "Three boats sank.")).encode(), 12, True),
    (json.dumps(row("half", "Two boats \ud800 sank in 1999.", "Two boats sank in 1999.")).encode(), "half", True),
    (json.dumps(row("twice", "Two boats sank.", "x boats sank.")).replace('"s0"', '"draft"').encode(), "twice", True),
    (b'{"id": "dated", "draft": {"text": "x.", "published": 5}, "sources": [{"text": "x"}]}', "dated", False),
    (b'{"id": "nan", "draft": {"text": "A boat sank."}, "sources": [NaN]}', "nan", False),
    (json.dumps({**GOOD, "draft": {"text": "A boat sank.", "published": "12/03/2026"}}).encode(), "good", False),
    (json.dumps({**GOOD, "draft": {"text": '---\ntitle: "\\UFFFFFFFF"\n---\nA boat sank.'}}).encode(), "good", False),
    (b'{"id": "one", "id": "two"}', "two", False),
    (b'{"id": 1e999}', "20", False),
    (b'{"id": ' + b"9" * 5000 + b"}", "21", False),
    (json.dumps(BAD).encode(), "bad", True),
]  # fmt: skip


def test_every_line_gets_one_answer_in_order(tmp_path: Path, call: Call) -> None:
    (tmp_path / "in.jsonl").write_bytes(b"\n".join(line for line, _, _ in LINES))
    done = call("check", "--jsonl", "in.jsonl", "-o", "out.jsonl")
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.decode() == (
        "error: 16 of 22 rows could not be checked\n"
        "  line 2: the line is not JSON: Expecting value (line 1, column 1)\n"
        "  line 3: the line is empty\n  line 5: the row has no text for draft\n  more errors are in the output\n"
    )
    answers = [json.loads(line) for line in (tmp_path / "out.jsonl").read_bytes().splitlines()]
    assert [answer["id"] for answer in answers] == [id for _, id, _ in LINES]
    assert ["error" not in answer for answer in answers] == [fine for _, _, fine in LINES]
    whole = json.loads(schema())
    failure = {**whole["$defs"]["failure"], "$defs": whole["$defs"]}
    for answer in answers:
        jsonschema.validate(answer, failure if "error" in answer else whole)
        assert "findings" in answer
    assert [finding["code"] for finding in answers[-1]["findings"]] == ["NUM101"]
    assert {path.name for path in tmp_path.iterdir()} <= {"in.jsonl", "out.jsonl", "cache"}


@pytest.mark.parametrize(
    ("draft", "source", "says"),
    [
        ({"published": "12/03/2026"}, {}, "draft: published: 12/03/2026 is ambiguous: write 2026-03-12 or 2026-12-03"),
        ({}, {"published": "2026-02-31"}, "s0: published: 2026-02-31 is not a day of the calendar"),
        ({}, {"text": "---\ndate: yesterdayish\n---\nA boat sank."}, "s0:2: date: yesterdayish is not a date"),
        ({"text": '---\nx: "\\UFFFFFFFF"\n---\nA boat sank.'}, {}, "draft:2:7: invalid YAML front matter"),
    ],
)
def test_a_row_says_which_of_its_texts_is_wrong(
    call: Call, draft: dict[str, str], source: dict[str, str], says: str
) -> None:
    bad = row("r", "Two boats sank.", "Two boats sank.")
    bad["draft"] |= draft
    bad["sources"][0] |= source
    done = call("check", "--jsonl", "-", stdin="\n".join(map(json.dumps, (bad, GOOD))).encode())
    first, second = map(json.loads, done.stdout.splitlines())
    assert (done.returncode, "error" in second) == (2, False)
    assert first["error"]["message"].startswith(says)
    assert first["error"]["hint"]


def test_claims_of_rows(tmp_path: Path, call: Call) -> None:
    texts = ["The city owes over $1.7 billion.", "Nothing here."]
    lines = [json.dumps({"id": f"c{i}", "text": text}) for i, text in enumerate(texts)] + ["{}"]
    done = call("claims", "--jsonl", "-", stdin="\n".join(lines).encode())
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 2
    assert [answer["id"] for answer in answers] == ["c0", "c1", "3"]
    claim = answers[0]["claims"][0]
    assert (claim["kind"], claim["value"], claim["unit"], claim["bound"]) == ("quantity", 1.7e9, "USD", "more-than")
    assert texts[0][claim["start"] : claim["end"]] == claim["text"]
    assert answers[1]["claims"] == []
    assert answers[2]["error"]["message"]


@pytest.mark.parametrize(
    ("rows", "args", "code"),
    [
        ([GOOD], (), 0),
        ([GOOD, BAD], (), 1),
        ([GOOD, BAD], ("--exit-zero",), 0),
        ([BAD, {"id": "x"}], (), 2),
        ([row("empty", "", "Two boats sank.")], (), 3),
        ([], (), 3),
    ],
)
def test_exit_status_of_a_batch(tmp_path: Path, call: Call, rows: list[Any], args: tuple[str, ...], code: int) -> None:
    done = call(
        "check", "--jsonl", "-", "-o", "out.jsonl", *args, stdin="".join(json.dumps(r) + "\n" for r in rows).encode()
    )
    assert done.returncode == code, done.stderr
    assert len((tmp_path / "out.jsonl").read_bytes().splitlines()) == len(rows)


def test_an_interrupted_batch_goes_on(tmp_path: Path, run: Run) -> None:
    rows = [row(f"r{i}", f"The flood drowned {i + 30} sheep.", "The flood drowned 30 sheep.") for i in range(5)]
    lines = [json.dumps(r).encode() + b"\n" for r in rows]
    command = [sys.executable, "-m", "consistency", "check", "--jsonl", "-", "-o", "out.jsonl"]
    env = {**os.environ, "CONSISTENCY_CACHE_DIR": str(tmp_path / "cache")}
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path, env=env
    )
    assert process.stdin
    process.stdin.write(b"".join(lines[:3]))
    process.stdin.flush()
    partial = tmp_path / "out.jsonl.partial"
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and not (partial.exists() and partial.read_bytes().count(b"\n") == 3):
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in said
    assert b"interrupted" in said
    assert not (tmp_path / "out.jsonl").exists()
    kept = partial.read_bytes()
    assert kept.count(b"\n") == 3

    # A mark in what was kept, with the checksum for it, shows that it was taken over and not made again.
    marked = kept.replace(b'"r0"', b'"R0"')
    partial.write_bytes(marked)
    keys = partial.with_name("out.jsonl.partial.keys")
    whole, changed = (digest(content.splitlines(keepends=True)[0]).encode() for content in (kept, marked))
    keys.write_bytes(keys.read_bytes().replace(whole, changed))
    (tmp_path / "in.jsonl").write_bytes(b"".join(lines))
    assert run("check", "--jsonl", "in.jsonl", "-o", "out.jsonl").returncode == 1
    answers = [json.loads(line)["id"] for line in (tmp_path / "out.jsonl").read_bytes().splitlines()]
    assert answers == ["R0", "r1", "r2", "r3", "r4"]
    assert not partial.exists()
    assert not keys.exists()

    run("check", "--jsonl", "in.jsonl", "-o", "whole.jsonl")
    assert (tmp_path / "out.jsonl").read_bytes().replace(b'"R0"', b'"r0"') == (tmp_path / "whole.jsonl").read_bytes()


def test_a_batch_from_a_file_is_interrupted_at_once(tmp_path: Path, run: Run) -> None:
    told = " ".join(f"Ship {number} of the fleet sank in the storm off Vik on Sunday." for number in range(400))
    rows = [row(f"r{i}", "The flood drowned 30 sheep.", f"{i}. The flood drowned 30 sheep.") for i in range(3)]
    rows.append(row("long", "Ship 7 of the fleet sank.", told))
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    command = [sys.executable, "-m", "consistency", "check", "--jsonl", "in.jsonl", "-o", "out.jsonl"]
    env = {**os.environ, "CONSISTENCY_CACHE_DIR": str(tmp_path / "cache")}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path, env=env)
    partial = tmp_path / "out.jsonl.partial"
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and not (partial.exists() and partial.read_bytes().count(b"\n") >= 2):
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in said
    kept = partial.read_bytes()
    assert run("check", "--jsonl", "in.jsonl", "-o", "out.jsonl").returncode == 0
    assert (tmp_path / "out.jsonl").read_bytes().startswith(kept)


def test_answers_do_not_depend_on_what_is_known_of_the_next_line(tmp_path: Path, call: Call) -> None:
    content = b"\n".join(line for line, _, _ in LINES)
    (tmp_path / "in.jsonl").write_bytes(content)
    call("check", "--jsonl", "in.jsonl", "-o", "file.jsonl", "--no-cache")
    call("check", "--jsonl", "-", "-o", "pipe.jsonl", "--no-cache", stdin=content)
    assert (tmp_path / "file.jsonl").read_bytes() == (tmp_path / "pipe.jsonl").read_bytes() != b""


def test_standard_input_is_answered_line_by_line(tmp_path: Path) -> None:
    # Who writes may want to read an answer before the next line.
    command = [sys.executable, "-m", "consistency", "check", "--jsonl", "-"]
    env = {**os.environ, "CONSISTENCY_CACHE_DIR": str(tmp_path / "cache")}
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=tmp_path, env=env) as process:
        assert process.stdin and process.stdout
        for asked in (GOOD, BAD, GOOD):
            process.stdin.write(json.dumps(asked).encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == asked["id"]
        process.stdin.close()
        assert process.wait(timeout=60) == 1


def test_a_batch_on_a_full_disk_is_an_error(tmp_path: Path, call: Call) -> None:
    done = call("claims", "--jsonl", "-", "-o", "/dev/full", stdin=b'{"id": "a", "text": "Two boats."}')
    assert done.returncode == 2
    assert b"No space left" in done.stderr


def test_a_batch_does_not_overwrite_its_input(tmp_path: Path, call: Call) -> None:
    (tmp_path / "in.jsonl").write_text("{}", encoding="utf-8")
    assert call("check", "--jsonl", "in.jsonl", "-o", "in.jsonl").returncode == 2
    assert (tmp_path / "in.jsonl").read_text(encoding="utf-8") == "{}"


# ---- the file behind it


def stopped(target: Path, answered: dict[bytes, str], signature: str = "v1") -> None:
    with pytest.raises(KeyboardInterrupt), ResumableOutput(str(target), signature) as partial:
        for line, answer in answered.items():
            assert partial.finished_status(line) is None
            partial.add(line, answer, 0)
        raise KeyboardInterrupt


def resumed(target: Path, lines: list[bytes], signature: str = "v1") -> list[bool]:
    with ResumableOutput(str(target), signature) as partial:
        known = []
        for line in lines:
            known.append(partial.finished_status(line) is not None)
            if not known[-1]:
                partial.add(line, f"new {line.decode()}\n", 0)
        partial.complete()
    return known


def test_what_was_finished_is_taken_over(tmp_path: Path) -> None:
    stopped(tmp_path / "out", {b"a\n": "old a\n", b"b\n": "old b\n"})
    assert resumed(tmp_path / "out", [b"a\r\n", b"b", b"c"]) == [True, True, False]
    assert (tmp_path / "out").read_text(encoding="utf-8") == "old a\nold b\nnew c\n"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_from_the_first_line_that_differs_all_is_new(tmp_path: Path) -> None:
    stopped(tmp_path / "out", {b"a": "old a\n", b"b": "old b\n", b"c": "old c\n"})
    assert resumed(tmp_path / "out", [b"a", b"x", b"c"]) == [True, False, False]
    assert (tmp_path / "out").read_text(encoding="utf-8") == "old a\nnew x\nnew c\n"


def test_another_signature_takes_nothing_over(tmp_path: Path) -> None:
    stopped(tmp_path / "out", {b"a": "old a\n"})
    assert resumed(tmp_path / "out", [b"a"], "v2") == [False]
    assert (tmp_path / "out").read_text(encoding="utf-8") == "new a\n"


def test_fewer_lines_than_before_leave_no_rest(tmp_path: Path) -> None:
    stopped(tmp_path / "out", {b"a": "old a\n", b"b": "old b\n"})
    assert resumed(tmp_path / "out", [b"a"]) == [True]
    assert (tmp_path / "out").read_text(encoding="utf-8") == "old a\n"


@pytest.mark.parametrize("cut", ["answers", "keys"])
def test_a_torn_last_line_is_made_again(tmp_path: Path, cut: str) -> None:
    stopped(tmp_path / "out", {b"a": "old a\n", b"b": "old b\n"})
    torn = tmp_path / ("out.partial" if cut == "answers" else "out.partial.keys")
    torn.write_bytes(torn.read_bytes()[:-3])
    assert resumed(tmp_path / "out", [b"a", b"b"]) == [True, False]
    assert (tmp_path / "out").read_text(encoding="utf-8") == "old a\nnew b\n"


def test_no_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputError), ResumableOutput(str(tmp_path / "no" / "out"), "v1"):
        pass
