"""Today's date, on which acceptances with an end date depend."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

from consistency.errors import SettingsError


def today() -> date:
    """The date in CONSISTENCY_TODAY, else that of SOURCE_DATE_EPOCH, else of the system clock.

    Raises ``SettingsError`` if a variable does not contain a date.
    """
    given, epoch = os.environ.get("CONSISTENCY_TODAY"), os.environ.get("SOURCE_DATE_EPOCH")
    try:
        if given:
            return date.fromisoformat(given)
        if epoch:
            return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        name, hint = (
            ("CONSISTENCY_TODAY", "a day: 2026-05-31") if given else ("SOURCE_DATE_EPOCH", "seconds since 1970")
        )
        raise SettingsError(f"{given or epoch!r} is not a date", where=name, hint=f"set it to {hint}") from error
    return date.today()
