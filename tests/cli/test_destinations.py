"""Formats, files and folders: what ``check`` writes where."""

import io
import sys
from pathlib import Path

import openpyxl
import pytest
from fake_checking import Run

from manifesto_check.reports.registry import EXTENSIONS, FormatName

pytestmark = pytest.mark.usefixtures("fake_checking")


@pytest.mark.parametrize("extension", EXTENSIONS)
def test_every_format_follows_from_its_extension(
    run: Run, list_file: Path, tmp_path: Path, extension: str
) -> None:
    output = tmp_path / f"report{extension}"
    result = run("check", "a.pdf", "--output", output, "--recommendations", list_file)
    assert (result.code, result.out, result.err) == (0, "", "")
    begins = {
        ".json": b"{",
        ".html": b"<!doctype",
        ".csv": b"kind,",
        ".xlsx": b"PK",
        ".md": b"# ",
        ".xml": b"<?xml",
        ".sarif": b"{",
        ".github.txt": b"::notice ",
        ".gitlab.json": b"[",
    }
    assert output.read_bytes().startswith(begins.get(extension, b"a.pdf"))


def test_several_formats_go_into_a_folder_that_is_made(
    run: Run, list_file: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "uit" / "rapporten"
    formats = [part for name in FormatName for part in ("--format", name.value)]
    result = run(
        "check", "map/mijn programma.pdf", *formats, "--output-dir", folder,
        "--recommendations", list_file,
    )  # fmt: skip
    assert (result.code, result.out) == (0, "")
    assert sorted(path.name for path in folder.iterdir()) == sorted(
        f"mijn programma{extension}" for extension in EXTENSIONS
    )


def test_several_programmes_share_a_file_per_format(
    run: Run, list_file: Path, tmp_path: Path
) -> None:
    result = run(
        "check", "a.pdf", "b.pdf", "-f", "html", "-f", "xlsx", "--output-dir", tmp_path / "uit",
        "--recommendations", list_file,
    )  # fmt: skip
    assert result.code == 0
    assert sorted(p.name for p in (tmp_path / "uit").iterdir()) == ["report.html", "report.xlsx"]
    book = openpyxl.load_workbook(tmp_path / "uit" / "report.xlsx")
    programmes = {row[0].value for row in book.worksheets[1].iter_rows(min_row=2)}
    assert programmes == {"a.pdf", "b.pdf"}


def test_links_lead_from_the_file_to_the_programme(
    run: Run, list_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "werk").mkdir()
    monkeypatch.chdir(tmp_path / "werk")
    options = ("--format", "html", "--recommendations", list_file)
    run("check", "pdf/mijn a#1.pdf", *options, "--output-dir", "uit")
    assert 'href="../pdf/mijn%20a%231.pdf#page=1"' in Path("uit/mijn a#1.html").read_text("utf-8")
    assert 'href="pdf/mijn%20a%231.pdf#page=1"' in run("check", "pdf/mijn a#1.pdf", *options).out
    run("check", tmp_path / "x.pdf", *options, "--output", "y.html")
    assert 'href="../x.pdf#page=1"' in Path("y.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("-f", "html", "-f", "xlsx"), "--output-dir"),
        (("-f", "html", "-f", "xlsx", "-o", "x.html"), "--output-dir"),
        (("-f", "html", "--output-dir", "uit", "-o", "x.html"), "gaan niet samen"),
        (("--output-dir", "uit"), "--format"),
        (("-f", "html", "--output-dir", "lijst.yaml"), "geen map"),
        (("-f", "html", "--output-dir", "lijst.yaml/x"), "geen map"),
        (("-f", "csv", "--csv-dialect", "excel-de"), "excel-nl"),
    ],
)
def test_options_that_contradict_each_other_are_told_before_the_work(
    run: Run,
    list_file: Path,
    monkeypatch: pytest.MonkeyPatch,
    options: tuple[str, ...],
    says: str,
) -> None:
    monkeypatch.chdir(list_file.parent)
    result = run("check", "a.pdf", *options, "--recommendations", list_file)
    assert (result.code, result.out) == (2, "")
    assert says in result.err
    assert [path.name for path in list_file.parent.iterdir()] == [list_file.name]


@pytest.mark.parametrize(
    ("form", "name", "other"),
    [
        ("json", "x.html", "html"),
        ("html", "x.JSON", "json"),
        ("json", "x.gitlab.json", None),
        ("terminal", "x.md", "markdown"),
        ("json", "x.json", None),
        ("json", "x.2026.json", None),
        ("gitlab", "x.json", None),
        ("github", "x.txt", None),
        ("sarif", "x.sarif", None),
        ("json", "x.dat", None),
        ("json", "x", None),
    ],
)
def test_an_extension_of_another_format_than_asked_for_is_told(
    run: Run, list_file: Path, tmp_path: Path, form: str, name: str, other: str | None
) -> None:
    output = tmp_path / name
    command = ("check", "a.pdf", "-f", form, "-o", output, "--recommendations", list_file)
    result = run(*command, "--language", "nl")
    assert (result.code, output.exists()) == (0, True)
    says = f"let op: {output}: geschreven als {form}, zoals --format zegt; de extensie hoort bij"
    assert result.err == (f"{says} {other}\n" if other else "")
    assert run(*command, "--quiet").err == ""


def test_the_same_format_twice_is_once(run: Run, list_file: Path) -> None:
    result = run("check", "a.pdf", "-f", "csv", "-f", "csv", "--recommendations", list_file)
    assert result.code == 0
    assert result.out.startswith("kind,")


def test_a_workbook_is_not_for_a_screen(
    run: Run, list_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    result = run("check", "a.pdf", "-f", "xlsx", "--recommendations", list_file)
    assert (result.code, result.out) == (2, "")
    assert "--output" in result.err


def test_a_workbook_can_go_into_a_pipe(
    run: Run, list_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    monkeypatch.setattr(sys, "stdout", pipe)
    assert run("check", "a.pdf", "-f", "xlsx", "--recommendations", list_file).code == 0
    openpyxl.load_workbook(pipe.buffer)


def test_a_file_in_the_folder_never_overwrites_what_is_read(
    run: Run, list_file: Path, tmp_path: Path
) -> None:
    programme = tmp_path / "a.html"  # a programme of another type, one day
    programme.write_bytes(b"%PDF-")
    result = run(
        "check", programme, "-f", "html", "--output-dir", tmp_path, "--recommendations", list_file
    )
    assert result.code == 2
    assert "overschrijven" in result.err
    assert programme.read_bytes() == b"%PDF-"


def test_csv_for_dutch_excel(run: Run, list_file: Path, tmp_path: Path) -> None:
    output = tmp_path / "report.csv"
    run("check", "a.pdf", "-o", output, "--csv-dialect", "excel-nl", "--recommendations", list_file)
    data = output.read_bytes()
    assert data.startswith("\ufeffkind;programme;".encode())
    assert ";0,8;0,9;" in data.decode("utf-8-sig")


def test_nothing_is_written_when_no_programme_could_be_opened(
    run: Run, list_file: Path, tmp_path: Path
) -> None:
    result = run(
        "check", "broken.pdf", "-f", "html", "--output-dir", tmp_path / "uit",
        "--recommendations", list_file,
    )  # fmt: skip
    assert result.code == 3
    assert not (tmp_path / "uit").exists()
