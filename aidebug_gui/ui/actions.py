"""Every action of the window, in one place: what it is called, its key, where it stands, what it calls.

Menus, shortcuts, the command palette and the list of shortcuts are all made from :data:`ACTIONS`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from operator import attrgetter

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from aidebug_gui.ui.theme import icon


class Scope(Enum):
    """Where the shortcut of an action works."""

    WINDOW = "window"
    VIEW = "view"  # while the focus is in a tab: single letters, so that text fields keep them
    TABLE = "table"  # only in the table: Space must still press buttons


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action. ``slot``: method of the window, or ``view.`` and a method of the open tab or, dotted, of its parts."""

    name: str
    menu: str
    text: str
    slot: str
    shortcut: str = ""
    icon: str = ""
    scope: Scope = Scope.WINDOW
    separator_before: bool = False
    checkable: bool = False

    @property
    def needs_view(self) -> bool:
        """Whether the action works on an open log."""
        return self.slot.startswith("view.")


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("open", "File", "&Open…", "open_dialog", "Ctrl+O", "open"),
    ActionSpec("open_as_one", "File", "Open as one &log…", "open_as_one", "Ctrl+Shift+O"),
    ActionSpec("open_directory", "File", "Open a &directory as one log…", "open_directory"),
    ActionSpec("open_example", "File", "Open the e&xample log", "open_example", icon="example"),
    ActionSpec("reopen_session", "File", "&Reopen last session", "keeper.reopen"),
    ActionSpec(
        "export_jsonl",
        "File",
        "Export shown records as &JSONL…",
        "view.output.export_jsonl",
        icon="export",
        separator_before=True,
    ),
    ActionSpec("export_csv", "File", "Export shown records as &CSV…", "view.output.export_csv"),
    ActionSpec("export_raw", "File", "Export shown records as &text…", "view.output.export_raw"),
    ActionSpec("save_received", "File", "Sa&ve received log as…", "receiving.save"),
    ActionSpec("export_masked", "File", "&Masked copy…", "view.privacy.export_masked", "Ctrl+Shift+E"),
    ActionSpec("bug_bundle", "File", "&Bug bundle…", "view.privacy.write_bundle"),
    ActionSpec(
        "reopen_tab", "File", "Reo&pen closed tab", "keeper.reopen_closed", "Ctrl+Shift+T", separator_before=True
    ),
    ActionSpec("close_tab", "File", "Clos&e tab", "close_current_tab", "Ctrl+W", "close"),
    ActionSpec("settings", "File", "&Settings…", "preferences.show", "Ctrl+,", "settings", separator_before=True),
    ActionSpec("quit", "File", "&Quit", "close", "Ctrl+Q"),
    ActionSpec("copy_raw", "Edit", "&Copy rows as they are", "view.output.copy_raw", "Ctrl+C", "copy", Scope.TABLE),
    ActionSpec("copy_json", "Edit", "Copy rows as &JSON", "view.output.copy_json", "Ctrl+Shift+C", scope=Scope.TABLE),
    ActionSpec("copy_csv", "Edit", "Copy rows as C&SV", "view.output.copy_csv"),
    ActionSpec("copy_masked", "Edit", "Copy rows &masked", "view.privacy.copy_masked", "Ctrl+Alt+C", scope=Scope.TABLE),
    ActionSpec("paste", "Edit", "Paste as a lo&g", "receiving.paste", "Ctrl+V"),
    ActionSpec("select_all", "Edit", "Select &all", "view.table.selectAll", "Ctrl+A", scope=Scope.TABLE),
    ActionSpec("find", "Edit", "&Find…", "view.navigation.show_find", "Ctrl+F", "find", separator_before=True),
    ActionSpec("find_next", "Edit", "Find &next", "view.navigation.find_next", "F3", "next"),
    ActionSpec("find_previous", "Edit", "Find &previous", "view.navigation.find_previous", "Shift+F3", "previous"),
    ActionSpec("record_pane", "View", "&Record", "view.record_room.toggle", "Space", "panel", Scope.TABLE),
    ActionSpec("plots", "View", "&Plots", "view.panels.toggle_plots", "Ctrl+Shift+L", "plot"),
    ActionSpec("fields", "View", "&Fields", "view.panels.toggle_fields", "Ctrl+Shift+F"),
    ActionSpec("findings", "View", "Find&ings", "view.panels.toggle_findings", "Ctrl+Shift+I"),
    ActionSpec("bookmarks", "View", "&Bookmarks", "view.bookmarks.toggle_list", "Ctrl+Shift+M"),
    ActionSpec("highlights", "View", "Highlights", "view.highlights.toggle_list", "Ctrl+Shift+G"),
    ActionSpec("personal_data", "View", "Personal &data and secrets", "view.privacy.show_panel", "Ctrl+Shift+D"),
    ActionSpec("format", "View", "For&mat…", "view.files.show_format"),
    ActionSpec("clocks", "View", "Fil&es of this log…", "view.files.show_clocks"),
    ActionSpec("columns", "View", "&Columns…", "view.choose_columns", icon="column"),
    ActionSpec("time_above", "View", "Column of the time since the row above", "view.column_menu.toggle_time_above"),
    ActionSpec(
        "row_lines", "View", "Wrap messages: 1, 2 or 3 lines per row", "preferences.step_lines", "W", scope=Scope.VIEW
    ),
    ActionSpec("personal_column", "View", "Column of personal da&ta", "view.privacy.toggle_column"),
    ActionSpec(
        "hide_personal",
        "View",
        "&Hide personal data on the screen",
        "hide_mode.toggle",
        "Ctrl+Shift+H",
        separator_before=True,
        checkable=True,
    ),
    ActionSpec(
        "zone_log", "View", "Times as the log &writes them", "time_zone.use_log", separator_before=True, checkable=True
    ),
    ActionSpec("zone_utc", "View", "Times in &UTC", "time_zone.use_utc", checkable=True),
    ActionSpec("zone_local", "View", "Times in l&ocal time", "time_zone.use_local", checkable=True),
    ActionSpec(
        "theme_system", "View", "Colours of the &system", "use_system_theme", separator_before=True, checkable=True
    ),
    ActionSpec("theme_light", "View", "&Light colours", "use_light_theme", checkable=True),
    ActionSpec("theme_dark", "View", "Dar&k colours", "use_dark_theme", checkable=True),
    ActionSpec("theme_high_contrast", "View", "High co&ntrast", "use_high_contrast_theme", checkable=True),
    ActionSpec("larger_text", "View", "Lar&ger text", "preferences.larger_text", "Ctrl++", separator_before=True),
    ActionSpec("smaller_text", "View", "Sm&aller text", "preferences.smaller_text", "Ctrl+-"),
    ActionSpec("usual_text", "View", "Default text si&ze", "preferences.usual_text", "Ctrl+0"),
    ActionSpec("go_to", "Go", "&Line or time…", "view.go_to_bar.open", "Ctrl+G", "goto"),
    ActionSpec("next_error", "Go", "&Next error", "view.navigation.next_error", "E", "error", Scope.VIEW),
    ActionSpec(
        "previous_error", "Go", "&Previous error", "view.navigation.previous_error", "Shift+E", scope=Scope.VIEW
    ),
    ActionSpec("next_finding", "Go", "Next &finding", "view.panels.next_finding", "N", scope=Scope.VIEW),
    ActionSpec("previous_finding", "Go", "Previous fin&ding", "view.panels.previous_finding", "P", scope=Scope.VIEW),
    ActionSpec(
        "only_finding", "Go", "Show only the records of this finding", "view.panels.only_finding", "O", scope=Scope.VIEW
    ),
    ActionSpec("copy_finding", "Go", "Copy this finding", "view.panels.copy_finding", "Shift+C", scope=Scope.VIEW),
    ActionSpec(
        "mute_finding",
        "Go",
        "Mute or unmute this finding",
        "view.panels.mute_finding",
        "Ctrl+Shift+N",
        scope=Scope.VIEW,
    ),
    ActionSpec(
        "bookmark",
        "Go",
        "&Bookmark this record",
        "view.bookmarks.toggle",
        "B",
        scope=Scope.VIEW,
        separator_before=True,
    ),
    ActionSpec("bookmark_note", "Go", "Bookmark with a n&ote…", "view.bookmarks.note", "Shift+B", scope=Scope.VIEW),
    ActionSpec("next_bookmark", "Go", "Next boo&kmark", "view.bookmarks.next", "Ctrl+B"),
    ActionSpec("previous_bookmark", "Go", "P&revious bookmark", "view.bookmarks.previous", "Ctrl+Shift+B"),
    ActionSpec("next_highlight", "Go", "Next highlight", "view.highlights.next", "H", scope=Scope.VIEW),
    ActionSpec(
        "previous_highlight", "Go", "Previous highlight", "view.highlights.previous", "Shift+H", scope=Scope.VIEW
    ),
    ActionSpec("context", "Go", "Show in &context, and back", "view.context.toggle", "C", "context", Scope.VIEW),
    ActionSpec("back", "Go", "One &step back", "view.way_back.step", "Esc", scope=Scope.VIEW),
    ActionSpec("next_pane", "Go", "Next p&ane", "view.focus_cycle.next", "F6", separator_before=True),
    ActionSpec("previous_pane", "Go", "Prev&ious pane", "view.focus_cycle.previous", "Shift+F6"),
    ActionSpec("next_tab", "Go", "Next &tab", "next_tab", "Ctrl+Tab", separator_before=True),
    ActionSpec("previous_tab", "Go", "Pre&vious tab", "previous_tab", "Ctrl+Shift+Tab"),
    ActionSpec("focus_filter", "Filter", "&Edit filter", "view.focus_filter", "Ctrl+L", "filter"),
    ActionSpec("clear_filter", "Filter", "&Remove filter", "view.clear_filter", "Ctrl+Shift+X"),
    ActionSpec("highlight_filter", "Filter", "&Highlight instead of filtering", "view.highlights.add_filter", "Ctrl+M"),
    ActionSpec(
        "filter_list",
        "Filter",
        "Saved and earlier &filters",
        "view.saved_filters.show_menu",
        "Ctrl+H",
        separator_before=True,
    ),
    ActionSpec("save_filter", "Filter", "Sa&ve this filter…", "view.saved_filters.save", "Ctrl+Shift+S"),
    ActionSpec("saved_filters", "Filter", "&Manage saved filters…", "view.saved_filters.manage"),
    ActionSpec(
        "sort",
        "Filter",
        "&Sort by this column",
        "view.table.sort_by_current",
        "S",
        scope=Scope.TABLE,
        separator_before=True,
    ),
    ActionSpec("log_order", "Filter", "&Log order", "view.use_log_order"),
    ActionSpec(
        "differences", "Analyze", "What is &different here?", "view.panels.insights.differences", "D", scope=Scope.VIEW
    ),
    ActionSpec(
        "request", "Analyze", "&Request of the current record", "view.panels.insights.request", "R", scope=Scope.VIEW
    ),
    ActionSpec(
        "conversation",
        "Analyze",
        "&Conversation of the current record",
        "view.panels.insights.conversation",
        "M",
        scope=Scope.VIEW,
    ),
    ActionSpec("patterns", "Analyze", "Message &patterns", "view.panels.insights.patterns"),
    ActionSpec("usage", "Analyze", "&Usage by model", "view.panels.insights.usage", "U", scope=Scope.VIEW),
    ActionSpec("threshold", "Analyze", "&Threshold and truth", "view.panels.insights.threshold"),
    ActionSpec("drift", "Analyze", "Dri&ft", "view.panels.insights.drift"),
    ActionSpec("export_findings", "Analyze", "&Export the findings…", "view.panels.insights.export_findings"),
    ActionSpec("listen", "Record", "&Listen…", "receiving.listen"),
    ActionSpec("stop_receiving", "Record", "&Stop receiving", "receiving.stop"),
    ActionSpec(
        "follow_end",
        "Record",
        "Go to the &end and follow it",
        "view.following.go_to_end",
        "Ctrl+End",
        scope=Scope.TABLE,
    ),
    ActionSpec("pause", "Record", "&Pause or resume", "view.following.toggle_pause", "F8"),
    ActionSpec("clear_to_here", "Record", "&Clear up to here", "view.following.clear", "Ctrl+K"),
    ActionSpec("source_events", "Record", "What happened to the s&ource…", "view.following.show_events"),
    ActionSpec("notify", "Record", "&Notify me…", "notifier.show_rules"),
    ActionSpec(
        "delete_recovered", "Record", "&Delete recovered logs…", "receiving.delete_recoverable", separator_before=True
    ),
    ActionSpec("guide", "Help", "&User guide", "show_guide", "F1", "help"),
    ActionSpec("command_palette", "Help", "&Command palette…", "show_command_palette", "Ctrl+Shift+P", "command"),
    ActionSpec("shortcuts", "Help", "&Keyboard shortcuts", "show_shortcuts", "?", scope=Scope.VIEW),
    ActionSpec("filter_help", "Help", "&Filter language", "show_filter_help"),
    ActionSpec("about", "Help", "&About AiDebug", "show_about", separator_before=True),
)

MENUS = ("File", "Edit", "View", "Go", "Filter", "Analyze", "Record", "Help")
_CONTEXTS = {
    Scope.WINDOW: Qt.ShortcutContext.WindowShortcut,
    Scope.VIEW: Qt.ShortcutContext.WidgetWithChildrenShortcut,
    Scope.TABLE: Qt.ShortcutContext.WidgetWithChildrenShortcut,
}


def menu_source(menu: str) -> str:
    """Return the English text of a menu with the sign before its key; no two menus have the same one."""
    return {"Filter": "Fi&lter"}.get(menu, f"&{menu}")


def menu_text(menu: str) -> str:
    """Return the text of a menu in the language of the window, with the sign before its key."""
    return QCoreApplication.translate("Menus", menu_source(menu))


def menu_title(menu: str) -> str:
    """Return the name of a menu in the language of the window."""
    return plain_text(menu_text(menu))


def plain_text(text: str) -> str:
    """Return an action's text without mnemonic and dots."""
    return text.replace("&", "").removesuffix("…")


class Actions(QObject):
    """The QActions made from :data:`ACTIONS`.

    Signals:
        asked(str): the ``slot`` of an action that was triggered.
    """

    asked = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._actions: dict[str, QAction] = {}
        self._specs = {spec.name: spec for spec in ACTIONS}
        self._group = QActionGroup(self)
        self._group.setExclusionPolicy(QActionGroup.ExclusionPolicy.None_)
        self._group.triggered.connect(self._on_triggered)
        for spec in ACTIONS:
            self._actions[spec.name] = self._make(spec)

    def _make(self, spec: ActionSpec) -> QAction:
        action = QAction(QCoreApplication.translate("Actions", spec.text), self)
        action.setObjectName(spec.name)
        action.setData(spec.slot)
        action.setCheckable(spec.checkable)
        action.setShortcut(QKeySequence(spec.shortcut))
        action.setShortcutContext(_CONTEXTS[spec.scope])
        if spec.name == "quit":
            action.setMenuRole(QAction.MenuRole.QuitRole)
        elif spec.name == "settings":
            action.setMenuRole(QAction.MenuRole.PreferencesRole)
        elif spec.name == "about":
            action.setMenuRole(QAction.MenuRole.AboutRole)
        self._group.addAction(action)
        return action

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def load_icons(self) -> None:
        """Give the actions their icons. Later than the rest: the icon fonts cost 0.2 s."""
        for name, spec in self._specs.items():
            if spec.icon:
                self._actions[name].setIcon(icon(spec.icon))

    def use_shortcuts(self, chosen: Mapping[str, str]) -> None:
        """Bind the keys that the user chose (portable text by name of the action, empty: none), else the usual ones."""
        for name, spec in self._specs.items():
            self._actions[name].setShortcut(QKeySequence(chosen.get(name, spec.shortcut)))

    def set_view_open(self, is_open: bool) -> None:
        """Enable what works on a log only while one is open."""
        for name, spec in self._specs.items():
            if spec.needs_view or name == "close_tab":
                self._actions[name].setEnabled(is_open)

    def add_to(self, widget: QWidget, scope: Scope) -> None:
        """Make the shortcuts of a scope work in a widget."""
        for name, spec in self._specs.items():
            if spec.scope is scope:
                widget.addAction(self._actions[name])

    def enabled(self) -> list[tuple[ActionSpec, QAction]]:
        """Return the actions that work now."""
        return [(spec, self._actions[spec.name]) for spec in ACTIONS if self._actions[spec.name].isEnabled()]

    def _on_triggered(self, action: QAction) -> None:
        self.asked.emit(action.data())


def call_slot(slot: str, window: object, view: object | None) -> None:
    """Call the method that an action names, on the window or on (a part of) the open tab (nothing if none is open)."""
    in_view = slot.startswith("view.")
    receiver = view if in_view else window
    if receiver is not None:
        function: Callable[[], None] = attrgetter(slot.removeprefix("view."))(receiver)
        function()
