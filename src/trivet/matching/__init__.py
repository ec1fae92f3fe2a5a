"""Names: whether a text speaks of somebody. Pure Python, usable on its own."""

from .mentions import Person, mentions

__all__ = ["Person", "mentions"]
