"""Two real PostgreSQL clusters for as long as a command runs: python tests/clusters.py COMMAND …

They live below one temporary folder, listen on a socket in it alone, and are gone afterwards. The
command finds them in DATABASE_URL and KEYS_DATABASE_URL, as the product does. Each worker of the tests
has a pair of its own (``of_worker``): what one of them has under way keeps deleted rows from going in the
other's databases, too.
"""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NAMES = {"DATABASE_URL": "main", "KEYS_DATABASE_URL": "keys"}
# As docs/deploy.md wants it, but for fsync: tests lose nothing that matters with the power.
SETTINGS = {
    "fsync": "off", "listen_addresses": "", "max_connections": "120", "shared_buffers": "64MB",
    "wal_recycle": "off", "archive_timeout": "1h",
}  # fmt: skip


def programs() -> Path:
    """Where initdb and pg_ctl are; Debian keeps them off the path."""
    found = shutil.which("initdb")
    places = [Path(found).resolve().parent] if found else sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if not places:
        raise SystemExit("PostgreSQL was not found. On Debian or Ubuntu, run: sudo apt install postgresql")
    return places[-1]


def _run(program: str, *arguments: str) -> None:
    """A server never runs as root: root hands over to the account that Debian makes for it."""
    account = _account()
    other = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []} if os.geteuid() == 0 else {}
    subprocess.run([programs() / program, *arguments], check=True, stdout=subprocess.DEVNULL, cwd="/", **other)


def _account() -> pwd.struct_passwd:
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    return known.get("postgres") or known["nobody"]


def _start(data: Path) -> None:
    _run("initdb", "--pgdata", str(data), "--username=postgres", "--auth=trust", "--encoding=UTF8", "--no-locale")
    lines = [f"{name} = '{value}'\n" for name, value in {**SETTINGS, "unix_socket_directories": data}.items()]
    with (data / "postgresql.conf").open("a") as settings:
        settings.writelines(lines)
    _run("pg_ctl", "--pgdata", str(data), "--log", str(data / "log"), "--wait", "start")
    subprocess.run(
        [programs() / "psql", "--quiet", "--host", data, "--username=postgres", "--dbname=postgres"], check=True,
        input=b"CREATE ROLE trivet LOGIN CREATEDB; CREATE DATABASE trivet OWNER trivet;",
    )  # fmt: skip


def of_worker(url: str, worker: str) -> str:
    """Where this worker's cluster is, from where the first one's is."""
    return url.replace("/gw0/", f"/{worker}/")


def _number() -> int:
    wanted = os.environ.get("WORKERS", "")
    return int(wanted) if wanted.isdigit() and wanted != "0" else os.cpu_count() or 1


@contextmanager
def clusters() -> Iterator[dict[str, str]]:
    """Start both, for each worker; what to put into the environment. Trivet's role is no superuser there."""
    folder = Path(tempfile.mkdtemp(prefix="trivet-pg-"))
    workers = [folder / f"gw{number}" for number in range(_number())]
    all_of_them = [worker / name for worker in workers for name in NAMES.values()]
    for made in (folder, *workers):
        made.mkdir(mode=0o700, exist_ok=True)
        if os.geteuid() == 0:
            os.chown(made, _account().pw_uid, _account().pw_gid)
    try:
        for cluster in all_of_them:
            _start(cluster)
        yield {variable: f"postgresql://trivet@/{workers[0] / name}/trivet" for variable, name in NAMES.items()}
    finally:
        for cluster in all_of_them:
            if (cluster / "postmaster.pid").exists():
                _run("pg_ctl", "--pgdata", str(cluster), "--mode=immediate", "--wait", "stop")
        shutil.rmtree(folder)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # told to end, it still takes both down
    with clusters() as found:
        path = f"{os.environ['PATH']}:{programs()}"  # pg_dump and its like, of the same version
        done = subprocess.run(sys.argv[1:], env={**os.environ, **found, "PATH": path})
    raise SystemExit(done.returncode)
