"""How the kinds of fault begin that are known and not repaired yet: neither corpus nor short round fails on them."""

#: Twelve kilobytes of "Ana said that": time grows with the length, but every sentence is aligned with every other one,
#: verb by verb, and four checks take longer than the five seconds of an input.
KNOWN: tuple[str, ...] = ("hang at align",)
