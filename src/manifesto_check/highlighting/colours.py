"""The colours of the verdicts in a highlighted PDF.

Light enough for black text on them to keep a contrast of 7:1 or more (WCAG
AAA), dark enough as bookmarks on white for 4.5:1 (AA); a test computes both.
"""

from __future__ import annotations

from manifesto_check.model import Verdict

BEHIND_TEXT = {
    Verdict.COVERED: "#9be3ae",
    Verdict.PARTIAL: "#ffe272",
    Verdict.OPPOSED: "#ffb0a8",
}
"""Of highlights; an absent measure has no quote."""

OF_TEXT = {
    Verdict.COVERED: "#1a6b33",
    Verdict.PARTIAL: "#7a5200",
    Verdict.OPPOSED: "#a81e14",
}
"""Of bookmarks."""
