"""``python -m aidebug_gui`` is the same as the ``aidebug-gui`` command."""

from __future__ import annotations

import sys

from aidebug_gui.cli import main

if __name__ == "__main__":
    sys.exit(main())
