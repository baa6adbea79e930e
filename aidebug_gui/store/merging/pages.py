"""Records of a merged log for the screen, each read by the layout of its own file."""

from __future__ import annotations

from aidebug_gui.formats.model import ParsedRecord
from aidebug_gui.formats.record import RecordParser
from aidebug_gui.sources.spool import Spool
from aidebug_gui.store.merging.index import MergedIndex
from aidebug_gui.store.merging.merger import Merger
from aidebug_gui.store.pages import GONE, Pages


class MergedPages(Pages):
    """Like a file's pages, but which parser reads a record depends on its file."""

    def __init__(self, spool: Spool, index: MergedIndex, merger: Merger) -> None:
        super().__init__(spool, index, merger)
        self._merger = merger

    def _titles(self, number: int) -> dict[int, str]:
        order = self._merger.order
        if not 0 <= number < order.count:
            return super()._titles(number)
        return self._merger.parts[int(order.part[number])].ingest.titles

    def _parsed(self, parser: RecordParser, text: bytes, number: int) -> ParsedRecord:
        order = self._merger.order
        if text.startswith(GONE.encode()) and 0 <= number < order.count:
            return super()._parsed(parser, text, number)
        if not 0 <= number < order.count:
            return parser.parse(text)
        part = self._merger.parts[int(order.part[number])]
        return part.placed(part.ingest.parser.parse(text))
