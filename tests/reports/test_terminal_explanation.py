from dataclasses import replace

import pytest
from rich.cells import cell_len

from manifesto_check.model import Explanation
from manifesto_check.reports.interface import Language, ReportOptions
from manifesto_check.reports.terminal_explanation import TerminalExplanation


def shown(explanation: Explanation, **options: object) -> str:
    data = TerminalExplanation().explain(explanation, ReportOptions(**options))  # type: ignore[arg-type]
    return data.decode("utf-8")


def test_the_verdict_comes_with_what_made_it(explanation: Explanation) -> None:
    text = shown(explanation)
    assert "● gedekt · zekerheid 83% · kans dat het er minstens deels in staat 12%" in text
    assert ["best", "passage", "0,92", "+1,84"] in [line.split() for line in text.splitlines()]


def test_a_passage_tells_where_each_concept_was_met(explanation: Explanation) -> None:
    lines = [line.split("  ") for line in shown(explanation).splitlines()]
    cells = [[cell.strip() for cell in line if cell.strip()] for line in lines]
    assert ["sociale huur", "de zin", "sociale huur"] in cells
    assert ["nieuwbouw", "een zin ernaast", "nieuwe wijk"] in cells
    assert ["minimum", "niet gevonden"] in cells


def test_a_passage_tells_whether_it_was_used(explanation: Explanation) -> None:
    text = shown(explanation)
    assert "1. score 0,78 · gebruikt als bewijs" in text
    assert "2. score 0,60 · niet gebruikt" in text


def test_without_passages_it_says_so(explanation: Explanation) -> None:
    text = shown(replace(explanation, passages=(), signals=()), language=Language.EN)
    assert "No passage came into question." in text


@pytest.mark.parametrize("width", [40, 60, 100, 200])
def test_it_fits(explanation: Explanation, width: int) -> None:
    assert max(map(cell_len, shown(explanation, width=width).splitlines())) <= width


def test_signals_are_in_words_and_the_weightiest_come_first(explanation: Explanation) -> None:
    signals = (("first_own", 0.1, 0.2), ("score_1", 0.9, -3.0), ("unheard_of", 1.0, 0.1))
    text = shown(replace(explanation, signals=signals + (("first_length", 1.0, 5.0),) * 20))
    lines = [line.rsplit(maxsplit=2)[0] for line in text.splitlines() if line.endswith("0")]
    # What all passages say together comes before what the best one says.
    assert lines[:3] == ["score van de beste passage", "unheard_of", "beste passage: lengte"]
    assert "en 11 die minder bijdragen" in text
