"""The `trivet` command: Django's management commands, with Trivet's settings."""

import os

from django.core.management import execute_from_command_line


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "trivet.settings")
    execute_from_command_line()
