"""Settings as the command line has them: options over the environment over files."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import jsonschema
import pytest

from tests.conftest import Call

DRAFT = "The fire at the mill on Monday killed 15 people and burned two barns.\n"
SOURCE = "The fire at the mill on Monday killed 12 people and burned two barns.\n"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "live").mkdir()
    for path in ("draft.md", "live/draft.md"):
        (tmp_path / path).write_text(DRAFT, encoding="utf-8")
    (tmp_path / "source.txt").write_text(SOURCE, encoding="utf-8")
    return tmp_path


def put(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


CHECK = ("check", "draft.md", "-s", "source.txt", "-f", "json")


def test_a_file_decides_where_no_option_does(desk: Path, call: Call) -> None:
    put(desk / "consistency.toml", 'fail-on = "never"\n')
    assert call(*CHECK).returncode == 0
    assert call(*CHECK, "--fail-on", "error").returncode == 1
    assert call(*CHECK, "--isolated").returncode == 1


def test_the_environment_counts_more_than_a_file_and_less_than_an_option(desk: Path, call: Call) -> None:
    put(desk / "consistency.toml", 'fail-on = "never"\n')
    assert call(*CHECK, CONSISTENCY_FAIL_ON="error").returncode == 1
    assert call(*CHECK, "--fail-on", "never", CONSISTENCY_FAIL_ON="error").returncode == 0


def test_a_wrong_variable_is_named(desk: Path, call: Call) -> None:
    done = call(*CHECK, CONSISTENCY_FAIL_ON="loud")
    assert done.returncode == 2
    assert b"CONSISTENCY_FAIL_ON: Invalid value" in done.stderr


def test_any_option_can_come_from_the_environment(desk: Path, call: Call) -> None:
    done = call("check", "draft.md", "-s", "source.txt", CONSISTENCY_FORMAT="json", CONSISTENCY_SELECT="NUM,DAT QUO")
    assert json.loads(done.stdout)["summary"] == {"error": 1, "warning": 0, "note": 0}


def test_a_single_setting_is_given_like_in_a_file(desk: Path, call: Call) -> None:
    put(desk / "consistency.toml", '[severity]\nNUM = "note"\n')
    assert json.loads(call(*CHECK).stdout)["findings"][0]["severity"] == "note"
    done = call(*CHECK, "--config", 'severity.NUM101="warning"', "--config", "fail-on=warning")
    assert (json.loads(done.stdout)["findings"][0]["severity"], done.returncode) == ("warning", 1)


def test_a_named_file_is_used_instead_of_the_nearest(desk: Path, call: Call) -> None:
    put(desk / "consistency.toml", 'fail-on = "never"\n')
    put(desk / "strict.toml", 'fail-on = "note"\n')
    assert call(*CHECK, "--config", "strict.toml").returncode == 1
    assert call(*CHECK, CONSISTENCY_CONFIG="strict.toml").returncode == 1


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("--config", "gone.toml"), b"gone.toml: cannot be read"),
        (("--config", "fail-onn=1"), b"did you mean fail-on?"),
        (("--config", "max-bytes=many"), b"--config: max-bytes: expected a positive integer"),
        (("--config", "a b=1"), b"cannot be read"),
        (("--config", "consistency.toml", "--isolated"), b"--config FILE cannot be combined"),
        (("--config", "consistency.toml", "--config", "draft.md"), b"only one settings file"),
        (("--select", "NUMX"), b"--select: no rule is called"),
        (("--min-confidence", "sure"), b'"low", "medium", "high"'),
    ],
)
def test_wrong_settings_end_with_2(desk: Path, call: Call, args: tuple[str, ...], told: bytes) -> None:
    put(desk / "consistency.toml", 'fail-on = "never"\n')
    done = call(*CHECK, *args)
    assert (done.returncode, done.stdout) == (2, b"")
    assert told in done.stderr


@pytest.mark.parametrize("command", ["check", "compare", "claims", "align"])
def test_a_broken_file_stops_every_command_and_is_named(desk: Path, call: Call, command: str) -> None:
    put(desk / "consistency.toml", "\nselct = 1\n")
    args = {"check": CHECK[1:4], "claims": ("draft.md",)}.get(command, ("draft.md", "source.txt"))
    done = call(command, *args)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"error: consistency.toml:2: selct: unknown key\n  did you mean select?")


def test_each_draft_is_checked_with_the_settings_nearest_to_it(desk: Path, call: Call) -> None:
    put(desk / "live" / "consistency.toml", '[severity]\nNUM = "note"\n')
    done = call("check", "draft.md", "live/draft.md", "-s", "source.txt", "-f", "json")
    levels = {f["places"][0]["path"]: f["severity"] for f in json.loads(done.stdout)["findings"]}
    assert levels == {"draft.md": "error", "live/draft.md": "note"}


def test_the_settings_of_the_first_article_hold_for_a_comparison(desk: Path, call: Call) -> None:
    put(desk / "live" / "consistency.toml", '[severity]\nNUM = "note"\n')
    assert call("compare", "live/draft.md", "source.txt").returncode == 0
    assert call("compare", "source.txt", "live/draft.md").returncode == 1


def test_nearly_equal_figures_pass_with_a_tolerance_in_the_file(desk: Path, call: Call) -> None:
    put(desk / "consistency.toml", "[tolerance]\nnumber = 0.2\n")
    assert call(*CHECK).returncode == 0


def test_settings_can_be_shown_instead_of_a_check(desk: Path, call: Call) -> None:
    put(desk / "live" / "consistency.toml", "max-bytes = 5\n")
    done = call("check", "live/draft.md", "-s", "gone.txt", "--ignore", "COV", "--show-settings")
    shown = tomllib.loads(done.stdout.decode())
    assert (done.returncode, shown["max-bytes"], shown["ignore"]) == (0, 5, ["COV"])
    assert b'ignore = ["COV"]  # the command line\n' in done.stdout


# ---- config, schema


def test_config_lists_every_key_on_a_line(call: Call) -> None:
    lines = call("config").stdout.decode().splitlines()
    schema = json.loads(call("schema", "config").stdout)
    assert [line.split()[0] for line in lines] == list(schema["properties"])


@pytest.mark.parametrize("name", ["min-confidence", "MIN_CONFIDENCE"])
def test_config_explains_a_key_and_how_else_to_set_it(call: Call, name: str) -> None:
    told = call("config", name).stdout.decode()
    assert told.startswith("# min-confidence\n")
    assert "Option: `--min-confidence`. Environment: `CONSISTENCY_MIN_CONFIDENCE`." in told


@pytest.mark.parametrize(("name", "told"), [("sev", b"did you mean severity?"), ("qqq", b"lists all settings")])
def test_config_of_an_unknown_key(call: Call, name: str, told: bytes) -> None:
    done = call("config", name)
    assert (done.returncode, told in done.stderr) == (2, True)


def test_config_show_tells_where_settings_come_from(desk: Path, call: Call) -> None:
    put(desk / "house.toml", "max-bytes = 5\n")
    put(desk / "consistency.toml", 'extend = "house.toml"\n')
    told = call("config", "show", "live/draft.md").stdout.decode()
    assert told.startswith("# consistency.toml, which extends house.toml\n")
    assert "max-bytes = 5  # house.toml:1\n" in told
    rows = json.loads(call("config", "show", "-f", "json").stdout)
    assert {"key": "max-bytes", "value": 5, "from": "house.toml:1"} in rows


def test_the_printed_schema_judges_a_file(call: Call) -> None:
    schema = json.loads(call("schema", "config").stdout)
    jsonschema.validate({"select": ["NUM"], "tolerance": {"number": 0.01}}, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"selct": ["NUM"]}, schema)


def test_help_reads_no_settings_file(desk: Path) -> None:
    put(desk / "consistency.toml", "broken [")
    code = (
        "import sys\nfrom consistency.cli import main\n"
        "try:\n    main(['check', '--help'])\nexcept SystemExit as end:\n"
        "    print(end.code, *sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, cwd=desk, check=True
    )
    assert "--show-settings" in done.stdout
    assert done.stderr.startswith("0 ")
    assert {
        "tomllib",
        "packaging",
        "consistency.types",
        "consistency.settings.discover",
        "consistency.settings.keys",
    } & set(done.stderr.split()) == set()


def test_a_change_of_what_a_settings_file_extends_concerns_its_articles(desk: Path, call: Call) -> None:
    def git(*args: str) -> None:
        command = ["git", "-c", "user.name=desk", "-c", "user.email=desk@example.org", *args]
        subprocess.run(command, cwd=desk, check=True, capture_output=True)

    put(desk / "house.toml", 'fail-on = "error"\n')
    put(desk / "consistency.toml", 'extend = "house.toml"\n')
    put(desk / "draft.md", f"---\nsources: [source.txt]\n---\n{DRAFT}")
    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-q", "-m", "start")
    since = ("check", "draft.md", "--changed-since", "HEAD", "--show-files")
    assert call(*since).stdout == b""
    put(desk / "house.toml", 'fail-on = "warning"\n')
    assert call(*since).stdout == b"draft.md\n"
