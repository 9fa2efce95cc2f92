"""The overview's pages, as bytes to write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Any

from manifesto_check.counting import Count
from manifesto_check.model import Evidence, Report, Status
from manifesto_check.reports.html.page import render_page
from manifesto_check.reports.interface import FEW_WORDS, Language, ReportOptions
from manifesto_check.reports.json_format import to_json_text
from manifesto_check.reports.links import page_link
from manifesto_check.reports.programme_words import reading_problems
from manifesto_check.reports.text import number, printable
from manifesto_check.reports.texts import texts_in
from manifesto_check.scanning.overview.data import (
    LETTERS,
    OverviewData,
    ProgrammeRow,
    read_overview,
)
from manifesto_check.scanning.overview.words import OverviewWords, overview_words_in
from manifesto_check.scanning.reports import report_of
from manifesto_check.scanning.store import Store

INDEX = "index.html"


def overview_pages(store: Store, folder: Path, language: Language) -> Iterator[tuple[str, bytes]]:
    """Yield each page's path in ``folder`` and its bytes: the programmes, and then the first page.

    Args:
        store: the results of a scan.
        folder: where the pages will stand; links to the PDFs are relative to it.
        language: of the pages' words.
    """
    data = read_overview(store)
    for programme in data.programmes:
        report = report_of(store, programme.number)
        yield programme.page, _programme_page(programme, report, folder, language)
    yield INDEX, _index(data, language)


def _index(data: OverviewData, language: Language) -> bytes:
    from markupsafe import Markup

    words = overview_words_in(language)
    counts = {s: sum(p.status is s for p in data.programmes) for s in Status}
    shown = {
        "read": number(counts[Status.READ], language),
        "partly": number(counts[Status.PARTLY_READ], language),
        "unreadable": number(counts[Status.UNREADABLE], language),
    }
    readable = [programme.verdicts for programme in data.programmes if programme.verdicts]
    # A script of a type that no browser runs; "<" cannot end it.
    payload = to_json_text(_payload(data, language)).replace("<", "\\u003c")
    context: dict[str, object] = {
        "own": words,
        "title": words.title.format(
            shown=number(len(data.programmes), language), count=Count(len(data.programmes))
        ),
        "summary": words.summary.format(**shown),
        "other_lists": data.other_lists,
        "has_unread": len(readable) < len(data.programmes) or counts[Status.PARTLY_READ] > 0,
        "measures": [
            (measure, [sum(v[i] == letter for v in readable) for letter in LETTERS.values()])
            for i, measure in enumerate(data.measures)
        ],
        "readable": len(readable),
        "payload": Markup(payload),  # noqa: S704 - JSON without "<"
    }
    return render_page(
        "overview.html.jinja",
        language,
        context,
        styles=("overview.css",),
        scripts=("overview.js",),
    )


def _payload(data: OverviewData, language: Language) -> dict[str, Any]:
    """Return what the script needs, as columns: names once, groups as numbers."""
    words, texts = overview_words_in(language), texts_in(language)
    values = [sorted({p.groups[i] for p in data.programmes}) for i in range(3)]
    index = [{value: place for place, value in enumerate(column)} for column in values]
    programmes = data.programmes
    return {
        "words": {
            "selected": words.selected.format(
                readable=Count(sum(bool(p.verdicts) for p in programmes))
            ),
            **{name: getattr(words, name) for name in ("unknown", "shown", "all_measures")},
        },
        "statuses": {status.value: texts.statuses[status] for status in Status},
        "measures": [
            {"id": m.id, "text": printable(m.text), "counted": m.counted} for m in data.measures
        ],
        "groups": [[printable(value) for value in column] for column in values],
        "names": [printable(p.name) for p in programmes],
        "files": [printable(p.path) for p in programmes],
        "links": [p.page for p in programmes],
        "status": [p.status.value for p in programmes],
        "pages": [p.pages for p in programmes],
        "notes": [_note(p, words) for p in programmes],
        "verdicts": [p.verdicts for p in programmes],
        "of": [[index[i][p.groups[i]] for i in range(3)] for p in programmes],
    }


def _note(programme: ProgrammeRow, words: OverviewWords) -> str:
    """Return what a reader must know of a programme beside its status; mostly nothing."""
    notes = []
    if programme.unread:
        notes.append(words.unread_pages.format(pages=programme.unread))
    if programme.words is not None and programme.words < FEW_WORDS:
        notes.append(words.few_words.format(words=Count(programme.words)))
    return "; ".join(notes)


def _programme_page(
    programme: ProgrammeRow, report: Report, folder: Path, language: Language
) -> bytes:
    page_folder, titles = folder / "p", {theme.id: theme for theme in report.themes}
    rows = [(m, _linked(m.judgement.evidence, programme, page_folder)) for m in report.measures]
    info = replace(report.programme, reason=programme.reasons[language.value])
    by_theme = groupby(rows, key=lambda row: row[0].theme)
    context: dict[str, object] = {
        "own": overview_words_in(language),
        "programme": programme,
        "problems": reading_problems(info, texts_in(language)),
        "file": page_link(programme.path, None, page_folder),
        "themes": [(titles[theme], list(some)) for theme, some in by_theme],
        "options": ReportOptions(language=language),
    }
    return render_page("overview_programme.html.jinja", language, context, styles=("overview.css",))


def _linked(
    quotes: Iterable[Evidence], programme: ProgrammeRow, folder: Path
) -> list[tuple[Evidence, str]]:
    return [
        (quote, page_link(programme.path, quote.page if quote.line is None else None, folder))
        for quote in quotes
    ]
