"""What the pages say that the code says: each module writes one page, or one block of a page."""
