"""What the scripts here share: where things are, how the service is told to start and asked, and what it holds in memory."""
import asyncio
import collections
import json
import multiprocessing
import os
import pathlib
import random
import re
import socket
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
README_QUERY = re.search(r"```graphql\n(.*?)```", (ROOT / "README.md").read_text(), re.S).group(1)
JAVA = os.environ["JAVA_HOME"] + "/bin/java" if os.environ.get("JAVA_HOME") else "java"

HEAVY = """{meetings(first: 5) {nodes {title topics {key} participations {role participant {name} party {name}}
  statements(first: 10) {nodes {text topics {key} account {title} speakers {name}}}}}}"""
PATIENCE = 30


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


def in_container(megabytes):
    """As in a container of this size: with the options of src/main/docker/Dockerfile.jvm, but for its cache of code."""
    line = next(line for line in (ROOT / "src/main/docker/Dockerfile.jvm").read_text().splitlines() if line.startswith("ENTRYPOINT "))
    options = [option for option in json.loads(line.removeprefix("ENTRYPOINT ")) if option.startswith("-XX:") and "AOT" not in option]
    return [JAVA, *options, f"-XX:MaxRAM={megabytes}m", "-jar", str(ROOT / "target/quarkus-app/quarkus-run.jar")]


class Service:
    def __init__(self, command, data, **settings):
        self.port = free_port()
        self.log = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            command,
            env=dict(environment(data, self.port), **settings),
            stdout=self.log,
            stderr=self.log,
            # Attackers have machines of their own: here the service gets what they leave.
            preexec_fn=lambda: os.nice(10),
        )

    def megabytes(self):
        return int(megabytes(self.process))

    def told(self):
        self.log.seek(0)
        return self.log.read().decode()

    def bytes_told(self):
        return os.fstat(self.log.fileno()).st_size

    def processor_seconds(self):
        spent = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(spent[11]) + int(spent[12])) / os.sysconf("SC_CLK_TCK")

    def faults_told(self):
        """What the log has that nobody but us can have caused."""
        told = self.told()
        return [
            f"the log has {sign}: " + told[max(0, told.index(sign) - 500) : told.index(sign) + 1500]
            for sign in (" ERROR ", "Exception", "OutOfMemory", "\tat ")
            if sign in told
        ]


async def connect(service, address):
    return await asyncio.open_connection("127.0.0.1", service.port, local_addr=(address, 0))


class NotAnswered(Exception):
    """The connection was closed, or broke, instead."""


async def answer(reader):
    """Status, headers and body of one answer."""
    try:
        return await whole_answer(reader)
    except (OSError, asyncio.IncompleteReadError) as failure:
        raise NotAnswered() from failure


async def answer_or_none(reader):
    try:
        return await answer(reader)
    except NotAnswered:
        return None


async def whole_answer(reader):
    # Of a request that is none even the version is said again as it came.
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    length = re.search(r"content-length: (\d+)", head)
    body = await reader.readexactly(int(length.group(1))) if length else b""
    status = re.match(r"[^\r\n]*? (\d{3})\b", head)
    return int(status.group(1)) if status else 0, head, body


def fate(status, head, body):
    if status == 200:
        return "answered" if b'"errors"' not in body else "answered with an error: " + json.loads(body)["errors"][0]["extensions"]["code"]
    if status in (429, 503):
        return f"refused with {status}" + ("" if "retry-after:" in head else ", but not told when to come again")
    return f"refused with {status}"


async def light_client(service, figures, answered):
    """Asks as a person's page does: one thing at a time, and again where it was refused."""
    while True:
        begun = time.monotonic()
        try:
            figures["tries"] += 1
            reader, writer = await asyncio.wait_for(connect(service, "127.1.0.1"), PATIENCE)
            writer.write(post(README_QUERY))
            status, head, body = await asyncio.wait_for(answer(reader), PATIENCE)
            writer.close()
            what = fate(status, head, body)
        except (OSError, NotAnswered, asyncio.TimeoutError) as failure:
            what = f"no answer: {type(failure).__name__}"
        figures[what] += 1
        if what == "answered":
            figures["slowest"] = max(figures["slowest"], time.monotonic() - begun)
            answered.set()
        await asyncio.sleep(0.1)


class LightClient:
    """In a process of its own: in that of the attackers it would wait for its turn among them."""

    def __init__(self, service):
        self.figures, theirs = multiprocessing.Pipe(duplex=False)
        self.over = multiprocessing.Event()
        self.answered = multiprocessing.Event()
        self.process = multiprocessing.Process(target=self.ask, args=(service, theirs))
        self.process.start()

    def ask(self, service, pipe):
        async def until_over():
            figures = collections.Counter()
            asking = asyncio.ensure_future(light_client(service, figures, self.answered))
            while not self.over.is_set():
                await asyncio.sleep(0.1)
            asking.cancel()
            return figures

        pipe.send(asyncio.run(until_over()))

    def end(self):
        self.over.set()
        figures = self.figures.recv()
        self.process.join()
        return figures


async def first_answer(service):
    for _ in range(3000):
        if service.process.poll() is not None:
            sys.exit("the service ended by itself: " + service.told())
        try:
            reader, writer = await connect(service, "127.0.0.1")
            writer.write(post(README_QUERY))
            status, _, body = await answer(reader)
            writer.close()
            assert fate(status, "", body) == "answered", body
            return
        except (OSError, NotAnswered):
            await asyncio.sleep(0.02)
    sys.exit("the service did not answer: " + service.told())


async def warmed_up(service):
    """Attacked is a service that has been at work for a while."""
    reader, writer = await connect(service, "127.0.0.1")
    for request in [post(README_QUERY), post(HEAVY)] * 150:
        writer.write(request)
        assert fate(*await answer(reader)) == "answered"
    writer.close()
