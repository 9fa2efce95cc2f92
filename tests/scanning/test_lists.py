"""Lists of programmes as spreadsheets and editors write them."""

from pathlib import Path

import pytest

from manifesto_check.errors import UsageError
from manifesto_check.scanning.lists import read_list


def written(folder: Path, name: str, data: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)
    return path


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_csv_of_any_delimiter(tmp_path: Path, delimiter: str) -> None:
    text = "Bestand;Partij;Gemeente;Jaar;Zetels\na.pdf;De Dijk;Waterveen;2026;7\n\n"
    rows = read_list(written(tmp_path, "l.csv", text.replace(";", delimiter)))
    expected = {"party": "De Dijk", "municipality": "Waterveen", "year": 2026, "zetels": 7}
    assert rows == [("a.pdf", expected)]


def test_csv_of_excel_on_windows(tmp_path: Path) -> None:
    path = written(tmp_path, "l.csv", "file;gemeente\r\na.pdf;Súdwest\r\n".encode("cp1252"))
    assert read_list(path) == [("a.pdf", {"municipality": "Súdwest"})]
    path = written(tmp_path, "l.csv", b"\xef\xbb\xbffile;code\r\na.pdf;0363\r\n")
    assert read_list(path) == [("a.pdf", {"code": "0363"})]


def test_quoted_fields_with_line_ends_and_missing_fields(tmp_path: Path) -> None:
    path = written(tmp_path, "l.csv", 'file;noot;x\na.pdf;"een\ntwee; drie"\n')
    assert read_list(path) == [("a.pdf", {"noot": "een\ntwee; drie", "x": None})]


def test_yaml_keeps_numbers_and_writes_dates(tmp_path: Path) -> None:
    text = (
        "- {pad: a.pdf, jaar: 2026, datum: 2026-03-18, nieuw: true, n: null, "
        "big: 99999999999999999999, score: .inf}\n"
    )
    [(file, about)] = read_list(written(tmp_path, "l.yaml", text))
    assert file == "a.pdf"
    assert about.pop("big") == "99999999999999999999"
    assert about.pop("score") == "inf"  # no JSON and no sheet has such a number
    assert about == {"year": 2026, "datum": "2026-03-18", "nieuw": "true", "n": None}


def test_a_column_of_the_tool_is_not_overwritten(tmp_path: Path) -> None:
    rows = read_list(written(tmp_path, "l.yaml", "- {file: a.pdf, Status: concept, path: b}\n"))
    assert rows == [("a.pdf", {"status_given": "concept", "path_given": "b"})]


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("l.csv", "partij;jaar\nx;1\n", r"l\.csv:2: hier staat geen bestand"),
        ("l.csv", "file;jaar\na.pdf;1;2\n", r"l\.csv:2: meer velden dan kolommen"),
        ("l.csv", "file;jaar\n;1\n", r"l\.csv:2: hier staat geen bestand"),
        ("l.yaml", "file: a.pdf\n", "verwacht een lijst"),
        ("l.yaml", "- a.pdf\n", "programma 1 heeft geen velden"),
        ("l.yaml", "- {file: a.pdf, party: [x]}\n", "'party' moet een tekst of getal zijn"),
        ("l.yaml", "- {file: a.pdf\n", "geen leesbare YAML"),
        ("l.yaml", "- !!python/object:os.system {}\n", "geen leesbare YAML"),
        ("weg.csv", None, "kan niet gelezen worden"),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, name: str, text: str | None, says: str) -> None:
    path = tmp_path / name if text is None else written(tmp_path, name, text)
    with pytest.raises(UsageError, match=says):
        read_list(path)
