"""The time that a programme has left."""

from __future__ import annotations

from time import sleep

from manifesto_check.scanning.clock import Clock


def test_the_clock_of_a_programme_stands_still_while_ocr_reads() -> None:
    clock = Clock(0.4)
    clock.step(60)
    sleep(0.5)
    assert not clock.is_over
    clock.step(0)
    assert not clock.is_over
    sleep(0.5)
    assert clock.is_over


def test_the_clock_stands_still_for_no_longer_than_ocr_may_take() -> None:
    clock = Clock(0.1)
    clock.step(0.2)
    sleep(0.4)
    assert clock.is_over


def test_pages_that_are_read_once_more_bring_their_time_again() -> None:
    clock = Clock(5)
    for _ in range(3):
        clock.step(60)
        sleep(0.1)
    assert 60 < clock.left <= 65
    clock.step(0)
    assert 4.5 < clock.left <= 5
