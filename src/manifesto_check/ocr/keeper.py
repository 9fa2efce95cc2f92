"""Runs OCRmyPDF once and leaves nothing behind: ``python -m manifesto_check.ocr.keeper``.

A PDF comes on stdin after its length; the one with a text layer goes to stdout.
Stdin stays open: when it ends, whoever asked is gone or wants no more, and all
processes and files of the work are cleared away at once.
"""

from __future__ import annotations

import os
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

LENGTH = struct.Struct(">Q")
OPTIONS = (
    "--language=nld",
    "--output-type=pdf",  # no PDF/A, which needs Ghostscript
    "--rasterizer=pypdfium",
    "--optimize=0",
    "--tesseract-timeout=60",
    "--quiet",
)


def main() -> int:
    """Do what was asked; the exit code is 0 where there is a result."""
    jobs, seconds = int(sys.argv[1]), float(sys.argv[2])
    head = b"".join(_parts(LENGTH.size))
    if len(head) < LENGTH.size:
        return 1
    (length,) = LENGTH.unpack(head)
    folder = Path(tempfile.mkdtemp(prefix="manifesto-check-ocr-"))
    try:
        result = _recognised(length, folder, jobs, seconds)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    if result is None:
        return 1
    sys.stdout.buffer.write(result)
    sys.stdout.buffer.flush()
    return 0


def _recognised(length: int, folder: Path, jobs: int, seconds: float) -> bytes | None:
    source, target = folder / "pictures.pdf", folder / "text.pdf"
    with source.open("wb") as file:
        for part in _parts(length):
            file.write(part)
    if source.stat().st_size < length:
        return None
    work = _started(source, target, folder, jobs)
    threading.Thread(target=_end_with_stdin, args=(work,), daemon=True).start()
    try:
        code = work.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        code = 1
    finally:
        kill_tree(work)
    return target.read_bytes() if code == 0 and target.is_file() else None


def _started(source: Path, target: Path, folder: Path, jobs: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-P", "-m", "ocrmypdf", *OPTIONS, f"--jobs={jobs}"]
    apart: dict[str, Any] = {"start_new_session": True}
    if sys.platform == "win32":
        apart = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
    # Its files go into our folder; one thread for each page that is read at a time.
    own = {"TMPDIR": str(folder), "TEMP": str(folder), "TMP": str(folder)}
    return subprocess.Popen(  # noqa: S603 - a module that the extra installs
        [*command, str(source), str(target)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **own, "OMP_THREAD_LIMIT": "1"},
        **apart,
    )


def _parts(length: int) -> Iterator[bytes]:
    """Yield the next bytes of stdin, fewer where it ends.

    Without Python's buffer: a thread that waits in it when the process ends crashes it.
    """
    while length and (part := os.read(0, min(length, 1 << 20))):
        yield part
        length -= len(part)


def _end_with_stdin(work: subprocess.Popen[bytes]) -> None:
    for _ in _parts(1):
        pass  # nobody sends more; wait for the end
    kill_tree(work)


def kill_tree(work: subprocess.Popen[bytes]) -> None:
    """End a process that has a group of its own, and all that it started."""
    if sys.platform == "win32":
        import psutil

        with suppress(psutil.Error):
            for child in psutil.Process(work.pid).children(recursive=True):
                with suppress(psutil.Error):
                    child.kill()
        with suppress(OSError):
            work.kill()
    else:
        with suppress(OSError):
            os.killpg(work.pid, signal.SIGKILL)
    work.wait()


if __name__ == "__main__":
    sys.exit(main())
