"""Write what a widget shows to a picture file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

_SCALE = 2  # a PNG is drawn at twice the size, to be sharp in a report


def write_picture(widget: QWidget, path: Path) -> None:
    """Write a PNG, or an SVG where the name ends so. Raises OSError."""
    if path.suffix.lower() == ".svg":
        _write_svg(widget, path)
    else:
        _write_png(widget, path)


def _write_png(widget: QWidget, path: Path) -> None:
    image = QImage(widget.size() * _SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SCALE)
    image.fill(widget.palette().color(widget.backgroundRole()))
    widget.render(image)
    if not image.save(str(path)):
        raise OSError(f"{path} cannot be written")


def _write_svg(widget: QWidget, path: Path) -> None:
    generator = QSvgGenerator()
    generator.setFileName(str(path))
    generator.setSize(widget.size())
    generator.setViewBox(widget.rect())
    painter = QPainter()
    if not painter.begin(generator):
        raise OSError(f"{path} cannot be written")
    widget.render(painter, QPoint())
    painter.end()
