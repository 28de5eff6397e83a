"""How the kinds of fault begin that are known and not repaired yet: neither corpus nor short round fails on them."""

KNOWN = (
    "law self-silence",
    "hang at read.dialects.signs",
    "hang at extract",
    "hang at align",
    "RecursionError at extract.quotes.quotes",
    "ValueError at reports.text._indent",
)
