"""From what the rules raise to what is reported: calibrated, without duplicates, named for life, suppressed."""
