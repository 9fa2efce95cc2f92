"""manifesto-check: what an election programme says on a list of policy recommendations."""

__version__ = "0.1.0"
