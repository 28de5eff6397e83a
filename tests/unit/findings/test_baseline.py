"""The file of known findings: made, renewed, pruned, shown, and what a check makes of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consistency.errors import InputError
from consistency.findings.baseline import Baseline, Checked, Entry, dump, entries, hide, load, schema, stale, update
from consistency.types import Report, SuppressionSource
from tests.conftest import Call, Ended

TOLL = "The fire at the mill killed 15 people and burned two barns.\n"
LOSS = "The owner lost 40 horses in the fire, police said.\n"
WIRE = TOLL.replace("15", "12") + "\n" + LOSS.replace("40", "50")
FILE = ".consistency-baseline.json"
ALL = frozenset({"NUM101", "COV702"})


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "news" / "sources").mkdir(parents=True)
    (tmp_path / "news" / "sources" / "wire.txt").write_text(WIRE)
    (tmp_path / ".consistency.toml").write_text('select = ["NUM"]\n')
    for name, text in (("a", TOLL), ("b", LOSS)):
        (tmp_path / "news" / f"{name}.md").write_text(f"---\nsources: [sources/wire.txt]\n---\n{text}")
    return tmp_path


def told(site: Path) -> list[tuple[str, str]]:
    return [(one["path"], one["message"]) for one in json.loads((site / FILE).read_text())["findings"]]


def said(done: Ended) -> str:
    assert done.stderr == b""
    return done.stdout.decode()


def checked(call: Call, *args: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(call("check", *args, "-f", "json").stdout)
    return found


A, B = (
    'Draft: "15 people". Source: "12 people"',
    'Draft: "40 horses". Source: "50 horses"',
)


# ------------------------------------------------------------------ the command


def test_create_writes_what_is_found_and_check_hides_it(call: Call, site: Path) -> None:
    assert said(call("baseline", "create")).splitlines()[0] == f"2 findings written to {FILE}"
    assert told(site) == [("news/a.md", A), ("news/b.md", B)]
    jsonschema.validate(json.loads((site / FILE).read_text()), json.loads(schema()))
    done = call("check", "--baseline", FILE)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.endswith(b"nothing found in 2 drafts against 1 source\n2 findings suppressed\n")
    assert {(one["code"], one["by"], one["reason"]) for one in checked(call, "--baseline", FILE)["suppressed"]} == {
        ("NUM101", "baseline", None)
    }


def test_create_overwrites_nothing(call: Call, site: Path) -> None:
    (site / FILE).write_text("mine")
    done = call("baseline", "create")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == f"error: {FILE}: already exists\n  to renew it, run `consistency baseline update`\n".encode()
    assert (site / FILE).read_text() == "mine"


def test_create_needs_a_folder(call: Call, site: Path) -> None:
    done = call("baseline", "create", "--baseline", "gone/b.json")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"gone: no such folder\n  create it first\n" in done.stderr


def test_create_takes_paths_sources_and_a_file(call: Call, site: Path) -> None:
    (site / "news" / "c.txt").write_text(LOSS)
    call("baseline", "create", "news/c.txt", "-s", "news/sources/wire.txt", "--baseline", "news/known.json")
    assert [one["path"] for one in json.loads((site / "news" / "known.json").read_text())["findings"]] == ["c.txt"]
    assert not (site / FILE).exists()


def test_only_what_is_new_is_reported(call: Call, site: Path) -> None:
    call("baseline", "create", "news/a.md")
    done = call("check", "--baseline", FILE, "-f", "concise")
    assert done.returncode == 1
    assert done.stdout.decode().splitlines() == [f"news/b.md:4:16: NUM101 value-mismatch {B}"]


def test_the_baseline_of_the_settings_holds_from_any_folder(
    call: Call, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (site / ".consistency.toml").write_text(f'select = ["NUM"]\nbaseline = "{FILE}"\n')
    call("baseline", "create")
    before = (site / FILE).read_bytes()
    assert checked(call)["findings"] == []
    monkeypatch.chdir(site / "news")
    assert checked(call, "a.md")["findings"] == checked(call, "../news/b.md")["findings"] == []
    assert checked(call, str(site / "news" / "a.md"))["findings"] == []
    assert said(call("baseline", "update", ".")).endswith("0 added, 0 removed\n")
    assert (site / FILE).read_bytes() == before


def test_moved_lines_and_mended_words(call: Call, site: Path) -> None:
    call("baseline", "create")
    draft = site / "news" / "a.md"
    draft.write_text(draft.read_text().replace("The fire", "## New\n\nMore to come.\n\nThe fire"))
    assert checked(call, "--baseline", FILE)["findings"] == []
    draft.write_text(draft.read_text().replace("15", "16"))
    done = call("check", "--baseline", FILE, "-f", "concise")
    assert (done.returncode, done.stdout.count(b"NUM101")) == (1, 1)
    assert done.stderr == (
        b"1 entry of the baseline is no longer found; to remove them, run `consistency baseline prune`\n"
    )
    assert call("check", "--baseline", FILE, "-q").stderr == b""
    assert call("check", "news/b.md", "--baseline", FILE).stderr == b""
    assert call("check", "--baseline", FILE, "--select", "QUO").stderr == b""
    assert call("check", "--baseline", FILE, "--min-confidence", "0.99").stderr == b""


def test_prune_drops_what_is_mended_or_gone_and_adds_nothing(call: Call, site: Path) -> None:
    call("baseline", "create")
    (site / "news" / "a.md").write_text("---\nsources: [sources/wire.txt]\n---\n" + TOLL.replace("15", "16"))
    assert said(call("baseline", "prune", "news/b.md")) == f"2 findings in {FILE}: 0 removed\n"
    assert said(call("baseline", "prune")) == f"1 finding in {FILE}: 1 removed\n"
    assert told(site) == [("news/b.md", B)]
    (site / "news" / "b.md").unlink()
    assert said(call("baseline", "prune")) == f"0 findings in {FILE}: 1 removed\n"
    assert told(site) == []


def test_update_adds_and_removes_and_keeps_reasons(call: Call, site: Path) -> None:
    call("baseline", "create", "news/b.md")
    given = json.loads((site / FILE).read_text())
    given["findings"][0]["reason"] = "the owner counted again"
    (site / FILE).write_text(json.dumps(given))
    assert said(call("baseline", "update")) == f"2 findings in {FILE}: 1 added, 0 removed\n"
    assert told(site) == [("news/a.md", A), ("news/b.md", B)]
    assert checked(call, "--baseline", FILE)["suppressed"][1]["reason"] == "the owner counted again"
    (site / "news" / "b.md").write_text("---\nsources: [sources/wire.txt]\n---\n" + LOSS.replace("40", "50"))
    assert said(call("baseline", "update", "news/a.md")) == f"2 findings in {FILE}: 0 added, 0 removed\n"
    assert said(call("baseline", "update")) == f"1 finding in {FILE}: 0 added, 1 removed\n"


def test_show_lists_path_code_message_and_reason(call: Call, site: Path) -> None:
    call("baseline", "create")
    text = (site / FILE).read_text().replace('"reason": ""', '"reason": "known\\u001b[31m"', 1)
    (site / FILE).write_text(text)
    assert said(call("baseline", "show")) == f"news/a.md: NUM101 {A}  (known\\x1b[31m)\nnews/b.md: NUM101 {B}\n"
    assert json.loads(call("baseline", "show", "-f", "json").stdout) == json.loads(text)


def test_a_comment_goes_before_the_baseline_and_its_entry_stays(call: Call, site: Path) -> None:
    call("baseline", "create")
    draft = site / "news" / "a.md"
    draft.write_text(draft.read_text().replace("barns.", "barns. <!-- consistency: ignore[NUM101] by phone -->"))
    done = call("check", "--baseline", FILE, "-f", "json")
    assert done.stderr == b""
    assert [one["by"] for one in json.loads(done.stdout)["suppressed"]] == ["comment", "baseline"]


def test_what_cannot_be_checked_ends_with_2_and_the_rest_is_written(call: Call, site: Path) -> None:
    (site / "news" / "c.md").write_text("---\nsources: [gone.txt]\n---\nA fire.\n")
    done = call("baseline", "create")
    assert done.returncode == 2
    assert b"news/c.md" in done.stderr
    assert told(site) == [("news/a.md", A), ("news/b.md", B)]


def test_nothing_to_check_writes_nothing(call: Call, tmp_path: Path) -> None:
    done = call("baseline", "create")
    assert (done.returncode, done.stdout) == (3, b"")
    assert not (tmp_path / FILE).exists()


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "is not JSON: Expecting value"),
        (b"\xff\xfe\x00", "is not UTF-8"),
        (b"[" * 100_000, "is not JSON: it is nested too deeply"),
        (b'{"schema": 1,\n "findings": [,]}', ".json:2: is not JSON"),
        (b'{"schema": 1, "schema": 1, "findings": []}', 'the key "schema" appears twice'),
        (b'{"schema": NaN, "findings": []}', "NaN is not a number in JSON"),
        (b'{"schema": ' + b"9" * 5000 + b"}", "a number has too many digits"),
        (b'{"schema": true, "findings": []}', "has schema True"),
        (b"[]", "is not a baseline of this program"),
        (b'{"findings": []}', "is not a baseline of this program"),
        (b'{"schema": 2, "findings": []}', "has schema 2"),
        (b'{"schema": 1}', "has no list of findings"),
        (b'{"schema": 1, "findings": [3]}', "findings[0] is not an object"),
        (b'{"schema": 1, "findings": [{"path": "a"}]}', "findings[0].code is not a string"),
    ],
)
@pytest.mark.parametrize("command", [("check",), ("baseline", "update"), ("baseline", "show")])
def test_a_broken_file_is_an_error(
    call: Call, site: Path, command: tuple[str, ...], content: bytes, problem: str
) -> None:
    (site / FILE).write_bytes(content)
    done = call(*command, "--baseline", FILE)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"error: ") and problem.encode() in done.stderr and b"\n  " in done.stderr
    assert (site / FILE).read_bytes() == content


def test_a_missing_file_is_an_error(call: Call, site: Path) -> None:
    for command in (("check",), ("baseline", "prune"), ("baseline", "show")):
        done = call(*command, "--baseline", "gone.json")
        assert (done.returncode, done.stdout) == (2, b"")
        assert b"gone.json: no such baseline\n  to create it, run `consistency baseline create`\n" in done.stderr


def test_the_schema_is_printed(call: Call) -> None:
    assert call("schema", "baseline").stdout.decode() == schema()
    jsonschema.Draft202012Validator.check_schema(json.loads(schema()))


# ------------------------------------------------------------------ the file

ENTRY = st.builds(
    Entry,
    path=st.text(max_size=8), code=st.sampled_from(["NUM101", "COV702"]), fingerprint=st.text("0123abcd", max_size=3),
    message=st.text(max_size=9), reason=st.text(max_size=9),
)  # fmt: skip


@settings(max_examples=30, deadline=None)
@given(st.lists(ENTRY, max_size=8, unique_by=lambda entry: entry.key), st.randoms())
def test_the_file_comes_back_and_does_not_depend_on_the_order(
    tmp_path_factory: pytest.TempPathFactory, given: list[Entry], random: Any
) -> None:
    path = tmp_path_factory.mktemp("baseline") / "b.json"
    path.write_text(dump(given), encoding="utf-8", newline="\n")
    back = load(path)
    assert list(back.entries) == sorted(given, key=lambda entry: entry.key)
    mixed = list(given)
    random.shuffle(mixed)
    assert dump(mixed) == dump(given) == dump(back.entries)
    jsonschema.validate(json.loads(dump(given)), json.loads(schema()))


def test_hidden_findings_are_counted_and_none_is_lost(report: Report, tmp_path: Path) -> None:
    known = Baseline(entries=tuple(entries(report, tmp_path)[1:]), folder=tmp_path)
    after = hide(report, known)
    assert after.findings == report.findings[:1]
    assert [(one.finding, one.by) for one in after.suppressed] == [(report.findings[1], SuppressionSource.BASELINE)]
    assert after.summary == {"error": 0, "warning": 0, "note": 1}
    assert hide(after, known) == after


def test_an_entry_is_stale_only_where_it_was_looked_for(
    report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("draft.md", "other.md"):
        (tmp_path / name).touch()
    now = entries(report, tmp_path)
    old = Entry(path="draft.md", code="NUM101", fingerprint="0", message="")
    other = Entry(path="other.md", code="NUM101", fingerprint="0", message="")
    rule = Entry(path="draft.md", code="QUO401", fingerprint="0", message="")
    gone = Entry(path="gone.md", code="QUO401", fingerprint="0", message="")
    known = Baseline(entries=(*now, old, other, rule, gone), folder=tmp_path)
    one = Checked(report=report, codes=ALL)
    assert stale(known, [one]) == [old, gone]
    assert set(update(known, [one])) == {*now, other, rule}
    assert stale(known, [Checked(report=hide(report, known), codes=ALL)]) == [old, gone]


def test_a_newer_schema_is_told_apart(tmp_path: Path) -> None:
    (tmp_path / "b.json").write_text('{"schema": 9, "findings": []}')
    with pytest.raises(InputError, match="has schema 9") as caught:
        load(tmp_path / "b.json")
    assert caught.value.hint == "this version reads schema 1: install the version that made the file"
