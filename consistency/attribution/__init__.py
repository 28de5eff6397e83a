"""Who an article says it has something from: found in one article, compared between two."""
