"""Runs of many checks: plans, batches that resume, watching, worker processes, and delivery of the reports.

It knows no command-line options: ``cli`` reads them and calls it.
"""

#: New objects between two garbage collections. A check leaves few reference cycles, and at the default of 700 the
#: collector took 5% of a batch's time, nearly all of it in the objects of the models.
GC_THRESHOLD = 200_000
