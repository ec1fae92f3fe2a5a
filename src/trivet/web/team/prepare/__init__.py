"""Prepare: the event, its people and their keys."""
