"""Points of a page as it is seen, and where they stand once it is turned.

All lengths are points; (0, 0) is the bottom left corner, y goes up.
"""

from __future__ import annotations

Point = tuple[float, float]


def turned(point: Point, size: Point, turns: int) -> Point:
    """Return where a point of a page stands after quarter turns clockwise.

    Args:
        point: on the page before it is turned.
        size: width and height of the page before it is turned.
        turns: any number; below 0 is anticlockwise.
    """
    (x, y), (width, height) = point, size
    for _ in range(turns % 4):
        x, y = y, width - x
        width, height = height, width
    return x, y


def turned_size(size: Point, turns: int) -> Point:
    """Return width and height of a page after quarter turns."""
    return size if turns % 2 == 0 else (size[1], size[0])
