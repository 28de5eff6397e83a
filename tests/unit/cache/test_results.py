"""What is kept between runs: it comes back equal, and only where nothing that decides it has changed."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from consistency.cache import Store, open_store
from consistency.cache.codec import pack, unpack
from consistency.cache.results import RECENT, ResultCache
from consistency.check import Checker
from consistency.read import article_from_text
from consistency.settings import Settings
from consistency.types import Article, ParsedArticle, Report, Role

DRAFT = 'The "new" bridge cost €1.2 million, mayor Ada Brandt said on 3 May.\n\nIt opened to 40 people.\ud83d\n'
SOURCE = "The bridge cost €1.4 million, Mayor Ada Brandt said on 3 May.\n\nIt opened to 40 people.\n"


def article(text: str, role: Role = Role.DRAFT, id: str = "one") -> Article:
    return article_from_text(text, id=id, role=role, path=id)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(cache_dir=str(tmp_path))


class Maker:
    """Tells an article in one way and counts how often it was asked."""

    def __init__(self) -> None:
        self.asked = 0
        self.checker = Checker(Settings(cache=False, select=("NUM",)))

    def __call__(self, article: Article) -> ParsedArticle:
        self.asked += 1
        return self.checker.parse(article)


def test_a_telling_with_words_comes_back_equal(settings: Settings) -> None:
    told = Checker(replace(settings, cache=False)).parse(article(DRAFT))
    assert told.words and told.mentions and told.claims
    back = unpack(ParsedArticle, pack(told))
    assert back == told
    assert repr(back) == repr(told)


def test_a_report_is_the_same_from_the_store(settings: Settings) -> None:
    asked = article(DRAFT), [article(SOURCE, Role.SOURCE, "two")]
    first, again = Checker(settings).check(*asked), Checker(settings).check(*asked)
    assert first.findings
    assert repr(again) == repr(first)
    assert repr(Checker(replace(settings, cache=False)).check(*asked)) == repr(first)


def test_only_frozen_values_are_kept() -> None:
    with pytest.raises(TypeError, match="no way to keep"):
        pack(object())


def test_an_article_is_told_once_in_any_role_and_place(settings: Settings) -> None:
    make, kept = Maker(), ResultCache(open_store(settings), "")
    one = article(SOURCE)
    other = replace(one, role=Role.SOURCE, path="elsewhere")
    assert kept.parsed_article(one, "", make).article == one
    assert kept.parsed_article(other, "", make).article == other
    assert (
        ResultCache(open_store(settings), "").parsed_article(other, "", make).claims == make.checker.parse(one).claims
    )
    assert make.asked == 1


@pytest.mark.parametrize(
    "change", [{"text": SOURCE + "More."}, {"published": date(2024, 5, 4)}, {"title": "A bridge"}, {"id": "two"}]
)
def test_what_decides_a_telling_makes_it_another(settings: Settings, change: dict[str, object]) -> None:
    make, kept = Maker(), ResultCache(open_store(settings), "")
    kept.parsed_article(article(SOURCE), "", make)
    kept.parsed_article(replace(article(SOURCE), **change), "", make)  # type: ignore[arg-type]
    assert make.asked == 2


def test_other_needs_and_another_pipeline_are_told_apart(settings: Settings) -> None:
    make, store = Maker(), open_store(settings)
    for need, signature in (("", "a"), ("words", "a"), ("", "b")):
        ResultCache(store, signature).parsed_article(article(SOURCE), need, make)
    assert make.asked == 3


def test_without_a_store_the_last_few_are_known() -> None:
    make, kept = Maker(), ResultCache(None, "")
    for number in [0, *range(RECENT), 0]:
        kept.parsed_article(article(f"{number} people came."), "", make)
    assert make.asked == RECENT
    kept.parsed_article(article("One more came."), "", make)
    kept.parsed_article(article("1 people came."), "", make)
    assert make.asked == RECENT + 2


def test_a_damaged_entry_is_made_again(settings: Settings) -> None:
    class Damaged(Store):
        def get(self, namespace: str, key: bytes) -> bytes | None:
            return b"damaged"

    asked = article(SOURCE), article(DRAFT, Role.SOURCE, "two")
    report = Checker(replace(settings, cache=False)).check(asked[0], asked[1:])
    made: list[Report] = []

    def make() -> Report:
        made.append(report)
        return report

    kept = ResultCache(Damaged(Path(settings.cache_dir or "") / "x"), "")
    assert kept.report(asked, "", make) == report
    assert made


@pytest.mark.parametrize(("rules", "absent"), [("NUM,DAT", {"spacy", "torch", "msgpack"}), ("", {"spacy", "torch"})])
def test_a_check_imports_only_what_it_needs(tmp_path: Path, rules: str, absent: set[str]) -> None:
    (tmp_path / "draft.txt").write_text(DRAFT[:-2])
    (tmp_path / "source.txt").write_text(SOURCE)
    script = (
        "import sys\nfrom consistency.cli import main\n"
        "try:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    asked = ["check", "draft.txt", "-s", "source.txt", "--cache-dir", "kept", *(["--select", rules] if rules else [])]
    runs = [
        subprocess.run([sys.executable, "-c", script, *asked], cwd=tmp_path, capture_output=True, text=True, check=True)
        for _ in range(2)
    ]
    first, again = (set(run.stderr.split()) for run in runs)
    assert runs[0].stdout == runs[1].stdout
    assert "onnxruntime" in first and not first & absent
    assert not again & {"msgpack", "numpy", "onnxruntime", "nupunkt", "consistency.align", "consistency.dates.find"}
