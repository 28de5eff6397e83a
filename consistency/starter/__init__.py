"""Starter files for a newsroom: settings for its site, a workflow and a pre-commit hook, as texts to write."""
