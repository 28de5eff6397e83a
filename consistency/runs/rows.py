"""The rows of a batch: parses a line, checks it, and makes the answer."""

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
from consistency.runs.deliver import fails
from consistency.runs.exit_status import Exit
from consistency.runs.inputs import require_sentence
from consistency.types import Role
from consistency.untrusted import load_json

if TYPE_CHECKING:
    from consistency.settings import Settings
    from consistency.types import Article

Row = dict[str, Any]


class _Rows:
    """Common to rows of all kinds."""

    #: The key of the list in an answer.
    what: str

    def failed(self, number: int, line: bytes, error: ConsistencyError) -> Answer:
        """The answer to a line whose worker process died."""

        def fail(row: Row, id: str | int) -> Answer:
            raise error

        return _answer(number, line, self.what, fail)


class CheckRows(_Rows):
    """Rows of a draft and its sources; the answer is the report with the row's id."""

    what = "findings"

    def __init__(self, settings: Settings, threshold: str, fail_on_given: bool = False) -> None:
        self.recipe: tuple[Any, ...] = (CheckRows, settings, threshold, fail_on_given)
        self.checker = Checker(settings)
        self.threshold = threshold
        self.fail_on_given = fail_on_given
        self.signature = f"check|{self.checker.engine.signature}|{threshold}"

    def answer(self, number: int, line: bytes) -> Answer:
        """The report for this line, or the error in place of one."""
        return _answer(number, line, self.what, self._check)

    def prepare(self, number: int, line: bytes) -> None:
        """Start to encode this line's sentences; its errors are reported when its turn comes."""
        with suppress(Exception):
            row = _row(line)
            draft, sources = self._articles(row)
            self.checker.encode_ahead(draft, sources, id=str(_id(row, number)))

    def stop_preparing(self) -> None:
        """Give up encoding that ``prepare`` started."""
        self.checker.stop_encoding()

    def _check(self, row: Row, id: str | int) -> Answer:
        draft, sources = self._articles(row)
        report = self.checker.check(draft, sources, id=str(id))
        status = Exit.FINDINGS if fails(report, self.threshold, self.fail_on_given) else Exit.CLEAN
        return Answer(content={**as_dict(report), "id": id}, status=status)

    def _articles(self, row: Row) -> tuple[Article, list[Article]]:
        """The draft and its sources. Raises ``InputError`` or ``NothingToCheck`` for an invalid row."""
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
        self.recipe: tuple[Any, ...] = (ClaimRows, settings)
        self.checker = Checker(settings)
        self.signature = f"claims|{__version__}|{self.checker.engine.pipeline_signature}|{settings.digest()}"

    def answer(self, number: int, line: bytes) -> Answer:
        """The claims of this line's text, or the error in place of them."""
        return _answer(number, line, self.what, self._claims)

    def prepare(self, number: int, line: bytes) -> None:
        """Nothing: claims need no encoder."""

    def stop_preparing(self) -> None:
        """Nothing was started."""

    def _claims(self, row: Row, id: str | int) -> Answer:
        article = _article({"text": row}, "text", Role.PEER, str(id), self.checker.settings)
        claims = tuple(map(with_counted_currency, self.checker.claims(article)))
        return Answer(content={"id": id, "claims": claims_of(article, claims)}, status=Exit.CLEAN)


def _answer(number: int, line: bytes, what: str, ask: Callable[[Row, str | int], Answer]) -> Answer:
    """The answer, or an error in place of it: no line may stop the batch."""
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
    return Answer(content={"id": id, "error": problem, what: []}, status=status)


def _name(line: bytes, number: int) -> str | int:
    """The id of a row that is invalid in another respect; its line number if it has none."""
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
    """The row's draft. Raises ``NothingToCheck`` if it has no sentence that makes a claim."""
    try:
        draft = _article(row, "draft", Role.DRAFT, "draft", checker.settings)
    except EmptyInput as error:
        raise NothingToCheck(error.message, hint=error.hint) from error
    require_sentence([draft], checker.sentences)
    return draft


def _article(row: Row, key: str, role: Role, id: str, settings: Settings) -> Article:
    article = row.get(key)
    if not isinstance(article, dict) or not isinstance(article.get("text"), str):
        raise InputError(f"the row has no text for {key}", hint='give {"text": "…"}')
    for name in ("title", "published"):
        if not isinstance(article.get(name), str | None):
            raise InputError(f"the {name} of {key} is not a string", hint="leave it out if unknown")
    if len(article["text"].encode("utf-8", "surrogatepass")) > settings.max_bytes:
        raise InputError(f"the text of {key} is larger than {settings.max_bytes} bytes", hint="raise --max-bytes")
    title, published = article.get("title"), article.get("published")
    return article_from_text(article["text"], id=id, role=role, path=id, title=title, published=published)


def _names(listed: list[Any]) -> list[str]:
    """A unique name for each source, none equal to the draft's."""
    names: list[str] = []
    for i, source in enumerate(listed, 1):
        given = source.get("id") if isinstance(source, dict) else None
        name = str(given) if isinstance(given, str | int) and str(given) else f"source-{i}"
        names.append(name if name not in ("draft", *names) else f"{name}#{i}")
    return names
