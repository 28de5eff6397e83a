"""What an input goes through: each target takes bytes, as a file or a line would bring them, and may raise.

``ConsistencyError`` says that the program refused the input in words, which is right; see ``failure``.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from bench.fuzz import laws
from bench.fuzz.cases import CUT, Case
from bench.fuzz.console import invoked
from consistency import Checker, article_from_text, load, read_article, settings_for
from consistency.findings.baseline import load as load_baseline
from consistency.reports import FORMATS
from consistency.segment import segment
from consistency.settings import Settings
from consistency.types import Role

if TYPE_CHECKING:
    from consistency.types import Article, Report

#: Gets the input and whether to look at everything, however long it takes.
Target = Callable[[bytes, bool], None]

_PLAIN = Settings(cache=False)

#: A draft and a source for those inputs that are neither.
DRAFT = '# Fire in Velmar\n\nTwelve boats burned on Monday, said Ana Ruiz, losing "$1.2 million".\n'
SOURCE = "Fifteen boats burned on Tuesday, Ana Ruiz said. The owner lost more than $1.7 million.\n"


def read(data: bytes, thorough: bool, suffix: str) -> None:
    """Bytes of a file: decoded, front matter and markup read, cut into sentences, claims found."""
    name = f"draft{suffix}"
    article = read_article("-", Role.DRAFT, _PLAIN, stdin=BytesIO(data), named=name)
    laws.sentences_lie_in_text(article, segment(article))
    laws.claims_lie_in_text(article, Checker(_PLAIN).claims(article))


def check(data: bytes, thorough: bool, suffix: str) -> None:
    """A draft and its sources: the report, every format of it, the same once more, and the draft against itself.

    Each of these takes as long as the check, so that most inputs go through some of them only.
    """
    texts = [part.decode("utf-8", "surrogatepass") for part in data.split(CUT)]
    draft = _article(texts[0], Role.DRAFT, f"draft{suffix}")
    sources = [_article(text, Role.SOURCE, f"source-{n}{suffix}") for n, text in enumerate(texts[1:] or texts, 1)]
    checker = Checker(_PLAIN)
    report = checker.check(draft, sources)
    told = laws.json_keeps(report)
    laws.spans_cut_their_words(told, {article.id: article.text for article in (draft, *sources)})
    laws.formats_are_clean(report, FORMATS if thorough else _some(data))
    if thorough or len(data) % 8 == 1:
        again = Checker(_PLAIN).check(draft, sources)
        laws.demand(laws.json_keeps(again) == told, "deterministic", told["summary"])
    if thorough or len(data) % 8 == 3:
        laws.formats_are_clean(checker.compare([draft, *sources]), ("matrix", "json"))
    if thorough or len(data) % 2 == 0:
        laws.silent(checker.check(draft, [_article(texts[0], Role.SOURCE, f"itself{suffix}")]).findings)


def settings(data: bytes, thorough: bool) -> None:
    """A settings file, and a check under what it says."""
    with _folder({"consistency.toml": data, "draft.md": DRAFT.encode()}) as folder:
        found = settings_for(folder / "draft.md")
        found.digest()
        chosen = replace(found, cache=False)
        article = read_article(str(folder / "draft.md"), Role.DRAFT, chosen)
    laws.json_keeps(Checker(chosen).check(article, [_article(SOURCE, Role.SOURCE, "source.md")]))


def report(data: bytes, thorough: bool) -> None:
    """A saved report, shown again in every format."""
    with _folder({"report.json": data}) as folder:
        loaded: Report = load(folder / "report.json", settings=_PLAIN)
    laws.formats_are_clean(loaded, FORMATS if thorough else _some(data))


def baseline(data: bytes, thorough: bool) -> None:
    """A file of known findings."""
    with _folder({"baseline.json": data}) as folder:
        load_baseline(folder / "baseline.json")


def rows(data: bytes, thorough: bool) -> None:
    """Lines of a batch, through the command: an answer for each, in JSON."""
    with _folder({"in.jsonl": data}) as folder:
        source, answers = str(folder / "in.jsonl"), folder / "out.jsonl"
        what = "claims" if b"draft" not in data else "check"
        invoked(what, "--jsonl", source, "-o", str(answers), "--no-cache")
        told = answers.read_bytes().decode("utf-8") if answers.exists() else ""
    # Python's lines would end at more characters than those of a file do.
    answered, asked = told.split("\n")[:-1], [*BytesIO(data)]
    laws.demand(len(answered) == len(asked), "answer-for-each-line", f"{len(answered)} for {len(asked)}")
    for line in answered:
        error = json.loads(line).get("error")
        laws.demand(not error or not error["message"].startswith("internal"), "internal-error-in-row", error)


def command(data: bytes, thorough: bool) -> None:
    """Files in a folder, through the command line: draft, source and settings."""
    draft, source, config = (*data.split(CUT), b"", b"")[:3]
    names = list(laws.PLAIN)
    form = names[len(data) % len(names)] if not thorough else "text"
    with _folder({"draft.md": draft, "source.txt": source, "consistency.toml": config}) as folder:
        args = ["check", str(folder / "draft.md"), "-s", str(folder / "source.txt"), "-f", form]
        printed = invoked(*args, "--no-cache")
    laws.no_controls(printed.out, f"{form}-on-stdout")
    laws.no_controls(printed.err, "stderr")


TARGETS: dict[str, Target] = {
    **{f"read{kind}": partial(read, suffix=kind) for kind in (".md", ".txt", ".mdx")},
    **{f"check{kind}": partial(check, suffix=kind) for kind in (".md", ".txt")},
    "settings": settings,
    "report": report,
    "baseline": baseline,
    "rows": rows,
    "command": command,
}


def put_through(case: Case, *, thorough: bool = False) -> None:
    """Run a case through its target. Raises whatever the target does."""
    TARGETS[case.target](case.data, thorough)


def _article(text: str, role: Role, path: str) -> Article:
    return article_from_text(text, id=path, role=role, path=path)


def _some(data: bytes) -> tuple[str, ...]:
    """A few formats, others for other inputs: to write all of them takes longer than a check with stand-ins."""
    names = [name for name in FORMATS if name not in laws.BINARY]
    first = sum(data[:64]) % len(names)
    return names[first], names[(first + 5) % len(names)]


@contextmanager
def _folder(files: dict[str, bytes]) -> Iterator[Path]:
    """The files in a folder whose name was never used: what is read is remembered by path and time."""
    folder = Path(tempfile.mkdtemp(prefix="fuzz-"))
    try:
        for name, content in files.items():
            (folder / name).write_bytes(content)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
