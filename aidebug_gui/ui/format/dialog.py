"""View > Format: how the log is read, and how to correct that. What is chosen is kept, and the log is read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QPushButton, QTabWidget, QVBoxLayout

from aidebug_gui.formats.user_formats import keep_format
from aidebug_gui.resources import user_directory
from aidebug_gui.ui.accounts import coverage_text
from aidebug_gui.ui.format.fields_page import FieldsPage
from aidebug_gui.ui.format.lines_page import LinesPage
from aidebug_gui.ui.format.offer import is_hardly_understood
from aidebug_gui.ui.format.questions import ReadSamples, Samples
from aidebug_gui.ui.jobs import Jobs
from aidebug_gui.ui.theme import em

if TYPE_CHECKING:
    from aidebug_gui.ui.log_view import LogView

NOT_UNDERSTOOD = "is:raw"


class FormatDialog(QDialog):
    """Coverage above, two pages below."""

    def __init__(self, view: LogView) -> None:
        super().__init__(view)
        self._view = view
        name = view.privacy.shown_name(view.session.store.name)
        self.setWindowTitle(self.tr("Format of {0}").format(name))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.jobs = Jobs(self)
        self.coverage = QLabel(coverage_text(view.session.state), self)
        self.coverage.setTextFormat(Qt.TextFormat.PlainText)
        self.coverage.setWordWrap(True)
        self.show_others = QPushButton(self.tr("Show what was not understood"), self)
        self.show_others.setEnabled(view.session.state.not_understood > 0)
        self.show_others.clicked.connect(self._on_show_others)
        self.fields = FieldsPage(view.session.store, self)
        self.lines = LinesPage(name, self.jobs, self)
        self.pages = QTabWidget(self)
        self.pages.addTab(self.fields, self.tr("Columns"))
        self.pages.addTab(self.lines, self.tr("Lines"))
        if is_hardly_understood(view.session.state):
            self.pages.setCurrentWidget(self.lines)
        self.problem = QLabel(self)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        buttons = QDialogButtonBox(self)
        self.use = buttons.addButton(self.tr("Save and read the log again"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Close)
        buttons.accepted.connect(self._on_use)
        buttons.rejected.connect(self.reject)
        top = QHBoxLayout()
        top.addWidget(self.coverage, 1)
        top.addWidget(self.show_others)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self.problem)
        layout.addWidget(buttons)
        self.resize(em(56), em(36))
        self.fields.changed.connect(self._on_changed)
        self.lines.changed.connect(self._on_changed)
        self.pages.currentChanged.connect(self._on_changed)
        self._on_changed()
        self.jobs.run("samples", ReadSamples(view.session.store, self.fields.names()), self._on_samples)

    def _on_samples(self, samples: Samples) -> None:
        self.fields.show_samples(samples.values)
        self.lines.set_lines(samples.lines, samples.guess)

    def _on_changed(self) -> None:
        on_lines = self.pages.currentWidget() is self.lines
        self.use.setEnabled(self.lines.user_format() is not None if on_lines else bool(self.fields.chosen()))

    def _on_show_others(self) -> None:
        self._view.filter_bar.set_filter(NOT_UNDERSTOOD)

    def _on_use(self) -> None:
        own = self.lines.user_format()
        try:
            if self.pages.currentWidget() is self.lines:
                if own is None:
                    return
                keep_format(user_directory(), own)
            else:
                self._view.session.store.choose_columns(self.fields.chosen())
        except OSError as error:
            self.problem.setText(self.tr("This could not be saved: {0}").format(error))
            return
        files = self._view.files
        if (
            self._view.filter_bar.text() == NOT_UNDERSTOOD
        ):  # what was not understood may be by now: an empty table tells nothing
            self._view.filter_bar.set_filter("")
        self.accept()
        files.reopen()

    # Qt's own names from here on

    def done(self, result: int) -> None:
        self.jobs.close()
        super().done(result)
