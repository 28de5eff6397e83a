"""What one line of a batch asks for, and the answer to it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from consistency import __version__
from consistency.check import Checker
from consistency.errors import ConsistencyError, EmptyInput, InputError, ModelError, NothingToCheck
from consistency.quantities.currencies import with_counted_currency
from consistency.read import article_from_text
from consistency.reports.claims import claims_of
from consistency.reports.json import as_dict
from consistency.runs.batch import Answer
from consistency.runs.deliver import loud
from consistency.runs.exit_status import Exit
from consistency.runs.inputs import fit
from consistency.types import Role
from consistency.untrusted import load_json

if TYPE_CHECKING:
    from consistency.settings import Settings
    from consistency.types import Article

Row = dict[str, Any]


class _Rows:
    """What rows of all kinds have in common."""

    #: What an answer lists.
    what: str

    def lost(self, number: int, line: bytes, error: ConsistencyError) -> Answer:
        """The answer to a line whose process did not live to give one."""

        def fail(row: Row, id: str | int) -> Answer:
            raise error

        return _answer(number, line, self.what, fail)


class CheckRows(_Rows):
    """Rows of a draft and its sources; the answer is the report with the row's id."""

    what = "findings"

    def __init__(self, settings: Settings, threshold: str, firm: bool = False) -> None:
        self.made: tuple[Any, ...] = (CheckRows, settings, threshold, firm)
        self.checker = Checker(settings)
        self.threshold = threshold
        self.firm = firm
        self.signature = f"check|{self.checker.engine.signature}|{threshold}"

    def answer(self, number: int, line: bytes) -> Answer:
        """The report for this line, or the error in place of one."""
        return _answer(number, line, self.what, self._check)

    def expect(self, number: int, line: bytes) -> None:
        """Begin to encode this line's sentences; what is wrong with it is told when its turn comes."""
        with suppress(Exception):
            row = _row(line)
            draft, sources = self._articles(row)
            self.checker.encode_ahead(draft, sources, id=str(_id(row, number)))

    def leave(self) -> None:
        """Give up what was begun."""
        self.checker.stop_encoding()

    def _check(self, row: Row, id: str | int) -> Answer:
        draft, sources = self._articles(row)
        report = self.checker.check(draft, sources, id=str(id))
        status = Exit.FINDINGS if loud(report, self.threshold, self.firm) else Exit.CLEAN
        return Answer(told={**as_dict(report), "id": id}, status=status)

    def _articles(self, row: Row) -> tuple[Article, list[Article]]:
        """The draft and its sources. Raises what is wrong with the row."""
        draft = _draft(row, self.checker)
        listed = row.get("sources")
        if not isinstance(listed, list) or not listed:
            raise InputError("the row has no sources", hint='give "sources": [{"id": …, "text": …}]')
        names = _names(listed)
        return draft, [
            _article({name: source}, name, Role.SOURCE, name, self.checker.settings)
            for name, source in zip(names, listed, strict=True)
        ]


class ClaimRows(_Rows):
    """Rows of one text; the answer lists its claims."""

    what = "claims"

    def __init__(self, settings: Settings) -> None:
        self.made: tuple[Any, ...] = (ClaimRows, settings)
        self.checker = Checker(settings)
        self.signature = f"claims|{__version__}|{self.checker.engine.pipeline_signature}|{settings.digest()}"

    def answer(self, number: int, line: bytes) -> Answer:
        """The claims of this line's text, or the error in place of them."""
        return _answer(number, line, self.what, self._claims)

    def expect(self, number: int, line: bytes) -> None:
        """Claims need no model that could begin beforehand."""

    def leave(self) -> None:
        """Nothing was begun."""

    def _claims(self, row: Row, id: str | int) -> Answer:
        article = _article({"text": row}, "text", Role.PEER, str(id), self.checker.settings)
        claims = tuple(map(with_counted_currency, self.checker.claims(article)))
        return Answer(told={"id": id, "claims": claims_of(article, claims)}, status=Exit.CLEAN)


def _answer(number: int, line: bytes, what: str, ask: Callable[[Row, str | int], Answer]) -> Answer:
    """The answer, whatever the line holds: nothing in it may stop the lines after it."""
    id: str | int = str(number)
    try:
        row = _row(line)
        id = _id(row, number)
        return ask(row, id)
    except ModelError:
        raise  # every row would meet it
    except ConsistencyError as error:
        status = Exit(error.exit_code)
        id = _name(line, number)
        problem = {"message": f"{error.where}: {error.message}" if error.where else error.message, "hint": error.hint}
    except Exception as error:  # a fault of ours in one row must not cost the others their answers
        if os.environ.get("CONSISTENCY_DEBUG"):
            raise
        status = Exit.FAILED
        problem = {"message": f"internal error: {type(error).__name__}: {error}", "hint": "please report it"}
    return Answer(told={"id": id, "error": problem, what: []}, status=status)


def _name(line: bytes, number: int) -> str | int:
    """The id in a line, also in one that is refused for something else in it; else its number."""
    with suppress(ValueError, RecursionError, InputError):
        row = json.loads(line.decode("utf-8-sig"))
        return _id(row, number) if isinstance(row, dict) else str(number)
    return str(number)


def _row(line: bytes) -> Row:
    if not line.strip():
        raise NothingToCheck("the line is empty", hint="write one JSON object per line")
    try:
        row = load_json(line.decode("utf-8-sig"))
    except ValueError as error:
        raise InputError(f"the line is not JSON: {error}", hint="write one JSON object per line, in UTF-8") from error
    if not isinstance(row, dict):
        raise InputError("the line is not a JSON object", hint='begin with {"id": …')
    return row


def _id(row: Row, number: int) -> str | int:
    id = row.get("id")
    if id is None:
        return str(number)
    if isinstance(id, bool) or not isinstance(id, str | int):
        raise InputError("the row's id is not a string", hint="the line number is used instead")
    return id


def _draft(row: Row, checker: Checker) -> Article:
    """The row's draft; raises ``NothingToCheck`` where it has no sentence."""
    try:
        draft = _article(row, "draft", Role.DRAFT, "draft", checker.settings)
    except EmptyInput as error:
        raise NothingToCheck(error.message, hint=error.hint) from error
    fit([draft], checker.sentences)
    return draft


def _article(row: Row, key: str, role: Role, id: str, settings: Settings) -> Article:
    told = row.get(key)
    if not isinstance(told, dict) or not isinstance(told.get("text"), str):
        raise InputError(f"the row has no text for {key}", hint='give {"text": "…"}')
    for name in ("title", "published"):
        if not isinstance(told.get(name), str | None):
            raise InputError(f"the {name} of {key} is not a string", hint="leave it out if unknown")
    if len(told["text"].encode("utf-8", "surrogatepass")) > settings.max_bytes:
        raise InputError(f"the text of {key} is larger than {settings.max_bytes} bytes", hint="raise --max-bytes")
    title, published = told.get("title"), told.get("published")
    return article_from_text(told["text"], id=id, role=role, path=id, title=title, published=published)


def _names(listed: list[Any]) -> list[str]:
    """One name for each source, none twice and none the draft's."""
    names: list[str] = []
    for i, source in enumerate(listed, 1):
        given = source.get("id") if isinstance(source, dict) else None
        name = str(given) if isinstance(given, str | int) and str(given) else f"source-{i}"
        names.append(name if name not in ("draft", *names) else f"{name}#{i}")
    return names
