"""Find the annotated programmes: ``gold/NAME.jsonl`` with ``programmes/NAME.pdf`` or the like."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from manifesto_check.evaluation.annotations import Annotation, read_annotation_file
from manifesto_check.evaluation.phrases import EvaluationPhrase
from manifesto_check.recommendations.problems import meant, quoted
from manifesto_check.sources.detecting import EXTENSIONS
from manifesto_check.telling import ToldUsageError

LEVELS_FILE = "programmes.yaml"
"""Says beside the programmes, for those who have it, which level of government each is for."""


@dataclass(frozen=True, slots=True)
class AnnotatedProgramme:
    """A programme's file with what a reader says of it.

    Attributes:
        name: of both files, without extension.
        path: the programme.
        annotations: by measure, at least one.
        unfilled: measures whose line the reader has not filled in yet.
        level: such as ``municipal`` or ``national``; None where nothing says it.
    """

    name: str
    path: Path
    annotations: Mapping[str, Annotation]
    unfilled: tuple[str, ...] = ()
    level: str | None = None


def annotated_programmes(
    gold: Path,
    programmes: Path,
    measures: Collection[str],
    without: Sequence[str] = (),
) -> list[AnnotatedProgramme]:
    """Find all annotated programmes, by name; nothing of a programme is read yet.

    Args:
        gold: the folder with the annotations.
        programmes: the folder with the programmes of any type, and
            ``programmes.yaml`` where there is one.
        measures: the ids of the list.
        without: names to leave out; their files are not opened.

    Raises:
        UsageError: a folder or programme is missing, a line is wrong, a name or measure unknown.
    """
    for folder in (gold, programmes):
        if not folder.is_dir():
            raise ToldUsageError.of(EvaluationPhrase.NO_FOLDER, path=folder)
    files = {path.stem: path for path in sorted(gold.glob("*.jsonl"))}
    for name in without:
        if name not in files:
            hint = meant(name, files)
            raise ToldUsageError.of(
                EvaluationPhrase.NOT_WITHOUT, path=gold, name=quoted(name), hint=hint
            )
    chosen = {name: path for name, path in files.items() if name not in without}
    if not chosen:
        raise ToldUsageError.of(EvaluationPhrase.NO_ANNOTATIONS, path=gold)
    levels = read_levels(programmes / LEVELS_FILE)
    known = frozenset(measures)
    return [
        _annotated(name, path, found, known, levels.get(found.name))
        for name, path in chosen.items()
        for found in [_programme(programmes, name)]
    ]


def _programme(folder: Path, name: str) -> Path:
    """Return the file of a programme, of the first type that is there; else the PDF's path."""
    paths = [folder / f"{name}{extension}" for extension in EXTENSIONS]
    return next((path for path in paths if path.is_file()), paths[0])


def read_levels(path: Path) -> dict[str, str]:
    """Return the ``level`` of each ``file`` in a YAML list of programmes, where it has one.

    Without the list there are none.

    Raises:
        UsageError: it cannot be read, or is no list of objects with a ``file``.
    """
    import yaml

    if not path.is_file():
        return {}
    try:
        rows = yaml.safe_load(path.read_text(encoding="utf-8")) or []
    except (OSError, yaml.YAMLError, ValueError, RecursionError) as error:
        detail = " ".join(str(error).split())[:200]
        raise ToldUsageError.of(
            EvaluationPhrase.LEVELS_NOT_YAML, path=path, detail=detail
        ) from None
    levels: dict[str, str] = {}
    for row in rows if isinstance(rows, list) else [rows]:
        file = row.get("file") if isinstance(row, dict) else None
        level = row.get("level") if isinstance(row, dict) else None
        if not isinstance(file, str) or not isinstance(level, str | None):
            raise ToldUsageError.of(EvaluationPhrase.LEVELS_NO_LIST, path=path)
        if level:
            levels[file] = level
    return levels


def _annotated(
    name: str, path: Path, file: Path, measures: frozenset[str], level: str | None
) -> AnnotatedProgramme:
    if not file.is_file():
        raise ToldUsageError.of(EvaluationPhrase.NO_PROGRAMME, path=file, annotations=path)
    found = read_annotation_file(path)
    for measure in (*found.annotations, *found.unfilled):
        if measure not in measures:
            hint = meant(measure, measures)
            raise ToldUsageError.of(
                EvaluationPhrase.NO_MEASURE, path=path, measure=quoted(measure), hint=hint
            )
    if not found.annotations:
        raise ToldUsageError.of(EvaluationPhrase.NOTHING_FILLED_IN, path=path)
    return AnnotatedProgramme(name, file, found.annotations, found.unfilled, level)
