"""Looks into a zip file (XLSX, DOCX) before a library opens it: is it small, and what it says?"""

from __future__ import annotations

import zipfile
from io import BytesIO

from manifesto_check.recommendations.importing.found import ImportFileError
from manifesto_check.recommendations.importing.phrases import ImportPhrase
from manifesto_check.telling import Message

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
    again = Message.of(ImportPhrase.AGAIN, kind=kind)
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            members = package.infolist()
            if member not in package.namelist():
                raise ImportFileError.of(
                    ImportPhrase.NOT_OF_KIND, path=path, kind=kind, again=again
                )
            xml = [info for info in members if info.filename.lower().endswith(_XML)]
            too_large = sum(info.file_size for info in xml) > MAX_XML
            if too_large or len(members) > MAX_MEMBERS:
                limit = MAX_XML // 1_000_000
                raise ImportFileError.of(ImportPhrase.UNPACKS_TOO_LARGE, path=path, limit=limit)
            for info in xml:
                if b"<!DOCTYPE" in package.read(info) or b"<!ENTITY" in package.read(info):
                    part = info.filename[:60]
                    raise ImportFileError.of(
                        ImportPhrase.XML_ENTITY, path=path, kind=kind, part=part, again=again
                    )
    except ImportFileError:
        raise
    except Exception as error:  # a damaged zip can raise nearly anything
        encrypted = data[:4] == b"\xd0\xcf\x11\xe0"
        why = ImportPhrase.LOCKED if encrypted else ImportPhrase.DAMAGED
        detail = " ".join(str(error).split())[:80]
        raise ImportFileError.of(why, path=path, detail=detail, again=again) from None
