"""The title of a programme: from the file's metadata where that is one, else from its cover."""

from __future__ import annotations

import re
from collections.abc import Sequence

from manifesto_check.model import Block, BlockKind

COVER_PAGES = 2
COVER_WORDS = 60  # a page with more is no cover
MIN_WORDS = 2
MAX_WORDS = 15
# What programs write where the author gave no title.
_PLACEHOLDERS = re.compile(
    r"\W*(?:(?:untitled|naamloos|zonder titel|geen titel|anonymous|unspecified|unknown|onbekend|"
    r"none|null|titel|title|document|presentatie|presentation|dia|slide|layout|opmaak|new|nieuw)"
    r"(?:[\s_-]*\d+)*)?\W*",
    re.IGNORECASE,
)
_PROGRAM = re.compile(r"(?:microsoft\s+(?:office\s+)?|ms\s+)?(?:word|powerpoint|excel)\s+-\s", re.I)
_FILE_NAME = re.compile(
    r".*\.(?:pdf|docx?|docm|dotx?|odt|rtf|pptx?|indd|idml|ai|qxp|pub|pages|tex|html?|txt)\W*",
    re.IGNORECASE,
)

# Covers that print a word twice, for its shadow or outline.
_TWICE = re.compile(r"\b(\w.*?) \1\b")


def usable_title(title: str) -> str | None:
    """Return a title from a file's metadata; None where it is a stand-in or a file's name.

    >>> usable_title("Microsoft Word - concept_v3.docx"), usable_title("Samen verder")
    (None, 'Samen verder')
    """
    folded = " ".join(title.split())
    if not any(char.isalpha() for char in folded):
        return None
    if _PLACEHOLDERS.fullmatch(folded) or _PROGRAM.match(folded) or _FILE_NAME.fullmatch(folded):
        return None
    # One word of parts, such as "VP_2026_def-2", is the name of a file or project.
    if " " not in folded and ("_" in folded or re.search(r"-.*\d|\d.*-", folded)):
        return None
    return folded


def cover_title(blocks: Sequence[Block]) -> str | None:
    """Return the largest heading of the cover, where it can be the title.

    The cover is page 1, or page 2 where page 1 has no headings, if it holds few
    words. None where its largest heading has less than 2 or more than 15 words,
    or stands on page 2 in a style that headings on later pages have as well:
    then it opens a chapter.

    Args:
        blocks: of the whole programme; level 1 is the largest style of heading.
    """
    headings = [block for block in blocks if block.kind is BlockKind.HEADING]
    page = min((block.page_at(0) for block in headings), default=COVER_PAGES + 1)
    words = sum(len(block.text.split()) for block in blocks if block.page_at(0) == page)
    if page > COVER_PAGES or words > COVER_WORDS:
        return None
    cover = [block for block in headings if block.page_at(0) == page]
    largest = min(cover, key=lambda block: block.level)
    later = (block for block in headings if block.page_at(0) > page)
    if page > 1 and any(block.level <= largest.level for block in later):
        return None
    title = _TWICE.sub(r"\1", largest.text)
    return title if MIN_WORDS <= len(title.split()) <= MAX_WORDS else None
