"""The display and the programs that run on it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from aidebug_gui.resources import resource_path
from tests.e2e.program import Display, Program

INCIDENT = resource_path("examples", "incident.jsonl")
SERVER = resource_path("examples", "server.log")
NEEDED = ("Xvfb", "openbox", "xdotool")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "e2e: the real program on a real display, with keys and mouse")


@pytest.fixture(scope="session")
def display() -> Iterator[Display]:
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        pytest.skip(f"the window is not driven here: {', '.join(missing)} missing")
    display = Display()
    yield display
    display.close()


@pytest.fixture
def start(display: Display, tmp_path: Path) -> Iterator[Callable[..., Program]]:
    """Start the program with arguments; it must have nothing to complain about when it ends."""
    programs: list[Program] = []

    def begin(*arguments: str | Path, wait: str = "ready()", wrapper: tuple[str, ...] = ()) -> Program:
        program = Program(display, tmp_path / "home", *arguments, wrapper=wrapper)
        programs.append(program)
        program.until(wait)
        program.focus()
        return program

    yield begin
    for program in programs:
        try:
            if program.is_running:
                assert program.quit() == 0
                assert not program.errors, program.errors
        finally:
            program.kill()


@pytest.fixture(scope="module")
def long_running(display: Display, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Program]]:
    """The program that the tests of a module use one after the other, as somebody does all night."""
    programs: list[Program] = []
    yield programs
    for program in programs:
        try:
            assert program.quit() == 0
            assert not program.errors, program.errors
        finally:
            program.kill()


@pytest.fixture
def empty(display: Display, long_running: list[Program], tmp_path_factory: pytest.TempPathFactory) -> Program:
    """The program without a log."""
    if not long_running:
        long_running.append(Program(display, tmp_path_factory.mktemp("home"), "--theme", "light"))
    long_running[0].close_tabs()
    return long_running[0]


@pytest.fixture
def incident(empty: Program) -> Program:
    """The program with the shipped example freshly open and nothing else."""
    empty.click("place(window().empty.example_button)")
    empty.until("window().tabs.count() == 1")
    empty.settle()
    return empty
