"""Run the office: the web server, and beside it the work that nobody waits for."""

import multiprocessing
import os
import threading
import time
from contextlib import suppress
from dataclasses import dataclass

from shanhe.app.office.rights import Refused

_SETTINGS = "shanhe.web.settings"
_THREADS = 64  # of all workers, each with a connection; PostgreSQL takes a hundred unless told
_LEAST = 8  # of a worker
_SERVER = "SHANHE_SERVER"  # number of the process that started the workers, for them alone


@dataclass(frozen=True, slots=True)
class Serving:
    """Where the office answers, and with how many processes."""

    host: str
    port: int
    workers: int


def serve(wanted: Serving) -> None:
    """Answer requests until the process is told to stop.

    Raises:
        Refused: the port is taken, or may not be used.
    """
    from granian.constants import Interfaces  # noqa: PLC0415 - only where it is served
    from granian.server import Server  # noqa: PLC0415 - likewise

    _ask_free(wanted)
    threads = max(_THREADS // wanted.workers, _LEAST)
    os.environ |= {_SERVER: str(os.getpid()), "SHANHE_THREADS": str(threads)}
    stop = threading.Event()
    keeper = threading.Thread(target=_keep_working, args=(stop,))
    keeper.start()
    try:
        Server(
            "shanhe.web.wsgi:application",
            address=wanted.host,
            port=wanted.port,
            interface=Interfaces.WSGI,
            workers=wanted.workers,
            blocking_threads=threads,
            respawn_failed_workers=True,
            log_enabled=False,
            websockets=False,
        ).serve()
    finally:
        stop.set()
        keeper.join(10)


def _keep_working(stop: threading.Event) -> None:
    """Have one process compute summaries, and another where it died, until the server stops."""
    while not stop.is_set():
        worker = multiprocessing.get_context("spawn").Process(target=_work, args=(os.getpid(),))
        worker.start()
        while worker.is_alive() and not stop.wait(0.5):
            pass
        with suppress(OSError):
            worker.terminate()
        worker.join(5)


def _ask_free(wanted: Serving) -> None:
    """Refuse at once where the port is taken, instead of failing in a worker that nobody sees."""
    import socket  # noqa: PLC0415 - only where it is served

    family = socket.AF_INET6 if ":" in wanted.host else socket.AF_INET
    try:
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((wanted.host, wanted.port))
    except OSError as error:
        raise Refused(
            f"不能使用 {wanted.host} 的 {wanted.port} 端口（{error.strerror}）。"
            "端口被占用的，请用 --port 换一个。",
            f"Port {wanted.port} on {wanted.host} cannot be used ({error.strerror}); try another --port.",
        ) from None


def _work(parent: int) -> None:
    """Compute summaries until the server is gone, however it went."""
    from shanhe.app.office.first_start import join  # noqa: PLC0415 - in the new process

    join(_SETTINGS)
    from shanhe.app.office.work import work_until  # noqa: PLC0415 - after connect

    stop = threading.Event()
    threading.Thread(target=_watch, args=(parent, stop), daemon=True).start()
    with suppress(KeyboardInterrupt):
        work_until(stop)


def end_with_the_server() -> None:
    """Let a worker end when its server is gone, even killed; else it would keep the port."""
    server = os.environ.get(_SERVER)
    if server is None:
        return
    gone = threading.Event()
    threading.Thread(target=_watch, args=(int(server), gone), daemon=True).start()
    threading.Thread(target=_end, args=(gone,), daemon=True).start()


def _end(gone: threading.Event) -> None:
    gone.wait()
    os._exit(0)  # the server that would ask it to stop is no more


def _watch(parent: int, stop: threading.Event) -> None:
    while os.getppid() == parent:
        time.sleep(0.5)
    stop.set()
