"""Conditions on the command line: exit codes, messages, and the config file."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from fake_checking import Result, Run

pytestmark = pytest.mark.usefixtures("fake_checking")
# The fake checker finds A1.1a and B1.1a covered and A1.1b absent.


@pytest.fixture
def check(run: Run, list_file: Path, tmp_path: Path) -> Run:
    """Run check on a programme in an empty folder, with the small list."""

    def check_it(*arguments: str | Path, programme: str = "a.pdf") -> Result:
        return run("check", tmp_path / programme, "--recommendations", list_file, *arguments)

    return check_it


def config(folder: Path, text: str) -> None:
    (folder / "manifesto-check.toml").write_text(text, encoding="utf-8")


def test_met_conditions_end_in_0_and_stand_in_the_report(check: Run) -> None:
    result = check("--fail-under", "A=50", "--require", "B1", "--forbid-opposed")
    assert (result.code, result.err) == (0, "")
    assert "✓ gehaald: dekking van A is 50%, gevraagd is minstens 50%" in result.out
    assert "✓ gehaald: B1 is minstens deels gedekt, zoals gevraagd" in result.out
    assert "✓ gehaald: geen enkele maatregel is tegengesteld" in result.out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--fail-under", "A=50,5"), "dekking van A is 50%, gevraagd is minstens 50,5%"),
        (("--fail-under-theme", "a1=60%"), "dekking van A1 is 50%, gevraagd is minstens 60%"),
        (("--require", "A1.1"), "A1.1 is niet minstens deels gedekt, want dit ontbreekt: A1.1b"),
        (("--require", "a1.1B=covered"), "a.pdf: A1.1b is niet gedekt"),
    ],
)
def test_an_unmet_condition_ends_in_1_and_is_told(
    check: Run, arguments: tuple[str, ...], says: str
) -> None:
    result = check(*arguments, "-q")
    assert result.code == 1
    assert says in result.err
    assert result.err.count("\n") == 1
    assert "✗ niet gehaald" in result.out
    data = json.loads(check(*arguments, "-f", "json").out)
    assert [outcome["met"] for outcome in data["conditions"]] == [False]


def test_measures_are_named_on_stderr_where_the_report_goes_elsewhere(
    check: Run, tmp_path: Path
) -> None:
    result = check("--require", "A1", "-o", tmp_path / "r.json")
    assert result.code == 1
    assert "- A1.1b niet gevonden (80%): Er komt een loket voor huurders." in result.err


def test_conditions_in_english(check: Run) -> None:
    result = check("--require", "A1.1", "--language", "en")
    assert "condition not met: " in result.err
    assert "A1.1 is not at least partly covered, as this is missing: A1.1b" in result.err


def test_an_unreadable_programme_wins_over_a_condition(
    run: Run, check: Run, list_file: Path, tmp_path: Path
) -> None:
    result = check("--require", "A1", programme="unreadable.pdf")
    assert result.code == 3
    assert "de voorwaarden zijn niet beoordeeld" in result.err
    assert check("--require", "A1", programme="broken.pdf").code == 3
    assert check("--require", "A1", programme="faulty.pdf").code == 4
    both = run(
        "check", tmp_path / "a.pdf", tmp_path / "broken.pdf", "--require", "A1",
        "--recommendations", list_file,
    )  # fmt: skip
    assert both.code == 3
    assert "a.pdf: A1 is niet" in both.err


def test_of_several_programmes_the_failing_one_is_named(
    run: Run, list_file: Path, tmp_path: Path
) -> None:
    result = run(
        "check", tmp_path / "a.pdf", tmp_path / "partly.pdf", "--recommendations", list_file,
        "--require", "A1.1b", "-q",
    )  # fmt: skip
    assert result.code == 1
    first, second = result.err.splitlines()
    assert "a.pdf: A1.1b is niet" in first
    assert "partly.pdf: A1.1b is niet" in second
    assert second.partition("; ")[2].startswith("het kan op een pagina staan die niet gelezen")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--fail-under", "60"), "--fail-under 60: geef het nummer en een percentage, zoals V=60"),
        (("--fail-under", "A="), "geef het nummer en een percentage"),
        (("--fail-under", "A=abc"), "--fail-under A=abc: het percentage moet een getal"),
        (("--fail-under", "A=101"), "van 0 tot 100"),
        (("--fail-under", "A=nan"), "van 0 tot 100"),
        (("--fail-under", "A1=50"), "--fail-under A1=50: 'A1' is een thema, geen bron"),
        (("--fail-under-theme", "A9=50"), "er is geen thema 'A9' in de lijst; kies uit: A1, B1"),
        (("--require", "A1.1c"), "--require A1.1c: er is geen maatregel 'A1.1c'"),
        (("--require", "A1.1=gedekt"), "na = komt partial of covered"),
        (("--require", "A1.1="), "na = komt partial of covered"),
        (("--ignore", "A1.1b"), "geef bij elke --ignore een --reason"),
        (("--ignore", "A1.1b", "--reason", " "), "--reason mag niet leeg zijn"),
        (("--reason", "x"), "--reason hoort bij --ignore"),
        (("--not-applicable", "A1.1b"), "--not-applicable A1.1b: geef ook een reden"),
        (("--not-applicable", "A7=x"), "--not-applicable A7: er is geen maatregel 'A7'"),
        (("--fail-on-loss",), "--fail-on-loss heeft een eerder rapport nodig"),
        (("--fail-on-changed-quote",), "--fail-on-changed-quote heeft een eerder rapport nodig"),
        (("--baseline", "weg.json"), "weg.json: dit eerdere rapport bestaat niet"),
        (("--config", "weg.toml"), "weg.toml: dit configuratiebestand bestaat niet"),
        (("--require", "A1.1b", "--not-applicable", "A1.1b=x"), "telt geen enkele maatregel mee"),
    ],
)
def test_wrong_use_is_told_before_the_work_begins(
    check: Run, arguments: tuple[str, ...], says: str
) -> None:
    result = check(*arguments, programme="faulty.pdf")
    assert (result.code, result.out) == (2, "")
    assert says in result.err
    assert result.err.count("\n") == 1


def test_what_is_ignored_does_not_count_and_is_listed(check: Run) -> None:
    ignore = ("--ignore", "A1.1b", "--reason", "later")
    result = check(*ignore, "--fail-under", "A=100", "--not-applicable", "b=een dorp")
    assert result.code == 0
    assert "telt niet mee (overgeslagen): later" in result.out
    assert "telt niet mee (niet van toepassing): een dorp" in result.out
    data = json.loads(check(*ignore, "-f", "json").out)
    assert data["ignored"] == [{"measure": "A1.1b", "kind": "ignored", "reason": "later"}]
    assert [source["coverage"] for source in data["sources"]] == [100.0, 100.0]
    assert [m["counted"] for m in data["measures"]] == [True, False, True]


def test_one_reason_may_serve_all(check: Run) -> None:
    several = ("--ignore", "A1.1a", "--ignore", "A1.1b")
    data = json.loads(check(*several, "--reason", "x", "-f", "json").out)
    assert [one["reason"] for one in data["ignored"]] == ["x", "x"]
    data = json.loads(check(*several, "--reason", "x", "--reason", "y", "-f", "json").out)
    assert [one["reason"] for one in data["ignored"]] == ["x", "y"]


def test_nothing_is_lost_since_the_same_report(check: Run, tmp_path: Path) -> None:
    old = tmp_path / "oud.json"
    assert check("-o", old).code == 0
    # The fake reports are of version 0, which is another than that of the tool.
    result = check("--baseline", old, "--fail-on-loss")
    assert result.code == 2
    assert "dit eerdere rapport is van versie 0" in result.err
    assert f"--no-baseline en --output {old}" in result.err


def test_all_of_it_comes_from_the_config_file_and_the_command_line_wins(
    run: Run, list_file: Path, tmp_path: Path
) -> None:
    config(
        tmp_path,
        'recommendations = "lijst.yaml"\nrequire = ["A1.1b"]\nforbid-opposed = true\n'
        'fail-under = { A = 60, B = 100 }\n[ignore]\nB1.1a = "afspraak"\n',
    )
    result = run("check", tmp_path / "a.pdf", "-f", "json")
    assert (result.code, result.out) == (2, "")
    assert "manifesto-check.toml:4: hiervan telt geen enkele maatregel mee" in result.err
    config(
        tmp_path,
        'recommendations = "lijst.yaml"\nrequire = ["A1.1b"]\nforbid-opposed = true\n'
        "fail-under = { A = 60 }\nmin-confidence = 0.85\n",
    )
    result = run("check", tmp_path / "a.pdf", "-f", "json")
    assert result.code == 1
    data = json.loads(result.out)
    found = {outcome["kind"]: outcome for outcome in data["conditions"]}
    assert set(found) == {"fail-under", "require", "forbid-opposed"}
    assert found["require"]["uncertain"] == ["A1.1b"]
    arguments = ("--fail-under", "a=50", "--no-forbid-opposed", "--min-confidence", "0.5")
    data = json.loads(run("check", tmp_path / "a.pdf", "-f", "json", *arguments).out)
    found = {outcome["kind"]: outcome for outcome in data["conditions"]}
    assert set(found) == {"fail-under", "require"}
    assert found["fail-under"]["met"]
    assert found["require"]["uncertain"] == []
    none = run("check", tmp_path / "a.pdf", "--no-config", "--recommendations", list_file)
    assert (none.code, none.err) == (0, "")


def test_a_misspelt_key_ends_in_2(check: Run, tmp_path: Path) -> None:
    config(tmp_path, "\nfail-on-los = true\n")
    result = check()
    assert (result.code, result.out) == (2, "")
    line = "manifesto-check.toml:2: onbekende sleutel 'fail-on-los'; bedoelde u 'fail-on-loss'?"
    assert result.err.startswith("fout: ")
    assert result.err.rstrip().endswith(line)
    english = check("--language", "en").err
    assert "unknown key 'fail-on-los'; did you mean 'fail-on-loss'?" in english


def test_compare_has_the_same_conditions(run: Run, list_file: Path, tmp_path: Path) -> None:
    files = (tmp_path / "a.pdf", tmp_path / "b.pdf")
    result = run(
        "compare", *files, "--recommendations", list_file, "--require", "A1.1b",
        "--ignore", "B1", "--reason", "elders",
    )  # fmt: skip
    assert result.code == 1
    assert result.err.count("voorwaarde niet gehaald") == 2
    assert "a.pdf: voorwaarde niet gehaald: A1.1b is niet" in result.out
    assert "B1.1a telt niet mee (overgeslagen): elders" in " ".join(result.out.split())
    assert run("compare", *files, "--recommendations", list_file, "--require", "B1").code == 0


def test_the_baseline_is_not_overwritten(check: Run, tmp_path: Path) -> None:
    old = tmp_path / "oud.json"
    old.write_text("{}", encoding="utf-8")
    assert check("--baseline", old, "-o", old).code == 2
    assert old.read_text(encoding="utf-8") == "{}"
    assert check("--baseline", old, "--no-baseline", "-o", old).code == 0


AGAIN = "manifesto-check check PROGRAMMA... --no-baseline --output"


@pytest.fixture
def agreed(
    run: Run, list_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Path]:
    """Makes an earlier report of programmes; the fake reports are of version 0."""
    monkeypatch.setattr("manifesto_check.cli.demands.__version__", "0")

    def make(*names: str) -> Path:
        path = tmp_path / "oud.json"
        files = [tmp_path / name for name in names]
        assert run("check", *files, "--recommendations", list_file, "-o", path, "-q").code == 0
        return path

    return make


def reworded(path: Path) -> None:
    """Give the first measure of an earlier report a second quote, that stands in no text."""
    data = json.loads(path.read_text(encoding="utf-8"))
    quotes = data["measures"][0]["evidence"]
    gone = (f"Wij bouwen {number} dure woningen." for number in (3, 4))
    quotes += [{**quotes[0], "quote": text} for text in gone]
    path.write_text(json.dumps(data), encoding="utf-8")


def test_a_quote_that_is_gone_is_told_where_nothing_fails_on_it(
    check: Run, agreed: Callable[..., Path]
) -> None:
    old = agreed("a.pdf")
    assert check("--baseline", old).err == ""
    reworded(old)
    result = check("--baseline", old, "--fail-on-loss")
    assert result.code == 0
    assert result.err.count("\n") == 1
    assert "a.pdf: 2 citaten staan niet meer in de tekst, zonder zwakker oordeel" in result.err
    assert "bij A1.1a; met --fail-on-changed-quote is dat een fout" in result.err
    assert check("--baseline", old, "--fail-on-loss", "-q").err == ""
    english = check("--baseline", old, "--language", "en").err
    assert "2 quotes no longer in the text, without a weaker verdict, of A1.1a" in english


def test_a_quote_that_is_gone_fails_where_it_is_asked(
    check: Run, agreed: Callable[..., Path], tmp_path: Path
) -> None:
    old = agreed("a.pdf")
    assert check("--baseline", old, "--fail-on-changed-quote").code == 0
    reworded(old)
    config(tmp_path, 'baseline = "oud.json"\nfail-on-changed-quote = true\n')
    result = check("-o", tmp_path / "r.json")
    assert result.code == 1
    unmet, why = result.err.splitlines()
    assert "niet meer zo in de tekst bij: A1.1a (--fail-on-changed-quote)" in unmet
    assert why.startswith("- A1.1a is nog gedekt: Er komen betaalbare woningen. – niet meer in de")
    assert why.endswith("toen p. 1: “Wij bouwen 4 dure woningen.”")
    assert check("--no-fail-on-changed-quote", "-q").code == 0


@pytest.mark.parametrize("command", ["check", "compare"])
def test_a_renamed_draft_beside_another_programme_is_no_draft_without_loss(
    run: Run, list_file: Path, tmp_path: Path, agreed: Callable[..., Path], command: str
) -> None:
    old = agreed("a.pdf", "b.pdf")
    given = (command, tmp_path / "a.pdf", tmp_path / "b-nieuw.pdf", "--baseline", old)
    result = run(*given, "--recommendations", list_file, "--fail-on-loss")
    assert result.code == 1
    unmet, new, missing, again = result.err.splitlines()
    assert "b-nieuw.pdf: dit programma is met geen enkel eerder rapport vergeleken" in unmet
    assert "1 van 2 programma's niet" in new
    assert new.endswith("b-nieuw.pdf")
    assert missing.endswith(f"nu niet gegeven: {tmp_path / 'b.pdf'}")
    assert again.endswith(f"{AGAIN} {old}")
    # Where nothing is asked that needs an earlier report, it is only told.
    result = run(*given, "--recommendations", list_file, "--require", "B1")
    assert (result.code, result.err.count("\n")) == (0, 2)


def test_a_programme_alone_belongs_to_the_only_report_whatever_its_name(
    check: Run, agreed: Callable[..., Path]
) -> None:
    old = agreed("a.pdf")
    result = check("--baseline", old, "--fail-on-loss", programme="anders.pdf")
    assert (result.code, result.err) == (0, "")


@pytest.mark.parametrize("option", ["--fail-on-loss", "--fail-on-changed-quote"])
def test_what_is_not_judged_without_a_baseline_is_told(
    check: Run, tmp_path: Path, option: str
) -> None:
    result = check(option, "--no-baseline")
    assert (result.code, result.err.count("\n")) == (0, 1)
    assert f"let op: {option} wordt niet beoordeeld, want --no-baseline is gegeven" in result.err
    config(tmp_path, f'baseline = "oud.json"\n{option[2:]} = true\n')
    assert f"{option} is not judged" in check("--no-baseline", "--language", "en").err
    assert check("--no-baseline", f"--no-{option[2:]}").err == ""
