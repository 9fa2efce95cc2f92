"""docs/report-format.md names every column of the CSV report."""

import re
from pathlib import Path

from manifesto_check.reports.csv_format import COLUMNS

PAGE = (Path(__file__).resolve().parents[2] / "docs/report-format.md").read_text(encoding="utf-8")


def test_the_page_names_every_column() -> None:
    section = PAGE.partition("\n## CSV\n")[2].partition("\n## ")[0]
    assert set(COLUMNS) - set(re.findall(r"`(\w+)`", section)) == set()
