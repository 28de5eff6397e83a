"""What one article says that the other has no words for: sentences, stretches of words, clauses."""
