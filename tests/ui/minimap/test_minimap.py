from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint, Qt

from aidebug_gui.ui.minimap.strip import Channel


def positions(view, channel: Channel) -> list[int]:
    return view.map_strip.places(channel).positions.tolist()


def test_what_is_marked_follows_filter_sorting_and_search(qtbot, view):
    strip = view.map_strip
    assert positions(view, Channel.ERRORS) == list(range(5, 1200, 6))
    view.minimap.set_findings(lambda: np.array([7, 600]))
    qtbot.waitUntil(view.is_idle)
    assert positions(view, Channel.FINDINGS) == [7, 600]
    view.filter_bar.set_filter("level>=warning")  # records 3, 5, 9, 11 ...
    qtbot.waitUntil(lambda: view.session.shown == 400 and view.is_idle())
    assert positions(view, Channel.ERRORS) == list(range(1, 400, 2))
    assert positions(view, Channel.FINDINGS) == []
    view.filter_bar.set_filter("")
    view.session.sort_by("line", True)
    qtbot.waitUntil(lambda: view.session.sort is not None and view.is_idle())
    qtbot.waitUntil(lambda: positions(view, Channel.ERRORS) == list(range(0, 1200, 6)))
    view.use_log_order()
    view.navigation.show_find()
    view.find_bar.edit.setText("needle")
    qtbot.waitUntil(lambda: len(positions(view, Channel.MATCHES)) == 24)
    view.find_bar.match_case.setChecked(True)
    qtbot.waitUntil(lambda: view.minimap.is_idle() and positions(view, Channel.MATCHES) == [])
    view.find_bar.regex.setChecked(True)
    view.find_bar.edit.setText("NEEDLE (50|100)$(")  # cannot be read: no marks, and the find bar tells
    qtbot.waitUntil(view.minimap.is_idle)
    assert positions(view, Channel.MATCHES) == []
    view.navigation.close_find()
    qtbot.waitUntil(view.is_idle)
    colour = strip.colour(Channel.ERRORS)
    picture = strip.grab().toImage()
    middle = QPoint(strip.width() // 6, strip.height() // 2)
    assert picture.pixelColor(middle * picture.devicePixelRatio()) == colour


def test_a_click_goes_to_the_mark_or_to_the_place(qtbot, view):
    strip = view.map_strip
    with qtbot.waitSignal(strip.position_requested) as asked:
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(1, strip.height() - 2))
    assert asked.args[0] % 6 == 5
    assert view.table.current_record() == asked.args[0] > 1100
    view.minimap.set_findings(lambda: np.array([300]))
    qtbot.waitUntil(view.is_idle)
    top = view.table.header.height()
    y = top + round((strip.height() - top) * 0.25)
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(strip.width() // 2, y + 2))
    assert view.table.current_record() == 300
