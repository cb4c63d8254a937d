"""An OpenAI-compatible chat server that does what a test tells it to, well-behaved or not. Loopback only."""

from . import cases, forms, reply
from .model import FakeModel

CASES = sorted(
    {*cases.STATUS, *cases.TEXT, *cases.MESSAGE, *cases.ENDS, *cases.STREAM, *cases.STREAM_FINE, *forms.FORMS, "reset", "ok"}
    | {name.removeprefix("play_") for name in dir(reply.Reply) if name.startswith("play_")}
)

__all__ = ["CASES", "FakeModel"]
