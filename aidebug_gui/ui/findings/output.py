"""Writes what is listed to a file, with what it was found with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from aidebug_gui import __version__
from aidebug_gui.analysis.findings.finding import Finding
from aidebug_gui.analysis.findings.report import findings_csv, findings_json
from aidebug_gui.store.log import FileLog
from aidebug_gui.store.protocol import CancelToken
from aidebug_gui.translatable import translatable
from aidebug_gui.ui.findings.panel import FindingsPanel
from aidebug_gui.ui.jobs import Jobs
from aidebug_gui.ui.localized import localized_error
from aidebug_gui.ui.values import count_text

if TYPE_CHECKING:
    from aidebug_gui.ui.log_view import LogView


class FindingsOutput(QObject):
    """Exports the findings that are listed, in their order."""

    def __init__(self, view: LogView, log: FileLog, panel: FindingsPanel, jobs: Jobs) -> None:
        super().__init__(jobs)
        self._view = view
        self._log = log
        self._panel = panel
        self._jobs = jobs

    def export(self) -> None:
        """Ask for a file name and write the findings: as CSV where the name ends so, else as JSON."""
        if not self._panel.list.count():
            self._view.message.emit(self.tr("There are no findings to export."))
            return
        suggested = self._view.privacy.suggested("-findings.json")
        kinds = self.tr("JSON (*.json);;CSV table (*.csv)")
        name, _ = QFileDialog.getSaveFileName(self._view, self.tr("Export the findings"), str(suggested), kinds)
        if name:
            self.export_to(Path(name))

    def export_to(self, path: Path) -> None:
        """Write the findings that are listed."""
        rates = self._panel.rates
        parameters = {
            "program": f"AiDebug {__version__}",
            "false_alarms_per_10000": {"all": rates.usual, **rates.of_fields},
            "grouped_by": self._panel.sensitivity.grouping.currentData(),
            "muted_left_out": not self._panel.summary.muted.isChecked(),
        }
        privacy = self._view.privacy
        findings = [veiled_finding(entry.finding, privacy.shown) for entry in self._panel.list.entries()]
        job = Write(self._log, privacy.shown_address(self._view.path), path, findings, parameters)
        self._jobs.run("export findings", job, self._on_written, self._on_failed)

    def _on_written(self, answer: tuple[Path, int]) -> None:
        path, count = answer
        words = self.tr("{0} finding written to {1}") if count == 1 else self.tr("{0} findings written to {1}")
        self._view.message.emit(words.format(count_text(count), path))

    def _on_failed(self, error: Exception) -> None:
        self._view.banner.show_message(self.tr("The findings were not written: {0}").format(localized_error(error)))


def veiled_finding(finding: Finding, shown: Callable[[str], str]) -> Finding:
    """Return a finding with all its words as they may be shown; its title, sentence and detail are so in the list already."""
    cause, fix, subject = shown(finding.cause), shown(finding.fix), shown(finding.subject)
    return replace(finding, cause=cause, fix=fix, subject=subject)


class Write:
    """Writes findings to a file (pool thread)."""

    def __init__(
        self, log: FileLog, file: str, path: Path, findings: Sequence[Finding], parameters: dict[str, object]
    ) -> None:
        self._log, self._file, self._path, self._findings, self._parameters = log, file, path, findings, parameters

    def __call__(self, cancel: CancelToken) -> tuple[Path, int]:
        cancel.check()
        if self._path.exists() and any(own.exists() and self._path.samefile(own) for own in self._log.files):
            raise ValueError(
                translatable(
                    "{path} is the opened log; it is never written to. Choose another file.", path=str(self._path)
                )
            )
        if self._path.suffix.lower() == ".csv":
            text = "".join(findings_csv(self._log, self._file, self._findings, self._parameters))
        else:
            text = findings_json(self._log, self._file, self._findings, self._parameters)
        self._path.write_text(text, encoding="utf-8", newline="")
        return self._path, len(self._findings)
