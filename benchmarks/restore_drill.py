"""A restore drill: both stores lost, put back from backups, every case spoken for on the pages, and opened.

Run: .venv/bin/python benchmarks/restore_drill.py [how many cases]
"""

import os
import sys
import tempfile
from pathlib import Path

os.environ["TRIVET_DATA"] = tempfile.mkdtemp(prefix="trivet-drill-")
sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from management.drill import run


def main() -> None:
    found = run(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
    opened, expected = (sum(map(len, found[what].values())) for what in ("opened", "expected"))
    wrong = sum(len({*found["opened"][who]} ^ {*found["expected"][who]}) for who in found["expected"])
    seconds = found["seconds"]
    print(
        f"{found['cases']} cases: backup {seconds['backup']:.1f} s, restore {seconds['restore'] / 60:.2f} min, "
        f"spoken for on the pages {seconds['speak'] / 60:.2f} min; "
        f"openings {opened} of {expected} expected, {wrong} wrong"
    )


if __name__ == "__main__":
    main()
    os._exit(0)
