"""Names and passwords in Chinese, Japanese and Korean texts.

Nothing marks them as names, so that only introduced ones are found. Behind a password stands their own colon; ASCII's is a field's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aidebug_gui.analysis.pii.model import Span, logit
from aidebug_gui.analysis.pii.placeholders import is_placeholder

RULE = "name_introduced"
_SCORE = logit(0.8)
_SURNAMES = (  # the hundred most frequent ones of China, 85 % of all people there
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
    "張劉陳楊黃趙吳孫馬鄭謝許韓馮鄧葉蘇呂盧鐘譚陸範賈韋鄒龍賀顧龔萬錢嚴湯"
)
_HAN, _KANA, _HANGUL = "一-鿿", "ぁ-ヿ", "가-힣"
_CUES = tuple(
    (cue.encode(), re.compile(pattern))
    for pattern, cues in (
        (
            rf"(?P<value>[{_SURNAMES}][{_HAN}]{{1,2}})(?![{_HAN}])",
            ("我叫", "我的名字是", "姓名是", "姓名：", "我的名字叫"),
        ),
        (
            rf"(?P<value>[{_HAN}{_KANA}]{{2,8}}?)(?=です|と申し|と言い|。|、|\s|$)",
            ("私の名前は", "僕の名前は", "お名前は", "氏名は", "氏名："),
        ),
        (rf"(?P<value>[{_HANGUL}]{{2,4}}?)(?=입니다|이에요|예요|이고|이라고)", ("이름은", "성함은", "이름은 ")),
    )
    for cue in cues
)
_LONGEST = 48  # bytes
PASSWORD_RULE = "password_introduced"
_PASSWORD_SCORE = logit(0.93)
_PASSWORDS = tuple(word.encode() for word in ("密码", "密碼", "口令", "暗証番号", "パスワード", "비밀번호"))
_PASSWORD = re.compile(
    rb"(?:\xef\xbc\x9a|\xe6\x98\xaf|\xe3\x81\xaf|\xeb\x8a\x94|\xec\x9d\x80)[ :\xe3\x80\x8c]{0,4}(?P<value>[!-~]{4,64})"
)


def introduced_names(text: bytes) -> Iterator[Span]:
    """Yield the names behind "my name is" in these languages."""
    for cue, pattern in _CUES:
        place = text.find(cue)
        while place >= 0:
            start = place + len(cue)
            name = pattern.match(text[start : start + _LONGEST].decode("utf-8", "ignore"))
            if name is not None:
                yield Span(start, start + len(name["value"].encode()), "person", RULE, _SCORE)
            place = text.find(cue, start)


def introduced_passwords(text: bytes) -> Iterator[Span]:
    """Yield what stands behind "password:" or "the password is" in these languages."""
    for word in _PASSWORDS:
        place = text.find(word)
        while place >= 0:
            place += len(word)
            found = _PASSWORD.match(text, place)
            if found is not None and not is_placeholder(found["value"]):
                start, end = found.span("value")
                yield Span(start, end, "password", PASSWORD_RULE, _PASSWORD_SCORE)
            place = text.find(word, place)
