"""The colours of the verdicts in a highlighted PDF: tints of those of the HTML pages.

Light enough for black text on them to keep a contrast of 7:1 or more (WCAG
AAA), dark enough as bookmarks on white for 4.5:1 (AA); a test computes both.
"""

from __future__ import annotations

from manifesto_check.model import Verdict

BEHIND_TEXT = {
    Verdict.COVERED: "#86c5e3",
    Verdict.PARTIAL: "#cfe8f3",
    Verdict.OPPOSED: "#ffb48f",
}
"""Of highlights; an absent measure has no quote."""

OF_TEXT = {
    Verdict.COVERED: "#0f4d66",
    Verdict.PARTIAL: "#2a6680",
    Verdict.OPPOSED: "#a03a08",
}
"""Of bookmarks."""
