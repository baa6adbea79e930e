"""Tells values that only stand for something, such as `${KEY}`, and random ones from what somebody wrote."""

from __future__ import annotations

import re

_STANDS_FOR = re.compile(
    rb"xxxx|\*\*|\.\.\.|\xe2\x80\xa6|redacted|placeholder|example|^[\"']?\{\{|\{\{[^{}]*(?:\}\}|$)|your[-_ ]|&lt;"
)
"""Parts of values that only stand for something, in lower case."""
_BRACKETED = re.compile(
    rb"[^\n]*<[^>\n]*>?|<[^\n]*>|[^\n]*\[[\w .,:*'\"/-]*\]?|[^\n]*\$\{[^\]<>\n]*(?:\[[^\]\n]*\][^\n]*)?|\$[A-Za-z_]{3,}|[^\n]*[-_.:/ ]\$[A-Z_]{3,}|\$\([^\n]*"
    rb"|[^\n]*%[A-Za-z_]+%[^\n]*|%(?:\(\w+\))?[srdf]|(?:[^\n]*[^\n{])?\{[A-Za-z_][\w.]*\}[^\n]*|\([a-z ]+\)"
)
_BRACKETS = b"<[$%{("
_RUN = 8  # characters
_REPEATED = re.compile(rb"(.)\1{%d,}" % (_RUN - 1), re.DOTALL)
_WORDS = frozenset(
    b"none null nil true false undefined unset empty missing invalid required expired hidden masked secret password string str"
    b" text varchar boolean bool integer number object array char date bearer basic token changeme dummy test todo n/a"
    b" optional default prompt interactive inherit inherited disabled enabled auto automatic generated rotated revoked valid ok failed wrong"
    b" api-token api_token api-key api_key auth-token auth_token access-token access_token x-api-key incorrect mismatch accepted rejected success error secretstr keyring".split()
)
_LABEL = re.compile(rb"\[?[A-Z][A-Z0-9_]{1,24}_[0-9a-f]{8}\]?", re.IGNORECASE)
_CODE = (
    b"os.", b"process.env", b"env.", b"env(", b"self.", b"this.", b"config.", b"config[", b"settings.", b"request.", b"req.", b"args.",
    b"params.", b"options.", b"props.", b"context.", b"ctx.", b"event.", b"arn:", b"new ", b"env:", b"file:", b"ssm:", b"vault:", b"secretref:",
    b"op://", b"sm://", b"kms:", b"enc(", b"@microsoft.keyvault", b"!vault", b"!secret ", b"!ref ", b"aws4-hmac-", b"+rid:",
)  # fmt: skip
_NAME_OF_VARIABLE = re.compile(rb"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+=?")
_EXPRESSION = re.compile(rb"[A-Za-z_]\w*(?:(?:\.|->|::)[A-Za-z_]\w*)+(?:@[0-9a-f]{4,16})?")
_NAME_OF_THING = re.compile(rb"[#.:]?[a-z]+(?:[-_.:/#][a-z]+)+")
_SECRET_WORD = re.compile(rb"pass(?:word|wd|phrase)|secret|token|(?<![a-z])keys?(?![a-z])|credential")
_ATTRIBUTE = re.compile(
    rb"[a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)*\.(?:\w*_)?(?:key|token|secret|password|passwd|pwd|credentials?)",
    re.IGNORECASE,
)
"""Code that names where a secret is kept: ``settings.api_key``."""
_LONGEST_WORD, _LONGEST_NAME = 36, 80
_MOST = 4096  # bytes; longer values are keys and certificates
_CHANGE = re.compile(rb"[a-z](?=[A-Z](?![a-z]{2})|[0-9])|[0-9](?=[A-Za-z])|[A-Z](?=[0-9])")
_FEWEST_CHANGES = 0.12
"""Changes of the kind of character, for each character: humps of identifiers do not count; drawn characters have .3 and more."""
_ENDS_OF_ATTRIBUTES = (b"key", b"token", b"secret", b"password", b"passwd", b"pwd", b"credential", b"credentials")
_FEW, _SOME = 16, 64  # characters among which enough are different in most long values


def is_placeholder(value: bytes) -> bool:
    """Return whether a value only stands for a secret: ``***``, ``${KEY}``, ``<your-key>``, ``None``, one repeated sign."""
    return (len(set(value[:_FEW])) < 4 and len(set(value)) < 4) or is_stand_in(value) or _is_filled(value)


def _is_filled(value: bytes) -> bool:
    """Return whether half of a value or more is one sign over and over."""
    middle = len(value) // 2
    if len(value) < _RUN or (value[middle - 2] != value[middle - 1] and value[middle] != value[middle + 1]):
        return False  # such a run goes over the middle
    run = _REPEATED.search(value)
    return run is not None and 2 * len(run[0]) >= len(value)


def is_stand_in(value: bytes) -> bool:
    """Tell the same of texts in which few different letters mean nothing: somebody may be called Anna."""
    value = value.strip(b"'\"")
    lower = value.lower()
    if _STANDS_FOR.search(lower) or lower.startswith(_CODE) or b"getenv" in lower:
        return True
    if len(value) < 200 and lower.endswith(_ENDS_OF_ATTRIBUTES) and _ATTRIBUTE.fullmatch(lower):
        return True
    if len(value) <= _LONGEST_WORD and (lower in _WORDS or _LABEL.fullmatch(value)):
        return True
    if len(value) <= _LONGEST_NAME and _names_something(value):
        return True
    has_bracket = len(value.translate(None, _BRACKETS)) < len(value)
    return has_bracket and len(value) < _MOST and _BRACKETED.fullmatch(value) is not None


def _names_something(value: bytes) -> bool:
    """Return whether a value is the name of a variable, or of a thing such as a secret: ``OPENAI_API_KEY``, ``#reset-password``."""
    if _NAME_OF_VARIABLE.fullmatch(value):
        return not is_random(value)
    return _NAME_OF_THING.fullmatch(value) is not None and _SECRET_WORD.search(value) is not None


def is_expression(value: bytes) -> bool:
    """Return whether a value is written like code or an object: ``jwt.encode``, ``android.os.BinderProxy@2142763b``."""
    return _EXPRESSION.fullmatch(value) is not None and not is_random(value.partition(b"@")[0])


def is_random(value: bytes) -> bool:
    """Return whether the characters look drawn, not written: many different ones, whose kind changes often.

    Of 18,000 identifiers in programs and logs 28 % pass, which are hexadecimal; of drawn ones of 16 characters and more 98 %
    (95 % where they are capital letters and digits 2 to 7).
    """
    if len(set(value[:_SOME])) < 8 and len(set(value)) < min(8, len(value) // 2):
        return False
    return len(_CHANGE.findall(value)) >= _FEWEST_CHANGES * len(value)
