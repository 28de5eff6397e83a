"""Names of people, bodies and places: found in one article, compared between two."""
