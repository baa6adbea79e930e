"""PySide6 6.12.0 on Python 3.11 drops a reference to None with each Qt call that returns None, and aborts after some
thousand. A release that does that again must not come in unseen.
"""

from __future__ import annotations

import subprocess
import sys

CALLS = """
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication(["test"])
widget = QWidget()
for _ in range(20_000):
    widget.update()
print("alive")
"""


def test_none_survives_many_qt_calls() -> None:
    done = subprocess.run([sys.executable, "-c", CALLS], check=False, capture_output=True, text=True)
    assert done.stdout == "alive\n", done.stderr
    assert done.returncode == 0
