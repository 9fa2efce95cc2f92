"""The text of a programme whose result is stored, to look quotes up in; stores hold none."""

from __future__ import annotations

from manifesto_check.errors import ManifestoCheckError
from manifesto_check.model import Programme, ProgrammeInfo


def text_again(info: ProgrammeInfo, password: str | None) -> Programme | None:
    """Read a programme again that a scan has read before.

    Args:
        info: what is stored of it.
        password: opens it, where it is encrypted.

    Returns:
        The programme; None where the file is another now or cannot be opened, and
        where pages were read by OCR, which takes too long to do again.
    """
    from manifesto_check.checking import read

    if info.ocr_pages:
        return None
    try:
        (programme,) = read([info.path], password=password)
    except (ManifestoCheckError, OSError):
        return None
    return programme if programme.sha256 == info.sha256 else None
