"""The command line run in this process, away from the user's own settings."""

from __future__ import annotations

from pathlib import Path

import fake_checking as fakes
import pytest

from manifesto_check import checking
from manifesto_check.cli.main import main


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> fakes.Run:
    """Run the command with these arguments, away from the user's own settings."""
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "MANIFESTO_CHECK_LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.delenv("MANIFESTO_CHECK_DEBUG", raising=False)

    def run_it(*arguments: str | Path) -> fakes.Result:
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        code = ended.value.code
        assert isinstance(code, int)
        return fakes.Result(code, out, err)

    return run_it


@pytest.fixture
def list_file(tmp_path: Path) -> Path:
    """A list of three measures in two sources."""
    path = tmp_path / "lijst.yaml"
    path.write_text(fakes.LIST, encoding="utf-8")
    return path


@pytest.fixture
def fake_checking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read by file name: broken*, faulty*, unreadable*, partly*, short*, else read."""
    monkeypatch.setattr(checking, "read", fakes.read)
    monkeypatch.setattr(checking, "Checker", fakes.FakeChecker)
