"""Bytes to text: which encoding a file has, found from its bytes."""

from __future__ import annotations

import codecs
import re

# The longest first: UTF-32's mark begins as UTF-16's does.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OLD = ("cp1252", "iso8859_15", "mac_roman", "cp850")
"""What Dutch texts are in that are not Unicode: of Windows, Unix, old Macs and DOS."""
_USUAL = frozenset("éëèêïíìîóöòôáäàâúüùûçñÉËÈÏÓÖÁÄÜ‘’“”„–—…•€£°½²·« »")
"""Signs of Dutch texts beyond ASCII: the encoding that gives most of them is meant."""
SAMPLE = 100_000  # bytes that are looked at
MOST_NULS = 0.3  # share of every second byte, from which on a text is taken for UTF-16
MOST_BROKEN = 0.001  # share of the characters of UTF-8 that may be broken
MOST_CONTROL = 0.02  # share of a text that may be control characters
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_UNICODE = re.compile(rb"[\xc3\xc2\xe2][\x80-\xbf]")


def decoded(data: bytes, declared: str | None = None) -> str | None:
    """Return a file's text; None where it is no text but binary data.

    A byte-order mark goes before all else, then UTF-8 where the bytes are that
    (a few broken ones aside), then what the file declares.

    Args:
        data: the bytes of the file.
        declared: the encoding that the file says it has, where it does.
    """
    text = _decoded(data, declared)
    control = len(_CONTROL.findall(text))
    if control > MOST_CONTROL * len(text) and control > 3:
        return None
    return text.replace("\x00", "")


def _decoded(data: bytes, declared: str | None) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if (wide := _wide(data)) is not None:
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    text = data.decode("utf-8", "replace")
    # Broken off, or of two files put together: a mistake here and there.
    if _UNICODE.search(data) and text.count("\ufffd") <= MOST_BROKEN * len(text):
        return text
    if declared is not None:
        try:
            return data.decode(declared, "replace")
        except LookupError:  # no encoding has that name
            pass
    return data.decode(_guess(data), "replace")


def _wide(data: bytes) -> str | None:
    """Return which UTF-16 a text without a mark is in: every second byte is mostly nought."""
    sample = data[: SAMPLE - SAMPLE % 2]
    half = len(sample) // 2
    if half < 4:
        return None
    even, odd = sample[::2].count(0) / half, sample[1::2].count(0) / half
    if odd > MOST_NULS and even < odd / 10:
        return "utf-16-le"
    return "utf-16-be" if even > MOST_NULS and odd < even / 10 else None


def _guess(data: bytes) -> str:
    """Return the encoding in which most signs beyond ASCII are usual ones.

    Detectors for all languages, such as charset-normalizer, take Dutch of old
    Macs for that of Windows: it has few such signs.
    """
    odd = bytes(byte for byte in data[:SAMPLE] if byte > 127)
    return max(_OLD, key=lambda name: sum(c in _USUAL for c in odd.decode(name, "replace")))
