"""Kinds of fault that are known and not repaired yet: neither the corpus nor the short round fails on them."""

KNOWN = (
    "law self-silence-QUO403",
    "hang at read.dialects.signs",
    "ValueError at reports.text._indent",
)
