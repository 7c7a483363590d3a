"""A PostgreSQL of its own for the scripts here. Needs Debian's postgresql."""
import atexit
import glob
import os
import pathlib
import subprocess
import tempfile

from service import free_port


def as_postgres(*command, **options):
    prefix = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.getuid() == 0 else []
    return subprocess.run([*prefix, *command], check=True, capture_output=True, text=True, **options)


class Postgresql:
    def __init__(self, *settings):
        self.port = free_port()
        self.work = tempfile.mkdtemp()
        os.chmod(self.work, 0o777)
        bin_folder = pathlib.Path(sorted(glob.glob("/usr/lib/postgresql/*/bin"))[-1])
        self.control = str(bin_folder / "pg_ctl")
        self.data = self.work + "/data"
        as_postgres(str(bin_folder / "initdb"), "-D", self.data, "-U", "postgres", "-A", "trust", "-E", "UTF8")
        told = {"port": self.port, "listen_addresses": "localhost", "unix_socket_directories": self.work, "shared_buffers": "1GB", "jit": "off"}
        options = " ".join(f"-c {name}={value}" for name, value in (told | dict(settings)).items())
        as_postgres(self.control, "-D", self.data, "-l", self.work + "/log", "-w", "-o", options, "start", stdin=subprocess.DEVNULL)
        atexit.register(self.stop)

    def stop(self):
        as_postgres(self.control, "-D", self.data, "-m", "fast", "stop")

    def command(self, tool, database, *arguments):
        return [tool, "-h", "localhost", "-p", str(self.port), "-U", "postgres", "-d", database, *arguments]

    def run(self, database, sql):
        """What the SQL gives, as text."""
        return subprocess.run(
            self.command("psql", database, "-qAt", "-v", "ON_ERROR_STOP=1"), input=sql, text=True, check=True, stdout=subprocess.PIPE
        ).stdout

    def settings(self, database):
        """Of a service that uses it."""
        return {
            "QUARKUS_DATASOURCE_JDBC_URL": f"jdbc:postgresql://localhost:{self.port}/{database}",
            "QUARKUS_DATASOURCE_USERNAME": "postgres",
        }
