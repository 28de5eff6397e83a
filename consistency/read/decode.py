"""Decode bytes exactly: nothing is replaced, newlines are unchanged."""

from __future__ import annotations

import codecs

from consistency.errors import InputError

#: Signatures of formats that are not text, and a hint for each.
_MAGIC = (
    (b"%PDF-", "a PDF file", "Export its text (for example with `pdftotext`) and check that."),
    (b"PK\x03\x04", "a Word, OpenDocument or zip file", "Save the article as plain text or Markdown."),
    (b"\xd0\xcf\x11\xe0", "an old Word file", "Save the article as plain text or Markdown."),
    (b"{\\rtf", "a rich text (RTF) file", "Save the article as plain text or Markdown."),
    (b"\x1f\x8b", "a gzip archive", "Unpack it first."),
    (b"\x89PNG", "an image", "Give the text of the article."),
    (b"\xff\xd8\xff", "an image", "Give the text of the article."),
    (b"GIF8", "an image", "Give the text of the article."),
    (b"<!doctype html", "a web page (HTML)", "Save the article as plain text or Markdown."),
    (b"<html", "a web page (HTML)", "Save the article as plain text or Markdown."),
)
#: Byte-order marks, longest first, with the codec that drops the mark. UTF-8 keeps it: the mark is one
#: character of the text for whoever reads the file as UTF-8, and offsets must fit theirs.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: Maximum share of non-ASCII letters in Western text (French, the highest, has about 5 %).
_WESTERN = 0.15


def decode(loaded: bytes, encoding: str | None, where: str) -> str:
    """The text in ``loaded``, decoded with the declared or else the detected encoding.

    Raises:
        InputError: it is not text, or not in the declared or any known encoding.
    """
    _refuse_formats(loaded, where)
    if encoding is not None:
        return _declared(loaded, encoding, where)
    for mark, name in _MARKS:
        if loaded.startswith(mark):
            return _marked(loaded, name, where)
    if b"\0" in loaded:
        raise InputError(
            "this looks like binary data, not text",
            where=where,
            hint="If it is text, set the encoding, for example --encoding utf-16-le.",
        )
    try:
        return loaded.decode("utf-8")
    except UnicodeDecodeError:
        return _detected(loaded, where)


def _refuse_formats(loaded: bytes, where: str) -> None:
    head = loaded[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    for magic, what, hint in _MAGIC:
        if loaded.startswith(magic) or head.lower().startswith(magic):
            raise InputError(f"this looks like {what}", where=where, hint=hint)


def _declared(loaded: bytes, encoding: str, where: str) -> str:
    try:
        return loaded.decode(encoding)
    except LookupError as error:
        raise InputError(
            f"unknown encoding {encoding!r}", where=where, hint="Try utf-8, windows-1252 or utf-16."
        ) from error
    except (UnicodeError, ValueError) as error:
        hint = "Omit --encoding to detect it, or name another."
        raise InputError(f"the bytes are not {encoding}: {_reason(error)}", where=where, hint=hint) from error


def _marked(loaded: bytes, name: str, where: str) -> str:
    try:
        return loaded.decode(name)
    except UnicodeError as error:
        message = f"the file starts as {name} but is not valid: {_reason(error)}"
        raise InputError(message, where=where, hint="Save it again as UTF-8.") from error


def _reason(error: Exception) -> str:
    return f"byte {error.start}: {error.reason}" if isinstance(error, UnicodeDecodeError) else str(error)


def _detected(loaded: bytes, where: str) -> str:
    if _is_western(loaded):
        return loaded.decode("cp1252")
    from charset_normalizer import from_bytes

    best = from_bytes(loaded).best()
    if best is None:
        hint = "Set --encoding, or save the file as UTF-8."
        raise InputError("cannot detect the encoding of this text", where=where, hint=hint)
    return loaded.decode(best.encoding)


def _is_western(loaded: bytes) -> bool:
    """Whether the bytes are plausible Windows-1252: mostly ASCII, otherwise letters and typographic signs."""
    try:
        text = loaded.decode("cp1252")
    except UnicodeDecodeError:
        return False
    others = [char for char in text if char > "\x7f"]
    letters, accented = (sum(map(str.isalpha, chars)) for chars in (text, others))
    usual = sum(char in _USUAL for char in others)
    return accented <= _WESTERN * letters and usual >= 0.9 * len(others)


#: The letters of French, German, Spanish, Portuguese, Italian and Nordic, and typographic signs.
_USUAL = frozenset("àâäæçéèêëîïôœöùûüÿñßáíóúåøãõìòÀÂÄÆÇÉÈÊËÎÏÔŒÖÙÛÜÑÁÍÓÚÅØÃÕ‘’“”–—…•«»‹›€£°·¿¡§©®™„‚\xa0\xadªº½¼¾²³×")
