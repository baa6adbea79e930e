"""Write what a widget shows to a picture file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QPoint
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

_SCALE = 2  # a PNG is drawn at twice the size, to be sharp in a report


def write_picture(widget: QWidget, path: Path) -> None:
    """Write a PNG, or an SVG where the name ends so. Raises OSError."""
    path.write_bytes(_svg(widget) if path.suffix.lower() == ".svg" else _png(widget))


def _png(widget: QWidget) -> bytes:
    image = QImage(widget.size() * _SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SCALE)
    image.fill(widget.palette().color(widget.backgroundRole()))
    widget.render(image)
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def _svg(widget: QWidget) -> bytes:
    buffer = QBuffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(widget.size())
    generator.setViewBox(widget.rect())
    painter = QPainter(generator)
    widget.render(painter, QPoint())
    painter.end()
    return bytes(buffer.data().data())
