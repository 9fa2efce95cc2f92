"""Ctrl-C during a scan, where it does no harm."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def held_interrupts() -> Iterator[Callable[[], None]]:
    """Hold back Ctrl-C, and yield a function that raises it where that is safe.

    Raised while the locks of futures are being taken or given back, it would leave one taken for
    good, and the thread that ends that future, and with it the scan, would wait for ever. Pressed
    twice it is raised at once: a cluster may not answer, so that the function is not called.
    Outside the main thread, where no signal comes, nothing is held back.

    Raises:
        KeyboardInterrupt: from the function, and at the end, where Ctrl-C was pressed.
    """
    pressed = False

    def hold(number: int, frame: FrameType | None) -> None:
        nonlocal pressed
        if pressed:
            raise KeyboardInterrupt
        pressed = True

    def check() -> None:
        nonlocal pressed
        if pressed:
            pressed = False
            raise KeyboardInterrupt

    is_default = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if not is_default or threading.current_thread() is not threading.main_thread():
        yield check
        return
    signal.signal(signal.SIGINT, hold)
    try:
        yield check
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    check()
