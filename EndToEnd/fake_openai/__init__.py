"""An OpenAI-compatible chat server that does what a test tells it to, well-behaved or not. Loopback only."""

from .model import FakeModel

__all__ = ["FakeModel"]
