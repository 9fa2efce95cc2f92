"""Reading a programme: one module for each type of file behind one interface."""

from manifesto_check.sources.interface import (
    PictureSource,
    ProgrammeSource,
    join_programmes,
    read_programme,
    source_for,
)

__all__ = ["PictureSource", "ProgrammeSource", "join_programmes", "read_programme", "source_for"]
