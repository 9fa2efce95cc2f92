"""Looks into a zip file (XLSX, DOCX) before a library opens it: is it small, and what it says?"""

from __future__ import annotations

import zipfile
from io import BytesIO

from manifesto_check.recommendations.importing.found import ImportFileError

MAX_XML = 40_000_000
"""Bytes of unpacked XML; the largest list of recommendations has a hundredth of it."""
MAX_MEMBERS = 5_000
_XML = (".xml", ".rels")


def check_package(data: bytes, path: str, member: str, kind: str) -> None:
    """Make sure that a file is a package of its kind that unpacks to a size to be worked with.

    Sizes are those that the zip file states; zipfile never unpacks more than those.

    Args:
        data: the whole file.
        path: how to name it in messages.
        member: what a file of this kind holds, such as ``word/document.xml``.
        kind: its name, such as ``Word``.

    Raises:
        ImportFileError: it is no such file, is encrypted, too large, or defines XML entities.
    """
    again = f"open het bestand in {kind}, bewaar het opnieuw en probeer het nog eens"
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            members = package.infolist()
            if member not in package.namelist():
                raise ImportFileError(f"{path}: dit is geen bestand van {kind}; {again}")
            xml = [info for info in members if info.filename.lower().endswith(_XML)]
            too_large = sum(info.file_size for info in xml) > MAX_XML
            if too_large or len(members) > MAX_MEMBERS:
                raise ImportFileError(
                    f"{path}: uitgepakt is dit bestand te groot voor een lijst (meer dan "
                    f"{MAX_XML // 1_000_000} MB); bewaar alleen de lijst zelf in een nieuw bestand"
                )
            for info in xml:
                if b"<!DOCTYPE" in package.read(info) or b"<!ENTITY" in package.read(info):
                    raise ImportFileError(
                        f"{path}: in dit bestand staat iets wat {kind} niet maakt (een "
                        f"XML-entiteit in {info.filename[:60]}); dat wordt niet gelezen; {again}"
                    )
    except ImportFileError:
        raise
    except Exception as error:  # a damaged zip can raise nearly anything
        encrypted = data[:4] == b"\xd0\xcf\x11\xe0"
        why = "met een wachtwoord beveiligd of van voor 2007" if encrypted else "beschadigd"
        detail = " ".join(str(error).split())[:80]
        raise ImportFileError(f"{path}: dit bestand is {why} ({detail}); {again}") from None
