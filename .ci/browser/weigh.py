"""What pages of a made-up record weigh, and how long they take. Bytes and requests are judged; times are told.

    python3 weigh.py ADDRESS
"""
import gzip
import re
import statistics
import sys
import time
import urllib.request

ADDRESS = sys.argv[1].rstrip("/")


def get(path):
    """The bytes that come, and the page."""
    request = urllib.request.Request(ADDRESS + path, headers={"Accept": "text/html", "Accept-Encoding": "gzip"})
    with urllib.request.urlopen(request) as answer:
        sent = answer.read()
        return len(sent), gzip.decompress(sent).decode() if answer.headers["Content-Encoding"] == "gzip" else sent.decode()


def milliseconds(path, times):
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        get(path)
        taken.append(1000 * (time.perf_counter() - begun))
    return sorted(taken)


def spread(taken):
    return f"median {statistics.median(taken):.0f} ms, p95 {taken[int(0.95 * len(taken))]:.0f} ms of {len(taken)}"


size, page = get("/meetings/forty")
others = re.findall(r'<(?:link rel="(?:stylesheet|icon)"|img|script)[^>]*(?:href|src)="(?!data:)([^"]+)"', page)
total = size + sum(get("/meetings/" + other)[0] for other in others)
print(f"/meetings/forty, 40 statements: {total} bytes compressed, in {1 + len(others)} requests")
assert total <= 40 * 1024 and 1 + len(others) <= 3, "heavier than 40 KB, or more than 3 requests"

milliseconds("/meetings/forty", 200)
print("/meetings/forty, warm:", spread(milliseconds("/meetings/forty", 200)))
for path in ("/", "/meetings", "/participants", "/parties", "/topics", "/events", "/statements", "/changes"):
    first = milliseconds(path, 1)[0]
    milliseconds(path, 60)
    print(f"{path}: first {first:.0f} ms, warm:", spread(milliseconds(path, 60)))
long = milliseconds("/meetings/five-hundred", 20)
print(f"/meetings/five-hundred, 500 statements: median {statistics.median(long):.0f} ms, slowest {long[-1]:.0f} ms of {len(long)}")
