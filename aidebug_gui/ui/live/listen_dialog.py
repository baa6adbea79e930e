"""Asks where to listen, and shows the lines to put into the program that is to send."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from aidebug_gui.sources.receivers.address import LOOPBACK, MAX_PORT, Address
from aidebug_gui.sources.receivers.options import OTLP_PORT
from aidebug_gui.ui.theme import cell_font, current_theme, em

LINES_PORT = 9020  # the one of the standard library's examples (logging.handlers.DEFAULT_TCP_LOGGING_PORT)
EVERYWHERE = "0.0.0.0"
_LINES_RECIPE = """\
import logging, logging.handlers
handler = logging.handlers.SocketHandler("127.0.0.1", {port})
logging.getLogger().addHandler(handler)"""
_OTLP_RECIPE = """\
OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:{port}
OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf
OTEL_LOGS_EXPORTER=otlp OTEL_TRACES_EXPORTER=otlp"""


class ListenDialog(QDialog):
    """Modeless. Enter listens, Esc closes.

    Signals:
        listen_requested(object, bool): an Address, and whether OTLP is meant.
    """

    listen_requested = Signal(object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Listen for records"))
        self.lines = QRadioButton(self.tr("&Lines, JSON and Python logging (TCP and UDP)"), self)
        self.otlp = QRadioButton(self.tr("&OpenTelemetry (OTLP over HTTP)"), self)
        self.lines.setChecked(True)
        self.port = QSpinBox(self)
        self.port.setRange(1, MAX_PORT)
        self.port.setValue(LINES_PORT)
        self.port.setMaximumWidth(em(7))
        self.others = QCheckBox(self.tr("Let other machines &send too"), self)
        self.warning = QLabel(self.tr("Anybody in your network can then send records: unencrypted, no password."), self)
        self.warning.setWordWrap(True)
        self.recipe = QPlainTextEdit(self)
        self.recipe.setReadOnly(True)
        self.recipe.setAccessibleName(self.tr("How a program sends its log here"))
        self.recipe.setFont(cell_font())
        self.recipe.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.recipe.setFixedHeight(em(5.5))
        self.recipe.setTabChangesFocus(True)
        self._lay_out()
        self.lines.toggled.connect(self._on_kind)
        self.port.valueChanged.connect(self._show_recipe)
        self.others.toggled.connect(self._show_recipe)
        self._show_recipe()
        self.port.setFocus()

    def _lay_out(self) -> None:
        copy = QPushButton(self.tr("&Copy these lines"), self)
        copy.setAutoDefault(False)
        copy.clicked.connect(self._copy)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        listen = buttons.addButton(self.tr("Listen"), QDialogButtonBox.ButtonRole.AcceptRole)
        listen.setDefault(True)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow(self.tr("&Port"), self.port)
        layout = QVBoxLayout(self)
        layout.setSpacing(em(0.5))
        for widget in (self.lines, self.otlp):
            layout.addWidget(widget)
        layout.addLayout(form)
        layout.addWidget(self.others)
        layout.addWidget(self.warning)
        layout.addWidget(QLabel(self.tr("In the program that sends:"), self))
        layout.addWidget(self.recipe)
        layout.addWidget(buttons)
        self.setMinimumWidth(em(34))

    def address(self) -> Address:
        """Return what is chosen."""
        return Address(EVERYWHERE if self.others.isChecked() else LOOPBACK, self.port.value())

    def _on_kind(self) -> None:
        """Suggest the usual port, unless another one was typed."""
        usual, other = (LINES_PORT, OTLP_PORT) if self.lines.isChecked() else (OTLP_PORT, LINES_PORT)
        if self.port.value() == other:
            self.port.setValue(usual)
        self._show_recipe()

    def _show_recipe(self) -> None:
        recipe = _LINES_RECIPE if self.lines.isChecked() else _OTLP_RECIPE
        self.recipe.setPlainText(recipe.format(port=self.port.value()))
        palette = self.warning.palette()
        palette.setColor(QPalette.ColorRole.WindowText, current_theme().colors["error"])
        self.warning.setPalette(palette)
        self.warning.setTextFormat(Qt.TextFormat.PlainText)
        self.warning.setVisible(self.others.isChecked())
        self.adjustSize()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.recipe.toPlainText())

    def _on_accepted(self) -> None:
        self.hide()
        self.listen_requested.emit(self.address(), self.otlp.isChecked())
