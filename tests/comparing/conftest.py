"""A comparison of three parties, one of them partly read, and of one that is unreadable."""

from __future__ import annotations

import pytest
from compared_reports import AGAINST, HALF, MAYBE_NOT, NOT, SURE, report, unreadable

from manifesto_check.comparing.comparing import compare
from manifesto_check.comparing.model import Comparison
from manifesto_check.model import Status


@pytest.fixture
def comparison() -> Comparison:
    reports = [
        report("brede-dijk", [SURE] * 8 + [HALF, AGAINST]),
        report("koers", [NOT] * 9 + [MAYBE_NOT]),
        report("hart", [NOT] + [HALF] * 9, Status.PARTLY_READ),
        unreadable("scan"),
    ]
    return compare(reports, ["De Brede Dijk", "Koers & Ruimte", "Hart", "Scanpartij"])
