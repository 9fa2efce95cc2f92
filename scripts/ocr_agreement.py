"""How far verdicts hold when a programme is read by OCR: the same pages as text and as pictures.

Draws every page of the programmes given as a picture (grey, a little skew, with
noise, as JPEG), checks both, and prints how many words, quotes and verdicts are
the same and how right OCR's own measure of its reading is::

    python scripts/ocr_agreement.py ../shared/programmes/tk21-sp.pdf --dpi 150
"""

from __future__ import annotations

import argparse
import io
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pypdfium2
from PIL import Image

from manifesto_check.checking import Checker, read
from manifesto_check.model import Programme, Report
from manifesto_check.ocr.engine import Ocr
from manifesto_check.recommendations import load_recommendations


def scanned(data: bytes, dpi: int, seed: int = 0) -> bytes:
    """Return a PDF of pictures of the pages, as an office scanner would make them."""
    random = np.random.default_rng(seed)
    source = pypdfium2.PdfDocument(data)
    pictures = []
    for page in source:
        grey = np.asarray(page.render(scale=dpi / 72, grayscale=True).to_pil().convert("L"))
        noisy = np.clip(grey + random.normal(0, 12, grey.shape), 0, 255).astype(np.uint8)
        turned = Image.fromarray(noisy).rotate(random.uniform(-0.5, 0.5), fillcolor=250)
        pictures.append(turned)
    buffer = io.BytesIO()
    pictures[0].save(
        buffer,
        "PDF",
        save_all=True,
        append_images=pictures[1:],
        resolution=dpi,
        quality=60,
    )
    return buffer.getvalue()


def words_of(programme: Programme) -> Counter[str]:
    """Return the words of a programme, in lower case, with how often each is there."""
    return Counter(word for block in programme.blocks for word in block.text.lower().split())


def compared(text: Report, ocr: Report) -> str:
    """Return how many verdicts are the same, of all and of what was found in the text."""
    pairs = [(a.judgement, b.judgement) for a, b in zip(text.measures, ocr.measures, strict=True)]
    same = sum(a.verdict == b.verdict for a, b in pairs)
    found = [(a, b) for a, b in pairs if a.evidence]
    still = sum(bool(b.evidence) for _, b in found)
    new = sum(bool(b.evidence) and not a.evidence for a, b in pairs)
    sure = np.mean([a.confidence for a, _ in pairs]), np.mean([b.confidence for _, b in pairs])
    return (
        f"same verdict {same} of {len(pairs)}; found {still} of {len(found)}, new {new}; "
        f"mean confidence {sure[0]:.3f} as text, {sure[1]:.3f} by OCR"
    )


def main() -> None:
    """Compare each programme with its pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--dpi", type=int, default=200)
    arguments = parser.parse_args()
    checker = Checker(load_recommendations())
    for file in arguments.files:
        (text,) = read([file])
        with TemporaryDirectory() as folder:
            copy = Path(folder) / "scan.pdf"
            copy.write_bytes(scanned(file.read_bytes(), arguments.dpi))
            (pictures,) = read([copy], ocr=Ocr(jobs=2))
        shares = [page.legible for page in pictures.pages if page.legible is not None]
        words, read_words = words_of(text), words_of(pictures)
        right = (words & read_words).total() / max(words.total(), 1)
        print(
            f"{file.name}: {len(pictures.ocr_pages)} of {len(pictures.pages)} pages by OCR, "
            f"{len(pictures.unreadable_pages)} unreadable; words read right {right:.3f}; "
            f"Dutch by OCR's measure {np.mean(shares or [0]):.3f}; "
            f"{compared(checker.check(text), checker.check(pictures))}",
            flush=True,
        )


if __name__ == "__main__":
    main()
