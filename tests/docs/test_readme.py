"""README and docs say what the tool does: options, codes, variables, figures, links."""

import importlib.util
import json
import re
from dataclasses import asdict
from pathlib import Path
from types import ModuleType

import pytest
from help_texts import all_help

from manifesto_check.cli import guard
from manifesto_check.errors import ManifestoCheckError
from manifesto_check.evaluation.metrics import score

ROOT = Path(__file__).resolve().parents[2]
SOURCES = [path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py")]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = (ROOT / "docs/commands.md").read_text(encoding="utf-8")
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "examples/README.md"])
REWRITE = "run python tests/docs/help_texts.py"


@pytest.fixture(scope="module")
def helps() -> dict[str, str]:
    return all_help()


@pytest.fixture(scope="module")
def figures() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "update_accuracy", ROOT / "scripts/update_accuracy.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def folded(text: str) -> str:
    return " ".join(text.split())


def anchors(text: str) -> set[str]:
    """The names that code hosts give to the headings of a page."""
    titles = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\s-]", "", title.lower()).strip().replace(" ", "-") for title in titles}


def test_the_help_of_every_command_is_on_the_page_of_commands(helps: dict[str, str]) -> None:
    page = folded(COMMANDS)
    assert len(helps) >= 8
    for command, text in helps.items():
        assert f"manifesto-check {command} --help".replace("  ", " ") in page, (command, REWRITE)
        assert folded(text) in page, (command, REWRITE)


def test_no_command_is_shown_that_is_gone(helps: dict[str, str]) -> None:
    shown = re.findall(r"^\$ manifesto-check ?(.*?) ?--help$", COMMANDS, re.MULTILINE)
    assert sorted(shown) == sorted(helps)


def test_the_readme_names_every_command(helps: dict[str, str]) -> None:
    table = README.partition("## Commands")[2].partition("\n### ")[0]
    cells = re.findall(r"^\| (`.+?`) \|", table, re.MULTILINE)
    named = {
        f"recommendations {one}" if one != first and first.startswith("recommendations") else one
        for cell in cells
        for words in [re.findall(r"`([a-z ]+?)(?: [A-Z].*?)?`", cell)]
        for first in words[:1]
        for one in words
    }
    assert named == set(helps) - {"", "recommendations"}


def test_options_in_the_examples_exist(helps: dict[str, str]) -> None:
    known = set(re.findall(r"--[a-z][a-z-]+", " ".join(helps.values())))
    for page in PAGES:
        for line in re.findall(r"^manifesto-check .*$", page.read_text("utf-8"), re.MULTILINE):
            assert set(re.findall(r"--[a-z][a-z-]+", line)) <= known, (page.name, line)


def test_every_exit_code_is_named() -> None:
    codes = {value for name, value in vars(guard).items() if name.isupper() and type(value) is int}
    codes |= {error.exit_code for error in ManifestoCheckError.__subclasses__()} | {1}
    table = README.partition("### Exit codes")[2].partition("\n## ")[0]
    assert {int(code) for code in re.findall(r"^\| `(\d+)` \|", table, re.MULTILINE)} == codes


def test_every_environment_variable_is_named() -> None:
    pattern = r"""environ(?:ment)?(?:\.get\(|\.setdefault\(|\[)\s*"(\w+)"|envvar="(\w+)\""""
    used = {a or b for text in SOURCES for a, b in re.findall(pattern, text)}
    table = COMMANDS.partition("## Environment variables")[2].partition("\n## ")[0]
    named = set(re.findall(r"`([A-Z_]+)`", "".join(re.findall(r"^\|(.+?)\|", table, re.M))))
    assert "MANIFESTO_CHECK_DEBUG" in used
    assert used == named


def test_the_published_accuracy_is_that_of_the_shipped_model(figures: ModuleType) -> None:
    training = json.loads(figures.MODEL.read_text(encoding="utf-8"))["training"]
    page = figures.PAGE.read_text(encoding="utf-8")
    rewrite = "run python scripts/update_accuracy.py"
    assert figures.block(README, "accuracy").strip() == figures.comparison(training), rewrite
    assert figures.block(page, "accuracy").strip() == figures.all_figures(training), rewrite


def test_the_simpler_methods_have_the_figures_of_the_page(figures: ModuleType) -> None:
    page = figures.PAGE.read_text(encoding="utf-8")
    for name, said in zip(
        ("token_set_ratio", "bm25", "use_cosine", "no_reading"), figures.BASELINES, strict=True
    ):
        row = re.search(rf"^\| {name} \|(.+)\|$", page, re.MULTILINE)
        assert row is not None, name
        assert [float(cell) for cell in row[1].split("|")] == [float(cell) for cell in said[1:]]


def test_the_readme_names_the_programmes_that_were_trained_on(figures: ModuleType) -> None:
    training = json.loads(figures.MODEL.read_text(encoding="utf-8"))["training"]
    read = folded(README).partition("programmes were read while")[2].partition(". ")[0]
    assert re.findall(r"(?:ams|tk)\w*-\w+", read) == training["programmes"]
    unread = folded(README).partition("**kept unread** (")[2].partition(")")[0]
    kept = re.findall(r"(?:ams|tk)\w*-\w+", unread)
    assert kept == training["unread"]["programmes"]
    assert not set(kept) & set(training["programmes"])


@pytest.mark.parametrize(
    ("name", "pairs"), [("examples", "example_pairs"), ("invented", "invented_pairs")]
)
def test_the_figures_on_programmes_of_invented_parties_are_still_those(
    figures: ModuleType, name: str, pairs: str
) -> None:
    said = figures.block(figures.PAGE.read_text(encoding="utf-8"), name)
    scores = asdict(score(getattr(figures, pairs)()))
    for name, text in re.findall(r"^\| `(\w+)` \| ([\d.,]+) \|", said, re.MULTILINE):
        tolerance = {"theme_mae": 0.5}.get(name, 0.02)
        value = float(text.replace(",", ""))
        assert value == pytest.approx(scores[name], abs=tolerance), (
            name,
            "run python scripts/update_accuracy.py --examples",
        )


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_links_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    prose = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    for link in re.findall(r"\]\(([^)\s]+)\)", prose):
        if re.match(r"[a-z]+:", link):
            continue
        name, _, anchor = link.partition("#")
        target = page.parent / name if name else page
        assert target.exists(), link
        if anchor:
            assert anchor in anchors(target.read_text(encoding="utf-8")), link


def test_every_module_named_in_how_it_works_exists() -> None:
    page = (ROOT / "docs/how-it-works.md").read_text(encoding="utf-8")
    named = re.findall(r"`([\w/]+\.(?:py|tsv|txt|json|yaml))`", page)
    package = ROOT / "src/manifesto_check"
    assert len(named) > 30
    assert [n for n in named if not ((package / n).exists() or (ROOT / n).exists())] == []
