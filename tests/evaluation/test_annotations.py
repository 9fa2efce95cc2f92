import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manifesto_check.errors import UsageError
from manifesto_check.evaluation.annotations import (
    overlaps,
    read_annotation_file,
    read_annotations,
    words,
)
from manifesto_check.model import Verdict


def file_of(folder: Path, *rows: object) -> Path:
    path = folder / "party.jsonl"
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return path


def line(measure: str = "A1", label: object = 2, quote: str = "Wij bouwen huizen") -> dict:
    return {"measure": measure, "label": label, "evidence": [{"page": 3, "quote": quote}]}


def test_words_join_a_hyphen_at_the_end_of_a_line() -> None:
    assert words("Een huis-\nvesting voor\u00ad iedereen") == ["een", "huisvesting", "vooriedereen"]


@pytest.mark.parametrize(
    ("quote", "annotated", "expected"),
    [
        ("Wij bouwen meer sociale huurwoningen", "wij bouwen meer sociale huurwoningen.", True),
        ("Wij bouwen meer", "Wij bouwen meer sociale huurwoningen in elke wijk", True),
        ("Wij bouwen", "Wij bouwen meer sociale huurwoningen in elke wijk van de stad", False),
        ("Meer groen", "Wij bouwen sociale huurwoningen", False),
        ("", "Wij bouwen", False),
    ],
)
def test_quotes_overlap_when_they_share_enough_words(
    quote: str, annotated: str, expected: bool
) -> None:
    assert overlaps(quote, annotated) is expected


def test_annotations_are_read_by_measure(tmp_path: Path) -> None:
    path = tmp_path / "party.jsonl"
    row = {**line(label=-1, quote="Nooit."), "note": "", "text": "More fields do no harm."}
    path.write_text(json.dumps(row) + "\r\n\r\n", encoding="utf-8-sig")
    annotation = read_annotations(path)["A1"]
    assert annotation.verdict is Verdict.OPPOSED
    assert annotation.evidence[0].page == 3


def test_lines_that_are_not_filled_in_are_left_out_and_named(tmp_path: Path) -> None:
    found = read_annotation_file(file_of(tmp_path, line("A1"), line("A2", None), line("A3", 0)))
    assert list(found.annotations) == ["A1", "A3"]
    assert found.unfilled == ("A2",)


def test_candidates_left_beside_a_zero_are_no_evidence(tmp_path: Path) -> None:
    annotation = read_annotations(file_of(tmp_path, line(label=0)))["A1"]
    assert (annotation.verdict, annotation.evidence) == (Verdict.ABSENT, ())


def test_a_quote_may_hold_what_some_take_for_the_end_of_a_line(tmp_path: Path) -> None:
    path = tmp_path / "party.jsonl"
    path.write_text(json.dumps(line(quote="een\u2028twee"), ensure_ascii=False), encoding="utf-8")
    assert read_annotations(path)["A1"].evidence[0].quote == "een\u2028twee"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{", "geen JSON"),
        ("[" * 100_000, ""),
        ("[]", "accolades"),
        ('{"label": 2, "evidence": []}', "measure"),
        ('{"measure": "A1"}', '"label" ontbreekt'),
        ('{"measure": "A1", "label": 7, "evidence": []}', "2, 1, 0 of -1"),
        ('{"measure": "A1", "label": true, "evidence": []}', "2, 1, 0 of -1"),
        ('{"measure": "A1", "label": "2", "evidence": []}', "2, 1, 0 of -1"),
        ('{"measure": "A1", "label": 2, "evidence": []}', "minstens een citaat"),
        ('{"measure": "A1", "label": 2}', "lijst van citaten"),
        ('{"measure": "A1", "label": 2, "evidence": ["x"]}', "page"),
        ('{"measure": "A1", "label": 2, "evidence": [{"page": 0, "quote": "x"}]}', "vanaf 1"),
        ('{"measure": "A1", "label": 2, "evidence": [{"page": 1, "quote": "..."}]}', "woorden"),
    ],
)
def test_a_wrong_line_is_named_with_what_was_expected(
    tmp_path: Path, text: str, reason: str
) -> None:
    path = tmp_path / "party.jsonl"
    path.write_text(f"\n{text}\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"party\.jsonl:2: ") as caught:
        read_annotations(path)
    assert reason in str(caught.value)


def test_a_measure_stands_in_a_file_once(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r":2: .*A1 staat er al"):
        read_annotations(file_of(tmp_path, line("A1", None), line("A1")))


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    latin = tmp_path / "latin.jsonl"
    latin.write_bytes("financiële".encode("latin-1"))
    for path in (latin, tmp_path / "none.jsonl", tmp_path):
        with pytest.raises(UsageError) as caught:
            read_annotations(path)
        assert str(path) in str(caught.value)


@given(st.text())
def test_no_line_is_a_fault_of_the_tool(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    path = tmp_path_factory.mktemp("any") / "party.jsonl"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    with suppress(UsageError):
        read_annotations(path)
