"""``python -m aidebug_gui`` is the same as the ``aidebug-gui`` command."""

from __future__ import annotations

import sys

from aidebug_gui.cli import main

if __name__ == "__main__":
    if getattr(sys, "frozen", False):  # a process that helps is started as the program itself there
        import multiprocessing

        multiprocessing.freeze_support()
    sys.exit(main())
