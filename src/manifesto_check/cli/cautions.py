"""What to say on stderr of a programme that was not, or hardly, or only partly read."""

from __future__ import annotations

from collections.abc import Callable

from manifesto_check.cli.messages import Messages, messages_in
from manifesto_check.counting import Count
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
    from manifesto_check.reports.text import pages_told

    warnings = []
    if info.status is Status.PARTLY_READ:
        pages = pages_told(info.unreadable_pages)
        warnings.append(messages.partly_read.format(path=info.path, **pages))
    if info.ocr_pages:
        pages = pages_told(info.ocr_pages)
        warnings.append(messages.read_by_ocr.format(path=info.path, **pages))
    if info.words < FEW_WORDS:
        warnings.append(messages.few_words.format(path=info.path, words=Count(info.words)))
    for warning in warnings:
        say(messages.warning.format(message=warning))
