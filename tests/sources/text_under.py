"""The text that stands under boxes on a page, by pdfium's own search for it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

import pypdfium2

from manifesto_check.sources.pdf.places import Place


def text_under(data: bytes, places: Sequence[Place], password: str | None = None) -> str:
    """The text in the boxes, in their order."""
    document = pypdfium2.PdfDocument(data, password=password)
    parts = []
    for place in places:
        text = document[place.page - 1].get_textpage()
        for quad in place.quads:
            xs, ys = zip(*quad, strict=True)
            parts.append(text.get_text_bounded(min(xs), min(ys), max(xs), max(ys)))
    return "".join(parts)


def letters(text: str) -> str:
    """Letters and digits only, without accents: readers differ in the rest."""
    plain = unicodedata.normalize("NFKD", text).lower()
    return re.sub(r"[\W_]|[\u0300-\u036f]", "", plain)
