"""What Python callers may pass, and what they are told otherwise."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from consistency import Checker, ConsistencyError, Role, Settings, article_from_text
from consistency.errors import NothingToCheck, SettingsError
from consistency.settings.options import Options, with_options

DRAFT, WIRE = "The fire at the mill killed 15 people.", "The fire at the mill killed 12 people."
BARE = "---\ntitle: Fire\n---\n"


@pytest.fixture(scope="module")
def given() -> Checker:
    return Checker(cache=False, select=["NUM"])


def test_texts_and_files_are_checked_like_articles(given: Checker, tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_text(WIRE, encoding="utf-8")
    article = article_from_text(DRAFT, id="mine", role=Role.DRAFT)
    of_texts = given.check(DRAFT, [WIRE])
    of_files = given.check(article, (path for path in [tmp_path / "wire.txt"]))
    assert [f.code for f in of_texts.findings] == [f.code for f in of_files.findings] == ["NUM101"]
    assert [a.id for a in of_texts.articles] == ["draft", "source"]
    assert [a.id for a in of_files.articles] == ["mine", str(tmp_path / "wire.txt")]
    assert [c.text for c in given.claims(DRAFT)] == [c.text for c in given.claims(article)] != []
    assert len(given.align(DRAFT, WIRE)) == 1


def test_a_text_gets_an_id_that_no_article_has(given: Checker) -> None:
    taken = article_from_text(WIRE, id="source-1", role=Role.SOURCE)
    report = given.check(DRAFT, [taken, WIRE, WIRE + " It burned all night."])
    assert sorted(a.id for a in report.articles) == ["draft", "source-1", "source-2", "source-3"]


@pytest.mark.parametrize(
    ("draft", "sources", "says"),
    [
        (DRAFT, [], "no source to check the draft against"),
        ("", [WIRE], "the draft is empty"),
        (DRAFT, [WIRE, " \n"], "source 2 is empty"),
        (BARE, [WIRE], "no sentence to check"),
        (DRAFT, [BARE], "no sentence to check"),
    ],
)
def test_where_there_is_nothing_to_check_that_is_raised(
    given: Checker, draft: str, sources: list[str], says: str
) -> None:
    with pytest.raises(NothingToCheck, match=says) as raised:
        given.check(draft, sources)
    assert isinstance(raised.value, ConsistencyError)


def test_comparing_needs_two_articles(given: Checker) -> None:
    with pytest.raises(NothingToCheck, match="at least two"):
        given.compare([DRAFT])
    assert [f.code for f in given.compare([DRAFT, WIRE]).findings] == ["NUM101"]


@pytest.mark.parametrize(
    ("draft", "sources", "says"),
    [
        (3, [WIRE], r"the draft must be an Article, a text \(str\) or a file \(pathlib.Path\), not int"),
        (DRAFT, [None], "source 1 must be an Article, .*, not NoneType"),
        (DRAFT, WIRE, "the sources must be a list, .*, not str"),
        (DRAFT, Path("wire.txt"), "the sources must be a list, .*, not "),
        (DRAFT, None, "the sources must be a list, .*, not NoneType"),
    ],
)
def test_other_things_are_refused_by_name(given: Checker, draft: Any, sources: Any, says: str) -> None:
    with pytest.raises(TypeError, match=says):
        given.check(draft, sources)


def test_settings_are_keyword_arguments() -> None:
    made = Checker(
        Settings(min_severity="warning", cache=False),
        select=("NUM",), severity={"COV": "note"}, aliases=[("EU", "European Union")], tolerance=0.01,
        min_confidence="high", per_file_ignores={"live/**": ["COV"]},
    ).settings  # fmt: skip
    assert (made.select, made.min_severity, made.cache) == (("NUM",), "warning", False)
    assert (made.severity, made.aliases) == ((("COV", "note"),), (("EU", "European Union"),))
    assert (made.tolerance, made.min_confidence) == (0.01, 0.75)
    assert made.per_file_ignores == (("live/**", ("COV",)),)


def test_every_setting_is_an_option_and_takes_its_default() -> None:
    names = [field.name for field in fields(Settings)]
    assert list(Options.__annotations__) == names
    for name in names:
        assert with_options(None, {name: getattr(Settings(), name)}) == Settings()  # type: ignore[misc]


@pytest.mark.parametrize(
    ("options", "error", "says"),
    [
        ({"selct": ["NUM"]}, TypeError, "no setting 'selct'; did you mean 'select'"),
        ({"select": "NUM"}, SettingsError, "select: expected a list of rules"),
        ({"select": ["NUMM"]}, SettingsError, "no rule is called"),
        ({"cache": "no"}, SettingsError, "cache: expected true or false"),
        ({"settings": {"select": []}}, TypeError, "settings must be a Settings, not dict"),
    ],
)
def test_wrong_settings_are_named(options: dict[str, Any], error: type[Exception], says: str) -> None:
    with pytest.raises(error, match=says):
        Checker(**options)
