"""Statements as a kind of claim: what was said, promised or denied. They are created during alignment."""

from __future__ import annotations

from consistency.types import ClaimKind
from consistency.types.claim_kind import ClaimKindSpec

KIND = ClaimKindSpec(kind=ClaimKind.STATEMENT)
