"""The documents that the measures were taken from adopt their own measures, in the right item."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from pages import joined_words
from source_documents import FILES, Item, as_pdf, items_of, region_of

from manifesto_check.checking import Checker, read
from manifesto_check.model import FOUND, Evidence, MeasureResult

pytestmark = pytest.mark.shared
LEAST_FOUND = 0.9
LEAST_FIRST = 0.7
"""Of the found measures, those whose very first quote is of the right item (0.80 to 0.90 at
first): another item can say the same with as much right, so this is lower."""
QUOTES_THAT_COUNT = 3


@dataclass(frozen=True)
class Control:
    """A document with the judgements on its own counted measures."""

    source: str
    items: Sequence[Item]
    measures: Sequence[MeasureResult]

    def is_right(self, measure: MeasureResult, quotes: int) -> bool:
        """Say whether the measure is found and one of its first quotes is of its own item."""
        region = region_of(measure.recommendation, self.items)
        evidence = measure.judgement.evidence[:quotes]
        return measure.judgement.verdict in FOUND and any(is_part(e, region) for e in evidence)

    def told(self, measures: Sequence[MeasureResult]) -> str:
        """List measures with their verdict and first quote, for the message of a failure."""
        lines = [f"{len(measures)} of the {len(self.measures)} measures of {self.source}:"]
        for m in measures:
            j = m.judgement
            quote = j.evidence[0].quote if j.evidence else "-"
            lines.append(f"{m.id} {j.verdict} {j.p_found:.2f} {m.text} | {quote}")
        return "\n".join(lines)


def is_part(evidence: Evidence, region: str) -> bool:
    return "".join(joined_words(evidence.quote)) in "".join(joined_words(region))


@pytest.fixture(scope="module", params=sorted(FILES))
def control(
    request: pytest.FixtureRequest,
    shared: Path,
    checker: Checker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Control:
    text = (shared / "sources" / FILES[request.param]).read_text(encoding="utf-8")
    items = items_of(request.param, text)
    pdf = tmp_path_factory.mktemp("control") / f"{request.param}.pdf"
    pdf.write_bytes(as_pdf(items))
    (programme,) = read([pdf])
    report = checker.check(programme)
    own = [m for m in report.measures if m.source == request.param and m.counted]
    return Control(request.param, items, own)


def test_a_document_adopts_its_own_measures_in_the_right_items(control: Control) -> None:
    wrong = [m for m in control.measures if not control.is_right(m, QUOTES_THAT_COUNT)]
    assert len(control.measures) >= 12
    assert 1 - len(wrong) / len(control.measures) >= LEAST_FOUND, control.told(wrong)


def test_the_first_quote_is_of_the_right_item(control: Control) -> None:
    found = [m for m in control.measures if m.judgement.verdict in FOUND]
    wrong = [m for m in found if not control.is_right(m, 1)]
    assert 1 - len(wrong) / len(found) >= LEAST_FIRST, control.told(wrong)


def test_a_document_opposes_none_of_its_own_measures(control: Control) -> None:
    opposed = [m for m in control.measures if m.judgement.verdict == "opposed"]
    assert not opposed, control.told(opposed)
