"""Inputs that nobody writes, in great numbers: what crashes, hangs, swells or breaks a law is a fault.

``python -m bench.fuzz`` runs a round; ``targets`` says what an input goes through, ``laws`` what applies to all.
"""
