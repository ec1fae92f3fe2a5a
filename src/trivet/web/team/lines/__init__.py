"""How each kind of entry stands in the timeline, step by step."""

from . import communicate, decide, receive, respond, retain
from .line import Lines

LINES: Lines = {**receive.LINES, **respond.LINES, **decide.LINES, **communicate.LINES, **retain.LINES}
