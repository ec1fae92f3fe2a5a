"""What lies in the two stores, counted: half a thing would show."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.apps import apps

READING = {"JournalEntry", "JournalHead", "HeadSignature", "Unlock", "Secret", "Anchor"}  # grow by looking alone


def rows() -> dict[str, int]:
    """Rows by model, in both stores, without those that reading a page writes."""
    models = [model for label in ("trivet", "vault") for model in apps.get_app_config(label).get_models()]
    return {model.__name__: model.objects.count() for model in models if model.__name__ not in READING}


@contextmanager
def nothing_written() -> Iterator[None]:
    before = rows()
    yield
    assert rows() == before
