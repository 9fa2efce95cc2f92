"""A scan on the workers of a Dask cluster (the extra ``dask``).

A plugin gives every worker of the cluster, also one that joins later, a pool of
checkers with the scan's settings; each task then needs only its programme,
whose bytes travel with it. Dask's workers themselves never read a PDF: a
programme that crashes or eats memory takes down a checker, not a worker, and so
is not handed on to kill worker after worker.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from functools import partial
from time import monotonic
from typing import Any
from uuid import uuid4

from distributed import Client as _Client
from distributed import KilledWorker, WorkerPlugin

from manifesto_check import __version__
from manifesto_check.errors import UsageError
from manifesto_check.scanning.checker_process import Limits
from manifesto_check.scanning.outcomes import Outcome
from manifesto_check.scanning.pool import CheckerPool, Task
from manifesto_check.scanning.runner import Places
from manifesto_check.scanning.settings import Settings

Client: Any = _Client  # without types
CONNECT_SECONDS = 10
_ADDRESS = re.compile(r"(tcp|tls|ws|wss)://\S+:\d{1,5}")
COUNT_SECONDS = 1.0
"""How long a count of the cluster's threads is good."""
AHEAD = 2
"""Tasks for each thread: one at work and one whose bytes are on their way."""

_pools: dict[str, CheckerPool] = {}
"""The pools of this process, by the name of their scan: on a cluster's worker one for each."""


class ClusterError(UsageError):
    """A cluster that cannot be used, or not any more (exit code 2).

    Attributes:
        text: the name of its text in the command line's texts.
        values: what that text is filled in with.
    """

    def __init__(self, text: str, **values: object) -> None:
        """Take the name of the text and its values."""
        super().__init__(f"Dask: {text} {values}")
        self.text = text
        self.values = values


class NoPoolError(Exception):
    """A worker that is leaving has closed its pool already."""


class CheckerPlugin(WorkerPlugin):
    """Gives each worker of a cluster a pool of checkers for one scan."""

    def __init__(self, name: str, settings: Settings, limits: Limits) -> None:
        """Take what the checkers need; ``name`` is the scan's."""
        self.name = name
        self._settings = settings
        self._limits = limits

    def setup(self, worker: Any) -> None:
        """Make the pool; it starts no process yet."""
        _pools[self.name] = CheckerPool(self._settings, self._limits)

    def teardown(self, worker: Any) -> None:
        """Kill the checkers."""
        pool = _pools.pop(self.name, None)
        if pool is not None:
            pool.close()


def check_there(name: str, task: Task) -> Outcome:
    """Check a programme on the worker that this runs on.

    Raises:
        NoPoolError: the worker has none (any more); another may have.
    """
    pool = _pools.get(name)
    if pool is None:
        raise NoPoolError(name)
    return pool.check(task)


def version_there() -> str:
    """Return the version of this tool on the worker that this runs on."""
    return __version__


@contextmanager
def dask_places(address: str, settings: Settings, limits: Limits) -> Iterator[Places]:
    """Use the workers of the scheduler at ``address`` while the block runs.

    Raises:
        ClusterError: no scheduler answers, or its workers have another version.
    """
    _hush()
    client = _connected(address)
    name = f"manifesto-check-{uuid4().hex}"
    try:
        _compare_versions(client)
        client.register_plugin(CheckerPlugin(name, settings, limits), name=name)
        yield Places(
            # Not pure: the same bytes under two paths are two tasks, also after a retry.
            executor=client.get_executor(pure=False),
            check=partial(check_there, name),
            count=_counter(client),
            sends_content=True,
            is_lost=partial(_is_lost, client),
        )
    finally:
        if client.status == "running":
            with suppress(Exception):  # the scan is over, however the cluster takes it
                client.unregister_worker_plugin(name)
        client.close(timeout=CONNECT_SECONDS)


def _hush() -> None:
    """Keep Dask from logging what this module tells in its own way, or mends."""
    for name in ("tornado.application", "asyncio", *logging.root.manager.loggerDict):
        if name.partition(".")[0] in ("distributed", "tornado", "asyncio"):
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def _connected(address: str) -> Any:
    import dask

    # A task with the bytes of its programme is no mistake to be warned of.
    if not _ADDRESS.fullmatch(address):
        raise ClusterError("dask_address", address=address)
    dask.config.set({"distributed.admin.large-graph-warning-threshold": "4GB"})
    try:
        return Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        reason = " ".join(str(error).split())[:200] or type(error).__name__
        raise ClusterError("dask_unreachable", address=address, reason=reason) from None


def _compare_versions(client: Any) -> None:
    try:
        found = client.run(version_there)
    except Exception as error:  # whatever a worker without this package makes of it
        reason = " ".join(str(error).split())[:200]
        raise ClusterError("dask_not_installed", reason=reason) from None
    for worker, version in found.items():
        if version != __version__:
            raise ClusterError("dask_other_version", worker=worker, found=version, here=__version__)


def _counter(client: Any) -> Callable[[], int]:
    known: list[tuple[float, int]] = []

    def count() -> int:
        if not known or monotonic() - known[0][0] > COUNT_SECONDS:
            _still_there(client)
            threads = sum(client.nthreads().values())
            known[:] = [(monotonic(), AHEAD * threads)]
        return known[0][1]

    return count


def _is_lost(client: Any, error: BaseException) -> bool:
    _still_there(client)
    return isinstance(error, KilledWorker | CancelledError | NoPoolError)


def _still_there(client: Any) -> None:
    if client.status != "running":
        raise ClusterError("dask_gone")
