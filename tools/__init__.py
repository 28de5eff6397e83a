"""What keeps the project true: mutants, stories, golden files."""
