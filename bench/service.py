"""What bench/startup and bench/overload share: where things are, how the service is told to start and asked, and what it holds in memory."""
import json
import os
import pathlib
import random
import re
import socket

ROOT = pathlib.Path(__file__).resolve().parent.parent
README_QUERY = re.search(r"```graphql\n(.*?)```", (ROOT / "README.md").read_text(), re.S).group(1)
JAVA = os.environ["JAVA_HOME"] + "/bin/java" if os.environ.get("JAVA_HOME") else "java"


def free_port():
    """Below those that systems give to clients: who asks for a port that nobody listens at yet could else be connected to itself."""
    while True:
        port = random.randrange(20000, 30000)
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                return port


def environment(data, port):
    """Of a service with the sample record in a folder, at a port."""
    return dict(
        os.environ,
        CHANCERY_DATA=data,
        CHANCERY_SAMPLE="true",
        QUARKUS_HTTP_PORT=str(port),
        QUARKUS_MANAGEMENT_PORT=str(free_port()),
    )


def post(query):
    """A request for the endpoint, as bytes on the wire."""
    body = json.dumps({"query": query}).encode()
    return b"POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(body) + body


def megabytes(process):
    """What a process holds in memory."""
    status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) / 1024
