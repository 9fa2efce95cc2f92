"""From rows and bullets to a list: themes, recommendations, measures, and what was left out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from manifesto_check.recommendations.draft import (
    MAX_TITLE,
    Draft,
    DraftMeasure,
    DraftRecommendation,
    DraftSource,
    DraftTheme,
)
from manifesto_check.recommendations.importing.columns import Columns, Role, columns_of
from manifesto_check.recommendations.importing.docx_file import Document
from manifesto_check.recommendations.importing.found import (
    Bullet,
    Note,
    NoteCode,
    Row,
    Table,
    cut,
    unnumbered,
)

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")
_NO_NAME = re.compile(r"(?i)(blad|sheet|tabel|table|feuil)\s*\d*")


@dataclass
class Assembly:
    """A list in the making.

    Attributes:
        name: of the file, without its extension: the title where nothing else is.
        file: its whole name.
        notes: what to tell.
    """

    name: str
    file: str
    notes: list[Note]
    draft: Draft = field(default_factory=Draft)
    _texts: dict[str, str] = field(default_factory=dict)
    _ids: set[str] = field(default_factory=set)
    _empty: int = 0
    _lead: tuple[int, str] | None = None

    def add_tables(self, tables: Sequence[Table], said: Mapping[Role, str], path: str) -> None:
        """Add a measure for each row of each table.

        Raises:
            ImportFileError: a column is not there, or no column can hold the measures.
        """
        full = [table for table in tables if any(any(row.cells) for row in table.rows)]
        for table in tables:
            if table not in full and table.name:
                self.notes.append(Note.of(NoteCode.EMPTY_SHEET, sheet=table.name))
        for table in full:
            columns = columns_of(table, said, path)
            self._tell_columns(table, columns)
            self._add_table(table, columns, several=len(full) > 1)

    def add_bullets(self, document: Document) -> None:
        """Add a measure for each bullet; for each paragraph where a document has no bullets."""
        listed = [bullet for bullet in document.bullets if bullet.is_listed]
        if not listed and not document.tables:
            listed = document.bullets
            self.notes.append(Note.of(NoteCode.PARAGRAPHS))
        elif len(listed) < len(document.bullets):
            left = len(document.bullets) - len(listed)
            self.notes.append(Note.of(NoteCode.NOT_A_BULLET, count=left))
        depth = max((len(bullet.headings) for bullet in listed), default=0)
        for number, bullet in enumerate(listed):
            follower = listed[number + 1] if number + 1 < len(listed) else None
            self._add_bullet(bullet, follower, document.title, depth)

    def finish(self) -> Draft:
        """Return the list, without sources and themes that hold nothing."""
        if self._empty:
            self.notes.append(Note.of(NoteCode.EMPTY_ROWS, count=self._empty))
        for source in self.draft.sources:
            source.themes = [theme for theme in source.themes if theme.recommendations]
        self.draft.sources = [source for source in self.draft.sources if source.themes]
        return self.draft

    def _tell_columns(self, table: Table, columns: Columns) -> None:
        for role, numbers in columns.of.items():
            names = ", ".join(columns.names[number] for number in numbers)
            self.notes.append(
                Note.of(NoteCode.COLUMN, role=role, columns=names, sheet=table.name or self.file)
            )
        if columns.header is None:
            self.notes.append(Note.of(NoteCode.NO_HEADER, sheet=table.name or self.file))
        for name in columns.ignored:
            self.notes.append(
                Note.of(NoteCode.COLUMN_IGNORED, column=name, sheet=table.name or self.file)
            )

    def _add_table(self, table: Table, columns: Columns, *, several: bool) -> None:
        is_named = bool(table.name) and not _NO_NAME.fullmatch(table.name)
        has_theme = Role.THEME in columns.of
        sheet_is_source = several and has_theme and is_named
        source_title = table.name if sheet_is_source else self.name
        theme_title = table.name if is_named and not sheet_is_source else self.name
        above = {Role.SOURCE: source_title, Role.PUBLISHER: "", Role.THEME: theme_title}
        point = ""
        for row in table.rows:
            if columns.header is not None and row.number <= columns.header.number:
                continue
            texts = {role: _cell(row, columns, role) for role in Role}
            # What was merged over rows, or written once, stands only in the first of them.
            for role in above:
                above[role] = unnumbered(texts[role]) or above[role]
            if texts[Role.SOURCE] or texts[Role.THEME] or texts[Role.RECOMMENDATION]:
                point = texts[Role.RECOMMENDATION]
            if not texts[Role.MEASURE]:
                alone = [cell for cell in row.cells if cell]
                if len(alone) == 1 and not has_theme and not any(texts.values()):
                    above[Role.THEME] = unnumbered(alone[0])  # a heading between the rows
                elif not alone:
                    self._empty += 1
                continue
            source = self._source(above[Role.SOURCE], above[Role.PUBLISHER])
            where = f"{table.name or self.file}, rij {row.number}"
            measure = self._measure(texts[Role.MEASURE], where, row, columns)
            if measure is not None:
                _add(source.theme(above[Role.THEME][:MAX_TITLE]), measure, point)

    def _add_bullet(self, bullet: Bullet, follower: Bullet | None, title: str, depth: int) -> None:
        headings = [unnumbered(heading) for heading in bullet.headings]
        if self._lead is not None and bullet.level <= self._lead[0]:
            self._lead = None
        has_children = follower is not None and follower.level > bullet.level
        if has_children and bullet.text.endswith(":"):
            self._lead = (bullet.level, unnumbered(bullet.text))
            self.notes.append(Note.of(NoteCode.LEAD_IN, text=bullet.text[:60]))
            return
        if depth > 1 and len(headings) > 1:
            source, theme, rest = headings[0], headings[1], " / ".join(headings[2:])
        else:
            source, theme, rest = title or self.name, (headings or [title or self.name])[-1], ""
        text = unnumbered(bullet.text)
        if self._lead is not None:  # so that the sentence can do without the one before it
            text = f"{self._lead[1]} {text}"
        measure = self._measure(text, bullet.text[:40], None, None)
        if measure is None:
            return
        into = self._source(source, "").theme(theme[:MAX_TITLE])
        if bullet.level and into.recommendations:
            into.recommendations[-1].measures.append(measure)
        else:
            _add(into, measure, rest)

    def _measure(
        self, raw: str, where: str, row: Row | None, columns: Columns | None
    ) -> DraftMeasure | None:
        """Return a measure, or None where its text was there before."""
        text = cut(unnumbered(raw), where, self.notes)
        first = self._texts.setdefault(text.casefold().rstrip(" ."), where)
        if first != where:
            values = {"where": where, "first": first, "text": text[:60]}
            self.notes.append(Note(NoteCode.DUPLICATE, values))
            return None
        measure = DraftMeasure(text)
        if row is not None and columns is not None:
            measure.id = self._id(_cell(row, columns, Role.ID), where)
            measure.examples = _cells(row, columns, Role.EXAMPLE)
            measure.opposed_by = _cells(row, columns, Role.OPPOSED)
        return measure

    def _id(self, name: str, where: str) -> str:
        """Return the id of a row where it can be one and is not yet used, else an empty text."""
        if not name:
            return ""
        # A bare number says nothing outside its table, and sources and themes need ids too.
        fits = _ID.fullmatch(name) and not name.isdigit() and name.casefold() not in self._ids
        if not fits:
            if not name.isdigit():
                self.notes.append(Note.of(NoteCode.ID_CHANGED, where=where, id=name[:40]))
            return ""
        self._ids.add(name.casefold())
        return name

    def _source(self, title: str, publisher: str) -> DraftSource:
        title = title[:MAX_TITLE]
        for source in self.draft.sources:
            if source.title.casefold() == title.casefold():
                return source
        self.draft.sources.append(
            DraftSource(title, publisher=publisher[:MAX_TITLE], file=self.file[:MAX_TITLE])
        )
        return self.draft.sources[-1]


def _add(theme: DraftTheme, measure: DraftMeasure, point: str) -> None:
    """Put a measure under its recommendation: the last one where that has the same name."""
    last = theme.recommendations[-1] if theme.recommendations else None
    if point and last is not None and last.key == point:
        last.measures.append(measure)
    else:
        theme.recommendations.append(DraftRecommendation([measure], point))


def _cell(row: Row, columns: Columns, role: Role) -> str:
    number = columns.first(role)
    return row.cells[number] if number is not None and number < len(row.cells) else ""


def _cells(row: Row, columns: Columns, role: Role) -> list[str]:
    numbers = [n for n in columns.of.get(role, ()) if n < len(row.cells)]
    return [row.cells[n][:2000] for n in numbers if row.cells[n]]
