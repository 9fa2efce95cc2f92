"""Which type of file something is: from its content; its name only tells kinds of text apart."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import PurePath

from manifesto_check.errors import Problem, ProgrammeError
from manifesto_check.model import FileType
from manifesto_check.sources.decoding import decoded
from manifesto_check.sources.package import BROKEN, MAX_MEMBERS, ZIP_MAGIC

HEAD_BYTES = 2048
HEAD_CHARS = 4096
TAIL_CHARS = 200
MAX_TEXT_BYTES = 40 * 1024 * 1024
"""Of a text or web page; pictures in a saved page are part of it."""
EXTENSIONS = {
    ".pdf": FileType.PDF,
    ".docx": FileType.DOCX,
    ".docm": FileType.DOCX,
    ".odt": FileType.ODT,
    ".html": FileType.HTML,
    ".htm": FileType.HTML,
    ".xhtml": FileType.HTML,
    ".md": FileType.MARKDOWN,
    ".markdown": FileType.MARKDOWN,
    ".txt": FileType.TEXT,
}
"""What files of each type are called; ``scan`` takes these from folders."""

KINDS_OF_TEXT = frozenset({FileType.HTML, FileType.MARKDOWN, FileType.TEXT})

# What is no programme, by its first bytes.
_MAGIC = (
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"RIFF", "RIFF"),
    (b"BM", "BMP"),
    (b"\x1f\x8b", "GZIP"),
    (b"7z\xbc\xaf", "7Z"),
    (b"Rar!", "RAR"),
    (b"BZh", "BZIP2"),
    (b"\xfd7zXZ", "XZ"),
    (b"%!PS", "PostScript"),
    (b"SQLite format 3", "SQLite"),
    (b"\x7fELF", "ELF"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_IN_ZIP = (
    ("word/document.xml", "DOCX"),
    ("xl/workbook.xml", "XLSX"),
    ("ppt/presentation.xml", "PPTX"),
    ("Index/Document.iwa", "Pages"),
)
_ODT = ("application/vnd.oasis.opendocument.text",)
_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML_START = re.compile(r"\s*<(?:\?xml|!DOCTYPE|[a-z]+:)", re.IGNORECASE)
_HTML_END = re.compile(r"</(?:p|div|li|h[1-6]|td|section|article|main|body)>", re.IGNORECASE)
_TAG = re.compile(r"<[a-z!][^<>]*>", re.IGNORECASE)
_MHTML = re.compile(r"(?:^|\n)content-type:\s*multipart/related", re.IGNORECASE)
_ATX = re.compile(r"^ {0,3}#{1,6}[ \t]+\S", re.MULTILINE)
_OWN_PAGE = re.compile(r"<meta name=\"generator\" content=\"manifesto-check ")
_OWN_TEXT = re.compile(r"(?:Gemaakt met|Made with) manifesto-check \S+\.\s*\Z")
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{1,40})|"
    rb"<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w.:-]{1,40})",
    re.IGNORECASE,
)
MIN_HTML_ENDS = 3
MIN_ATX = 2


def file_type(data: bytes, path: str) -> FileType:
    """Find the type of a file.

    Args:
        data: its bytes.
        path: as the user gave it: for messages, and to tell Markdown from text.

    Raises:
        ProgrammeError: it is of no type that can be read; the message names the
            type where it is a known one.
    """
    head = data[:HEAD_BYTES]
    if b"%PDF-" in head:
        return FileType.PDF
    if head.startswith(ZIP_MAGIC):
        return _zipped(data, path)
    if head.startswith(_OLE):
        if _ENCRYPTED_PACKAGE in data:
            raise ProgrammeError.of(Problem.LOCKED, path, kind="DOCX")
        raise _other(path, "DOC")
    for magic, kind in _MAGIC:
        if head.startswith(magic) and (len(magic) > 2 or b"\x00" in head):
            raise _other(path, kind)
    return _text_type(text_of(data, path), path)


def checked_type(data: bytes, path: str, given: FileType) -> FileType:
    """Return the type that the user gives, where the content can be of that type.

    Any text can be read as any kind of text.

    Raises:
        ProgrammeError: it cannot.
    """
    try:
        found = file_type(data, path)
    except ProgrammeError as error:
        # JSON and XML are text too.
        is_text = error.values.get("kind") in ("JSON", "XML", "MHTML", "RTF", "BMP", "RIFF")
        if given not in KINDS_OF_TEXT or not is_text:
            raise
        return given
    if found is not given and not (found in KINDS_OF_TEXT and given in KINDS_OF_TEXT):
        raise ProgrammeError.of(Problem.WRONG_TYPE, path, kind=given.name)
    return given


def claimed_type(path: str) -> FileType | None:
    """Return the type that a file's name says it has, where that is no kind of text."""
    named = EXTENSIONS.get(PurePath(path).suffix.lower())
    return None if named in KINDS_OF_TEXT else named


def text_of(data: bytes, path: str) -> str:
    """Return the text of a file of any kind of text.

    Raises:
        ProgrammeError: it is binary, or larger than any programme.
    """
    if len(data) > MAX_TEXT_BYTES:
        raise ProgrammeError.of(Problem.TOO_LARGE, path, limit=MAX_TEXT_BYTES >> 20)
    declared = _DECLARED.search(data[:HEAD_BYTES])
    name = (declared[1] or declared[2]).decode("ascii", "replace") if declared else None
    text = decoded(data, name)
    if text is None:
        raise ProgrammeError.of(Problem.NO_TEXT_FILE, path)
    return text


def _other(path: str, kind: str) -> ProgrammeError:
    return ProgrammeError.of(Problem.OTHER_TYPE, path, kind=kind)


def _zipped(data: bytes, path: str) -> FileType:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist()[:MAX_MEMBERS])
            mimetype = b""
            if "mimetype" in names:
                with archive.open("mimetype") as file:
                    mimetype = file.read(100)
    except BROKEN:
        named = EXTENSIONS.get(PurePath(path).suffix.lower())
        kind = named.name if named in (FileType.DOCX, FileType.ODT) else "ZIP"
        raise ProgrammeError.of(Problem.DAMAGED, path, kind=kind) from None
    kind = mimetype.decode("ascii", "replace").strip()
    if kind.startswith(_ODT):
        return FileType.ODT
    if kind.startswith("application/"):
        raise _other(path, kind.removeprefix("application/").rpartition(".")[2].upper())
    for name, kind in _IN_ZIP:
        if name in names:
            if kind == "DOCX":
                return FileType.DOCX
            raise _other(path, kind)
    if "[Content_Types].xml" in names and any(name.startswith("word/") for name in names):
        return FileType.DOCX
    if "content.xml" in names and "META-INF/manifest.xml" in names:
        return FileType.ODT
    raise _other(path, "ZIP")


def _text_type(text: str, path: str) -> FileType:
    named = EXTENSIONS.get(PurePath(path).suffix.lower())
    head = text[:HEAD_CHARS].lstrip("\ufeff")
    if _OWN_PAGE.search(head) or _OWN_TEXT.search(text[-TAIL_CHARS:]):
        raise ProgrammeError.of(Problem.OWN_REPORT, path)
    if _HTML_START.match(head):
        return FileType.HTML
    if _MHTML.search(head) and "mime-version" in head.lower():
        raise _other(path, "MHTML")
    if _is_json(text):
        raise _other(path, "JSON")
    ends = len(_HTML_END.findall(text[: 16 * HEAD_CHARS]))
    looks_html = head.lstrip().startswith("<") and ends >= MIN_HTML_ENDS
    if looks_html and not (named is FileType.MARKDOWN and _ATX.search(text)):
        return FileType.HTML
    if named is FileType.HTML and _TAG.search(head):
        return FileType.HTML
    if _XML_START.match(head):
        raise _other(path, "XML")
    if named is FileType.MARKDOWN or len(_ATX.findall(text)) >= MIN_ATX:
        return FileType.MARKDOWN
    return FileType.TEXT


def _is_json(text: str) -> bool:
    stripped = text.strip("\ufeff \t\r\n")
    if not stripped or (stripped[0] + stripped[-1]) not in ("{}", "[]"):
        return False
    try:
        json.loads(stripped)
    except (ValueError, RecursionError):
        # Many objects, one a line.
        first = stripped.split("\n", 1)[0]
        return first[:2] in ('{"', "[{") and first.rstrip()[-1:] in "}]"
    return True
