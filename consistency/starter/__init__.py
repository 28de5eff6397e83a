"""What a newsroom starts from: a settings file for its site, a workflow, a pre-commit hook; texts, not yet written."""
