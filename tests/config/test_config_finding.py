"""Which config file holds for which programme."""

from pathlib import Path

import pytest

from manifesto_check.config.errors import ConfigError
from manifesto_check.config.finding import find_config

OURS = "[tool.manifesto-check]\n"


def folder(path: Path, **files: str) -> Path:
    path.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (path / f"{name.replace('_', '-')}.toml").write_text(text, encoding="utf-8")
    return path


def test_the_nearest_above_holds(tmp_path: Path) -> None:
    folder(tmp_path, manifesto_check="")
    deep = folder(tmp_path / "a/b")
    assert find_config([deep / "x.pdf"]) == tmp_path / "manifesto-check.toml"
    folder(tmp_path / "a", pyproject=OURS)
    assert find_config([deep / "x.pdf"]) == tmp_path / "a/pyproject.toml"
    folder(tmp_path / "a", manifesto_check="")
    assert find_config([deep / "x.pdf"]) == tmp_path / "a/manifesto-check.toml"
    folder(deep, manifesto_check="")
    assert find_config([deep / "x.pdf"]) == deep / "manifesto-check.toml"
    assert find_config([deep]) == deep / "manifesto-check.toml"
    assert find_config([deep / "**/*.pdf"]) == deep / "manifesto-check.toml"


@pytest.mark.parametrize("text", ["[tool.ruff]\n", "tool = 3", "not toml at all ["])
def test_a_pyproject_of_others_is_passed_over(tmp_path: Path, text: str) -> None:
    folder(tmp_path, manifesto_check="")
    inside = folder(tmp_path / "a", pyproject=text)
    assert find_config([inside / "x.pdf"]) == tmp_path / "manifesto-check.toml"


@pytest.mark.parametrize("text", ["[tool.manifesto-check\nx = 1", "[tool.manifesto-chek]\n"])
def test_one_that_is_wrong_but_ours_is_not(tmp_path: Path, text: str) -> None:
    inside = folder(tmp_path / "a", pyproject=text)
    assert find_config([inside / "x.pdf"]) == inside / "pyproject.toml"


def test_the_way_up_is_that_of_the_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder(tmp_path / "a", manifesto_check="")
    folder(tmp_path / "b")
    monkeypatch.chdir(tmp_path / "a")
    assert find_config([Path("x.pdf")]) == tmp_path / "a/manifesto-check.toml"
    assert find_config([Path("../b/x.pdf")]) != tmp_path / "a/manifesto-check.toml"


def test_programmes_under_different_files_are_refused(tmp_path: Path) -> None:
    one = folder(tmp_path / "a", manifesto_check="")
    other = folder(tmp_path / "b", manifesto_check="")
    assert find_config([one / "x.pdf", one / "y.pdf"]) == one / "manifesto-check.toml"
    with pytest.raises(ConfigError, match="--config"):
        find_config([one / "x.pdf", other / "x.pdf"])
