"""A scene with something to steal; the rule that docs/thieves.md is made from is within reach."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "docs"))

from tests.thieves.scene import Scene

from cast import NOW, make_cast
from trivet.models import Installation
from trivet.vault.installation import keep


@pytest.fixture
def scene(transactional_db: None, tmp_path: Path) -> Scene:
    Installation.objects.create(identity=b"this installation")
    keep("installation id", b"this installation")
    return Scene(make_cast(NOW), tmp_path)
