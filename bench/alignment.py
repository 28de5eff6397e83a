"""How well sentences, stories and words are aligned: our stories, and gold data given by path.

    python bench/alignment.py [--seeds GOLD.json --texts FOLDER] [--words ROWS.jsonl] [--pairs ROWS.jsonl]
                              [--summaries ROWS.jsonl ...] [--limit 150]

seeds: {"pairs": [{"source", "draft", "alignment": {"links": [{"source", "draft", "strength"}]}}],
"articles": [{"file", "segments": [{"id", "start", "end"}]}]} over the files of FOLDER · words: rows with "a",
"b" and "sure" (and "possible") links of whitespace tokens · pairs: rows with "premise", "hypothesis", "gold"
or "a", "b" · summaries: rows with "source" and "items" of "draft" or "edited_summary". Prints JSON.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from consistency.align.same_event import same_event, same_short, too_short
from consistency.align.sentence_alignment import Link, links
from consistency.align.word_alignment import compare_words, pooled
from consistency.embed import Embedding, Encoder, open_encoder
from consistency.language.inflection import prefix_stem
from consistency.language.stopwords import STOPWORDS
from consistency.language.terms import words
from consistency.read import article_from_text
from consistency.segment import segment
from consistency.settings import Settings
from consistency.types import Role, Sentence, Span

DATA = Path(__file__).resolve().parent.parent / "data"

Cells = set[tuple[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An article's sentences with their vectors."""

    sentences: tuple[Sentence, ...]
    vectors: NDArray[np.float32]
    embedded: tuple[Embedding, ...]

    def at(self, span: Span) -> set[int]:
        """The sentences that a raw range touches."""
        return {i for i, sentence in enumerate(self.sentences) if sentence.span.overlaps(span)}


def tell(texts: Sequence[str], encoder: Encoder) -> list[Told]:
    """Texts as the aligner sees them, embedded in one go."""
    sides = [tuple(segment(article_from_text(text, id="a", role=Role.PEER))) for text in texts]
    encoded = iter(encoder.encode([sentence.text for side in sides for sentence in side]))
    rows = [tuple(next(encoded) for _ in side) for side in sides]
    return [
        Told(sentences=side, vectors=np.array([one.vector for one in row]).reshape(len(side), -1), embedded=row)
        for side, row in zip(sides, rows, strict=True)
    ]


def linked(left: Told, right: Told) -> tuple[Link, ...]:
    """The links between two articles."""
    return links(left.sentences, right.sentences, left.vectors, right.vectors)


def related(left: Told, right: Told) -> float:
    """How likely two articles report the same event, judged as a check does."""
    if too_short(left.sentences, right.sentences):
        return same_short(left.sentences, right.sentences, left.embedded, right.embedded)
    return same_event(left.sentences, right.sentences, linked(left, right), left.vectors, right.vectors)


def scores(found: Iterable[Cells], gold: Iterable[Cells], allowed: Iterable[Cells] = ()) -> dict[str, float]:
    """Precision, recall and F1 over all pairs; what is found and merely allowed counts for neither."""
    pairs = [(f - a, g) for f, g, a in zip(found, gold, list(allowed) or [set()] * 10**6, strict=False)]
    hits, all_found, all_gold = (sum(map(len, part)) for part in ([f & g for f, g in pairs], *zip(*pairs, strict=True)))
    share = hits / max(all_found, 1), hits / max(all_gold, 1)
    return {"P": round(share[0], 3), "R": round(share[1], 3), "F1": round(2 * hits / max(all_found + all_gold, 1), 3)}


def area(right: Sequence[float], wrong: Sequence[float]) -> float:
    """The share of pairs of one right and one wrong case that the measure puts in order (ROC area)."""
    ones, others = np.array(right)[:, None], np.array(wrong)[None, :]
    return round(float(np.mean((ones > others) + 0.5 * (ones == others))), 4)


def stories(encoder: Encoder) -> dict[str, Any]:
    """Our own stories: tellings of one are the same event, others not; facts told twice are linked."""
    files = {
        path: path.parent for path in sorted([*DATA.glob("*/*.txt"), *DATA.glob("*/*.md"), *DATA.glob("*/sources/*")])
    }
    told = dict(zip(files, tell([path.read_text(encoding="utf-8") for path in files], encoder), strict=True))
    same: list[float] = []
    other: list[float] = []
    for left, right in combinations(files, 2):
        folders = [DATA / path.relative_to(DATA).parts[0] for path in (left, right)]
        one_story = folders[0] == folders[1] and folders[0].name != "unrelated"
        (same if one_story else other).append(related(told[left], told[right]))
    facts = [fact for gold in sorted(DATA.glob("*/gold.json")) for fact in _facts(gold, told)]
    return {
        "pairs of one story": len(same),
        "least sure": min(same, default=None),
        "pairs of two stories": len(other),
        "most sure": max(other, default=None),
        "facts of two articles": len(facts),
        "in linked sentences": round(sum(facts) / max(len(facts), 1), 3),
    }


def _facts(path: Path, told: dict[Path, Told]) -> list[bool]:
    """For every two sides of a fact in two tellings, whether any of their sentences are linked."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    side = {name: told[path.parent / file] for name, file in gold["articles"].items()}
    found = []
    for fact in (fact for kind in ("same", "differences") for fact in gold[kind] if path.parent.name != "unrelated"):
        for one, two in combinations([place for part in fact["sides"] for place in part], 2):
            if one["article"] != two["article"] and "anchor" not in (one.get("kind"), two.get("kind")):
                left, right = side[one["article"]], side[two["article"]]
                cells = {(link.left, link.right) for link in linked(left, right)}
                spans = [Span(place["start"], place["end"]) for place in (one, two)]
                found.append(bool(cells & set(product(left.at(spans[0]), right.at(spans[1])))))
    return found


def seeds(gold_path: Path, folder: Path, encoder: Encoder) -> dict[str, Any]:
    """Sentence links against gold links, and the same-event decision for every two files."""
    gold = json.loads(gold_path.read_text(encoding="utf-8"))
    files = sorted(folder.glob("*.txt"))
    told = dict(
        zip([file.name for file in files], tell([f.read_bytes().decode() for f in files], encoder), strict=True)
    )
    spans = {part["id"]: Span(part["start"], part["end"]) for a in gold["articles"] for part in a["segments"]}
    strong, every, wanted = [], [], []
    for pair in gold["pairs"]:
        left, right = told[pair["source"]], told[pair["draft"]]
        found = linked(left, right)
        every.append({(link.left, link.right) for link in found})
        strong.append({(link.left, link.right) for link in found if link.strength == "strong"})
        cells = [product(left.at(spans[x["source"]]), right.at(spans[x["draft"]])) for x in pair["alignment"]["links"]]
        wanted.append({cell for group in cells for cell in group})
    return {
        "strong links": scores(strong, wanted),
        "all links": scores(every, wanted),
        "same event": {f"{a[:3]}-{b[:3]}": related(told[a], told[b]) for a, b in combinations(told, 2)},
    }


def word_links(rows: Sequence[dict[str, Any]], encoder: Encoder) -> dict[str, Any]:
    """Word links against human ones: all, the half that thresholds were not chosen on, and two baselines."""
    left, right = (encoder.encode([row[side] for row in rows]) for side in ("a", "b"))
    start = time.perf_counter()
    found = [_cells(row, _ours(row, one, two)) for row, one, two in zip(rows, left, right, strict=True)]
    spent = (time.perf_counter() - start) / len(rows)
    equal = [_cells(row, _equal(row)) for row in rows]
    sure, possible = ([_wordly(row, row.get(kind, ())) for row in rows] for kind in ("sure", "possible"))
    content = [{cell for cell in cells if _content(row, cell)} for row, cells in zip(rows, found, strict=True)]
    wanted = [{cell for cell in cells if _content(row, cell)} for row, cells in zip(rows, sure, strict=True)]
    return {
        "rows": len(rows),
        "all": scores(found, sure),
        "even rows (tuned on)": scores(found[::2], sure[::2]),
        "odd rows": scores(found[1::2], sure[1::2]),
        "odd rows, possible links allowed": scores(found[1::2], sure[1::2], possible[1::2]),
        "odd rows, content words": scores(content[1::2], wanted[1::2], possible[1::2]),
        "odd rows, equal words alone": scores(equal[1::2], sure[1::2]),
        "milliseconds a pair": round(spent * 1000, 2),
    }


def _ours(row: dict[str, Any], one: Embedding, two: Embedding) -> Iterable[tuple[Span, Span]]:
    made = compare_words(pooled(row["a"], one.tokens, one.spans), pooled(row["b"], two.tokens, two.spans))
    return [(link.left, link.right) for link in made.links]


def _equal(row: dict[str, Any]) -> Iterable[tuple[Span, Span]]:
    """Words that stand once on each side."""
    sides = []
    for text in (row["a"], row["b"]):
        places = defaultdict(list)
        for span in words(text):
            places[prefix_stem(span.cut(text))].append(span)
        sides.append({form: spans[0] for form, spans in places.items() if len(spans) == 1})
    return [(sides[0][form], sides[1][form]) for form in sides[0].keys() & sides[1].keys()]


def _cells(row: dict[str, Any], pairs: Iterable[tuple[Span, Span]]) -> Cells:
    """Links of whitespace tokens."""
    ends = [np.cumsum([len(token) + 1 for token in row[side].split(" ")]) for side in ("a", "b")]
    at = [lambda place, end=end: int(np.searchsorted(end, place, side="right")) for end in ends]
    return {(at[0](one.start), at[1](two.start)) for one, two in pairs}


def _wordly(row: dict[str, Any], pairs: Iterable[Sequence[int]]) -> Cells:
    """Gold links without punctuation."""
    sides = [row[side].split(" ") for side in ("a", "b")]
    return {(i, j) for i, j in pairs if all(any(map(str.isalnum, t)) for t in (sides[0][i], sides[1][j]))}


def _content(row: dict[str, Any], cell: tuple[int, int]) -> bool:
    return all(row[side].split(" ")[place] not in STOPWORDS for side, place in zip(("a", "b"), cell, strict=True))


def pairs(rows: Sequence[dict[str, Any]], encoder: Encoder) -> dict[str, Any]:
    """Short texts that belong together: how many are linked and the same story, by label, and shuffled."""
    left = tell([row.get("premise") or row["a"] for row in rows], encoder)
    right = tell([row.get("hypothesis") or row["b"] for row in rows], encoder)
    same = defaultdict(list)
    for i, (row, one, two) in enumerate(zip(rows, left, right, strict=True)):
        same[row["gold"] if isinstance(row.get("gold"), str) else "paraphrase"].append(related(one, two) >= 0.5)
        same["shuffled"].append(related(one, right[i - len(rows) // 3]) >= 0.5)
    return {
        label: {"rows": len(found), "same story": round(sum(found) / len(found), 3)} for label, found in same.items()
    }


def summaries(rows: Sequence[dict[str, Any]], encoder: Encoder, limit: int) -> dict[str, Any]:
    """Articles with a summary of their own, of another article, and of the most similar other article."""
    chosen = random.Random(1).sample([row for row in rows if row["items"]], min(limit, len(rows)))
    articles = tell([row["source"] for row in chosen], encoder)
    briefs = tell([row["items"][0].get("draft") or row["items"][0]["edited_summary"] for row in chosen], encoder)
    centres = np.array([told.vectors.mean(axis=0) for told in articles])
    centres /= np.linalg.norm(centres, axis=1, keepdims=True)
    likeness = centres @ centres.T
    likeness[likeness > 0.93] = -1.0  # the same article printed twice, or itself
    count = len(chosen)
    right = [related(brief, articles[i]) for i, brief in enumerate(briefs)]
    other = [related(brief, articles[(i + count // 3) % count]) for i, brief in enumerate(briefs)]
    near = [related(brief, articles[int(likeness[i].argmax())]) for i, brief in enumerate(briefs)]
    accuracy = (sum(p >= 0.5 for p in right) + sum(p < 0.5 for p in other)) / (2 * count)
    reached = [{link.left for link in linked(b, a)} for b, a in zip(briefs, articles, strict=True)]
    return {
        "articles": count,
        "own summary taken for the same": round(sum(p >= 0.5 for p in right) / count, 3),
        "other summary taken for the same": round(sum(p >= 0.5 for p in other) / count, 3),
        "most similar article taken for the same": round(sum(p >= 0.5 for p in near) / count, 3),
        "accuracy, own and other": round(accuracy, 4),
        "area, own against other": area(right, other),
        "area, own against most similar": area(right, near),
        "summary sentences linked": round(sum(map(len, reached)) / sum(len(b.sentences) for b in briefs), 3),
    }


def rows_of(path: Path) -> list[dict[str, Any]]:
    """The rows of a file with one JSON value a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def main() -> int:
    """Measure what was given, print JSON."""
    parser = argparse.ArgumentParser(description="measure the alignment")
    parser.add_argument("--seeds", type=Path)
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--words", type=Path)
    parser.add_argument("--pairs", type=Path, action="append", default=[])
    parser.add_argument("--summaries", type=Path, nargs="*", default=[])
    parser.add_argument("--limit", type=int, default=150)
    options = parser.parse_args()
    encoder = open_encoder(Settings())
    result: dict[str, Any] = {"stories": stories(encoder)}
    if options.seeds:
        result["seeds"] = seeds(options.seeds, options.texts or options.seeds.parent, encoder)
    if options.words:
        result["words"] = word_links([row for row in rows_of(options.words) if "sure" in row], encoder)
    for path in options.pairs:
        result[f"pairs of {path.stem}"] = pairs(rows_of(path), encoder)
    if options.summaries:
        rows = [row for path in options.summaries for row in rows_of(path)]
        result["summaries"] = summaries(rows, encoder, options.limit)
    print(json.dumps(result, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
