import json
from dataclasses import asdict, fields
from string import Formatter

import pytest
from small_pairs import OTHER, QUOTE, small_run

from manifesto_check.errors import ProgrammeError
from manifesto_check.evaluation.formats.markdown import escaped
from manifesto_check.evaluation.formats.registry import EvaluationFormatName, evaluation_format
from manifesto_check.evaluation.formats.texts import EvaluationTexts, evaluation_texts
from manifesto_check.evaluation.metrics import score
from manifesto_check.evaluation.summary import Evaluation, summarise, worst_errors
from manifesto_check.reports.interface import Language, ReportOptions

LEFT_OUT = {"kapot": ProgrammeError("kapot.pdf: dit is geen PDF")}


@pytest.fixture(scope="module")
def evaluation() -> Evaluation:
    return summarise(small_run(left_out=LEFT_OUT), worst=3)


def shown(evaluation: Evaluation, name: EvaluationFormatName, **options: object) -> str:
    chosen = ReportOptions(**{"language": Language.EN, **options})
    return evaluation_format(name).render(evaluation, chosen).decode()


def test_all_figures_as_json(evaluation: Evaluation) -> None:
    data = json.loads(shown(evaluation, EvaluationFormatName.JSON))
    pairs = evaluation.run.pairs
    assert data["scores"] == {
        k: pytest.approx(v, abs=6e-5) for k, v in asdict(score(pairs)).items()
    }
    assert set(data["intervals"]) >= {"found_f1", "auc", "grounded_f1", "weighted", "theme_mae"}
    assert sum(n for row in data["confusion"].values() for n in row.values()) == len(pairs)
    assert [g["id"] for g in data["samples"]] == ["in_sample", "out_of_sample"]
    assert [g["id"] for g in data["levels"]] == ["municipal", "national"]
    assert [g["id"] for g in data["sources"]] == ["S", "U"]
    assert [g["id"] for g in data["themes"]] == ["T0", "T1", "T2"]
    assert len(data["programmes"]) == 4
    assert len(data["calibration"]["confidence"]["bins"]) == 10
    assert [b["id"] for b in data["baselines"]] == [
        "token_set_ratio",
        "bm25",
        "use_cosine",
        "no_reading",
    ]
    assert data["left_out"] == [{"name": "kapot", "reason": "kapot.pdf: dit is geen PDF"}]
    assert data["tested"][2]["not_filled_in"] == ["T9.9"]
    assert data["tested"][0]["in_sample"] is True


def test_the_worst_errors_with_the_quotes_of_both(evaluation: Evaluation) -> None:
    data = json.loads(shown(evaluation, EvaluationFormatName.JSON))
    confidences = [error["tool"]["confidence"] for error in data["errors"]]
    assert len(confidences) == 3
    assert confidences == sorted(confidences, reverse=True)
    wrong = [p.judgement.confidence for p in worst_errors(evaluation.run.pairs)]
    assert confidences[0] == max(wrong)
    assert data["wrong"] == len(wrong)
    for error in data["errors"]:
        assert error["reader"]["verdict"] != error["tool"]["verdict"]
        assert error["text"].startswith("Maatregel")


@pytest.mark.parametrize("name", [EvaluationFormatName.TERMINAL, EvaluationFormatName.MARKDOWN])
@pytest.mark.parametrize("language", list(Language))
def test_every_section_is_there(
    evaluation: Evaluation, name: EvaluationFormatName, language: Language
) -> None:
    text = shown(evaluation, name, language=language)
    words = evaluation_texts(language)
    for title in (
        words.figures,
        words.baselines,
        words.confusion,
        words.samples,
        words.levels,
        words.sources,
        words.themes,
        words.programmes,
        words.errors,
    ):
        assert title in text
    assert "programma-0" in text
    assert "kapot" in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_a_reader_is_told_what_the_verdict_was_trained_on(evaluation: Evaluation) -> None:
    text = shown(evaluation, EvaluationFormatName.MARKDOWN)
    assert "too favourable: programma-0." in text
    assert "Not trained on: programma-1, programma-2, programma-3." in text
    assert "programma-2: lines that are not filled in yet and do not count: 1" in text
    held_out = summarise(small_run(leave_one_out=True))
    text = shown(held_out, EvaluationFormatName.MARKDOWN)
    assert "trained on the others" in text
    assert "favourable" not in text


def test_markdown_tables_are_whole_and_quotes_go_with_the_errors(evaluation: Evaluation) -> None:
    text = shown(evaluation, EvaluationFormatName.MARKDOWN)
    tables = [block for block in text.split("\n\n") if block.startswith("|")]
    assert len(tables) >= 9
    for table in tables:
        columns = {line.replace(r"\|", "").count("|") for line in table.splitlines()}
        assert len(columns) == 1
    assert QUOTE in text or OTHER in text
    without = shown(summarise(small_run(), worst=0), EvaluationFormatName.MARKDOWN)
    assert QUOTE not in without
    assert OTHER not in without


def test_a_narrow_terminal_gets_lists(evaluation: Evaluation) -> None:
    text = shown(evaluation, EvaluationFormatName.TERMINAL, width=40)
    assert max(len(line) for line in text.splitlines()) <= 40
    assert "programma-3" in text
    assert "grounded F1" in text


def test_dutch_numbers(evaluation: Evaluation) -> None:
    text = shown(evaluation, EvaluationFormatName.TERMINAL, language=Language.NL)
    assert "0," in text
    assert " 0." not in text


def test_the_same_evaluation_gives_the_same_bytes(evaluation: Evaluation) -> None:
    again = summarise(small_run(left_out=LEFT_OUT), worst=3)
    for name in EvaluationFormatName:
        assert shown(evaluation, name) == shown(again, name)


def test_markdown_and_html_obey_nothing_in_a_text() -> None:
    assert escaped("a|b <b>*x*</b>\n# [y](z)") == r"a\|b \<b\>\*x\*\</b\> \# \[y\](z)"


def test_both_languages_fill_in_the_same_names() -> None:
    dutch, english = (evaluation_texts(language) for language in Language)
    for field in fields(EvaluationTexts):
        one, other = getattr(dutch, field.name), getattr(english, field.name)
        if isinstance(one, dict):
            assert one.keys() == other.keys()
        else:
            assert _names(one) == _names(other), field.name


def _names(text: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(text)} - {None}
