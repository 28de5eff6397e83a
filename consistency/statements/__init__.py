"""Statements: predicates with their arguments, certainty and polarity, and the holder and measure of a figure."""
