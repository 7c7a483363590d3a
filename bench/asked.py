"""A service over a database of its own, which is asked one thing after the other."""
import atexit
import json
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

from service import JAVA, environment, free_port


# Of a service whose record is large, and which is asked for what takes long.
OF_A_LARGE_RECORD = {"CHANCERY_SAMPLE": "false", "CHANCERY_LIMITS_COST": "1000000", "CHANCERY_LIMITS_TIME": "60s"}


def jar(app):
    return [JAVA, "-Xmx512m", "-jar", f"{app}/quarkus-run.jar"]


class AskedService:
    def __init__(self, command, **settings):
        self.port = free_port()
        data = tempfile.mkdtemp()
        told = dict(environment(data, self.port), **settings)
        with open(data + "/log", "w") as log:
            self.process = subprocess.Popen(command, env=told, stdout=log, stderr=log)
        atexit.register(self.process.kill)
        while True:
            try:
                if "errors" not in self.answer("{ __typename }"):
                    return
                time.sleep(0.1)
            except OSError:
                if self.process.poll() is not None:
                    sys.exit(pathlib.Path(data + "/log").read_text())
                time.sleep(0.1)

    def answer(self, query, **headers):
        request = urllib.request.Request(
            f"http://localhost:{self.port}/graphql", json.dumps({"query": query}).encode(), {"Content-Type": "application/json", **headers}
        )
        try:
            with urllib.request.urlopen(request, timeout=600) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as refused:
            if not refused.headers.get_content_type().endswith("json"):
                raise
            return json.load(refused)

    def ask(self, query):
        """The data of an answer without an error."""
        answer = self.answer(query)
        assert "errors" not in answer, answer
        return answer["data"]

    def milliseconds(self, query):
        begun = time.perf_counter()
        self.ask(query)
        return (time.perf_counter() - begun) * 1000

    def end(self):
        self.process.terminate()
        self.process.wait()


def medians(asked, warming, rounds):
    """What each pair of a service and a query takes, in milliseconds, one after the other and interleaved."""
    for _ in range(warming):
        for service, query in asked:
            service.ask(query)
    times = [[] for _ in asked]
    for _ in range(rounds):
        for place, (service, query) in enumerate(asked):
            # Another service was asked before: what it left cold is not what is measured.
            service.ask(query)
            times[place].append(service.milliseconds(query))
    return [statistics.median(one) for one in times]
