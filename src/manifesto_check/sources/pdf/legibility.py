"""Pages without text: is there text in the picture, or is it a photo, a divider or a blank?

The page is drawn small and in grey. Text then is dark (or light) on an even
ground, in thin rows at an even distance, each with many short runs; a photo has
no even ground, a divider no such rows.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Grey = NDArray[np.uint8]

LONGEST_SIDE = 1000  # pixels
STRIPS = 8
MIN_ROWS = 5  # rows of text in one strip
MIN_STRIPS = 2


def draw(page: Any) -> Grey:
    """Draw a pypdfium2 page in grey, its longest side at most LONGEST_SIDE pixels."""
    import numpy as np

    width, height = page.get_size()
    scale = min(1.2, LONGEST_SIDE / max(width, height, 1.0))
    bitmap = page.render(scale=scale, grayscale=True)
    return np.array(bitmap.to_numpy(), dtype=np.uint8).reshape(bitmap.height, -1)


def shows_text(grey: Grey) -> bool:
    """Say whether a drawn page shows rows of text."""
    height, width = grey.shape
    if height < 40 or width < 40:
        return False
    edges = [round(width * part / STRIPS) for part in range(STRIPS + 1)]
    good = sum(_strip_shows_text(grey[:, left:right]) for left, right in itertools.pairwise(edges))
    return good >= MIN_STRIPS


def _strip_shows_text(strip: Grey) -> bool:
    import numpy as np

    values = strip.astype(np.int16)
    ground = int(np.bincount(strip.ravel(), minlength=256).argmax())
    near = np.abs(values - ground) <= 24
    if near.mean() < 0.5:
        return False
    ink = np.abs(values - ground) > 60
    if not 0.01 < ink.mean() < 0.4:
        return False
    runs = (ink[:, 1:] & ~ink[:, :-1]).sum(axis=1)
    rows = _rows(runs >= max(3, strip.shape[1] // 30))
    heights = [stop - start for start, stop in rows]
    rows = [row for row, tall in zip(rows, heights, strict=True) if 2 <= tall <= 24]
    return len(rows) >= MIN_ROWS and _even([start for start, _ in rows])


def _rows(inked: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Return the runs of True, as start and stop."""
    import numpy as np

    padded = np.concatenate(([0], inked.astype(np.int8), [0]))
    change = np.diff(padded)
    return list(
        zip(
            np.flatnonzero(change == 1).tolist(), np.flatnonzero(change == -1).tolist(), strict=True
        )
    )


def _even(starts: list[int]) -> bool:
    """Say whether most rows stand at the same distance from the next."""
    steps = sorted(b - a for a, b in itertools.pairwise(starts))
    usual = steps[len(steps) // 2]
    alike = sum(abs(step - usual) <= max(2, 0.2 * usual) for step in steps)
    return alike >= 0.5 * len(steps)
