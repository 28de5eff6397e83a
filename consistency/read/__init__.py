"""Read files and texts as articles: decode them exactly and separate prose from markup."""

from consistency.read.article import MARKDOWN, article_from_text, read_article, read_front
from consistency.read.bytes import is_address, missing
from consistency.read.dates import parse_date
from consistency.read.frontmatter import Front

__all__ = [
    "MARKDOWN",
    "Front",
    "article_from_text",
    "is_address",
    "missing",
    "parse_date",
    "read_article",
    "read_front",
]
