"""A copy of the programme with every quote highlighted in the colour of its verdict."""

from manifesto_check.highlighting.highlight import Highlighted, highlight

__all__ = ["Highlighted", "highlight"]
