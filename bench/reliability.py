"""Fitting confidence to labels, and measuring how far it is off; `bench.calibration` gathers the labels."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from consistency.findings.calibrate import Calibration, argues_from_silence, calibration, family, logit
from consistency.findings.draft_kind import DraftKind
from consistency.types import Finding, Severity

Floats = NDArray[np.float64]

#: Families of rules that have an offset of their own; those that judge alike share one.
FAMILIES = tuple(calibration().families)

#: Bins of the reliability table, of equal width, and parts for cross-validation.
BINS, FOLDS = 10, 5

#: How strongly offsets are drawn to none, in findings. Of 0.5, 1, 2, 4 and 8 this left least log loss on other parts.
SHRINKAGE = 1.0

#: One origin counts for no more findings than this: planted errors are as many as one cares to plant.
MOST = 200

STEPS = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A finding before calibration, where it comes from, and whether it is true.

    ``group`` names its story or article: what is told of one is not split between fitting and measuring.
    ``worth`` is 1, or less where the same finding was met several times.
    """

    origin: str
    group: str
    sight: DraftKind
    finding: Finding
    true: bool
    worth: float = 1.0


def fitted(judged: Sequence[Judged]) -> Calibration:
    """The constants under which the labels are likeliest, offsets drawn to none: penalised logistic regression."""
    table, true, weight = _table(judged), _true(judged), _weights(judged)
    pull = np.full(table.shape[1], SHRINKAGE)
    pull[0] = 0.01  # the base is drawn nowhere, the slope to a rule's own certainty taken at its word
    prior = np.zeros_like(pull)
    prior[1] = 1.0
    found = prior.copy()
    for _ in range(STEPS):
        likely = _sigmoid(table @ found)
        slope = table.T @ (weight * (true - likely)) - pull * (found - prior)
        curve = (table * (weight * likely * (1 - likely))[:, None]).T @ table + np.diag(pull)
        found += np.clip(np.linalg.solve(curve, slope), -1, 1)
    return _calibration(found.round(2).tolist())


def crossed(judged: Sequence[Judged]) -> Floats:
    """The probability of each finding by constants that were fitted to other articles' findings."""
    folds = np.array([_fold(one) for one in judged])
    likely = np.zeros(len(judged))
    for fold in range(FOLDS):
        constants = fitted([one for one, its in zip(judged, folds, strict=True) if its != fold])
        for n in np.flatnonzero(folds == fold).tolist():
            likely[n] = constants.probability(judged[n].finding, judged[n].sight)
    return likely


def summary(judged: Sequence[Judged], likely: Floats) -> dict[str, Any]:
    """Errors before (the rule's own certainty) and after, for all and for each sight, and the table of bins."""
    own = np.array([one.finding.confidence for one in judged])
    parts = {"all": np.ones(len(judged), bool)}
    parts |= {str(sight): np.array([one.sight is sight for one in judged]) for sight in DraftKind}
    true, weight = _true(judged), _weights(judged)
    errors = {
        name: {
            "findings": int(part.sum()),
            "before": _error(own[part], true[part], weight[part]),
            "after": _error(likely[part], true[part], weight[part]),
        }
        for name, part in parts.items()
        if part.any()
    }
    return {"error": errors, "table": _bins(likely, true, weight)}


def _table(judged: Sequence[Judged]) -> Floats:
    return np.array([_row(one) for one in judged], dtype=float)


def _row(one: Judged) -> list[float]:
    code = one.finding.code
    unsaid, belongs = argues_from_silence(code), family(code, FAMILIES)
    return [
        1.0,
        logit(one.finding.confidence),
        float(one.finding.severity is Severity.NOTE),
        *(float(belongs == name) for name in FAMILIES),
        *(float(unsaid == silent and one.sight is sight) for silent in (False, True) for sight in DraftKind),
    ]


def _calibration(found: list[float]) -> Calibration:
    base, slope, note, *offsets = found
    count, sights = len(FAMILIES), [str(sight) for sight in DraftKind]
    ends = count + len(sights)
    return Calibration(
        base=base,
        slope=max(slope, 0.0),
        note=note,
        families=dict(zip(FAMILIES, offsets[:count], strict=True)),
        contradicted=dict(zip(sights, offsets[count:ends], strict=True)),
        unsaid=dict(zip(sights, offsets[ends:], strict=True)),
    )


def _true(judged: Sequence[Judged]) -> Floats:
    return np.array([one.true for one in judged], dtype=float)


def _weights(judged: Sequence[Judged]) -> Floats:
    counts = Counter(one.origin for one in judged)
    return np.array([one.worth * min(1.0, MOST / counts[one.origin]) for one in judged])


def _fold(one: Judged) -> int:
    return hashlib.sha256(one.group.encode()).digest()[0] % FOLDS


def _sigmoid(odds: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-odds)))


def _bins(likely: Floats, true: Floats, weight: Floats) -> list[dict[str, float]]:
    """For each bin that is not empty: findings, mean confidence, and share that is true."""
    rows, places = [], np.minimum((likely * BINS).astype(int), BINS - 1)
    for place in range(BINS):
        here = places == place
        if weight[here].sum():
            told = (float(np.average(values[here], weights=weight[here])) for values in (likely, true))
            rows.append({"findings": int(here.sum()), **dict(zip(("said", "true"), map(_round, told), strict=True))})
    return rows


def _error(likely: Floats, true: Floats, weight: Floats) -> float:
    """Expected calibration error: how far what is said lies from what is true, bin by bin."""
    places, total = np.minimum((likely * BINS).astype(int), BINS - 1), 0.0
    for place in range(BINS):
        total += abs(float((weight * (likely - true))[places == place].sum()))
    return _round(total / float(weight.sum()))


def _round(value: float) -> float:
    return round(value, 4)
