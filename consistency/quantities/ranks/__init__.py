"""Ranks: places in an order, such as "the second-largest lender" and "ranked third"."""
