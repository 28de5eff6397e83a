"""Which settings hold for a path, in real folders."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path

import pytest

from consistency.errors import SettingsError
from consistency.settings import Settings, settings_for
from consistency.settings.discover import Scope
from consistency.settings.layers import Layer


def put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def refused(folder: Path, text: str, name: str = "consistency.toml") -> str:
    put(folder / name, text)
    with pytest.raises(SettingsError) as caught:
        settings_for(folder)
    return str(caught.value)


# ---- which file


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert settings_for(tmp_path) == Settings()


def test_the_nearest_file_wins_and_nothing_comes_from_the_one_above(tmp_path: Path) -> None:
    put(tmp_path / "consistency.toml", 'fail-on = "note"\nmax-bytes = 10\n')
    put(tmp_path / "live" / "consistency.toml", 'fail-on = "warning"\n')
    near, far = settings_for(tmp_path / "live" / "a.md"), settings_for(tmp_path / "desk" / "deep" / "a.md")
    assert (near.fail_on, near.max_bytes, near.root) == ("warning", Settings().max_bytes, str(tmp_path / "live"))
    assert (far.fail_on, far.max_bytes, far.root) == ("note", 10, str(tmp_path))


@pytest.mark.parametrize("loser", ["consistency.toml", "pyproject.toml"])
def test_the_hidden_file_wins_in_one_folder(tmp_path: Path, loser: str) -> None:
    put(tmp_path / ".consistency.toml", 'fail-on = "note"\n')
    put(tmp_path / loser, 'fail-on = "never"\n' if loser.startswith("c") else '[tool.consistency]\nfail-on = "never"\n')
    assert settings_for(tmp_path).fail_on == "note"


def test_a_shared_file_without_our_table_is_passed_over(tmp_path: Path) -> None:
    put(tmp_path / "consistency.toml", 'fail-on = "note"\n')
    put(tmp_path / "site" / "pyproject.toml", "[tool.other]\nfail-on = 1\n")
    put(tmp_path / "site" / "deep" / "pyproject.toml", "[tool.other\nbroken")
    assert settings_for(tmp_path / "site" / "deep" / "a.md").fail_on == "note"


def test_a_shared_file_with_our_table_counts(tmp_path: Path) -> None:
    put(tmp_path / "pyproject.toml", '[project]\nname = "x"\n[tool.consistency]\nselect = ["value-mismatch"]\n')
    assert settings_for(tmp_path).select == ("NUM101",)


def test_a_shared_file_that_names_us_must_be_whole(tmp_path: Path) -> None:
    assert "pyproject.toml:2: is not TOML" in refused(tmp_path, "[tool.consistency]\nselect = [", "pyproject.toml")


def test_a_git_folder_does_not_end_the_search(tmp_path: Path) -> None:
    put(tmp_path / "consistency.toml", 'fail-on = "note"\n')
    (tmp_path / "repo" / ".git").mkdir(parents=True)
    assert settings_for(tmp_path / "repo" / "a.md").fail_on == "note"


def test_a_folder_of_that_name_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "consistency.toml").mkdir()
    assert settings_for(tmp_path) == Settings()


def test_standard_input_lies_in_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path / "consistency.toml", 'fail-on = "note"\n')
    monkeypatch.chdir(tmp_path)
    assert settings_for("-").fail_on == "note"


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    file = put(tmp_path / "consistency.toml", "max-bytes = 1\n")
    assert settings_for(tmp_path).max_bytes == 1
    put(file, "max-bytes = 22\n")
    assert settings_for(tmp_path).max_bytes == 22


def test_a_named_file_replaces_the_nearest_and_isolation_all(tmp_path: Path) -> None:
    put(tmp_path / "consistency.toml", "max-bytes = 1\n")
    other = put(tmp_path / "ci" / "strict.toml", "max-bytes = 2\n")
    assert settings_for(tmp_path, config=str(other)).max_bytes == 2
    assert settings_for(tmp_path, isolated=True) == Settings()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is forbidden to the administrator")
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    put(tmp_path / "consistency.toml", "").chmod(0)
    with pytest.raises(SettingsError, match="cannot be read"):
        settings_for(tmp_path)


# ---- extend


def test_what_a_file_extends_holds_where_it_says_nothing(tmp_path: Path) -> None:
    put(
        tmp_path / "house.toml",
        'fail-on = "note"\nmax-bytes = 7\nignore = ["COV"]\n[severity]\nNUM = "note"\nDAT = "off"\n',
    )
    put(tmp_path / "site" / "consistency.toml",
        'extend = "../house.toml"\nmax-bytes = 8\nextend-ignore = ["MOD"]\n[severity]\nNUM = "error"\n')  # fmt: skip
    found = settings_for(tmp_path / "site" / "a.md")
    assert (found.fail_on, found.max_bytes, found.root) == ("note", 8, str(tmp_path / "site"))
    assert (found.ignore, found.extend_ignore) == (("COV",), ("MOD",))
    assert dict(found.severity) == {"NUM": "error", "DAT": "off"}


def test_what_is_extended_may_extend_others(tmp_path: Path) -> None:
    put(tmp_path / "a.toml", "max-bytes = 1\n")
    put(tmp_path / "b.toml", 'extend = "a.toml"\nfail-on = "note"\n')
    put(tmp_path / "consistency.toml", 'extend = "b.toml"\n')
    found = Scope().explained(str(tmp_path))
    assert (found.settings.max_bytes, found.settings.fail_on) == (1, "note")
    assert [file.name for file in found.files] == ["consistency.toml", "b.toml", "a.toml"]


def test_a_circle_is_refused(tmp_path: Path) -> None:
    put(tmp_path / "a.toml", 'extend = "consistency.toml"\n')
    assert "extends itself" in refused(tmp_path, 'extend = "a.toml"\n')


def test_a_missing_file_is_named_with_the_line_that_wants_it(tmp_path: Path) -> None:
    told = refused(tmp_path, 'fail-on = "note"\nextend = "gone.toml"\n')
    assert "consistency.toml:2: extend: no such file" in told
    assert "gone.toml" in told


def test_a_mistake_in_the_extended_file_is_told_there(tmp_path: Path) -> None:
    put(tmp_path / "house.toml", 'fail-on = "loud"\n')
    assert "house.toml:1: fail-on" in refused(tmp_path, 'extend = "house.toml"\n')


def test_patterns_and_paths_count_from_the_folder_of_their_file(tmp_path: Path) -> None:
    put(tmp_path / "house.toml",
        'exclude = ["site/old/**", "other/**", "*.tmp"]\n'
        'include = ["site/*.md", "*.md"]\nbaseline = "known.json"\ncache-dir = "cache"\n'
        '[[sources]]\narticle = "site/posts/{slug}.md"\nsource = "wire/{slug}/*"\n')  # fmt: skip
    put(tmp_path / "site" / "consistency.toml", 'extend = "../house.toml"\n')
    found = settings_for(tmp_path / "site" / "a.md")
    assert found.exclude == ("old/**", "../other/**", "*.tmp")
    assert found.include == ("/*.md", "*.md")
    assert found.baseline == str(Path("..", "known.json"))
    assert found.cache_dir == str(tmp_path / "cache")
    assert (found.mappings[0].article, found.mappings[0].source) == ("posts/{slug}.md", ("../wire/{slug}/*",))


# ---- one above the other


@pytest.mark.parametrize(
    ("file", "above", "expected"),
    [
        ('ignore = ["NUM105"]', {"select": ("NUM",)}, (("NUM",), (), ())),
        ('select = ["DAT"]', {"extend_select": ("NUM",)}, (("DAT",), ("NUM",), ())),
        ('select = ["NUM101"]', {"ignore": ("NUM",)}, (("NUM101",), (), ("NUM", "NUM101"))),
        ('ignore = ["NUM105"]', {"extend_select": ("NUM",)}, ((), ("NUM",), ())),
        ('ignore = ["NUM"]', {"extend_select": ("NUM105",)}, ((), ("NUM105",), ("NUM",))),
        ('ignore = ["NUM"]', {"ignore": ("DAT",)}, ((), (), ("DAT", "NUM"))),
    ],
)
def test_what_counts_more_decides_which_rules_run(
    tmp_path: Path, file: str, above: dict[str, tuple[str, ...]], expected: tuple[tuple[str, ...], ...]
) -> None:
    put(tmp_path / "consistency.toml", file)
    found = settings_for(tmp_path, overrides=above)
    assert (found.select, found.extend_select, found.ignore) == expected


def test_layers_say_where_each_setting_comes_from(tmp_path: Path) -> None:
    put(tmp_path / "consistency.toml", 'exclude = ["a"]\nextend-exclude = ["b"]\nmax-bytes = 3\n')
    above = Layer.of({"extend_exclude": ("c",), "max_bytes": 4}, "the command line")
    found = Scope(overrides=[above]).explained(str(tmp_path))
    assert found.settings.extend_exclude == ("c", "b")
    assert found.origins["max_bytes"] == "the command line"
    assert found.origins["exclude"].endswith("consistency.toml:1")
    assert found.origins["extend_exclude"].endswith("consistency.toml:2, the command line")


# ---- what is refused


@pytest.mark.parametrize(
    ("text", "where", "told"),
    [
        ('selct = ["NUM"]', ":1", "did you mean select?"),
        ("\nmin_confidence = 0.5", ":2", "did you mean min-confidence?"),
        ('select = "NUM"', ":1", "expected a list of rules"),
        ('select = ["NUM", "NUMX"]', ":1", "did you mean NUM?"),
        ('select = ["valu-mismatch"]', ":1", "did you mean value-mismatch?"),
        ("min-confidence = 1.5", ":1", "expected a number from 0 to 1"),
        ("min-confidence = true", ":1", "expected a number from 0 to 1"),
        ("max-bytes = 0", ":1", "a positive integer"),
        ("max-bytes = true", ":1", "not true"),
        ("force-exclude = 1", ":1", "true or false"),
        ("# one\n[severity]\n\nNUM101 = 'bad'", ":4", 'one of "error", "warning", "note", "off"'),
        ("[severity]\nXYZ = 'note'", ":2", "no rule is called"),
        ("[tolerance]\nnumber = -1", ":2", "a number from 0 to 1"),
        ("[tolerance]\nnumbr = 0", ":2", "did you mean number?"),
        ("[per-file-ignores]\n'live/**' = 'COV'", ":2", "a list of rules"),
        ('[[alias]]\nnames = ["EU"]', ":2", "at least two different names"),
        ('[[accept]]\nrule = "NUM101"', ":1", "reason is missing"),
        ('[[accept]]\n[[accept]]\nrule = "NUM"', ":1", "rule is missing"),
        ('[[accept]]\nrule = "NUM"\nreason = "x"\nuntil = "soon"', ":4", "a date"),
        ('[[alias]]\nnames = ["EU", "Union"]\n[[alias]]\nnames = [1]', ":4", "a non-empty string"),
        ('[[sources]]\narticle = "a"\nsource = []', ":3", "at least one pattern"),
        ('[[sources]]\narticle = "{a}.md"\nsource = ["{a}/*", "{b,c}/{b}"]', ":3", "uses {b}, which article lacks"),
        ('encoding = "klingon"', ":1", "unknown encoding"),
        ('required-version = ">=99"', ":1", "requires consistency >=99"),
        ('required-version = "soon"', ":1", "expected versions"),
        ("[tool.consistency]\nselect = []", ":1", "remove it"),
        ("select = [", ":1", "is not TOML"),
        ('# one\nfail-on = "note', ":2", "is not TOML"),
        ("max-bytes = " + "9" * 5000, ":1", "too many digits"),
        ("fail-on = 0x" + "f" * 5000, ":1", "not a value that is too large to show"),
        ("select = [0x" + "f" * 5000 + "]", ":1", "not a value that is too large to show"),
        ("# one\n" + "a." * 50_000 + "b = 1", ":2", "nested too deeply"),
        ("min-confidence = nan", ":1", "expected a number from 0 to 1"),
        ("min-confidence = 1e999", ":1", "expected a number from 0 to 1"),
        ('[[accept]]\nrule = "NUM"\nreason = "x"\nuntil = 2026-02-31', ":4", "is not TOML"),
        ('[[accept]]\nrule = "NUM"\nreason = "x"\nuntil = "0000-01-01"', ":4", "a date"),
        ('fail-on = "note"\nfail-on = "note"', ":2", "is not TOML"),
        ('encoding = "\\ud800"', ":1", "is not TOML"),
        ("a = " + "[" * 100_000, "", "nested too deeply"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line_and_what_would_be_right(
    tmp_path: Path, text: str, where: str, told: str
) -> None:
    said = refused(tmp_path, text)
    assert f"consistency.toml{where}: " in said
    assert told in said


def test_other_versions_are_told_before_keys_that_they_may_have(tmp_path: Path) -> None:
    assert "requires consistency" in refused(tmp_path, 'required-version = ">=99"\nmin-severity = "fatal"\n')


def test_a_version_that_fits_is_let_pass(tmp_path: Path) -> None:
    put(tmp_path / "consistency.toml", 'required-version = ">=0.1"\n')
    assert settings_for(tmp_path).required_version == ">=0.1"


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"fail-on = '\xe9'"])
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "consistency.toml").write_bytes(content)
    with pytest.raises(SettingsError, match="is not UTF-8"):
        settings_for(tmp_path)


def test_a_mark_of_byte_order_is_no_matter(tmp_path: Path) -> None:
    (tmp_path / "consistency.toml").write_bytes(b"\xef\xbb\xbffail-on = 'note'\r\n")
    assert settings_for(tmp_path).fail_on == "note"


def test_a_huge_file_is_refused(tmp_path: Path) -> None:
    assert "larger than" in refused(tmp_path, "#" * 1_000_001)


def test_a_shared_file_of_empty_lines_takes_no_time(tmp_path: Path) -> None:
    before = time.perf_counter()
    put(tmp_path / "pyproject.toml", "\n" * 500_000)
    assert settings_for(tmp_path) == Settings()
    assert time.perf_counter() - before < 5


# ---- what a repository may not choose


@pytest.mark.parametrize("place", ["../stolen", "/var/stolen", "link/deeper", "~/stolen", "a/../../stolen"])
def test_the_cache_may_not_lie_just_anywhere(tmp_path: Path, place: str) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "link").symlink_to(tmp_path)
    told = refused(tmp_path / "site", f'fail-on = "note"\ncache-dir = "{place}"\n')
    assert "consistency.toml:2: cache-dir: must be inside" in told
    assert "--cache-dir" in told


def test_the_cache_may_lie_in_the_repository_and_where_caches_are(tmp_path: Path) -> None:
    from platformdirs import user_cache_dir

    put(tmp_path / "consistency.toml", 'cache-dir = ".cache/x"\n')
    assert settings_for(tmp_path).cache_dir == str(tmp_path / ".cache/x")
    put(tmp_path / "b" / "consistency.toml", f"cache-dir = '{user_cache_dir('news')}'\n")
    assert settings_for(tmp_path / "b").cache_dir == user_cache_dir("news")
    assert settings_for(tmp_path / "b", overrides={"cache_dir": "/else/where"}).cache_dir == "/else/where"


@pytest.mark.parametrize(
    "text",
    ['exclude = ["[z-a]"]', 'extend-exclude = ["x/[z-a].md"]', 'include = ["[b-a]*"]',
     '[per-file-ignores]\n"[z-a]" = ["NUM"]',
     '[[sources]]\narticle = "[z-a].md"\nsource = "w.txt"',
     '[[accept]]\nrule = "NUM101"\nreason = "x"\npath = "[z-a]"'],
)  # fmt: skip
def test_a_pattern_that_cannot_be_read_is_refused(tmp_path: Path, text: str) -> None:
    told = refused(tmp_path, f'fail-on = "note"\n{text}\n')
    assert re.search(r"consistency\.toml:[2-6]: .*: invalid path pattern .*: bad character range", told)
