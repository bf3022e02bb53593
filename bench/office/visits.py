"""Visit pages of a running office at an even pace, and print how long each took, as JSON.

    python bench/office/visits.py HOST:PORT RATE SECONDS < visits.json

Each visit has a moment at which it is due; its time counts from then, so that a slow answer makes
those behind it late as well, as it would people. Standard input names the addresses by kind, and
the cookie of who asks: ``[{"kind": "programme", "address": "/p/1/", "cookie": "…"}, …]``.
"""

import http.client
import json
import queue
import sys
import threading
import time

HANDS = 16


def visits(host: str, work: "queue.Queue[tuple[float, dict]]", found: list) -> None:
    """Take one visit after the other, wait until it is due, and note its kind, seconds and status."""
    connection = http.client.HTTPConnection(host, timeout=30)
    while True:
        try:
            due, visit = work.get_nowait()
        except queue.Empty:
            return
        time.sleep(max(due - time.perf_counter(), 0))
        headers = {"Cookie": visit["cookie"], "Accept-Language": "zh-CN"}
        try:
            connection.request("GET", visit["address"], headers=headers)
            answer = connection.getresponse()
            size, status = len(answer.read()), answer.status
        except OSError:
            connection.close()
            size, status = 0, 0
        found.append((visit["kind"], time.perf_counter() - due, status, size))


def main(host: str, rate: float, seconds: float) -> None:
    asked = json.load(sys.stdin)
    work: queue.Queue[tuple[float, dict]] = queue.Queue()
    begin = time.perf_counter() + 0.5
    for n in range(int(rate * seconds)):
        work.put((begin + n / rate, asked[n % len(asked)]))
    found: list[tuple[str, float, int, int]] = []
    hands = [threading.Thread(target=visits, args=(host, work, found)) for _ in range(HANDS)]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()
    print(json.dumps(found))


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]), float(sys.argv[3]))
