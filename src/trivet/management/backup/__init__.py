"""Backups of each store, the ring in which they go, and putting them back."""
