"""What a config file may hold, and how an error names the file, the line and the key."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manifesto_check.cli.messages import messages_in, told
from manifesto_check.config.errors import ConfigError, ConfigProblem
from manifesto_check.config.model import Config, Setting
from manifesto_check.config.reading import read_config
from manifesto_check.model import Verdict
from manifesto_check.reports.interface import Language

WHOLE = """\
recommendations = "lijsten/afspraken.yaml"
min-confidence = 0.5
dutch-model = "nl_core_news_md"
require = ["V1.3", "V2 = covered"]
forbid-opposed = true
baseline = "oud.json"
fail-on-loss = false
fail-on-changed-quote = true

[fail-under]
V = 60
N = 12.5

[fail-under-theme]
V1 = 80

[ignore]
V5.3b = "Geen raamprostitutie."
"L1.1a" = "Afgesproken."

[not-applicable]
V3 = "Wij zijn een dorp."
"""


def config(folder: Path, text: str, name: str = "manifesto-check.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def problem(path: Path) -> str:
    """The message of the error, which is the same in its one language as told."""
    with pytest.raises(ConfigError) as caught:
        read_config(path)
    assert caught.value.exit_code == 2
    for language in Language:
        line = told(caught.value, messages_in(language))
        assert "\n" not in line
        assert "{" not in line.replace("{ V", "").replace('{ "V', "").replace("{...}", "")
    return str(caught.value)


def test_everything_can_be_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = config(tmp_path, WHOLE)
    assert read_config(path) == Config(
        recommendations=(Path("lijsten/afspraken.yaml"),),
        dutch_model="nl_core_news_md",
        min_confidence=0.5,
        fail_under=(
            Setting("V", 60.0, "manifesto-check.toml:11"),
            Setting("N", 12.5, "manifesto-check.toml:12"),
        ),
        fail_under_theme=(Setting("V1", 80.0, "manifesto-check.toml:15"),),
        require=(
            Setting("V1.3", Verdict.PARTIAL, "manifesto-check.toml:4: require"),
            Setting("V2", Verdict.COVERED, "manifesto-check.toml:4: require"),
        ),
        ignore=(
            Setting("V5.3b", "Geen raamprostitutie.", "manifesto-check.toml:18"),
            Setting("L1.1a", "Afgesproken.", "manifesto-check.toml:19"),
        ),
        not_applicable=(Setting("V3", "Wij zijn een dorp.", "manifesto-check.toml:22"),),
        forbid_opposed=True,
        baseline=Path("oud.json"),
        fail_on_loss=False,
        fail_on_changed_quote=True,
    )


def test_the_same_in_a_pyproject(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = '[project]\nname = "x"\n\n[tool.manifesto-check]\nforbid-opposed = true\n'
    path = config(tmp_path, text + "fail-under.V = 60\n", "pyproject.toml")
    monkeypatch.chdir(tmp_path)
    found = read_config(path)
    assert found.forbid_opposed is True
    assert found.fail_under == (Setting("V", 60.0, "pyproject.toml:6"),)


def test_paths_are_from_the_folder_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "drafts").mkdir()
    path = config(tmp_path, 'baseline = "oud.json"')
    monkeypatch.chdir(tmp_path / "drafts")
    assert read_config(path).baseline == Path("../oud.json")


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("fail-undr = 3", 1, "onbekende sleutel 'fail-undr'; bedoelde u 'fail-under'?"),
        ("\nfail_under.V = 60", 2, "onbekende sleutel 'fail_under'; bedoelde u 'fail-under'?"),
        ("x = 1", 1, "onbekende sleutel 'x'; bekend zijn recommendations, dutch-model"),
        ("forbid-opposed = 1", 1, "forbid-opposed moet true of false zijn, niet 1"),
        ('fail-on-loss = "ja"', 1, "fail-on-loss moet true of false zijn, niet 'ja'"),
        ("fail-under = 60", 1, "fail-under = { V = 60 }, niet 60"),
        ("fail-under-theme = 60", 1, "fail-under-theme = { V1 = 60 }"),
        ("[fail-under]\nV = 101", 2, "fail-under.V moet een getal van 0 tot 100 zijn, niet 101"),
        ("[fail-under]\nN=1\nV = '60%'", 3, "fail-under.V moet een getal"),
        ("fail-under = {V = true}", 1, "niet true"),
        ("fail-under = {V = nan}", 1, "niet nan"),
        ("require = 'V1'", 1, 'require = ["V1.3", "V2=covered"], niet \'V1\''),
        ("require = [1]", 1, "niet [...]"),
        ("require = ['V1=gedekt']", 1, "na = komt partial of covered, niet 'gedekt'"),
        ("require = ['V1=']", 1, "na = komt partial of covered"),
        ("ignore = ['V1']", 1, 'ignore = { "V5.3b" = "..." }'),
        ("[ignore]\nV5.3b = ''", 2, "ignore.V5.3b moet een reden hebben"),
        ("[not-applicable]\nV5.3b = 3", 2, "not-applicable.V5.3b moet een reden hebben"),
        ("min-confidence = 60", 1, "min-confidence moet een getal van 0 tot 1 zijn"),
        ("baseline = true", 1, "baseline moet tekst zijn"),
        ("baseline = ''", 1, "baseline moet tekst zijn"),
        ("a = 1\nb =", 2, "geen geldige TOML"),
    ],
)
def test_an_error_names_the_line_and_the_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, line: int, says: str
) -> None:
    monkeypatch.chdir(tmp_path)
    message = problem(config(tmp_path, text))
    assert message.startswith(f"manifesto-check.toml:{line}: ")
    assert says in message


def test_what_is_no_config_file(tmp_path: Path) -> None:
    assert "bestaat niet" in problem(tmp_path / "weg.toml")
    assert "kan niet gelezen worden" in problem(tmp_path)
    path = tmp_path / "latijn.toml"
    path.write_bytes("x = 'é'".encode("latin-1"))
    assert "UTF-8" in problem(path)
    assert "geen tabel [tool.manifesto-check]" in problem(
        config(tmp_path, "[tool.ruff]", "pyproject.toml")
    )


@pytest.mark.parametrize("name", ["manifesto-chek", "manifesto_check", "manifestocheck"])
def test_a_misspelt_table_is_named(tmp_path: Path, name: str) -> None:
    message = problem(config(tmp_path, f"[tool.{name}]\nx = 1", "pyproject.toml"))
    assert f"pyproject.toml:1: onbekende tabel [tool.{name}]" in message


@given(text=st.text(max_size=200))
def test_whatever_stands_in_it_ends_in_settings_or_one_line(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_text(text, encoding="utf-8", errors="replace", newline="")
    error: ConfigError | None = None
    try:
        read_config(path)
    except ConfigError as found:
        error = found
    if error is not None:
        assert "\n" not in told(error, messages_in(Language.NL)).replace("\r", "")


def test_every_problem_is_told_in_both_languages() -> None:
    for language in Language:
        assert set(messages_in(language).config_problems) == set(ConfigProblem)


def test_the_command_line_wins_id_by_id() -> None:
    given_there = Config(
        fail_under=(Setting("v", 50.0, "--fail-under"),), forbid_opposed=False, baseline=Path("n")
    )
    file = Config(
        fail_under=(Setting("V", 60.0, "f:1"), Setting("N", 10.0, "f:2")),
        forbid_opposed=True,
        fail_on_loss=True,
        baseline=Path("o"),
    )
    both = given_there.over(file)
    assert [(s.id, s.value) for s in both.fail_under] == [("v", 50.0), ("N", 10.0)]
    assert (both.forbid_opposed, both.fail_on_loss, both.baseline) == (False, True, Path("n"))
