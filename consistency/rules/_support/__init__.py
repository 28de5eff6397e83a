"""What several rules ask of an alignment, and how they word their findings."""
