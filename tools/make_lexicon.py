"""Make models/lexicon/lexicon.db from the files of Princeton WordNet 3.0.

    python tools/make_lexicon.py FOLDER     # the folder that holds data.verb, index.verb and so on

Kept are words that running prose compares: single lower-case words and phrasal verbs, their synsets,
and the relations that tell a synonym from another meaning. Glosses and examples are left out.
The result is the same bytes for the same input.
"""

from __future__ import annotations

import re
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

TARGET = Path(__file__).resolve().parents[1] / "models" / "lexicon" / "lexicon.db"
PARTS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}

#: Pointer symbols of WordNet's data files (wninput(5WN)) that are kept, by the name they get here.
POINTERS = {"@": "kind", "&": "like", "*": "entails", ">": "causes", "^": "like", "\\": "from", "$": "like"}
WORD_POINTERS = {"!": "antonym", "+": "derived"}


class Synset(NamedTuple):
    """One line of a data file: its number, words and pointers."""

    id: int
    part: str
    words: list[str]
    pointers: list[tuple[str, int, str, int, int]]


def synsets(folder: Path) -> Iterator[Synset]:
    """Every synset of the four data files."""
    for name, part in PARTS.items():
        for line in (folder / f"data.{name}").read_text(encoding="utf-8").splitlines():
            if not line.startswith("  "):
                yield _synset(line, part)


def _synset(line: str, part: str) -> Synset:
    fields = line.split(" | ")[0].split()
    size = int(fields[3], 16)
    words = [re.sub(r"\((?:a|p|ip)\)$", "", fields[4 + 2 * i]).replace("_", " ") for i in range(size)]
    rest = fields[4 + 2 * size :]
    pointers = [_pointer(rest[1 + 4 * i : 5 + 4 * i]) for i in range(int(rest[0]))]
    return Synset(_number(part, int(fields[0])), part, words, pointers)


def _pointer(fields: list[str]) -> tuple[str, int, str, int, int]:
    symbol, offset, part, ends = fields
    part = "a" if part == "s" else part
    return symbol, _number(part, int(offset)), part, int(ends[:2], 16), int(ends[2:], 16)


def _number(part: str, offset: int) -> int:
    return "nvar".index(part) * 100_000_000 + offset


def _kept(word: str, part: str) -> bool:
    if word != word.lower() or not re.fullmatch(r"[a-z][a-z' -]*", word):
        return False
    return " " not in word or (part == "v" and word.count(" ") <= 2)


def main(folder: Path) -> None:
    """Read WordNet, write the lexicon beside its licence."""
    known = {s.id: s for s in synsets(folder)}
    senses = {(w, s.part, s.id) for s in known.values() for w in s.words if _kept(w, s.part)}
    live = {sense[2] for sense in senses}
    links, pairs = set(), set()
    for synset in known.values():
        for symbol, target, part, one, two in synset.pointers:
            if symbol in POINTERS and synset.id in live and target in live:
                links.add((synset.id, target, POINTERS[symbol]))
            if symbol in WORD_POINTERS and one and two:
                left, right = synset.words[one - 1], known[target].words[two - 1]
                if _kept(left, synset.part) and _kept(right, part):
                    pairs.add((left, right, WORD_POINTERS[symbol]))
    TARGET.unlink(missing_ok=True)
    with sqlite3.connect(TARGET) as db:
        db.executescript(
            """
            PRAGMA page_size = 4096;
            CREATE TABLE sense(word TEXT, part TEXT, synset INTEGER, PRIMARY KEY(word, part, synset)) WITHOUT ROWID;
            CREATE TABLE link(one INTEGER, two INTEGER, kind TEXT, PRIMARY KEY(one, two, kind)) WITHOUT ROWID;
            CREATE TABLE pair(one TEXT, two TEXT, kind TEXT, PRIMARY KEY(one, two, kind)) WITHOUT ROWID;
            """
        )
        db.executemany("INSERT INTO sense VALUES(?,?,?)", sorted(senses))
        db.execute("CREATE INDEX meaning ON sense(synset, word)")
        db.executemany("INSERT INTO link VALUES(?,?,?)", sorted(links))
        db.executemany("INSERT INTO pair VALUES(?,?,?)", sorted(pairs))
    with sqlite3.connect(TARGET) as db:
        db.execute("VACUUM")
    print(f"{TARGET}: {len(senses)} senses, {len(links)} links, {len(pairs)} pairs, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
