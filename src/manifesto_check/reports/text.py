"""Text that comes from outside made safe to show, and numbers and places put into words."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Sequence

from manifesto_check.counting import Count
from manifesto_check.model import Evidence
from manifesto_check.reports.interface import Language, ReportOptions
from manifesto_check.reports.texts import Texts

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_MARKS_SHOWN = 3  # more combining marks than any language needs would paint over other lines


def printable(text: str) -> str:
    """Return ``text`` on one line, without anything that a terminal or browser would obey.

    White space of any kind becomes one space; control characters (also those
    that begin ANSI escapes), lone surrogates and unassigned or private
    characters become U+FFFD; invisible format characters (zero-width, soft
    hyphen, bidirectional overrides) are dropped, so that text is shown in the
    order in which it is stored; stacks of combining marks are cut off.

    Args:
        text: any text, such as a quote, a file name or a measure from a list.

    Returns:
        Text of printable characters and single spaces.
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    kept: list[str] = []
    marks = 0
    for char in text:
        category = unicodedata.category(char)
        marks = marks + 1 if category in ("Mn", "Me") else 0
        if category == "Cf" or marks > _MARKS_SHOWN:
            continue
        if char.isspace():
            kept.append(" ")
        else:
            kept.append(_REPLACEMENT if category.startswith("C") else char)
    return " ".join("".join(kept).split())


def number(value: float, language: Language, decimals: int = 0) -> str:
    """Return ``value`` with the language's signs: 26.321 and 57,7 in Dutch, 26,321 and 57.7."""
    text = f"{round(value, decimals) + 0.0:,.{decimals}f}"  # adding 0.0 makes -0.0 plain
    if language is Language.NL:
        return text.translate(str.maketrans(",.", ".,"))
    return text


def percentage(value: float, language: Language) -> str:
    """Return percentages with as few decimals, up to two, as show them whole: 60% and 62,5%."""
    decimals = next((d for d in (0, 1) if round(value, d) == round(value, 2)), 2)
    return f"{number(value, language, decimals)}%"


def uncertain_limit(options: ReportOptions) -> str:
    """Return the confidence below which verdicts are uncertain, as a percentage."""
    return percentage(100 * options.min_confidence, options.language)


def page_ranges(pages: Sequence[int]) -> str:
    """Return ascending page numbers with runs drawn together: ``4, 9-11``."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    return ", ".join(str(r[0]) if len(r) == 1 else f"{r[0]}–{r[-1]}" for r in runs)


def pages_told(pages: Sequence[int]) -> dict[str, str | Count]:
    """Return what fills in a sentence on some pages: their numbers and their count."""
    return {"pages": page_ranges(pages), "count": Count(len(pages))}


def place(evidence: Evidence, texts: Texts) -> str:
    """Return where a quote stands: ``p. 12–13 (gedrukt 11 e.v.)``, or its line without pages.

    Of several files without pages that are one programme the file follows: ``regel 41 (b.md)``.
    Of a quote that was read by OCR it says so.
    """
    if evidence.line is not None:
        where = texts.line.format(line=evidence.line)
        file = printable(evidence.page_label or "")
        return f"{where} ({file})" if file else where
    several = evidence.page_end > evidence.page
    pages = f"{evidence.page}–{evidence.page_end}" if several else str(evidence.page)
    where = texts.page.format(page=pages)
    label = printable(evidence.page_label or "")
    if label and label != str(evidence.page):
        printed = texts.printed_on if several else texts.printed
        where = f"{where} ({printed.format(label=label)})"
    return f"{where}, {texts.by_ocr}" if evidence.ocr else where


def cut_share(share: float) -> float:
    """Return a probability (0 to 1) as the formats for programs and tables give it.

    Cut to four decimals, as :func:`percent` cuts to two: what is uncertain below 0.6 never
    shows as 0.6, and all formats have the same digits.

    Raises:
        ValueError: for NaN and infinity.
    """
    if not math.isfinite(share):
        raise ValueError(f"a report cannot hold the number {share}")
    return math.floor(10_000 * float(share) + 1e-6) / 10_000


def percent(share: float) -> str:
    """Return a probability (0 to 1) as whole percentages, rounded down and never 100.

    So 0.598 is not shown as the 60% that would make it certain, and nothing as beyond doubt.
    """
    return f"{min(math.floor(100 * cut_share(share) + 1e-9), 99)}%"


def quoted(text: str) -> str:
    """Return printable ``text`` between quotation marks that it does not hold itself.

    A quote with double marks stands between single ones, one with both between angles.
    """
    quote = printable(text)
    begin, end = "“”"
    if set(quote) & set('“”„‟"'):
        begin, end = "«»" if set(quote) & set("‘‚‛") or quote.startswith("'") else "‘’"
    return f"{begin}{quote}{end}"
