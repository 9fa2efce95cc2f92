"""Word and OpenDocument files are zip archives of XML: opened here, with limits, without trust.

No part is read that is larger than allowed, whatever the archive says of
itself; nothing outside the archive is looked at, nothing in it is run. Macros,
pictures and embedded files are never unpacked.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from manifesto_check.errors import Problem, ProgrammeError

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MAX_PART = 24 * 1024 * 1024  # bytes of one part; programmes have at most a few MB
MAX_MEMBERS = 20_000
ZIP_MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    RuntimeError,  # encrypted
    NotImplementedError,
)
"""What Python raises for archives that are not as they should be."""


class Package:
    """An opened archive whose parts are read one by one."""

    def __init__(self, data: bytes, path: str, kind: str) -> None:
        """Open an archive.

        Args:
            data: its bytes.
            path: as the user gave it, for messages.
            kind: what it should be, for messages, such as ``DOCX``.

        Raises:
            ProgrammeError: it is broken.
        """
        self.path, self.kind = path, kind
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except BROKEN:
            raise ProgrammeError.of(Problem.DAMAGED, path, kind=kind) from None
        if len(self._zip.infolist()) > MAX_MEMBERS:
            raise ProgrammeError.of(Problem.DAMAGED, path, kind=kind)
        self.names = frozenset(self._zip.namelist())

    def read(self, name: str) -> bytes:
        """Return the bytes of a part.

        Raises:
            ProgrammeError: it is missing, broken, encrypted or too large.
        """
        try:
            info = self._zip.getinfo(name)
            if info.flag_bits & 1:
                raise ProgrammeError.of(Problem.LOCKED, self.path, kind=self.kind)
            with self._zip.open(info) as file:
                data = file.read(MAX_PART + 1)
        except (KeyError, *BROKEN):
            raise ProgrammeError.of(Problem.DAMAGED, self.path, kind=self.kind) from None
        if len(data) > MAX_PART:
            limit = MAX_PART >> 20
            raise ProgrammeError.of(Problem.UNPACKS_TOO_LARGE, self.path, limit=limit)
        return data

    def xml(self, name: str) -> Element:
        """Return the root of an XML part.

        Raises:
            ProgrammeError: as :meth:`read`, or it is no XML, or has entities of
                its own, which no program that writes such files puts in.
        """
        from lxml import etree

        data = self.read(name)
        # The parser accepts no depth or length that would take it down (huge_tree).
        parser = etree.XMLParser(
            resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError):
            if b"<!DOCTYPE" in data[:4096].replace(b"\x00", b""):
                raise ProgrammeError.of(Problem.UNSAFE, self.path, kind=self.kind) from None
            raise ProgrammeError.of(Problem.DAMAGED, self.path, kind=self.kind) from None
        if root.getroottree().docinfo.internalDTD is not None:
            raise ProgrammeError.of(Problem.UNSAFE, self.path, kind=self.kind)
        return root

    def optional_xml(self, name: str) -> Element | None:
        """Return the root of an XML part; None where there is none."""
        return self.xml(name) if name in self.names else None
