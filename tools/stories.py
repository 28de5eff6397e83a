"""Keep the stories under ``data/`` exact: offsets of gold places, digests of files.

The words of a place are what its author wrote; its offsets follow from the article. After an
edit of a story run ``python tools/stories.py --update``; without ``--update`` the tool only says
what no longer holds and ends with 1.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parent.parent / "data"
SECTIONS = ("differences", "traps", "same")


def read(path: Path) -> str:
    """The text of a file as its author saved it, newlines untouched."""
    return path.read_bytes().decode("utf-8")


def located(place: dict[str, Any], articles: dict[str, str]) -> dict[str, Any]:
    """The place with the offsets of its words, which must occur once in its article."""
    text, words = articles[place["article"]], place["text"]
    if text.count(words) != 1:
        raise ValueError(f"{place['article']}: {words!r} occurs {text.count(words)} times, want 1")
    start = text.index(words)
    kind = {"kind": place["kind"]} if "kind" in place else {}
    return {"article": place["article"], **kind, "start": start, "end": start + len(words), "text": words}


def refreshed_gold(folder: Path) -> dict[str, Any]:
    """The folder's gold with every place located anew."""
    gold: dict[str, Any] = json.loads(read(folder / "gold.json"))
    articles = {name: read(folder / file) for name, file in gold["articles"].items()}
    for section in SECTIONS:
        for row in gold[section]:
            row["sides"] = [[located(place, articles) for place in side] for side in row["sides"]]
    return gold


def refreshed_manifest(folder: Path) -> dict[str, Any]:
    """The folder's manifest with the digest of every file but itself."""
    manifest: dict[str, Any] = json.loads(read(folder / "manifest.json"))
    files = sorted(p for p in folder.rglob("*") if p.is_file() and p.name != "manifest.json")
    manifest["sha256"] = {p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}
    return manifest


def written(value: dict[str, Any]) -> str:
    """The value as it is stored: two spaces, each place on one line."""
    lines = json.dumps(value, indent=1, ensure_ascii=False)
    for row in (place for s in SECTIONS for r in value.get(s, ()) for side in r["sides"] for place in side):
        flat = json.dumps(row, ensure_ascii=False)
        for depth in range(3, 8):
            lines = lines.replace(json.dumps(row, indent=1, ensure_ascii=False).replace("\n", "\n" + " " * depth), flat)
    return lines + "\n"


def main(argv: list[str] | None = None) -> int:
    """Check or update every story; 0 when nothing was out of date."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--update", action="store_true", help="write what changed")
    update = parser.parse_args(argv).update
    stale = []
    for folder in sorted(p.parent for p in DATA.glob("*/manifest.json")):
        for name, fresh in (("gold.json", refreshed_gold), ("manifest.json", refreshed_manifest)):
            path = folder / name
            if path.exists() and written(fresh(folder)) != read(path):
                stale.append(path)
                if update:
                    path.write_text(written(fresh(folder)), encoding="utf-8")
    for path in stale:
        print(f"{'updated' if update else 'out of date'}: {path.relative_to(DATA.parent)}")
    return 1 if stale and not update else 0


if __name__ == "__main__":
    sys.exit(main())
