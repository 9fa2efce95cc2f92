from pathlib import Path

import pytest

from manifesto_check.errors import UsageError
from manifesto_check.evaluation.files import annotated_programmes, read_levels

LINE = '{"measure": "A1", "label": 0, "evidence": []}\n'


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """Two annotated programmes; what is in a PDF is not looked at."""
    gold, programmes = tmp_path / "gold", tmp_path / "programmes"
    gold.mkdir()
    programmes.mkdir()
    for name in ("oost", "west"):
        (gold / f"{name}.jsonl").write_text(LINE)
        (programmes / f"{name}.pdf").write_text("")
    (programmes / "programmes.yaml").write_text("- {file: oost.pdf, level: municipal}\n")
    return gold, programmes


def test_each_file_of_annotations_with_its_programme(folders: tuple[Path, Path]) -> None:
    oost, west = annotated_programmes(*folders, ["A1"])
    assert (oost.name, oost.path, oost.level) == ("oost", folders[1] / "oost.pdf", "municipal")
    assert (west.name, west.level) == ("west", None)
    assert [p.name for p in annotated_programmes(*folders, ["A1"], ["oost"])] == ["west"]


def test_the_files_of_a_programme_that_is_left_out_are_not_opened(
    folders: tuple[Path, Path],
) -> None:
    (folders[0] / "oost.jsonl").write_text("not JSON")
    (folders[1] / "oost.pdf").unlink()
    assert len(annotated_programmes(*folders, ["A1"], ["oost"])) == 1


def test_a_programme_may_be_of_any_type(folders: tuple[Path, Path]) -> None:
    (folders[1] / "west.pdf").rename(folders[1] / "west.odt")
    assert annotated_programmes(*folders, ["A1"])[1].path == folders[1] / "west.odt"


def test_a_missing_programme(folders: tuple[Path, Path]) -> None:
    (folders[1] / "west.pdf").unlink()
    with pytest.raises(UsageError, match=r"west\.pdf: .*ontbreekt"):
        annotated_programmes(*folders, ["A1"])


def test_a_measure_that_the_list_has_not(folders: tuple[Path, Path]) -> None:
    with pytest.raises(UsageError, match=r"oost\.jsonl: .*'A1'.*bedoelde u 'A10'"):
        annotated_programmes(*folders, ["A10"])


def test_a_file_that_nobody_has_filled_in(folders: tuple[Path, Path]) -> None:
    (folders[0] / "oost.jsonl").write_text(LINE.replace("0", "null"))
    with pytest.raises(UsageError, match=r"oost\.jsonl: nog geen enkele"):
        annotated_programmes(*folders, ["A1"])


def test_an_unknown_name_to_leave_out(folders: tuple[Path, Path]) -> None:
    with pytest.raises(UsageError, match="'oots'; bedoelde u 'oost'"):
        annotated_programmes(*folders, ["A1"], ["oots"])


def test_folders_that_hold_nothing_to_compare(folders: tuple[Path, Path]) -> None:
    gold, programmes = folders
    with pytest.raises(UsageError, match="deze map bestaat niet"):
        annotated_programmes(gold / "none", programmes, ["A1"])
    with pytest.raises(UsageError, match="geen annotaties"):
        annotated_programmes(programmes, programmes, ["A1"])
    with pytest.raises(UsageError, match="geen annotaties"):
        annotated_programmes(gold, programmes, ["A1"], ["oost", "west"])


@pytest.mark.parametrize(
    "text",
    [
        "a: [",
        "- {file: a.pdf, date: 2026-02-30}",
        "- oost.pdf",
        "level: x",
        "- {level: municipal}",
        "- {file: a.pdf, level: [x]}",
    ],
)
def test_a_wrong_list_of_programmes(tmp_path: Path, text: str) -> None:
    path = tmp_path / "programmes.yaml"
    path.write_text(text)
    with pytest.raises(UsageError, match=r"programmes\.yaml: (verwacht een lijst|geen leesbare)"):
        read_levels(path)


def test_an_empty_list_of_programmes(tmp_path: Path) -> None:
    path = tmp_path / "programmes.yaml"
    assert read_levels(path) == {}
    path.write_text("# nothing yet\n")
    assert read_levels(path) == {}


def test_a_programme_without_a_level_has_none(tmp_path: Path) -> None:
    path = tmp_path / "programmes.yaml"
    path.write_text(
        '- {file: a.pdf, level: ""}\n- {file: b.pdf}\n- {file: c.pdf, level: national}\n'
    )
    assert read_levels(path) == {"c.pdf": "national"}
