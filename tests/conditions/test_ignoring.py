"""Measures that are left out: coverage without them, reasons kept."""

from small_reports import A, report, unreadable

from manifesto_check.conditions.ignoring import same_for_all, without
from manifesto_check.conditions.model import Exclusion, Ignored

VILLAGE = Ignored("V1.1b", Exclusion.NOT_APPLICABLE, "wij zijn een dorp")


def test_coverage_is_counted_without_it_and_its_verdict_stays() -> None:
    made = without(report({"V1.1b": A}), [VILLAGE])
    assert [(t.id, t.coverage.measures) for t in made.themes] == [("V1", 2), ("V2", 1), ("N2", 0)]
    assert made.sources[0].coverage.percentage == 100
    assert made.measures[1].judgement.verdict is A
    assert [m.counted for m in made.measures] == [True, False, True, True, False]
    assert made.ignored == (VILLAGE,)


def test_reasons_are_in_the_order_of_the_list_and_the_first_holds() -> None:
    first = Ignored("V2.1a", Exclusion.IGNORED, "eerst")
    again = Ignored("V2.1a", Exclusion.IGNORED, "later")
    assert without(report(), [first, VILLAGE, again]).ignored == (VILLAGE, first)
    assert without(without(report(), [again]), [first]).ignored == (first,)


def test_without_anything_to_leave_out_nothing_changes() -> None:
    assert without(report(), []) == report()
    assert without(unreadable(), [VILLAGE]) == unreadable()


def test_side_by_side_all_leave_out_the_same() -> None:
    one, other = same_for_all([without(report(), [VILLAGE]), report({"V1.1b": A})])
    assert one.ignored == other.ignored == (VILLAGE,)
    assert other.sources[0].coverage.percentage == 100
