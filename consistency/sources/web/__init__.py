"""Pages of the web as sources: fetched when asked by name, stored as snapshots."""
