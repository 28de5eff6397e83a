"""Claims of every kind: whether two of them agree."""
