"""Word files (.docx, .docm) as programmes."""

from manifesto_check.sources.docx.reader import DocxSource

__all__ = ["DocxSource"]
