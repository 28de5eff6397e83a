"""How the kinds of fault begin that are known and not repaired yet: neither corpus nor short round fails on them."""

KNOWN: tuple[str, ...] = ("hang at align",)
