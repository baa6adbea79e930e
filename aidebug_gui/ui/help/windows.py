"""The windows of the Help menu that only tell something: the filter language, about."""

from __future__ import annotations

import platform

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, qVersion
from PySide6.QtWidgets import QDialog, QHeaderView, QMessageBox, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from aidebug_gui import __version__
from aidebug_gui.ui.theme import cell_font, em

FILTER_EXAMPLES = (
    ("level>=warning", QT_TRANSLATE_NOOP("FilterHelp", "warnings and worse")),
    ("level:error", QT_TRANSLATE_NOOP("FilterHelp", "errors only")),
    ("model:gpt-4o", QT_TRANSLATE_NOOP("FilterHelp", "a value of a field")),
    ("model:(gpt-4o or fraud-v3)", QT_TRANSLATE_NOOP("FilterHelp", "one of several values")),
    ("model:*mini*", QT_TRANSLATE_NOOP("FilterHelp", "* stands for any text")),
    ("-logger:uvicorn.access", QT_TRANSLATE_NOOP("FilterHelp", "not these")),
    ("latency_ms>500", QT_TRANSLATE_NOOP("FilterHelp", "numbers: > >= < <= and score:0.5..0.8")),
    ("latency>2s", QT_TRANSLATE_NOOP("FilterHelp", "with a unit: ms, s, m")),
    ("mem>16GB", QT_TRANSLATE_NOOP("FilterHelp", "whatever unit each record is written in; also 90%, $0.01, 3tok/s")),
    ("label!=target", QT_TRANSLATE_NOOP("FilterHelp", "two fields of a record; both must have a value")),
    ("status:5xx", QT_TRANSLATE_NOOP("FilterHelp", "HTTP status from 500 to 599")),
    ('"exact text"', QT_TRANSLATE_NOOP("FilterHelp", "the text of the record contains this, with its capitals")),
    ("timeout", QT_TRANSLATE_NOOP("FilterHelp", "the text contains this word, in any case")),
    ("/time(d )?out/i", QT_TRANSLATE_NOOP("FilterHelp", "the text matches a regular expression")),
    ("message:refund", QT_TRANSLATE_NOOP("FilterHelp", "the text of one field contains this")),
    ("has:traceback", QT_TRANSLATE_NOOP("FilterHelp", "the record has this field")),
    ("is:multiline", QT_TRANSLATE_NOOP("FilterHelp", "also is:damaged, is:derived, is:raw (not understood)")),
    ("is:pii", QT_TRANSLATE_NOOP("FilterHelp", "personal data or a secret was found in it; is:secret only secrets")),
    ('pattern:"took <*> ms"', QT_TRANSLATE_NOOP("FilterHelp", "messages like this; <*> stands for any text")),
    ("pii:email", QT_TRANSLATE_NOOP("FilterHelp", "also pii:card, pii:person, pii:certain, pii:financial ...")),
    ("time>=10:02 time<10:05", QT_TRANSLATE_NOOP("FilterHelp", "also time>=2026-01-01T10:00")),
    ("last:15m", QT_TRANSLATE_NOOP("FilterHelp", "the last 15 minutes of the log")),
    ("line:100..200", QT_TRANSLATE_NOOP("FilterHelp", "lines of the file")),
    ("score<0.3 or label=spam", QT_TRANSLATE_NOOP("FilterHelp", "and, or, not, brackets; a space means and")),
)


class FilterHelp(QDialog):
    """The filter language by examples."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Filter language"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        tree = QTreeWidget(self)
        tree.setColumnCount(2)
        tree.setHeaderLabels([self.tr("Filter"), self.tr("Shows")])
        tree.setRootIsDecorated(False)
        tree.setAccessibleName(self.tr("Filter language"))
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        for example, meaning in FILTER_EXAMPLES:
            item = QTreeWidgetItem([example, self.tr(str(meaning))])
            item.setFont(0, cell_font())
            tree.addTopLevelItem(item)
        layout = QVBoxLayout(self)
        layout.addWidget(tree)
        self.resize(em(46), em(32))


def about(parent: QWidget) -> QMessageBox:
    """Return the window that says what this program is."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle("AiDebug")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(f"AiDebug {__version__}")
    box.setInformativeText(
        QCoreApplication.translate(
            "About",
            "A log viewer for people who build AI systems.\n\nIt only reads your logs and sends nothing anywhere.",
        )
        + f"\n\nPython {platform.python_version()}, Qt {qVersion()}, PySide6 {pyside_version} (LGPL)"
    )
    return box
