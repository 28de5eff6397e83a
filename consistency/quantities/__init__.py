"""Figures and ranks: numbers, units, currencies, bounds; found in one sentence, compared between two."""
