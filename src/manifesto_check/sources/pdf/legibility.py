"""Pages with little or no text: is there text in a picture, or is it a photo, divider or blank?

The page is drawn small and in grey, and the text that could be read is wiped
out. Text that is left then is dark (or light) on an even ground, in thin rows
at an even distance with nothing between them, each with many short runs; a
photo has no even ground, a divider no such rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from manifesto_check.sources.pdf.layout import Line

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Grey = NDArray[np.uint8]

LONGEST_SIDE = 1000  # pixels
STRIPS = 8  # narrow, so that a scan may be a little skew
# From and to which share of the height rows are looked for, as text may stand above, below or
# between pictures, and in how many strips they must be: chance makes some in a photo's parts.
PARTS = ((0.0, 1.0, 2), (0.0, 0.5, 3), (0.25, 0.75, 3), (0.5, 1.0, 3), (0.3, 0.7, 3))
SIDEWAYS = ((0.0, 1.0, 4),)  # rare, so surer
MIN_ROWS = 6  # rows of text in one strip
MIN_CONTRAST = 60  # grey levels between ground and ink
SAME_GREY = 24  # grey levels within which the ground may vary
MAX_ROW = 24  # pixels: the height of a row of text at most


def draw(page: Any, lines: Sequence[Line] = ()) -> Grey:
    """Draw a pypdfium2 page in grey, its longest side at most LONGEST_SIDE pixels.

    Args:
        page: the page.
        lines: lines whose text is known; they are wiped out.
    """
    import numpy as np

    width, height = page.get_size()
    scale = min(1.2, LONGEST_SIDE / max(width, height, 1.0))
    # Pictures are drawn in colour, and made grey after: pdfium takes half as long again for grey.
    grey = np.array(page.render(scale=scale).to_pil().convert("L"))
    for line in lines:
        top, left = int((line.top - 2) * scale), int((line.x0 - 2) * scale)
        bottom, right = int((line.bottom + 3) * scale), int((line.x1 + 3) * scale)
        part = grey[max(top, 0) : max(bottom, 0), max(left, 0) : max(right, 0)]
        if part.size:
            part[:] = np.bincount(part.ravel(), minlength=256).argmax()
    return grey


def shows_text(grey: Grey) -> bool:
    """Say whether a drawn page shows rows of text, upright or sideways."""
    return _shows_rows(grey, PARTS) or _shows_rows(grey.T, SIDEWAYS)


def _shows_rows(grey: Grey, parts: Sequence[tuple[float, float, int]]) -> bool:
    height, width = grey.shape
    if height < 40 or width < 40:
        return False
    across = [round(width * part / STRIPS) for part in range(STRIPS + 1)]
    down = sorted({round(height * edge) for top, bottom, _ in parts for edge in (top, bottom)})
    strips = [_Strip(grey[:, left:right], down) for left, right in pairwise(across)]
    for top, bottom, enough in parts:
        good = 0
        for left, strip in zip(range(STRIPS, 0, -1), strips, strict=True):
            if good + left < enough:
                break  # there are too few left: most pages are photos, and this is slow
            good += strip.shows_text(round(height * top), round(height * bottom))
            if good == enough:
                return True
    return False


class _Strip:
    """A strip of a drawn page; what its parts have in common is computed once."""

    def __init__(self, grey: Grey, edges: Sequence[int]) -> None:
        """Count nothing yet: most strips of a page are not looked at.

        Args:
            grey: (rows, columns).
            edges: rows between which parts can lie, ascending.
        """
        self._grey = grey
        self._edges = edges
        self._inks: dict[int, tuple[NDArray[np.bool_], NDArray[np.bool_]]] = {}

    def shows_text(self, top: int, bottom: int) -> bool:
        """Say whether the rows between two edges look like rows of text."""
        import numpy as np

        bands = slice(self._edges.index(top), self._edges.index(bottom))
        ground = int(np.sum(self._counts[bands], axis=0).argmax())
        ink, inked = (rows[top:bottom] for rows in self._ink(ground))
        rows = [(start, stop) for start, stop in _rows(inked) if 2 <= stop - start <= MAX_ROW]
        if len(rows) < MIN_ROWS or not _even([start for start, _ in rows]):
            return False
        span = slice(rows[0][0], rows[-1][1])
        between = ink[span][~inked[span]]
        if not between.size or between.mean() >= 0.12 or ink[span].mean() >= 0.4:
            return False
        away = _away(self._grey[top:bottom][span], ground)
        return bool((away <= SAME_GREY).mean() > 0.5)

    @cached_property
    def _counts(self) -> list[NDArray[np.intp]]:
        """How often each grey stands between an edge and the next."""
        import numpy as np

        bands = [self._grey[top:bottom] for top, bottom in pairwise(self._edges)]
        return [np.bincount(band.ravel(order="K"), minlength=256) for band in bands]

    def _ink(self, ground: int) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        """Return (rows, columns), what is ink on a ground, and (rows,), where that is text's."""
        import numpy as np

        if ground not in self._inks:
            ink = _away(self._grey, ground) > MIN_CONTRAST
            runs = np.count_nonzero(ink[:, 1:] > ink[:, :-1], axis=1)
            self._inks[ground] = ink, runs >= max(3, ink.shape[1] // 30)
        return self._inks[ground]


def _away(grey: Grey, ground: int) -> NDArray[np.int16]:
    """Return how many levels each grey is darker or lighter than the ground."""
    import numpy as np

    return np.abs(grey.astype(np.int16) - ground)


def _rows(inked: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Return the runs of True, as start and stop."""
    import numpy as np

    padded = np.concatenate(([0], inked.astype(np.int8), [0]))
    change = np.diff(padded)
    starts, stops = np.flatnonzero(change == 1), np.flatnonzero(change == -1)
    return list(zip(starts.tolist(), stops.tolist(), strict=True))


def _even(starts: list[int]) -> bool:
    """Say whether most rows stand at the same distance from the next."""
    steps = sorted(b - a for a, b in pairwise(starts))
    usual = steps[len(steps) // 2]
    alike = sum(abs(step - usual) <= max(2, 0.2 * usual) for step in steps)
    return alike >= 0.5 * len(steps)
