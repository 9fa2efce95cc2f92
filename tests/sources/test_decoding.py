"""Encodings: found from the bytes; binary data is no text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manifesto_check.sources.decoding import decoded

TEXT = "Eén café, drieëntwintig privé-ideeën en een naïeve coördinator: dat kost € 100. " * 4
OLD = TEXT.replace("€", "euro")


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_any_unicode_and_that_of_windows(encoding: str) -> None:
    assert decoded(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize("encoding", ["latin-1", "mac_roman", "cp850"])
def test_old_encodings_are_guessed(encoding: str) -> None:
    assert decoded(OLD.encode(encoding)) == OLD


def test_what_the_file_declares_counts_where_it_is_not_unicode() -> None:
    assert decoded("drieën".encode("cp850"), "cp850") == "drieën"
    assert decoded("drieën".encode(), "cp850") == "drieën"
    assert decoded(OLD.encode("cp1252"), "no-such-encoding") == OLD


def test_one_broken_byte_does_not_make_it_another_encoding() -> None:
    text = decoded(TEXT.encode() * 20 + b"\xff")
    assert text is not None
    assert text.startswith(TEXT)


def test_a_stray_nul_is_left_out_and_binary_data_is_no_text() -> None:
    assert decoded(TEXT.encode() + b"\x00") == TEXT
    assert decoded(bytes(range(256)) * 20) is None
    assert decoded(bytes(1000)) is None


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_utf_8_is_never_taken_for_anything_else(text: str) -> None:
    assert decoded(text.encode()) == text.removeprefix("\ufeff") or "\x00" in text
