"""The GitHub Action: reads inputs and event from the environment, runs ``consistency check``, and reports to GitHub.

It is built on the command line: it uses options and the JSON report, and nothing internal.
"""
