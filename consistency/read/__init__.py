"""Files and texts as articles: decoded exactly, with the prose told from the markup."""

from consistency.read.article import article_from_text, read_article

__all__ = ["article_from_text", "read_article"]
