"""The only way from a member to what they hold. Everything else is denied.

No view, command or use case reads a sealed value except through this package.
"""


class Denied(Exception):
    """Not theirs to see. Says nothing about whether it exists."""


class ChangedMeanwhile(Exception):
    """Somebody changed the case after this page was made; nothing was written."""
