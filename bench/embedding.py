"""Sentences per second of our encoder against sentence-transformers at its default batch, in turn.

    python bench/embedding.py [--rounds 5] [--sentences 300]

Also the share of the machine's matrix-product rate that ours reaches, whether the vectors agree, and
what a start costs. Writes bench/results/embedding.json.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
MODEL = "all-MiniLM-L6-v2"

#: Multiply-adds of one word piece in the model's matrix products: per layer four of 384 x 384 and two of 384 x 1536.
MACS = 6 * (4 * 384 * 384 + 2 * 384 * 1536)

#: Prints the peak memory in MiB.
PEAK = "import resource; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"

OURS = f"""
import json, sys
from consistency.embed import open_encoder
from consistency.settings import Settings
open_encoder(Settings(cache_dir=sys.argv[2])).encode(json.load(open(sys.argv[1])))
{PEAK}
"""

PLAIN = f"""
import json, sys
from sentence_transformers import SentenceTransformer
SentenceTransformer(sys.argv[2], device="cpu", local_files_only=True).encode(json.load(open(sys.argv[1])))
{PEAK}
"""


def sentences(count: int) -> list[str]:
    """Sentences of news-like lengths, put together from those of our two stories; the same in every run."""
    words = " ".join(path.read_text(encoding="utf-8") for path in sorted((HERE / "texts").glob("*.txt"))).split()
    source = random.Random(7)
    lengths = [min(60, max(4, round(source.lognormvariate(3.0, 0.5)))) for _ in range(count)]
    return [" ".join(source.choice(words) for _ in range(length)) for length in lengths]


def rate() -> float:
    """The best rate of a float32 matrix product in the model's shapes, multiply-adds a second."""
    import torch

    rates = []
    for inner, outer in ((384, 1536), (1536, 384), (384, 384)):
        left, right = torch.randn(1024, inner), torch.randn(inner, outer)
        for _ in range(10):
            start = time.perf_counter()
            for _ in range(10):
                left @ right
            rates.append(10 * 1024 * inner * outer / (time.perf_counter() - start))
    return max(rates)


def timed(work: Any) -> float:
    """Seconds."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def throughput(rounds: int, count: int) -> dict[str, Any]:
    """Both encoders in turn on the same sentences."""
    from sentence_transformers import SentenceTransformer

    from consistency.embed import model_path
    from consistency.embed.models import locate
    from consistency.embed.onnx import OnnxEncoder

    texts = sentences(count)
    ours = OnnxEncoder(locate(MODEL))
    other = SentenceTransformer(str(model_path(MODEL)), device="cpu", local_files_only=True)
    made, wanted = ours.encode(texts), other.encode(texts, normalize_embeddings=True)
    rows = [(timed(lambda: ours.encode(texts)), timed(lambda: other.encode(texts)), rate()) for _ in range(rounds)]
    pieces = sum(len(one.tokens) + 2 for one in made)
    return {
        "sentences": count,
        "word pieces a sentence": round(pieces / count, 1),
        "ours, sentences/s": round(count / statistics.median(row[0] for row in rows), 1),
        "sentence-transformers, sentences/s": round(count / statistics.median(row[1] for row in rows), 1),
        "rate, ours / sentence-transformers": round(statistics.median(row[1] / row[0] for row in rows), 3),
        "share of the matrix-product rate": round(
            statistics.median(pieces * MACS / row[0] / row[2] for row in rows), 3
        ),
        "smallest cosine": round(min(float(one.vector @ right) for one, right in zip(made, wanted, strict=True)), 7),
    }


def process(script: str, *arguments: str) -> tuple[float, float]:
    """Wall seconds and peak MiB of a Python process."""
    begin = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=True)
    return time.perf_counter() - begin, float(done.stdout)


def start(rounds: int, folder: Path) -> dict[str, float]:
    """Processes that embed 44 sentences, in turn: with an empty cache, with a full one, sentence-transformers."""
    from consistency.embed import model_path

    texts = folder / "texts.json"
    texts.write_text(json.dumps(sentences(44)), encoding="utf-8")
    kinds: dict[str, list[tuple[float, float]]] = {"cold": [], "cached": [], "sentence-transformers": []}
    for number in range(rounds):
        for kind in ("cold", "cached"):
            kinds[kind].append(process(OURS, str(texts), str(folder / str(number))))
        kinds["sentence-transformers"].append(process(PLAIN, str(texts), str(model_path(MODEL))))
    result = {
        f"{kind}, {unit}": statistics.median(row[column] for row in rows)
        for kind, rows in kinds.items()
        for column, unit in enumerate(("s", "MiB"))
    }
    for column, what in enumerate(("time", "peak memory")):
        pairs = zip(kinds["cold"], kinds["sentence-transformers"], strict=True)
        ratio = statistics.median(ours[column] / other[column] for ours, other in pairs)
        result[f"cold / sentence-transformers, {what}"] = ratio
    return {name: round(value, 3) for name, value in result.items()}


def main() -> int:
    """Measure, save, print."""
    import tempfile

    parser = argparse.ArgumentParser(description="measure the encoder")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--sentences", type=int, default=300)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        result = {
            "machine": {"cores": os.cpu_count(), "python": platform.python_version(), "system": platform.system()},
            "start of 44 sentences": start(options.rounds, Path(folder)),
            "throughput": throughput(options.rounds, options.sentences),
        }
    text = json.dumps(result, indent=2) + "\n"
    (HERE / "results").mkdir(exist_ok=True)
    (HERE / "results" / "embedding.json").write_text(text, encoding="utf-8")
    print(text, end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
