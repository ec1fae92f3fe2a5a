"""Trivet handles Code of Conduct incidents for events."""

__version__ = "0.1.0"
