"""A service over a database of its own, which is asked one thing after the other."""
import atexit
import json
import pathlib
import subprocess
import sys
import tempfile
import time
import urllib.request

from service import JAVA, environment, free_port


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
                self.answer("{ __typename }")
                return
            except OSError:
                if self.process.poll() is not None:
                    sys.exit(pathlib.Path(data + "/log").read_text())
                time.sleep(0.1)

    def answer(self, query, **headers):
        request = urllib.request.Request(
            f"http://localhost:{self.port}/graphql", json.dumps({"query": query}).encode(), {"Content-Type": "application/json", **headers}
        )
        with urllib.request.urlopen(request, timeout=600) as answer:
            return json.load(answer)

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
