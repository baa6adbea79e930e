"""``python -m aidebug_gui`` is the same as the ``aidebug-gui`` command: the whole process is the program's."""

from __future__ import annotations

import sys

from aidebug_gui.cli import main


def run() -> int:
    """Run the program in a process that does nothing else; return its exit code."""
    leave_out_pandas()
    return main()


def leave_out_pandas() -> None:
    """Let ``import pandas`` fail in this process, as in the frozen program, which has none.

    The program does not use it, but Arrow looks for it with the first array that it makes of Python values, and loads it
    where it is installed: 43 MB, and a quarter to half a second in which the window answers late.
    """
    sys.meta_path.insert(0, _WithoutPandas())


class _WithoutPandas:
    """Finds no pandas: ``sys.modules["pandas"] = None`` would do for Python, but Arrow takes the None for the module."""

    def find_spec(self, fullname: str, path: object = None, target: object = None) -> None:
        if fullname == "pandas":
            raise ModuleNotFoundError("the program runs without pandas", name=fullname)


if __name__ == "__main__":
    if getattr(sys, "frozen", False):  # a process that helps is started as the program itself there
        import multiprocessing

        multiprocessing.freeze_support()
    sys.exit(run())
