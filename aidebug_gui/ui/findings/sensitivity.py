"""What is looked at for anomalies, and the slider that says how much is one: false alarms per 10,000 points."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSlider, QWidget

from aidebug_gui.analysis.series.model import ERRORS
from aidebug_gui.analysis.series.sensitivity import RATES
from aidebug_gui.ui.findings.search_result import ALL, Rates
from aidebug_gui.ui.theme import em
from aidebug_gui.ui.values import visible


class SensitivityBar(QWidget):
    """For all numbers of the log, or for one of them; of all records, or of those of each model, endpoint ...

    Signals:
        rate_chosen(str, float): a field (empty: all) and the false alarms per 10,000 points to live with.
        grouping_chosen(str): the field by whose values the records are taken apart (empty: they are not).
    """

    rate_chosen = Signal(str, float)
    grouping_chosen = Signal(str)

    def __init__(self, rates: Rates, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rates = rates
        self.field = QComboBox(self)
        self.field.setAccessibleName(self.tr("Number to set the sensitivity for"))
        self.field.addItem(self.tr("all numbers"), ALL)
        self.field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.grouping = QComboBox(self)
        self.grouping.setAccessibleName(self.tr("Records whose numbers are looked at together"))
        self.grouping.setToolTip(self.tr("What is usual for one model or endpoint may be odd for another."))
        self.grouping.addItem(self.tr("of all records"), "")
        self.grouping.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.grouping.hide()
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(0, len(RATES) - 1)
        self.slider.setPageStep(1)
        self.slider.setFixedWidth(em(6))
        self.slider.setAccessibleName(self.tr("Sensitivity of anomalies"))
        tip = self.tr(
            "Further to the right more is reported, and more of it is chance. Measured on the worst kind of noise."
        )
        self.slider.setToolTip(tip)
        self.label = QLabel(self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setToolTip(tip)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, em(0.4), 0)
        row.setSpacing(em(0.4))
        title = QLabel(self.tr("Anomalies in"), self)
        title.setTextFormat(Qt.TextFormat.PlainText)
        for widget in (title, self.field, self.grouping, self.slider, self.label):
            row.addWidget(widget)
        self.field.currentIndexChanged.connect(self._show)
        self.grouping.activated.connect(self._on_grouping)
        self.slider.valueChanged.connect(self._on_moved)
        self._show()

    def set_fields(self, names: Sequence[str]) -> None:
        """Offer these numbers beside "all"."""
        known = [self.field.itemData(at) for at in range(1, self.field.count())]
        for name in names:
            if name not in known:
                self.field.addItem(self.tr("errors") if name == ERRORS else visible(name), name)

    def set_groupings(self, names: Sequence[str]) -> None:
        """Offer to take the records apart by these fields."""
        for name in names:
            if self.grouping.findData(name) < 0:
                self.grouping.addItem(self.tr("of each {0}").format(visible(name)), name)
        self.grouping.setVisible(self.grouping.count() > 1)

    def choose_field(self, name: str) -> None:
        """Let the slider be for a field."""
        at = self.field.findData(name)
        if at >= 0:
            self.field.setCurrentIndex(at)
        self.slider.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_grouping(self) -> None:
        self.grouping_chosen.emit(self.grouping.currentData())

    def _show(self) -> None:
        """Show the rate of the chosen field."""
        rate = self._rates.of(self.field.currentData())
        self.slider.blockSignals(True)
        self.slider.setValue(RATES.index(rate))
        self.slider.blockSignals(False)
        self._update_label(rate)

    def _update_label(self, rate: float) -> None:
        self.label.setText(self.tr("{0} false alarms per 10,000 points").format(f"{rate:g}"))

    def _on_moved(self, place: int) -> None:
        self._update_label(RATES[place])
        self.rate_chosen.emit(self.field.currentData(), RATES[place])
