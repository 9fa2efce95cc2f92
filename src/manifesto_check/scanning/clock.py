"""The time of a programme, as the scan and its checker count it."""

from __future__ import annotations

from time import monotonic


class Clock:
    """The time that a programme has left; it stands still while OCR reads its pages."""

    def __init__(self, seconds: float) -> None:
        self._ends = monotonic() + seconds
        self._still_until = 0.0

    def step(self, seconds: float) -> None:
        """Stand still from now until the next step, but for no longer than ``seconds``."""
        now = monotonic()
        self._ends += seconds - max(self._still_until - now, 0.0)
        self._still_until = now + seconds

    @property
    def left(self) -> float:
        """Seconds until it is over, should there be no further step; below 0 where it is."""
        return self._ends - monotonic()

    @property
    def is_over(self) -> bool:
        """Whether there is none left."""
        return self.left < 0
