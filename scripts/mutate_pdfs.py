"""Make damaged PDFs of the example programmes, to see what a scan does with them.

    python scripts/mutate_pdfs.py FOLDER [--number 1000] [--seed 1]

The same seed gives the same files. Half are made of files whose streams were
unpacked first, so that the damage also gets into fonts, text and pictures.
"""

from __future__ import annotations

import argparse
import io
import random
import re
from collections.abc import Callable
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
_OBJECT = re.compile(rb"\d+ 0 obj\b.*?endobj", re.DOTALL)
_NUMBER = re.compile(rb"(?<![\w.])\d+(?![\w.])")


def flip_bits(data: bytes, random_: random.Random) -> bytes:
    """Turn over one to two hundred bits."""
    damaged = bytearray(data)
    for _ in range(int(200 ** random_.random())):
        damaged[random_.randrange(len(damaged))] ^= 1 << random_.randrange(8)
    return bytes(damaged)


def truncate(data: bytes, random_: random.Random) -> bytes:
    """Leave out the end, the beginning or a part in the middle."""
    start, end = sorted(random_.sample(range(len(data)), 2))
    return random_.choice([data[:end], data[start:], data[:start] + data[end:]])


def swap_objects(data: bytes, random_: random.Random) -> bytes:
    """Exchange the contents of some objects, so that references lead to the wrong ones."""
    for _ in range(random_.randint(1, 5)):
        one, other = sorted(random_.sample(list(_OBJECT.finditer(data)), 2), key=re.Match.start)
        bodies = [re.sub(rb"^\d+ 0 obj", b"", match[0]) for match in (one, other)]
        heads = [re.match(rb"\d+ 0 obj", match[0]) for match in (one, other)]
        first, second = (head[0] for head in heads if head)
        data = b"".join(
            [
                data[: one.start()],
                first + bodies[1],
                data[one.end() : other.start()],
                second + bodies[0],
                data[other.end() :],
            ]
        )
    return data


def change_numbers(data: bytes, random_: random.Random) -> bytes:
    """Put other numbers in the place of some: lengths, references, sizes, counts."""
    numbers = list(_NUMBER.finditer(data))
    chosen = random_.sample(numbers, min(len(numbers), random_.randint(1, 20)))
    for match in sorted(chosen, key=re.Match.start, reverse=True):
        other = random_.choice([b"0", b"1", b"-1", b"65536", b"2147483648", b"99999999999"])
        data = data[: match.start()] + other + data[match.end() :]
    return data


MUTATIONS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    flip_bits,
    truncate,
    swap_objects,
    change_numbers,
)


def unpacked(data: bytes) -> bytes:
    """Return the same PDF with its streams unpacked."""
    from pypdf import PdfWriter
    from pypdf.generic import StreamObject

    writer = PdfWriter(clone_from=io.BytesIO(data))
    for index, found in enumerate(writer._objects):
        if isinstance(found, StreamObject) and "/Subtype" not in found:
            plain = StreamObject()
            plain.update({k: v for k, v in found.items() if k not in ("/Filter", "/DecodeParms")})
            plain.set_data(found.get_data())
            writer._objects[index] = plain
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def mutate(folder: Path, number: int, seed: int) -> list[Path]:
    """Write ``number`` damaged PDFs into a folder, and return their paths."""
    originals = [path.read_bytes() for path in sorted(EXAMPLES.glob("*.pdf"))]
    originals += [unpacked(data) for data in originals]
    random_ = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for index in range(number):
        mutation = MUTATIONS[index % len(MUTATIONS)]
        path = folder / f"{index:04}-{mutation.__name__}.pdf"
        path.write_bytes(mutation(random_.choice(originals), random_))
        paths.append(path)
    return paths


def main() -> None:
    """Do what the command line asks."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--number", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    mutate(arguments.folder, arguments.number, arguments.seed)


if __name__ == "__main__":
    main()
