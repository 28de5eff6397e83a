"""English, and nothing of articles: word tables, tokens, relations between words, cues."""
