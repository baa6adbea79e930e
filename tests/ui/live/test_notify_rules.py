from __future__ import annotations

from aidebug_gui.ui.live.notify_rules import MOST_RULES, NotifyRule, RateLimit, rules_data, rules_from


def test_rules_come_back_as_they_were():
    rules = [NotifyRule("level>=error", is_on=True, sound=True), NotifyRule("score<0.3", message=True)]
    assert rules_from(rules_data(rules)) == rules


def test_what_is_no_rule_is_left_out():
    assert rules_from(None) == [NotifyRule()]
    assert rules_from([1, {"query": 2}, {"query": "a", "sound": "yes"}]) == [NotifyRule("a")]
    assert len(rules_from([{"query": str(number)} for number in range(1000)])) == MOST_RULES


def test_a_rule_speaks_at_once_and_then_gathers():
    limit = RateLimit(30)
    assert limit.offer(0, 0) == 0
    assert limit.offer(3, 1) == 3
    assert limit.offer(5, 2) == 0
    assert limit.offer(1, 30) == 0
    assert limit.offer(0, 31) == 6  # nothing new came, but something waits
    assert limit.offer(0, 62) == 0
    assert limit.offer(1, 63) == 1


def test_a_rule_may_watch_a_number():
    assert NotifyRule("anomaly:latency_ms").watched == "latency_ms"
    assert NotifyRule(" anomaly:usage.total ").watched == "usage.total"
    assert NotifyRule("level>=error").watched == ""
    assert NotifyRule("anomaly:a b").watched == ""
