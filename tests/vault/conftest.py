"""Invented inputs are tried on busy machines, too: how long one takes says nothing."""

from hypothesis import settings

settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
