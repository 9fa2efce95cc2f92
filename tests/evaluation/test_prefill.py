import json
from dataclasses import replace
from pathlib import Path

import pytest

from manifesto_check.errors import ProgrammeError
from manifesto_check.evaluation.annotations import read_annotation_file
from manifesto_check.evaluation.prefill import lines_to_fill_in
from manifesto_check.evaluation.reading import read_readable
from manifesto_check.recommendations import load_recommendations

EXAMPLE = Path(__file__).resolve().parents[2] / "examples/brede-dijk.pdf"
LIST = load_recommendations()


def test_a_line_for_every_measure_with_passages_that_may_bear_on_it() -> None:
    programme = read_readable(EXAMPLE)
    rows = [json.loads(line) for line in lines_to_fill_in(programme, LIST, 2).splitlines()]
    assert [row["measure"] for row in rows] == [m.id for m in LIST.measures]
    assert {row["label"] for row in rows} == {None}
    assert max(len(row["evidence"]) for row in rows) == 2
    for row in rows:
        quotes = [item["quote"] for item in row["evidence"]]
        assert len(quotes) == len(set(quotes))
        assert all(1 <= item["page"] <= len(programme.pages) for item in row["evidence"])


def test_a_list_of_bare_texts_gets_passages_too() -> None:
    bare = load_recommendations(EXAMPLE.with_name("fietsen.yaml"))
    rows = lines_to_fill_in(read_readable(EXAMPLE), bare, 2).splitlines()
    assert sum(bool(json.loads(row)["evidence"]) for row in rows) >= 4  # most of it is not there


def test_without_candidates_the_tool_says_nothing(tmp_path: Path) -> None:
    data = lines_to_fill_in(read_readable(EXAMPLE), LIST, 0)
    assert all(not json.loads(line)["evidence"] for line in data.splitlines())
    path = tmp_path / "brede-dijk.jsonl"
    path.write_bytes(data)
    found = read_annotation_file(path)
    assert not found.annotations
    assert len(found.unfilled) == len(LIST.measures)


def test_each_measure_is_one_line_whatever_its_text_holds() -> None:
    source = LIST.sources[0]
    theme = source.themes[0]
    first = theme.recommendations[0]
    text = "een\u2028twee\u0085drie\x1b[31m\U000e0041 é"
    odd = replace(first, measures=(replace(first.measures[0], text=text),))
    small = replace(
        LIST, sources=(replace(source, themes=(replace(theme, recommendations=(odd,)),)),)
    )
    (line,) = lines_to_fill_in(read_readable(EXAMPLE), small, 0).decode().splitlines()
    assert json.loads(line)["text"] == text
    assert line.isprintable()
    assert "é" in line


def test_a_programme_without_text_cannot_be_annotated(tmp_path: Path) -> None:
    from pypdf import PdfWriter

    writer = PdfWriter()
    writer.add_blank_page(400, 400)
    writer.write(tmp_path / "leeg.pdf")
    with pytest.raises(ProgrammeError, match=r"leeg\.pdf: niet leesbaar"):
        read_readable(tmp_path / "leeg.pdf")
