"""The GitHub Action: reads its inputs and the event from the environment, runs ``consistency check``, tells GitHub.

It is a door like the command line, and goes through it: it knows options and the JSON report, no stage.
"""
