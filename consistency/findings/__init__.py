"""From the rules' raw findings to those reported: calibrated, deduplicated, and without suppressed ones."""
