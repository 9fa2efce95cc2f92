"""Who promises what, who alone does, and what cannot be compared."""

from __future__ import annotations

from dataclasses import replace

import pytest
from compared_reports import AGAINST, HALF, MAYBE_NOT, NOT, SURE, many, report, unreadable

from manifesto_check.comparing.comparing import compare
from manifesto_check.comparing.narrow import narrowed
from manifesto_check.errors import ReportError, ReportProblem
from manifesto_check.model import Status, Verdict
from manifesto_check.reports.interface import Selection


def test_parties_keep_their_order_and_get_letters() -> None:
    done = compare(many(28), [f"P{number}" for number in range(28)])
    assert [party.key for party in done.parties][:3] == ["A", "B", "C"]
    assert [party.key for party in done.parties][25:] == ["Z", "AA", "AB"]
    assert done.name_of("C") == "P2"


def test_each_measure_has_the_verdict_on_each_party() -> None:
    done = compare([report("een", [SURE, NOT]), report("twee", [HALF, AGAINST])], ["1", "2"])
    first, second, _ = done.measures
    assert first.keys_with(Verdict.COVERED, Verdict.PARTIAL) == ("A", "B")
    assert second.keys_with(Verdict.OPPOSED) == ("B",)
    assert [row.counted for row in done.themes] == [True, False]
    assert done.themes[0].estimates["A"].percentage == 50
    assert done.themes[1].estimates == {}


@pytest.mark.parametrize(
    ("others", "alone"),
    [
        ([NOT], "A"),
        ([NOT, NOT], "A"),
        ([NOT, MAYBE_NOT], None),  # may well be there in other words
        ([HALF], None),
        ([AGAINST], "A"),
        ([(Verdict.ABSENT, 0.85, 0.15)] * 6, None),  # each is likely right, all of them are not
        ([], None),
    ],
)
def test_alone_is_said_only_where_it_is_likely(others: list[tuple[Verdict, float, float]],
                                               alone: str | None) -> None:  # fmt: skip
    reports = [report("ik", [SURE]), *(report(f"p{n}", [one]) for n, one in enumerate(others))]
    measure = compare(reports, [r.programme.path for r in reports]).measures[0]
    assert measure.alone == alone
    assert (measure.p_alone is None) == (alone is None)


def test_the_chance_to_be_alone_is_that_of_all_parties_together() -> None:
    reports = [report("ik", [SURE]), report("u", [NOT]), report("hij", [NOT])]
    measure = compare(reports, ["1", "2", "3"]).measures[0]
    assert measure.p_alone == pytest.approx(0.98 * 0.97 * 0.97)


def test_alone_says_that_pages_of_others_were_not_read() -> None:
    partly = report("u", [NOT], Status.PARTLY_READ)
    assert compare([report("ik", [SURE]), partly], ["1", "2"]).measures[0].alone_unread
    own = report("ik", [SURE], Status.PARTLY_READ)
    assert not compare([own, report("u", [NOT])], ["1", "2"]).measures[0].alone_unread
    nothing = [report("ik", [SURE]), report("u", [NOT]), unreadable("scan")]
    assert compare(nothing, ["1", "2", "3"]).measures[0].alone_unread


def test_an_unreadable_programme_is_named_and_never_covers_nothing() -> None:
    done = compare([unreadable("nul"), report("een", [SURE])], ["Nul", "Een"])
    assert [party.name for party in done.unreadable] == ["Nul"]
    assert all("A" not in row.estimates for row in (*done.sources, *done.themes))
    assert all("A" not in measure.judgements for measure in done.measures)
    assert done.measures[0].alone is None  # nothing is known of the other
    nothing = compare([unreadable("nul")], ["Nul"])
    assert (nothing.readable, nothing.themes, nothing.measures) == ((), (), ())


def problem_of(*reports: object) -> ReportProblem:
    with pytest.raises(ReportError) as raised:
        compare(reports, ["x"] * len(reports))  # type: ignore[arg-type]
    assert raised.value.exit_code == 2
    return raised.value.problem


def test_reports_of_other_versions_and_lists_are_not_compared() -> None:
    one, other = report("een", [SURE]), report("twee", [SURE])
    assert problem_of(one, replace(other, version="0.2.0")) is ReportProblem.OTHER_VERSION
    other_list = replace(other, recommendations_sha256="ef" * 32)
    assert problem_of(one, other_list) is ReportProblem.OTHER_LIST
    unread = replace(unreadable("nul"), version="0.2.0")  # nothing of it is compared
    assert compare([unread, one], ["1", "2"]).version == one.version


def test_reports_without_all_measures_are_not_compared() -> None:
    whole = report("een", [SURE] * 12)
    by_verdict = replace(whole, measures=whole.measures[:3])
    by_theme = replace(
        whole,
        themes=whole.themes[:1],
        measures=tuple(m for m in whole.measures if m.theme == "V1"),
    )
    assert problem_of(by_verdict) is ReportProblem.SELECTED
    assert problem_of(whole, by_theme) is ReportProblem.SELECTED


def test_of_two_reports_the_one_without_all_measures_is_named() -> None:
    whole, part = report("heel", [SURE] * 12), report("deel", [SURE] * 12)
    narrowed = replace(
        part,
        themes=tuple(theme for theme in part.themes if theme.id == "V1"),
        measures=tuple(measure for measure in part.measures if measure.theme == "V1"),
    )
    for both in ((whole, narrowed), (narrowed, whole)):
        with pytest.raises(ReportError, match=r"^pdf/deel"):
            compare(both, ["A", "B"])


def test_narrowing_leaves_coverage_as_it_is() -> None:
    done = compare(many(3), ["1", "2", "3"])
    few = narrowed(done, Selection(frozenset({"V1.1"}), (Verdict.OPPOSED,)))
    assert [row.id for row in few.themes] == ["V1"]
    assert few.themes[0] == done.themes[0]
    assert all(m.keys_with(Verdict.OPPOSED) for m in few.measures)
