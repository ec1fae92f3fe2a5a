"""The `trivet` command: Django's management commands, with Trivet's settings."""

import os
import resource
import sys

from django.core.management import execute_from_command_line

from trivet import __version__


def main() -> None:
    if sys.argv[1:] == ["--version"]:
        print(f"trivet {__version__}")
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a crash writes no memory to disk
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "trivet.settings")
    execute_from_command_line()
