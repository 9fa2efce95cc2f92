"""Messages between a scan and its checkers: JSON objects, each after its length in four bytes.

JSON instead of pickle: a checker that a hostile PDF has taken over can send
wrong values, but cannot make the scan run code.
"""

from __future__ import annotations

import json
import struct
from typing import Any, BinaryIO

Message = dict[str, Any]

MAX_BYTES = 256 * 1024 * 1024
"""More than any report holds: a longer frame is nonsense."""

_LENGTH = struct.Struct(">I")


def write_frame(stream: BinaryIO, message: Message) -> None:
    """Write one message and flush it.

    Raises:
        OSError: nobody reads the other end any more.
    """
    data = json.dumps(message, ensure_ascii=True, allow_nan=False).encode("ascii")
    stream.write(_LENGTH.pack(len(data)) + data)
    stream.flush()


def read_frame(stream: BinaryIO) -> Message | None:
    """Return the next message; None where the stream ends, also in the middle of one.

    Raises:
        ValueError: what comes is no message.
    """
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    if length > MAX_BYTES:
        raise ValueError(f"a message of {length} bytes")
    data = stream.read(length)
    if len(data) < length:
        return None
    message = json.loads(data)
    if not isinstance(message, dict):
        raise ValueError("a message that is no object")
    return message
