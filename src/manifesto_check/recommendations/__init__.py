"""The recommendations: loading, checking, choosing from and linting a list.

Importing this package is cheap: YAML, pydantic and rapidfuzz are imported when used.
Advice on a list is in :mod:`manifesto_check.recommendations.lint`.
"""

from __future__ import annotations

from typing import Any

from manifesto_check.recommendations.loading import load_recommendations, parse_recommendations
from manifesto_check.recommendations.problems import Problem, RecommendationsFileError
from manifesto_check.recommendations.selecting import select

__all__ = [
    "Problem",
    "RecommendationsFileError",
    "json_schema",
    "load_recommendations",
    "parse_recommendations",
    "select",
]


def json_schema() -> dict[str, Any]:
    """Return the format of a list as a JSON Schema (draft 2020-12), for editors."""
    from manifesto_check.recommendations import schema

    return schema.json_schema()
