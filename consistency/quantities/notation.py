"""One figure, two notations: "a fifth" and 20 percent, 85 cents and 0.85 euros."""

from __future__ import annotations

from dataclasses import replace

from consistency.types import Dimension, Quantity

#: Coins that are the hundredth part of a currency, whichever it is.
_HUNDREDTHS = ("cent", "penny")

#: To how many points a fraction is told: "four out of five" of 81 percent.
FRACTION = 4.0

#: Dimensions of a share. No set: members of an enumeration are compared sooner than hashed.
_SHARES = (Dimension.RATIO, Dimension.PERCENT)


def alike(left: Quantity, right: Quantity) -> tuple[Quantity, Quantity]:
    """Both figures in one notation, where the one is the other's share or coin; else as they are."""
    one, two = left.dimension, right.dimension
    if one is two is Dimension.MONEY:
        return _whole(left, right), _whole(right, left)
    if one is not two and one in _SHARES and two in _SHARES:
        return _percent(left), _percent(right)
    return left, right


def _percent(share: Quantity) -> Quantity:
    """A fraction as a percentage; writers say "a third" of 32 to 35 percent."""
    if share.dimension is not Dimension.RATIO or share.unit is not None or share.value >= 1:
        return share
    return replace(_times(share, 100, FRACTION), dimension=Dimension.PERCENT, unit="percent")


def _whole(coins: Quantity, other: Quantity) -> Quantity:
    """Coins in the currency of the other figure, rate for rate ("per share")."""
    if coins.unit not in _HUNDREDTHS or not other.unit or other.unit in _HUNDREDTHS or coins.per != other.per:
        return coins
    return replace(_times(coins, 0.01, coins.step / 100), unit=other.unit)


def _times(quantity: Quantity, factor: float, step: float) -> Quantity:
    high = None if quantity.high is None else quantity.high * factor
    return replace(quantity, value=quantity.value * factor, high=high, step=step)
