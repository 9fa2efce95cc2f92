"""What to say on stderr of a programme that was not, or hardly, or only partly read."""

from __future__ import annotations

from collections.abc import Callable

from manifesto_check.cli.messages import Messages, messages_in
from manifesto_check.model import ProgrammeInfo, Status
from manifesto_check.reports.interface import FEW_WORDS, Language


def unreadable(path: str, reason: str | None, language: Language) -> str:
    """Return that nothing of a programme could be read, and why."""
    from manifesto_check.reports.texts import reason_in

    messages = messages_in(language)
    why = messages.no_reason if reason is None else reason_in(reason, language)
    return messages.unreadable.format(path=path, reason=why)


def warn(info: ProgrammeInfo, messages: Messages, say: Callable[[str], None]) -> None:
    """Say which pages are only images or were read by OCR, and where there are hardly any words."""
    from manifesto_check.reports.text import page_ranges

    warnings = []
    if info.status is Status.PARTLY_READ:
        pages = page_ranges(info.unreadable_pages)
        warnings.append(messages.partly_read.format(path=info.path, pages=pages))
    if info.ocr_pages:
        pages = page_ranges(info.ocr_pages)
        warnings.append(messages.read_by_ocr.format(path=info.path, pages=pages))
    if info.words < FEW_WORDS:
        text = messages.one_word if info.words == 1 else messages.few_words
        warnings.append(text.format(path=info.path, words=info.words))
    for warning in warnings:
        say(messages.warning.format(message=warning))
