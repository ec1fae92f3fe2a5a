"""Reads what is about to be said to somebody. Plain Python, usable without the rest of Trivet."""
