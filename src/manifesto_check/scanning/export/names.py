"""What can be exported, by the names that users give; apart, so that ``--help`` is fast."""

from __future__ import annotations

from enum import StrEnum


class TableName(StrEnum):
    """The tables, one row for each ..."""

    PROGRAMMES = "programmes"
    MEASURES = "measures"
    THEMES = "themes"
    QUOTES = "quotes"


class ExportFormat(StrEnum):
    """The formats that ``export --format`` takes."""

    CSV = "csv"
    XLSX = "xlsx"
    PARQUET = "parquet"
    JSON = "json"
