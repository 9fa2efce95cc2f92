"""Ctrl-C during a scan is held back, and raised where no lock is held."""

from __future__ import annotations

import signal
import threading

import pytest

from manifesto_check.scanning.interrupts import held_interrupts


def press_and_go_on(
    steps: list[str], *, asks: bool = False, fails: bool = False, twice: bool = False
) -> None:
    with held_interrupts() as check:
        check()
        signal.raise_signal(signal.SIGINT)
        if twice:
            signal.raise_signal(signal.SIGINT)
        steps.append("after")
        if fails:
            raise ValueError("disk")
        if asks:
            check()
        steps.append("end")


def test_it_is_raised_where_it_is_asked_for() -> None:
    steps: list[str] = []
    with pytest.raises(KeyboardInterrupt):
        press_and_go_on(steps, asks=True)
    assert steps == ["after"]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_what_nobody_asked_for_is_raised_at_the_end() -> None:
    steps: list[str] = []
    with pytest.raises(KeyboardInterrupt):
        press_and_go_on(steps)
    assert steps == ["after", "end"]


def test_pressed_twice_it_is_raised_at_once() -> None:
    steps: list[str] = []
    with pytest.raises(KeyboardInterrupt):
        press_and_go_on(steps, twice=True)
    assert steps == []
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_an_error_goes_before_it() -> None:
    with pytest.raises(ValueError, match="disk"):
        press_and_go_on([], fails=True)
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_outside_the_main_thread_nothing_is_held_back() -> None:
    done = []

    def work() -> None:
        with held_interrupts() as check:
            check()
            done.append(signal.getsignal(signal.SIGINT) is signal.default_int_handler)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [True]
