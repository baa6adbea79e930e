"""Conversations with models: the messages that records carry, whatever library wrote them."""
