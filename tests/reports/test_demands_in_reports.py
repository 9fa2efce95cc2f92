"""Every format shows conditions, changes and what is left out, in words that a reader needs."""

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from demanding import demanding
from well_formed import html, markdown, xlsx

from manifesto_check.changes.formats.registry import DifferenceFormatName, difference_format
from manifesto_check.changes.model import Difference
from manifesto_check.conditions.applying import Demands
from manifesto_check.conditions.baseline import Baseline
from manifesto_check.conditions.model import Condition, ConditionKind, Exclusion, Ignored
from manifesto_check.model import (
    Block,
    BlockKind,
    Evidence,
    Judgement,
    Page,
    Programme,
    Report,
    Verdict,
)
from manifesto_check.reports.interface import Language, ReportOptions
from manifesto_check.reports.json_format import JsonFormat
from manifesto_check.reports.json_reading import read_reports
from manifesto_check.reports.registry import FormatName, report_format

OLD_QUOTE = "Boetes voor wie buiten slaapt schaffen wij af."


@pytest.fixture
def old(report: Report) -> Report:
    """The report as it was: V1.5b was covered, V1.3a too, and V1.1a had another second quote."""
    changed = {
        "V1.5b": Judgement(
            "V1.5b", Verdict.COVERED, 0.8, 0.9, (Evidence(9, 9, "8", "Wonen", OLD_QUOTE, 0.8),)
        ),
        "V1.3a": replace(report.measures[1].judgement, verdict=Verdict.COVERED),
    }
    measures = tuple(replace(m, judgement=changed.get(m.id, m.judgement)) for m in report.measures)
    return replace(report, measures=measures)


@pytest.fixture
def asked(report: Report, old: Report) -> Report:
    conditions = [
        Condition(ConditionKind.SOURCE, "V", least=60, measures=("V1.1a", "V1.3a", "V1.5b")),
        Condition(ConditionKind.REQUIRE, "V1.5", verdict=Verdict.PARTIAL, measures=("V1.5b",)),
        Condition(ConditionKind.REQUIRE, "V1.1", verdict=Verdict.COVERED, measures=("V1.1a",)),
        Condition(ConditionKind.FORBID_OPPOSED),
        Condition(ConditionKind.NO_LOSS),
    ]
    ignored = [Ignored("N1.2a", Exclusion.NOT_APPLICABLE, "hier is geen opvang")]
    return Demands(conditions, ignored, Baseline("oud.json", [old]), 0.6).applied(report)


def shown(report: Report, name: FormatName, **options: object) -> bytes:
    made = ReportOptions(width=110, **options)  # type: ignore[arg-type]
    return report_format(name).render([report], made)


def folded(data: bytes) -> str:
    return " ".join(data.decode("utf-8").split())


IN_WORDS = (
    "dekking van V is 50%, gevraagd is minstens 60%",
    "V1.5 is niet minstens deels gedekt, want dit ontbreekt: V1.5b",
    "V1.1 is gedekt, zoals gevraagd",
    "geen enkele maatregel is tegengesteld",  # the opposed one is left out
    "verloren of verzwakt is: V1.5b, V1.3a",
    "1 verloren, 1 verzwakt (onzeker)",
    "minstens een van beide oordelen heeft een zekerheid onder 60%. Lees beide citaten na",
    OLD_QUOTE,
    "telt niet mee (niet van toepassing): hier is geen opvang",
)


@pytest.mark.parametrize("words", IN_WORDS)
def test_the_terminal_html_and_markdown_say_it(asked: Report, words: str) -> None:
    assert words in folded(shown(asked, FormatName.TERMINAL))
    assert words in html(shown(asked, FormatName.HTML))
    assert words in markdown(shown(asked, FormatName.MARKDOWN))


def test_in_english_too(asked: Report) -> None:
    for words in (
        "coverage of V is 50%, asked is at least 60%",
        "V1.5 is not at least partly covered, as this is missing: V1.5b",
        "lost or weakened: V1.5b, V1.3a",
        "does not count (not applicable): hier is geen opvang",
    ):
        assert words in folded(shown(asked, FormatName.TERMINAL, language=Language.EN))


def test_a_theme_of_which_nothing_counts_has_no_figure(asked: Report) -> None:
    page = html(shown(asked, FormatName.HTML))
    assert "N1 Wonen als basis niet meegeteld" in page


def test_a_table_holds_a_row_for_each(asked: Report) -> None:
    rows = list(csv.DictReader(io.StringIO(shown(asked, FormatName.CSV).decode("utf-8"))))
    conditions = [row for row in rows if row["kind"] == "condition"]
    assert [row["text"] for row in conditions] == [
        "'--fail-under V=60", "'--require V1.5", "'--require V1.1=covered",
        "'--forbid-opposed", "'--fail-on-loss",
    ]  # fmt: skip
    assert [row["verdict"] for row in conditions] == ["not met", "not met", "met", "met", "not met"]
    changes = [row for row in rows if row["kind"] == "change"]
    assert [(row["measure"], row["verdict"]) for row in changes] == [
        ("V1.5b", "lost"), ("V1.3a", "weakened"),
    ]  # fmt: skip
    assert [row["uncertain"] for row in changes] == ["false", "true"]
    assert changes[0]["quote"] == OLD_QUOTE
    (left_out,) = (r for r in rows if r["kind"] == "measure" and r["measure"] == "N1.2a")
    assert left_out["counted"] == "false"
    assert "hier is geen opvang" in left_out["note"]


def test_a_workbook_has_a_sheet_for_each(asked: Report, report: Report) -> None:
    book = xlsx(shown(asked, FormatName.XLSX))
    names = ["Voorwaarden", "Wat er veranderd is", "Wat niet meetelt"]
    assert [name for name in book.sheetnames if name in names] == names
    assert book["Voorwaarden"]["C2"].value == "niet gehaald"
    assert OLD_QUOTE in book["Wat er veranderd is"]["G2"].value
    doubt = [row[-1] for row in book["Wat er veranderd is"].values]
    assert doubt == ["Onzeker", None, "onzeker"]
    assert book["Wat niet meetelt"]["D2"].value == "hier is geen opvang"
    assert not set(names) & set(xlsx(shown(report, FormatName.XLSX)).sheetnames)


def test_json_is_read_back_whole(asked: Report, tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    path.write_bytes(JsonFormat().render([asked], ReportOptions()))
    (again,) = read_reports(path)
    assert again.ignored == asked.ignored
    assert again.conditions == asked.conditions
    assert again.baseline == "oud.json"
    assert [(c.measure.id, c.kind, c.gone, c.remains) for c in again.changes] == [
        (c.measure.id, c.kind, c.gone, c.remains) for c in asked.changes
    ]
    assert JsonFormat().render([again], ReportOptions()) == path.read_bytes()


def test_where_nothing_was_asked_nothing_is_said(report: Report) -> None:
    data = json.loads(shown(report, FormatName.JSON))
    assert not {"ignored", "conditions", "baseline", "changes"} & set(data)
    for name in (FormatName.TERMINAL, FormatName.MARKDOWN):
        assert "oorwaarden" not in folded(shown(report, name))


@pytest.mark.parametrize("name", [DifferenceFormatName.HTML, DifferenceFormatName.MARKDOWN])
def test_old_quotes_link_to_the_old_file_where_it_is_still_there(
    asked: Report, old: Report, name: DifferenceFormatName
) -> None:
    render = difference_format(name).render
    before = replace(old.programme, path="oud.pdf", sha256="ef" * 32)
    elsewhere = Difference(replace(old, programme=before), asked, asked.changes)
    assert b"oud.pdf#page=9" in render(elsewhere, ReportOptions())
    replaced = replace(before, path=asked.programme.path)
    in_place = Difference(replace(old, programme=replaced), asked, asked.changes)
    assert b"#page=9" not in render(in_place, ReportOptions())


def test_both_quotes_stand_side_by_side_where_there_is_room(asked: Report, old: Report) -> None:
    render = difference_format(DifferenceFormatName.TERMINAL).render
    difference = Difference(old, asked, asked.changes)
    wide = render(difference, ReportOptions(width=110)).decode("utf-8")
    assert any("toen: ● gedekt" in line and "nu: ○" in line for line in wide.splitlines())
    narrow = render(difference, ReportOptions(width=50)).decode("utf-8")
    assert not any("toen: " in line and "nu: " in line for line in narrow.splitlines())


def test_what_only_moved_is_counted_and_listed_when_asked(report: Report) -> None:
    first = report.measures[0]
    quotes = tuple(
        replace(q, page=q.page + 5, page_end=q.page_end + 5) for q in first.judgement.evidence
    )
    moved = replace(first, judgement=replace(first.judgement, evidence=quotes))
    old = replace(report, measures=(moved, *report.measures[1:]))
    made = Demands(baseline=Baseline("oud.json", [old])).applied(report)
    assert "1 verplaatst" in folded(shown(made, FormatName.TERMINAL))
    assert "p. 17 (gedrukt 11)" not in folded(shown(made, FormatName.TERMINAL))
    assert "p. 17 (gedrukt 11)" in folded(shown(made, FormatName.TERMINAL, verbose=True))


TURNED = "Boetes voor wie buiten slaapt schaffen wij nooit af."
WORDED_OTHERWISE = (
    "wat geciteerd werd staat niet meer zo in de tekst bij: V1.5b",
    f"niet meer in de tekst, toen p. 9 (gedrukt 8): “{OLD_QUOTE}” – nu: “{TURNED}”",
)


@pytest.fixture
def turned(report: Report, old: Report) -> Report:
    """The report on a text in which the promise of V1.5b was turned round."""
    block = Block(BlockKind.PARAGRAPH, TURNED, ((0, 1),))
    quotes = [q.quote for m in report.measures for q in m.judgement.evidence]
    kept = [Block(BlockKind.PARAGRAPH, quote, ((0, 1),)) for quote in quotes]
    programme = Programme("concept.pdf", "a" * 64, (Page(1),), (block, *kept))
    conditions = [Condition(ConditionKind.SAME_QUOTES)]
    return Demands(conditions, (), Baseline("oud.json", [old]), 0.6).applied(report, programme)


@pytest.mark.parametrize("words", WORDED_OTHERWISE)
def test_what_is_worded_otherwise_stands_beside_what_it_was(turned: Report, words: str) -> None:
    assert words in folded(shown(turned, FormatName.TERMINAL))
    assert words in html(shown(turned, FormatName.HTML))
    assert words in markdown(shown(turned, FormatName.MARKDOWN))
    row = [
        str(cell) for cell in list(xlsx(shown(turned, FormatName.XLSX))["Voorwaarden"].values)[1]
    ]
    assert words in " ".join(row)
    for name in (FormatName.GITHUB, FormatName.JUNIT, FormatName.SARIF):
        assert words[1:] in shown(turned, name).decode("utf-8")
    data = json.loads(shown(turned, FormatName.JSON))
    assert data["conditions"][0]["failing"] == ["V1.5b"]
    assert [change["instead"] for change in data["changes"] if change["gone"]] == [[TURNED]]


def test_another_text_is_shown_without_opening_anything(report: Report) -> None:
    every_kind = demanding(report, "tekst")
    page = shown(every_kind, FormatName.HTML).decode("utf-8")
    assert re.search(r"<section class=\"changes\"><h\d>Andere tekst", page)
    assert re.search(r"<details class=\"changes\"><summary><h\d>Verplaatst", page)
    text = shown(every_kind, FormatName.MARKDOWN).decode("utf-8")
    assert "### Andere tekst" in text
    assert "<summary><b>Verplaatst" in text


def test_what_became_of_a_quote_is_read_back(turned: Report, tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    path.write_bytes(JsonFormat().render([turned], ReportOptions()))
    (again,) = read_reports(path)
    assert [c.instead for c in again.changes] == [c.instead for c in turned.changes]
    assert again.changes[0].instead == (TURNED,)
    assert again.conditions == turned.conditions


def test_where_the_text_is_not_known_a_quote_is_only_not_quoted(
    report: Report, old: Report
) -> None:
    conditions = [Condition(ConditionKind.SAME_QUOTES)]
    made = Demands(conditions, (), Baseline("oud.json", [old]), 0.6).applied(report)
    assert f"niet meer geciteerd, en misschien weg; toen p. 9 (gedrukt 8): “{OLD_QUOTE}”" in folded(
        shown(made, FormatName.TERMINAL)
    )
