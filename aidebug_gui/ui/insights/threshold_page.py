"""The page of the threshold: how much lies beyond it, and how right that is where the log carries the truth."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from aidebug_gui.analysis.formatting import percent
from aidebug_gui.analysis.ground_truth import Judged
from aidebug_gui.analysis.threshold import CalibrationBin, Confusion
from aidebug_gui.translatable import translatable
from aidebug_gui.ui.localized import localized
from aidebug_gui.ui.plots.threshold import threshold_label
from aidebug_gui.ui.theme import current_theme, em
from aidebug_gui.ui.values import count_text, visible


class Decision(Enum):
    """What a decision "beyond the threshold" can be: is it beyond, and is it truly positive?"""

    TRUE_POSITIVE = (True, True)
    FALSE_POSITIVE = (True, False)
    FALSE_NEGATIVE = (False, True)
    TRUE_NEGATIVE = (False, False)


class Calibration(QWidget):
    """How often the score was right, for ten groups of about equally many records; the diagonal is perfect."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bins: tuple[CalibrationBin, ...] = ()
        self.setMinimumSize(em(8), em(6))
        self.setAccessibleName(self.tr("Calibration"))
        self.setToolTip(
            self.tr(
                "Mean score (to the right) and share that is truly positive (up). On the line the score is well calibrated."
            )
        )

    def show_bins(self, bins: Sequence[CalibrationBin]) -> None:
        """Draw other bins."""
        self._bins = tuple(bins)
        words = (f"{one.mean_score:.2f}: {localized(percent(one.share_true))}" for one in self._bins)
        self.setAccessibleDescription("; ".join(words))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(em(10), em(10))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, palette = current_theme(), self.palette()
        side = min(self.width(), self.height()) - em(0.6)
        area = QRectF(em(0.3), (self.height() - side) / 2, side, side)
        painter.fillRect(area, palette.color(QPalette.ColorRole.Base))
        painter.setPen(theme.colors["grid"])
        painter.drawRect(area)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colors["muted"], 1, Qt.PenStyle.DashLine))
        painter.drawLine(area.bottomLeft(), area.topRight())
        points = [
            QPointF(area.left() + side * min(1.0, max(0.0, one.mean_score)), area.bottom() - side * one.share_true)
            for one in self._bins
        ]
        painter.setPen(QPen(theme.colors["series"], 2))
        painter.drawPolyline(points)
        painter.setBrush(theme.colors["series"])
        for point in points:
            painter.drawEllipse(point, em(0.16), em(0.16))
        painter.end()


class ThresholdPage(QWidget):
    """Shows counts; what it is asked for is the business of who listens.

    Signals:
        field_chosen(str): judge another field.
        truth_chosen(str): another field holds the truth, "" for none.
        decision_requested(object): show only the records of a :class:`Decision`.
        best_requested(): use the threshold with the highest F1.
    """

    field_chosen = Signal(str)
    truth_chosen = Signal(str)
    decision_requested = Signal(object)
    best_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: Callable[[str, str], str] = _as_it_is  # (field, value) -> what may be shown of it
        self.field, self.truth = QComboBox(self), QComboBox(self)
        self.field.setAccessibleName(self.tr("Field"))
        self.truth.setAccessibleName(self.tr("Field with the truth"))
        for box in (self.field, self.truth):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.counts = self._label()
        self.measures = self._label()
        self.best = QPushButton(self.tr("Best F1"), self)
        self.best.setToolTip(self.tr("Move the threshold to where F1 is highest"))
        self.best.setAutoDefault(False)
        self.best.clicked.connect(self.best_requested)
        self.calibration = Calibration(self)
        self.calibration_words = self._label()
        self.cells: dict[Decision, QPushButton] = {}
        self._build()
        self.field.activated.connect(self._on_field)
        self.truth.activated.connect(self._on_truth)
        self.show_nothing()

    def _label(self) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(em(0.4))
        for words, box in ((self.tr("Threshold on"), self.field), (self.tr("Truth in"), self.truth)):
            label = self._label()
            label.setWordWrap(False)
            label.setText(words)
            top.addWidget(label)
            top.addWidget(box)
        top.addWidget(self.best)
        top.addStretch(1)
        left = QVBoxLayout()
        left.addWidget(self.counts)
        left.addWidget(self.measures)
        left.addStretch(1)
        self._matrix = QWidget(self)
        grid = QGridLayout(self._matrix)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(em(0.2))
        for column, decision in enumerate((Decision.TRUE_POSITIVE, Decision.FALSE_POSITIVE)):
            grid.addWidget(self._cell(decision), 0, column)
        for column, decision in enumerate((Decision.FALSE_NEGATIVE, Decision.TRUE_NEGATIVE)):
            grid.addWidget(self._cell(decision), 1, column)
        grid.setRowStretch(2, 1)
        body = QHBoxLayout()
        body.setSpacing(em(1.2))
        body.addLayout(left, 3)
        body.addWidget(self._matrix, 3)
        body.addWidget(self.calibration, 1)
        body.addWidget(self.calibration_words, 2)
        column_layout = QVBoxLayout(self)
        column_layout.setContentsMargins(em(0.6), em(0.3), em(0.6), em(0.3))
        column_layout.addLayout(top)
        column_layout.addLayout(body, 1)

    def _cell(self, decision: Decision) -> QPushButton:
        button = self.cells[decision] = QPushButton(self)
        button.setAutoDefault(False)
        button.setMinimumHeight(em(2.4))
        button.setToolTip(self.tr("Show only these records"))
        button.clicked.connect(self._on_cell)
        return button

    def _on_cell(self) -> None:
        button = self.sender()
        for decision, cell in self.cells.items():
            if cell is button:
                self.decision_requested.emit(decision)

    def _on_field(self) -> None:
        self.field_chosen.emit(self.field.currentData())

    def _on_truth(self) -> None:
        self.truth_chosen.emit(self.truth.currentData())

    def set_fields(self, fields: Sequence[str], truths: Sequence[str]) -> None:
        """Offer numbers to judge, and fields that may hold the truth; what is chosen stays where it can."""
        for box, names in ((self.field, list(fields)), (self.truth, ["", *truths])):
            chosen = box.currentData()
            box.clear()
            for name in names:
                box.addItem(visible(name) if name else self.tr("nothing"), name)
            box.setCurrentIndex(max(0, box.findData(chosen)))

    def choose(self, field: str, truth: str) -> None:
        """Show what is chosen."""
        self.field.setCurrentIndex(self.field.findData(field))
        self.truth.setCurrentIndex(max(0, self.truth.findData(truth)))

    def show_nothing(self, words: str = "") -> None:
        """Nothing is judged (yet), for a reason in words."""
        self.counts.setText(words)
        self.measures.setText("")
        self._show_truth(False)

    def _show_truth(self, on: bool) -> None:
        for widget in (self._matrix, self.calibration, self.calibration_words, self.best):
            widget.setVisible(on)

    def show_judged(self, judged: Judged, threshold: float, *, above: bool) -> None:
        """Show what a threshold means: some binary searches, so it may follow the mouse."""
        counts = judged.above if above else judged.below
        records, episodes = counts.records(threshold), counts.episodes(threshold)
        sign = ">" if above else "<"
        share = percent(records / judged.count) if judged.count else percent(0)
        self.counts.setText(
            self.tr("{0} {1} {2}: {3} of {4} records ({5}), in {6}.").format(
                visible(judged.field),
                sign,
                threshold_label(threshold),
                count_text(records),
                count_text(judged.count),
                localized(share),
                localized(translatable("{n} {n:episode|episodes}", n=episodes)),
            )
        )
        shown = judged.truth is not None and above
        self._show_truth(shown)
        if judged.truth is not None and above:
            self._show_confusion(judged, judged.truth.confusion(threshold))
        elif judged.truth is not None:
            self.measures.setText(self.tr("Precision and recall are counted for values above the threshold."))
        elif self.truth.count() > 1:
            self.measures.setText(self.tr("Choose the field with the truth to see precision, recall and calibration."))
        else:
            self.measures.setText(
                self.tr("No field is known to hold the truth. If one does, make it the column “Target”: View > Format.")
            )

    def _show_confusion(self, judged: Judged, found: Confusion) -> None:
        self.measures.setText(
            self.tr("Precision {0}, recall {1}, F1 {2}, accuracy {3}. Positive is {4} = {5}.").format(
                *map(_ratio, (found.precision, found.recall, found.f1, found.accuracy)),
                visible(judged.truth_field),
                visible(self.shown(judged.truth_field, judged.positive)),
            )
        )
        names = {
            Decision.TRUE_POSITIVE: (self.tr("true positives"), found.true_positives),
            Decision.FALSE_POSITIVE: (self.tr("false positives"), found.false_positives),
            Decision.FALSE_NEGATIVE: (self.tr("false negatives (missed)"), found.false_negatives),
            Decision.TRUE_NEGATIVE: (self.tr("true negatives"), found.true_negatives),
        }
        for decision, (words, count) in names.items():
            self.cells[decision].setText(f"{count_text(count)}\n{words}")
            self.cells[decision].setEnabled(count > 0)

    def show_calibration(self, judged: Judged) -> None:
        """Draw the calibration of a field; it does not depend on the threshold."""
        if judged.truth is not None:
            self.calibration.show_bins(judged.calibration)
            self.calibration_words.setText(
                self.tr("Calibration: the score is off by {0} on average.").format(_ratio(judged.calibration_error))
            )


def _as_it_is(_: str, value: str) -> str:
    return value


def _ratio(value: float) -> str:
    return "–" if math.isnan(value) else f"{value:.3f}"
