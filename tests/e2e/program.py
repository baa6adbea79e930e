"""A user in front of the program: presses keys, moves the mouse, looks. The display is a real X server."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
SHOTS = Path(__file__).parent / "shots"
PATIENCE_S = 60.0
POLL_S = 0.03


class Display:
    """An X server without a screen, with a window manager."""

    def __init__(self, width: int = 2560, height: int = 1440) -> None:
        read, write = os.pipe()
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp"]
        self._server = subprocess.Popen(command, pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as answer:
            number = answer.readline().strip()  # closed before the end of the line, the server would die of SIGPIPE
        if not number:
            raise RuntimeError("Xvfb did not start")
        self.name = f":{number}"
        self._manager = subprocess.Popen(
            ["openbox"], env=self.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def environment(self) -> dict[str, str]:
        """Return the environment of a program on this display."""
        given = {name: value for name, value in os.environ.items() if name not in ("WAYLAND_DISPLAY", "XAUTHORITY")}
        given.pop("QT_QPA_PLATFORM", None)
        return {**given, "DISPLAY": self.name, "PYTHONPATH": str(ROOT), "QT_SCALE_FACTOR": "1", "LC_ALL": "C.UTF-8"}

    def xdotool(self, *arguments: str | int) -> str:
        command = ["xdotool", *map(str, arguments)]
        done = subprocess.run(command, env=self.environment(), check=False, capture_output=True, text=True, timeout=60)
        return done.stdout.strip()

    def close(self) -> None:
        for process in (self._manager, self._server):
            process.terminate()
            process.wait(10)


class Program:
    """The running program: what a user does to it, and what is to be seen."""

    def __init__(self, display: Display, home: Path, *arguments: str | Path, wrapper: tuple[str, ...] = ()) -> None:
        self.display = display
        environment = display.environment()
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"):
            directory = home / name.lower()
            directory.mkdir(parents=True, exist_ok=True, mode=0o700)
            environment[name] = str(directory)
        self.environment = environment
        observed = str(Path(__file__).parent / "observed.py")
        self._process = subprocess.Popen(
            [*wrapper, sys.executable, "-X", "faulthandler", observed, *map(str, arguments)],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.errors = ""

    # looking

    def ask(self, question: str, timeout: float = PATIENCE_S) -> Any:
        """Return the answer to a question (see observed.py). Raises RuntimeError if it has none, or none in time."""
        given = self._ask(question, timeout)
        if "error" in given:
            raise RuntimeError(f"{question}: {given['error']}")
        return given["answer"]

    def _ask(self, question: str, timeout: float) -> dict[str, Any]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(question) + "\n")
        self._process.stdin.flush()
        ready, _, _ = select.select([self._process.stdout], [], [], timeout)
        line = self._process.stdout.readline() if ready else ""
        if not line:
            raise RuntimeError(f"the window does not answer: {question}\n{self._last_words()}")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def until(self, question: str, timeout: float = PATIENCE_S) -> Any:
        """Wait until a question has an answer that is true, and return it."""
        end = time.monotonic() + timeout
        given: dict[str, Any] = {}
        while time.monotonic() < end:
            given = self._ask(question, timeout)
            if given.get("answer"):
                return given["answer"]
            time.sleep(POLL_S)
        raise AssertionError(f"still not true after {timeout:.0f} s: {question} ({given})")

    def settle(self, timeout: float = PATIENCE_S) -> None:
        """Wait until all that was asked for is on screen."""
        self.until("ready()", timeout)

    def shot(self, name: str) -> None:
        """Save the screen as a picture to look at, for who asks for that by AIDEBUG_SHOTS=1: each takes half a second."""
        if os.environ.get("AIDEBUG_SHOTS"):
            SHOTS.mkdir(exist_ok=True)
            assert self.ask(f"shot({str(SHOTS / name)!r} + '.png')")

    # doing

    def focus(self) -> None:
        """Wait until the window has the keyboard."""
        self.until("QApplication.activeWindow() is not None and QApplication.focusWidget() is not None")

    def key(self, *names: str) -> None:
        self.display.xdotool("key", "--delay", 5, *names)

    def type(self, text: str) -> None:
        self.display.xdotool("type", "--delay", 5, text)

    def click(self, question: str, *, button: int = 1, times: int = 1) -> None:
        """Click on a place that a question names."""
        x, y = self.ask(question)
        self.display.xdotool("mousemove", x, y, "click", "--repeat", times, "--delay", 20, button)

    def point_at(self, question: str) -> None:
        x, y = self.ask(question)
        self.display.xdotool("mousemove", x, y)

    def drag(self, start: str, end: str) -> None:
        """Drag with the left button from one place to another, in steps as a hand does."""
        x, y = self.ask(start)
        to_x, to_y = self.ask(end)
        steps: list[str | int] = ["mousemove", x, y, "mousedown", 1]
        for share in (0.1, 0.4, 0.7, 1.0):
            steps += ["mousemove", round(x + share * (to_x - x)), round(y + share * (to_y - y)), "sleep", 0.01]  # type: ignore[list-item]
        self.display.xdotool(*steps, "mouseup", 1)

    def start_again(self, *arguments: str | Path, cwd: Path | None = None) -> None:
        """Start the program a second time, as a double click does: what it is given opens in the window that is there."""
        command = [sys.executable, "-m", "aidebug_gui", *map(str, arguments)]
        done = subprocess.run(
            command, env=self.environment, cwd=cwd, check=False, capture_output=True, text=True, timeout=60
        )
        assert done.returncode == 0, done.stderr

    def close_tabs(self) -> None:
        """Close all logs; the start page is left."""
        self.settle()
        self.focus()
        for _ in range(self.ask("window().tabs.count()")):
            self.key("ctrl+w")
        self.until("window().empty.isVisible()")

    # ending

    @property
    def is_running(self) -> bool:
        return self._process.poll() is None

    def _last_words(self) -> str:
        try:
            self._process.wait(1)
        except subprocess.TimeoutExpired:
            return "it still runs"
        assert self._process.stderr is not None
        return f"it ended with {self._process.returncode}\n{self._process.stderr.read()}"

    def quit(self) -> int:
        """Quit as a user does; return the exit code."""
        if self.is_running:
            self.key("ctrl+q")
            try:
                self._process.wait(PATIENCE_S)
            except subprocess.TimeoutExpired:
                self._process.send_signal(signal.SIGABRT)  # faulthandler tells what it does instead
                raise AssertionError(f"it does not quit: {self._last_words()}") from None
        assert self._process.stderr is not None
        self.errors = self._process.stderr.read()
        return self._process.returncode

    def kill(self) -> None:
        if self.is_running:
            self._process.kill()
        self._process.wait(10)
        for pipe in (self._process.stdin, self._process.stdout, self._process.stderr):
            if pipe is not None:
                pipe.close()
