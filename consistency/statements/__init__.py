"""Who does what to whom, how certain it is, and whose a figure is."""
