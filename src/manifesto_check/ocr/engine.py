"""What a reader of programmes asks for: the text layer of pictures of pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from manifesto_check.ocr.process import recognise
from manifesto_check.ocr.tools import missing

PAGES_AT_ONCE = 20
"""Pages that one run of OCRmyPDF gets: it takes 2 seconds to start, and 2 MB of disk a page."""
MAX_PAGES = 500
"""Pages of a programme that are read by OCR at most; the rest stays unreadable."""
MAX_JUNK = 0.25
"""Share of words that are no Dutch, above which a page, or all of them, counts as unread.

Good scans have under 0.1, a newspaper of 1971 0.08; of a stencil of 1948, of which hardly a
sentence can be followed, it is 0.44."""


@dataclass(frozen=True, slots=True)
class TextLayer:
    """Where the text of a page stands that was read by OCR.

    Attributes:
        data: a PDF with that text.
        index: of the page in it, from 0; it is as large as the page is seen.
        turn: quarter turns clockwise in which the page was read: so its text stands there.
    """

    data: bytes = field(repr=False)
    index: int
    turn: int = 0


@dataclass
class Ocr:
    """Reads pictures of pages.

    Attributes:
        jobs: how many pages at a time.
        tell: is called with the number of pages before they are read, and with 0 after.
        keeps_layers: whether to keep text layers, so that quotes can be found in them.
        layers: those of the programme that was read last, by the number of the page.
    """

    jobs: int = 1
    tell: Callable[[int], None] = lambda pages: None
    keeps_layers: bool = False
    layers: dict[int, TextLayer] = field(default_factory=dict)

    @cached_property
    def is_installed(self) -> bool:
        """Whether all that it needs is there."""
        return not missing()

    def text_layer(self, pictures: bytes, pages: int) -> bytes | None:
        """Return a PDF of pictures with a text layer; None where that did not work.

        Args:
            pictures: a PDF of pictures alone, made by this tool.
            pages: how many there are.
        """
        return recognise(pictures, pages, self.jobs)


def seconds_for(pages: int) -> float:
    """Return how long a scan lets OCR of that many pages take: far longer than usual."""
    return 30.0 + 20.0 * pages


def legibility(words: Iterable[str]) -> float:
    """Return which share of the words that OCR read is Dutch, by the dictionary or its shape."""
    from manifesto_check.dutch.language import junk_share, share_of_dutch

    read = list(words)
    if share_of_dutch(read) < 0.5:
        return 1.0  # another language, which is told as such
    return 1.0 - junk_share(read)


def dutch_words(words: Sequence[str]) -> float:
    """Return how many of the words that OCR read are Dutch, whatever language the text is in."""
    from manifesto_check.dutch.language import junk_share

    return len(words) * (1.0 - junk_share(words))


def is_text(words: Sequence[str]) -> bool:
    """Say whether words that OCR read are Dutch, or sentences of another language.

    What it makes of letters that stand upside down can be so far from Dutch that it
    is taken for another language, of which it has no sentences.
    """
    from manifesto_check.dutch.language import is_running_text

    return is_legible(dutch_words(words) / max(len(words), 1)) or is_running_text(words)


def is_legible(share: float) -> bool:
    """Say whether a text of which that share is Dutch was read well enough to judge it."""
    return share >= 1.0 - MAX_JUNK
