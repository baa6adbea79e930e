"""The tabs of the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabBar, QWidget

from aidebug_gui.ui.log_tabs import LogTabs


def test_each_tab_is_closed_by_its_own_button_also_when_tabs_were_moved(qtbot):
    tabs = LogTabs()
    qtbot.addWidget(tabs)
    asked: list[int] = []
    tabs.tabCloseRequested.connect(asked.append)
    for name in ("a", "b", "c"):
        tabs.addTab(QWidget(), name)
    tabs.show()
    tabs.tabBar().moveTab(0, 2)
    for at, name in enumerate("bca"):
        button = tabs.tabBar().tabButton(at, QTabBar.ButtonPosition.RightSide)
        assert button.accessibleName() == f"Close {name}"
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked == [0, 1, 2]
