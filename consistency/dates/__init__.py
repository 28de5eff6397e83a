"""The grammar of dates: word tables, one module of patterns for each sort of date, and their arithmetic."""
