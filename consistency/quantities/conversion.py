"""Conversion between units of one kind; only kinds whose factor is fixed, so never currencies.

Factors: BIPM SI brochure (9th edition) and NIST SP 811, appendix B.
"""

from __future__ import annotations

_KINDS: dict[str, dict[str, float]] = {
    "length": {
        "millimetre": 0.001, "centimetre": 0.01, "metre": 1.0, "kilometre": 1000.0,
        "inch": 0.0254, "foot": 0.3048, "yard": 0.9144, "mile": 1609.344, "nautical mile": 1852.0,
    },
    "mass": {
        "milligram": 1e-6, "gram": 0.001, "kilogram": 1.0, "tonne": 1000.0, "metric ton": 1000.0,
        "ounce": 0.028349523125, "pound": 0.45359237, "pound-mass": 0.45359237, "stone": 6.35029318, "ton": 907.18474,
    },
    "area": {
        "square metre": 1.0, "square kilometre": 1e6, "hectare": 1e4, "acre": 4046.8564224,
        "square foot": 0.09290304, "square mile": 2589988.110336,
    },
    "volume": {
        "millilitre": 0.001, "litre": 1.0, "cubic metre": 1000.0, "gallon": 3.785411784, "barrel": 158.987294928,
    },
    "time": {
        "second": 1.0, "minute": 60.0, "hour": 3600.0, "day": 86400.0, "week": 604800.0,
        "month": 2629746.0, "year": 31556952.0, "decade": 315569520.0, "century": 3155695200.0,
    },
    "speed": {"kilometre per hour": 1.0, "mile per hour": 1.609344, "metre per second": 3.6, "knot": 1.852},
    "power": {"watt": 1.0, "kilowatt": 1e3, "megawatt": 1e6, "gigawatt": 1e9},
}  # fmt: skip

_KIND_OF = {unit: kind for kind, units in _KINDS.items() for unit in units}


def convert(value: float, unit: str | None, to: str | None) -> float | None:
    """``value`` in another unit; None where no fixed factor leads from one to the other."""
    if unit == to:
        return value
    if unit is None or to is None:
        return None
    if {unit, to} == {"celsius", "fahrenheit"}:
        return value * 9 / 5 + 32 if unit == "celsius" else (value - 32) * 5 / 9
    kind = _KIND_OF.get(unit)
    if kind is None or kind != _KIND_OF.get(to):
        return None
    return value * _KINDS[kind][unit] / _KINDS[kind][to]
