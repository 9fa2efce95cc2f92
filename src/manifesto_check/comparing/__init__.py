"""Programmes side by side: what each promises, who alone does, and which differences are real."""

from manifesto_check.comparing.comparing import compare
from manifesto_check.comparing.model import Comparison

__all__ = ["Comparison", "compare"]
