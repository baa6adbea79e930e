"""A window from which a file can be dragged, as from a file manager: ``python drag_source.py FILE X Y``."""

from __future__ import annotations

import sys

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel


class Source(QLabel):
    """Drags the file when it is pressed and moved."""

    def __init__(self, path: str) -> None:
        super().__init__("file")
        self.setWindowTitle("drag source")
        self.setFixedSize(120, 80)
        self._path = path

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(self._path)])
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction)


def main() -> None:
    application = QApplication(sys.argv[:1])
    source = Source(sys.argv[1])
    source.move(int(sys.argv[2]), int(sys.argv[3]))
    source.show()
    sys.exit(application.exec())


if __name__ == "__main__":
    main()
