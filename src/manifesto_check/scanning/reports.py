"""Reports made again from what a store holds: for conditions, and to compare with."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from typing import Any

from manifesto_check.coverage import coverage_of
from manifesto_check.model import (
    Evidence,
    Judgement,
    MeasureResult,
    ProgrammeInfo,
    Report,
    SourceResult,
    Status,
    ThemeResult,
    Verdict,
)
from manifesto_check.scanning.store import Store

_PROGRAMMES = (
    "SELECT p.id, p.path, p.sha256, p.pages, p.words, p.status, p.unreadable_pages, p.ocr_pages, "
    "p.reason_nl, p.title, s.version, s.recommendations_path, s.recommendations "
    "FROM programmes p JOIN settings s ON s.id = p.settings "
)
_MEASURES = (
    "SELECT m.id, m.recommendation, m.theme, m.source, m.text, m.counted, v.verdict, "
    "v.confidence, v.p_found FROM measures m "
    "JOIN verdicts v ON v.measure = m.id AND v.programme = ? "
    "WHERE m.recommendations = ? ORDER BY m.position"
)
_THEMES = (
    "SELECT id, source, title, counted FROM themes WHERE recommendations = ? ORDER BY position"
)
_SOURCES = "SELECT id, title FROM sources WHERE recommendations = ? ORDER BY position"


def reports_of(store: Store, paths: Collection[str] | None = None) -> Iterator[Report]:
    """Yield the report of each programme in a store, as ``check`` would make it.

    Args:
        store: to read from.
        paths: of the programmes that are wanted; None takes all.
    """
    for row in store.connection.execute(f"{_PROGRAMMES} ORDER BY p.path").fetchall():
        if paths is None or row[1] in paths:
            yield _report(store, *row)


def report_of(store: Store, programme: int) -> Report:
    """Return the report of one programme, by its number in the store."""
    query = f"{_PROGRAMMES} WHERE p.id = ?"
    return _report(store, *store.connection.execute(query, (programme,)).fetchone())


def _report(store: Store, programme: int, *about: Any) -> Report:
    path, sha256, pages, words, status, unread, by_ocr, reason, title, *with_what = about
    version, list_path, digest = with_what
    info = ProgrammeInfo(
        path=path,
        sha256=sha256 or "",
        pages=pages or 0,
        words=words or 0,
        status=Status(status),
        unreadable_pages=tuple(json.loads(unread)),
        reason=reason,
        title=title,
        ocr_pages=tuple(json.loads(by_ocr)),
    )
    report = Report(version, info, list_path, digest)
    measures = tuple(_measures(store, programme, digest))
    if not measures:
        return report
    query = store.connection.execute
    themes = tuple(
        ThemeResult(
            key, source, name, bool(counted), coverage_of(m for m in measures if m.theme == key)
        )
        for key, source, name, counted in query(_THEMES, (digest,))
    )
    sources = tuple(
        SourceResult(key, name, coverage_of(m for m in measures if m.source == key))
        for key, name in query(_SOURCES, (digest,))
    )
    return Report(version, info, list_path, digest, sources, themes, measures)


def _measures(store: Store, programme: int, digest: str) -> Iterator[MeasureResult]:
    quotes = _quotes(store, programme)
    for row in store.connection.execute(_MEASURES, (programme, digest)):
        key, recommendation, theme, source, text, counted, verdict, confidence, p_found = row
        evidence = tuple(quotes.get(key, ()))
        judgement = Judgement(key, Verdict(verdict), confidence, p_found, evidence)
        yield MeasureResult(key, recommendation, theme, source, text, bool(counted), judgement)


def _quotes(store: Store, programme: int) -> dict[str, list[Evidence]]:
    """Return the quotes of a programme by measure, best first."""
    quotes: dict[str, list[Evidence]] = {}
    query = (
        "SELECT measure, page, page_end, page_label, section, quote, score, line, ocr "
        "FROM quotes WHERE programme = ? ORDER BY measure, rank"
    )
    for measure, page, end, label, section, quote, score, line, ocr in store.connection.execute(
        query, (programme,)
    ):
        evidence = Evidence(page, end, label, section, quote, score, line, bool(ocr))
        quotes.setdefault(measure, []).append(evidence)
    return quotes
