"""PDF: text and positions by pdfium, the layout by the modules of this package."""

from manifesto_check.sources.pdf.reader import PdfSource

__all__ = ["PdfSource"]
