"""Names of parties: given, from programmes.yaml, from the title or the file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from compared_reports import NOT, report

from manifesto_check.comparing.names import Compared, names_of


def compared(folder: Path, *names: str, title: str | None = None) -> list[Compared]:
    made = [report(name, [NOT]) for name in names]
    return [
        Compared(replace(r, programme=replace(r.programme, title=title)), folder / "rapport.json")
        for r in made
    ]


def listed(folder: Path, text: str) -> Path:
    (folder / "programmes.yaml").write_text(text, encoding="utf-8")
    return folder


def names(some: Sequence[Compared], *given: str) -> list[str]:
    return names_of(some, given)


def test_names_given_come_first_in_order(tmp_path: Path) -> None:
    some = compared(tmp_path, "een", "twee", title="Samen verder")
    assert names(some, "Partij A", "Partij B") == ["Partij A", "Partij B"]
    assert names(some, "Partij A") == ["Partij A", "Samen verder"]


def test_the_list_beside_the_file_is_used(tmp_path: Path) -> None:
    listed(tmp_path, "- {file: een.pdf, party: Partij Een}\n- {file: x.pdf, party: X}\n")
    assert names(compared(tmp_path, "een", "twee")) == ["Partij Een", "twee.pdf"]


def test_the_same_party_twice_is_told_apart(tmp_path: Path) -> None:
    listed(
        tmp_path,
        "- {file: a.pdf, party: SP, year: 2021}\n- {file: b.pdf, party: SP, year: 2025}\n"
        "- {file: c.pdf, party: CDA, municipality: Linde}\n"
        "- {file: d.pdf, party: CDA, municipality: Esdoorn}\n",
    )
    expected = ["SP 2021", "SP 2025", "CDA Linde", "CDA Esdoorn"]
    assert names(compared(tmp_path, "a", "b", "c", "d")) == expected
    assert names(compared(tmp_path, "e", "f", title="Vooruit")) == ["Vooruit", "Vooruit (2)"]
    assert names(compared(tmp_path, "e", "f"), "X", "X") == ["X", "X (2)"]


@pytest.mark.parametrize(
    "text",
    ["{", "- 1\n- [a]\n- {party: X}\n- {file: [een.pdf], party: X}", "een: twee", "", "\x00",
     "- {file: een.pdf, party: [X]}", "- {file: een.pdf, party: null}"],
)  # fmt: skip
def test_a_list_of_another_form_gives_no_names(tmp_path: Path, text: str) -> None:
    assert names(compared(listed(tmp_path, text), "een")) == ["een.pdf"]


def test_names_are_safe_to_show(tmp_path: Path) -> None:
    some = compared(tmp_path, "een", title="\x1b[31mrood\u202e")
    assert names(some) == ["\ufffd[31mrood"]
    assert names(some, "\x07 \u202e") == ["\ufffd"]
    assert names(some, " ") == ["\ufffd[31mrood"]
