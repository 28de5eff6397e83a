"""What WordNet lists about a word: its meanings, antonyms, derived forms and hypernyms.

Miller, WordNet: a lexical database for English, CACM 38 (1995); the data file says how it was made.
"""

from __future__ import annotations

import sqlite3
from functools import cache, lru_cache

from consistency.cache import Store
from consistency.models.digest import listed, notice_changes, verify_bundle
from consistency.models.manifest import File, lexicon_bundle


def antonymous(one: str, two: str) -> bool:
    """Whether the words are antonyms, directly or through a synonym of one of them."""
    return two in antonyms(one) or one in antonyms(two)


@lru_cache(maxsize=20_000)
def antonyms(word: str) -> frozenset[str]:
    """The antonyms of a word and of its synonyms."""
    direct = _pairs(word, "antonym")
    near = {other for synonym in _closest(word) for other in _pairs(synonym, "antonym")}
    return frozenset(direct | near)


def _closest(word: str) -> frozenset[str]:
    """The words that share a synset with the word."""
    ids = synsets(word)
    marks = ",".join("?" * len(ids))
    rows = _open().execute(f"SELECT DISTINCT word FROM sense WHERE synset IN ({marks})", tuple(ids))  # noqa: S608
    return frozenset(row[0] for row in rows)


def derived(one: str, two: str) -> bool:
    """Whether a word derives from the other, or both from a third: "investor" and "investment" from "invest"."""
    return two in _pairs(one, "derived") or bool(_pairs(one, "derived") & _pairs(two, "derived"))


@lru_cache(maxsize=50_000)
def synsets(word: str) -> frozenset[int]:
    """The meanings that the dictionary lists for a word, of any part of speech."""
    return frozenset(row[0] for row in _open().execute("SELECT synset FROM sense WHERE word = ?", (word,)))


@lru_cache(maxsize=50_000)
def _pairs(word: str, kind: str) -> frozenset[str]:
    rows = _open().execute("SELECT two FROM pair WHERE one = ? AND kind = ?", (word, kind))
    return frozenset(row[0] for row in rows)


@lru_cache(maxsize=20_000)
def hypernyms(ids: frozenset[int]) -> frozenset[int]:
    """The synsets directly above those synsets."""
    marks = ",".join("?" * len(ids))
    rows = _open().execute(f"SELECT two FROM link WHERE one IN ({marks})", tuple(ids))  # noqa: S608
    return frozenset(row[0] for row in rows)


def lexicon_signature(store: Store | None = None) -> str:
    """The first digits of the dictionary's digest, for the report's signature.

    ``store`` remembers whether the file was verified. Raises ModelError where it is missing or has changed.
    """
    notice_changes(listed(lexicon_bundle()), store)
    return f"lexicon@{lexicon_bundle().digest[:12]}"


def verify_lexicon() -> tuple[File, ...]:
    """The files of the dictionary, read in full. Raises ModelError if one differs from the manifest."""
    return verify_bundle(lexicon_bundle())


@cache
def _open() -> sqlite3.Connection:
    verify_lexicon()
    path = listed(lexicon_bundle())[0][0]
    return sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
