"""What every report says of the programme itself: its name, its size, what could not be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from manifesto_check.counting import Count
from manifesto_check.model import ProgrammeInfo, Status
from manifesto_check.reports.interface import FEW_WORDS, Language
from manifesto_check.reports.text import number, pages_told, printable
from manifesto_check.reports.texts import Texts


def programme_name(info: ProgrammeInfo) -> str:
    """Return the programme's title, or the name of its file where it has none; safe to show."""
    title = printable(info.title or "")
    return title or printable(info.path).replace("\\", "/").rsplit("/", 1)[-1]


def different_names(programmes: Sequence[ProgrammeInfo]) -> list[str]:
    """Return a name for each programme that tells it from the others.

    Where titles are the same, as of two versions, the path follows, and where
    that is the same too a number.
    """
    names = [programme_name(info) for info in programmes]
    paths = [printable(info.path) for info in programmes]
    twice = [name for name, times in Counter(names).items() if times > 1]
    names = [
        f"{name} ({path})" if name in twice else name
        for name, path in zip(names, paths, strict=True)
    ]
    seen: Counter[str] = Counter()
    told = []
    for name in names:
        seen[name] += 1
        told.append(name if seen[name] == 1 else f"{name} #{seen[name]}")
    return told


def programme_size(info: ProgrammeInfo, texts: Texts, language: Language) -> str:
    """Return how long a programme is: ``63 pagina's · 26.321 woorden``; else words."""
    words = texts.words.format(words=number(info.words, language), count=Count(info.words))
    if not info.type.has_pages:
        return words
    pages = texts.pages.format(pages=number(info.pages, language), count=Count(info.pages))
    return f"{pages} · {words}"


def reading_problems(info: ProgrammeInfo, texts: Texts) -> list[str]:
    """Return what a reader must know where a programme was hardly or not wholly read.

    For an unreadable one: that it is, why, and what to do about it. For others
    a warning each: pages that are only images, pages that were read by OCR, hardly any words.
    Safe to show.
    """
    if info.status is Status.UNREADABLE:
        known = info.reason or texts.unreadable_reason_unknown
        reason = printable(texts.reasons.get(known, known))
        of_images = info.reason is None or bool(info.unreadable_pages)
        advice = texts.unreadable_ocr if of_images else texts.unreadable_other
        return [
            texts.unreadable,
            f"{reason[:1].upper()}{reason[1:]}" + ("" if reason.endswith(".") else "."),
            texts.unreadable_other if "OCR" in reason else advice,
        ]
    warnings = []
    if info.status is Status.PARTLY_READ:
        warnings.append(texts.partly_read.format(**pages_told(info.unreadable_pages)))
    if info.ocr_pages:
        warnings.append(texts.read_by_ocr.format(**pages_told(info.ocr_pages)))
    if info.words < FEW_WORDS:
        warnings.append(texts.few_words.format(words=Count(info.words)))
    return warnings
