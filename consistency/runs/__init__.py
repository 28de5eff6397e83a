"""Carrying out what a command asks for: plans of many checks, batches, watching, worker processes, delivered reports.

It knows no options and prints no help: ``cli`` reads the command line and calls it.
"""

#: New objects between two searches for cycles. What a check makes is freed without them, and with the default of
#: 700 they took a twentieth of a batch's own time, nearly all of it among the objects of the models.
GC_THRESHOLD = 200_000
