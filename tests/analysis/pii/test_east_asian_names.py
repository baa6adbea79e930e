"""Names that are introduced in Chinese, Japanese and Korean."""

from __future__ import annotations

import pytest

from aidebug_gui.analysis.pii.detector import Detector
from aidebug_gui.analysis.pii.explain import reasons_of

DETECTOR = Detector()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("你好，我叫王伟，请帮我", "王伟"),
        ("姓名：陈美玲\n电话", "陈美玲"),
        ("私の名前は佐藤健です。", "佐藤健"),
        ("제 이름은 김민수입니다", "김민수"),
    ],
)
def test_an_introduced_name_is_found(text: str, name: str) -> None:
    data = text.encode()
    (found,) = [span for span in DETECTOR.scan(data) if span.entity == "person"]
    assert data[found.start : found.end].decode() == name
    assert reasons_of(DETECTOR, data, found) == ["the words before introduce a person"]


@pytest.mark.parametrize(
    "text",
    ["我叫他来了", "我叫你帮我写一个程序", "名前は", "変数の名前は x です", "変数名前は必須です", "이름은 무엇입니까"],
)
def test_other_words_are_none(text: str) -> None:
    assert [span for span in DETECTOR.scan(text.encode()) if span.entity == "person"] == []
