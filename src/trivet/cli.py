"""The `trivet` command: Django's management commands, with Trivet's settings."""

import os
import sys

from django.core.management import execute_from_command_line

from trivet import __version__


def main() -> None:
    if sys.argv[1:] == ["--version"]:
        print(f"trivet {__version__}")
        return
    os.umask(0o077)  # whatever is written is for this account alone
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "trivet.settings")
    execute_from_command_line()
