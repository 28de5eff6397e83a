"""Comparison of values: agree, differ, or unknown. Below the stages, above the types."""
