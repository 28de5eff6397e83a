"""The data files that a check reads: what the manifest says of each, and whether the file on disk is that one."""
