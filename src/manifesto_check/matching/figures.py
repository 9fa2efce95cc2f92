"""Figures in a passage against a measure's figure: does it do as much, less, or the contrary?"""

from __future__ import annotations

from manifesto_check.dutch.figures import Direction, WrittenFigure, figures_in
from manifesto_check.recommendations.model import Figure

AGREES, SHORT, CONTRARY = 1.0, -0.5, -1.0
"""What a figure says of a measure's: it does as much, less, or no more than less."""


def compare_figure(text: str, figure: Figure) -> float:
    """Compare the figures in a passage with a measure's figure.

    Returns:
        AGREES where a figure in the same unit is on the side that counts
        ("40%" for at least 30%), else CONTRARY where one is kept on the other
        side ("hoogstens 20%"), else SHORT where there is one ("20%", "minimaal
        20%", "hoogstens 40%"); 0 where the passage has none in that unit, or only
        as a condition.
    """
    written = figures_in(text, figure.unit)
    outcomes = {_compare(found, figure) for found in written if not found.is_condition}
    return next((outcome for outcome in (AGREES, CONTRARY, SHORT) if outcome in outcomes), 0.0)


def _compare(found: WrittenFigure, figure: Figure) -> float:
    tolerance = 1e-9 + 0.01 * abs(figure.value)
    reaches = (
        found.value >= figure.value - tolerance
        if figure.direction is Direction.AT_LEAST
        else found.value <= figure.value + tolerance
    )
    if found.bound is None or found.bound is figure.direction:
        return AGREES if reaches else SHORT
    return SHORT if reaches else CONTRARY
