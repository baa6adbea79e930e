"""Every setting, in one place: its name, kind, default and words. The dialog and the user guide are made from this."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

Value = bool | int | str


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting; its kind is that of its default: a switch, a number, or one of ``choices`` (value and text).

    ``least``, ``most``: bounds of a number; ``zero``: what 0 stands for. ``restart``: it counts from the next start on.
    """

    name: str
    group: str
    title: str
    help: str
    default: Value
    choices: tuple[tuple[str, str], ...] = ()
    least: int = 0
    most: int = 0
    unit: str = ""
    zero: str = ""
    restart: bool = False

    def accepts(self, value: object) -> bool:
        """Return whether something read from a file can be the value of this setting."""
        if type(value) is not type(self.default):
            return False
        if isinstance(value, int) and not isinstance(value, bool):
            return self.least <= value <= self.most
        return not self.choices or value in {choice for choice, _ in self.choices}


SETTINGS: tuple[Setting, ...] = (
    Setting(
        "theme",
        "Appearance",
        "Colours",
        "“Follow the system” changes with the system while the program runs.",
        "system",
        (("system", "Follow the system"), ("light", "Light"), ("dark", "Dark"), ("high_contrast", "High contrast")),
    ),
    Setting(
        "font_size",
        "Appearance",
        "Text size",
        "In points, for all of the window. Ctrl++ and Ctrl+- change it too.",
        0,
        least=0,
        most=40,
        unit=" pt",
        zero="Follow the system",
    ),
    Setting(
        "density",
        "Appearance",
        "Rows of the table",
        "How much space is between two records.",
        "normal",
        (("compact", "Close together"), ("normal", "Normal"), ("roomy", "Far apart")),
    ),
    Setting(
        "row_lines",
        "Appearance",
        "Lines of a row",
        "Long messages are wrapped to this many lines. All rows have the same height. W changes it, too.",
        1,
        least=1,
        most=5,
    ),
    Setting(
        "time_zone",
        "Appearance",
        "Times",
        "Of logs whose times name a zone. Times without one are shown as they are written.",
        "log",
        (("log", "As the log writes them"), ("utc", "UTC"), ("local", "Local time")),
    ),
    Setting(
        "language",
        "Appearance",
        "Language",
        "Commands without a window, and what they write, stay English.",
        "system",
        (("system", "Follow the system"), ("en", "English"), ("de", "Deutsch")),
        restart=True,
    ),
    Setting(
        "reopen_session",
        "Start",
        "Reopen the logs of the last session",
        "Only if the program is started without naming a log. File > Reopen last session does it at any time.",
        False,
    ),
    Setting(
        "last_filter",
        "Start",
        "Filter of the last session",
        "What happens when a log is opened again that was filtered when it was closed.",
        "offer",
        (("offer", "Offer it"), ("apply", "Filter by it at once"), ("never", "Do not offer it")),
    ),
    Setting(
        "follow",
        "Reading",
        "Follow logs that grow",
        "New records appear as they are written. It applies to logs that are opened from now on.",
        True,
    ),
    Setting(
        "findings_limit_mb",
        "Reading",
        "Look for findings automatically up to",
        "Larger logs are searched when you ask for it.",
        500,
        least=1,
        most=100_000,
        unit=" MB",
    ),
    Setting(
        "personal_limit_mb",
        "Reading",
        "Look for personal data and secrets automatically up to",
        "This takes longer. Larger logs are searched when you ask for it.",
        300,
        least=1,
        most=100_000,
        unit=" MB",
    ),
)
GROUPS = ("Appearance", "Start", "Reading")
CONTEXT = "Settings"


def translated(text: str) -> str:
    """Return a text of a setting in the language of the window."""
    return QCoreApplication.translate(CONTEXT, text) if text else ""
