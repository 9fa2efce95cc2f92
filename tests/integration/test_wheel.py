"""The wheel holds all that the command needs, and the command runs from it, away from here."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.slow
DATA = (
    "manifesto_check/comparing/fonts/OpenSans-Bold.ttf",
    "manifesto_check/comparing/fonts/OpenSans-Regular.ttf",
    "manifesto_check/data/recommendations.yaml",
    "manifesto_check/matching/verdict_model.json",
    "manifesto_check/py.typed",
    "manifesto_check/reports/html/static/base.css",
    "manifesto_check/reports/html/static/compare.css",
    "manifesto_check/reports/html/static/filter.js",
    "manifesto_check/reports/html/templates/base.html.jinja",
)


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command as if no Python environment but its own were there; return its output."""
    environment = {k: v for k, v in os.environ.items() if k not in {"PYTHONPATH", "VIRTUAL_ENV"}}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built with what is installed: nothing is downloaded."""
    pytest.importorskip("hatchling", reason="hatchling builds the wheel")
    pytest.importorskip("pip", reason="pip builds the wheel")
    folder = tmp_path_factory.mktemp("wheel")
    options = ("--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", folder)
    run(sys.executable, "-m", "pip", "wheel", ROOT, *options, cwd=folder)
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def scripts(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The commands of a new environment with the wheel, which borrows our dependencies.

    They come last on its path and without their .pth files, so an editable
    installation of this project among them is not seen.
    """
    home = tmp_path_factory.mktemp("environment")
    venv.create(home, symlinks=os.name != "nt")
    variables = {"base": str(home), "platbase": str(home)}
    python = Path(sysconfig.get_path("scripts", "venv", variables)) / "python"
    options = ("install", "--no-deps", "--no-index", wheel)
    run(sys.executable, "-m", "pip", "--python", python, *options, cwd=home)
    borrowed = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    own = Path(sysconfig.get_path("purelib", "venv", variables))
    (own / "borrowed.pth").write_text("\n".join(sorted(borrowed)), encoding="utf-8")
    return python.parent


def test_the_wheel_holds_the_data_and_nothing_of_the_tests(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert set(DATA) <= names
    source = ROOT / "src"
    files = {path.relative_to(source) for path in source.rglob("*") if path.is_file()}
    kept = {f.as_posix() for f in files if not any(p.startswith((".", "__p")) for p in f.parts)}
    assert kept <= names
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"manifesto_check"}
    assert wheel.name.endswith("-py3-none-any.whl")


def test_the_command_runs_from_the_wheel_in_another_folder(scripts: Path, tmp_path: Path) -> None:
    where = "import manifesto_check; print(manifesto_check.__file__)"
    package = Path(run(scripts / "python", "-c", where, cwd=tmp_path).strip())
    assert package.is_relative_to(scripts.parent)
    listed = run(scripts / "manifesto-check", "recommendations", "list", cwd=tmp_path)
    assert {"V1.1a", "L9.2b", "N2.5a"} <= set(listed.split())
    assert run(scripts / "manifesto-check", "--version", cwd=tmp_path) == run(
        scripts / "python", "-m", "manifesto_check", "--version", cwd=tmp_path
    )


def test_a_programme_can_be_checked_from_the_wheel(scripts: Path, tmp_path: Path) -> None:
    programme = ROOT / "examples" / "waterveens-hart.pdf"
    report = run(scripts / "manifesto-check", "check", programme, "-f", "json", cwd=tmp_path)
    assert report.count('"verdict"') == 114
