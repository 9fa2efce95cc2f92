"""The programmes in a folder, read one after another for what can be learnt of their words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from manifesto_check.cli.guard import DONE, UNREADABLE
from manifesto_check.cli.messages import messages_in, told
from manifesto_check.cli.progress import progress_display
from manifesto_check.cli.suggest_texts import suggest_texts_in
from manifesto_check.errors import ProgrammeError, UsageError
from manifesto_check.reports.interface import Language

if TYPE_CHECKING:
    from manifesto_check.cli.progress import Progress
    from manifesto_check.matching.corpus import Corpus


class FolderOfProgrammes:
    """The programmes in a folder and its folders, of all types that ``scan`` finds there.

    Attributes:
        count: how many could be read.
        code: the exit code: whether all could.
    """

    def __init__(self, folder: Path, language: Language, *, quiet: bool) -> None:
        """Find the files; nothing is read yet.

        Raises:
            UsageError: there is no such folder, or no programme in it.
        """
        from manifesto_check.scanning.inputs import NothingFoundError, find_programmes

        texts = suggest_texts_in(language)
        if not folder.is_dir():
            raise UsageError(texts.no_folder.format(path=folder))
        try:
            self._files = [Path(file.path) for file in find_programmes([folder])]
        except NothingFoundError:
            raise UsageError(texts.no_programmes.format(path=folder)) from None
        self._folder, self._language, self._quiet = folder, language, quiet
        self.count = 0

    @property
    def code(self) -> int:
        """The exit code of what was read so far."""
        return DONE if self.count == len(self._files) else UNREADABLE

    @contextmanager
    def corpora(self) -> Iterator[Iterator[Corpus]]:
        """Read the programmes while progress is shown; those that cannot be read are told.

        Raises:
            ProgrammeError: none can be read.
        """
        messages = messages_in(self._language)
        with progress_display(len(self._files), messages, quiet=self._quiet) as progress:
            yield self._read(progress)
        if not self.count:
            texts = suggest_texts_in(self._language)
            raise ProgrammeError(texts.none_readable.format(path=self._folder))

    def _read(self, progress: Progress) -> Iterator[Corpus]:
        from manifesto_check.dutch.pipeline import dutch_pipeline
        from manifesto_check.evaluation.reading import read_readable
        from manifesto_check.matching.corpus import build_corpus

        messages, nlp = messages_in(self._language), dutch_pipeline()
        for number, path in enumerate(self._files):
            progress.file(number, path.name)
            progress.step("reading")
            try:
                programme = read_readable(path)
            except ProgrammeError as error:
                progress.say(told(error, messages))
                continue
            progress.step("dutch")
            self.count += 1
            yield build_corpus(programme, nlp)
