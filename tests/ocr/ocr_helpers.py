"""Programmes as scans: the pages of an example drawn as pictures."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from manifesto_check.ocr.tools import missing

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "brede-dijk.pdf"
needs_ocr = [
    pytest.mark.system,
    pytest.mark.skipif(bool(missing()), reason="needs ocrmypdf, tesseract and its Dutch"),
]


def scanned(
    data: bytes,
    pages: tuple[int, ...],
    *,
    dpi: int = 150,
    turn: int = 0,
    blur: int = 1,
    lies: int = 0,
) -> bytes:
    """Pictures of pages, as large as these.

    Args:
        data: the bytes of a PDF.
        pages: their numbers, from 0.
        turn: degrees by which the page is stored turned, and turned back by its viewer.
        blur: how many times fewer dots.
        lies: degrees clockwise in which the paper lay on the scanner: a viewer knows nothing of it.
    """
    source = pypdfium2.PdfDocument(data)
    copy = pypdfium2.PdfDocument.new()
    for number in pages:
        page = source[number]
        width, height = page.get_size()
        drawn = page.render(scale=dpi / 72, grayscale=True).to_pil().convert("L")
        if blur > 1:
            small = drawn.resize((drawn.width // blur, drawn.height // blur))
            drawn = small.resize(drawn.size, Image.Resampling.BICUBIC)
        if lies:
            drawn = drawn.rotate(-lies, expand=True)
            width, height = (height, width) if lies % 180 else (width, height)
        if turn:
            drawn = drawn.rotate(turn, expand=True)
            width, height = (height, width) if turn % 180 else (width, height)
        jpeg = io.BytesIO()
        drawn.save(jpeg, "JPEG", quality=80)
        image = pypdfium2.PdfImage.new(copy)
        image.load_jpeg(jpeg)
        image.set_matrix(pypdfium2.PdfMatrix().scale(width, height))
        new = copy.new_page(width, height)
        new.insert_obj(image)
        new.gen_content()
        new.set_rotation(turn)
    buffer = io.BytesIO()
    copy.save(buffer)
    return buffer.getvalue()


def without_tesseract(folder: Path) -> str:
    """A PATH on which there is no tesseract."""
    folder.mkdir(exist_ok=True)
    assert shutil.which("tesseract", path=str(folder)) is None
    return str(folder)
