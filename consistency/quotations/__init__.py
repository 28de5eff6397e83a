"""What stands between quotation marks: found in one article, compared between two."""
