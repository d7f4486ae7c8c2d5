"""A server on this computer that plays E-utilities, the ID converter and doi.org."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import NamedTuple
from urllib.parse import parse_qs, unquote, urlsplit

LISTED = 9999
PAGE = "<!DOCTYPE html><html><body>Our site is under maintenance</body></html>"


class Reply(NamedTuple):
    """What the server answers; ``cut`` closes the connection in the middle."""

    status: int
    text: str
    headers: Mapping[str, str] = {}
    cut: bool = False


class Asked(NamedTuple):
    """A request that the server got."""

    method: str
    path: str
    fields: dict[str, str]
    accept: str


def record(pmid: str, title: str = "", doi: str = "", pmcid: str = "", day: str = "") -> str:
    """Return the MEDLINE text of an article."""
    lines = [
        f"PMID- {pmid}", "OWN - NLM", "STAT- MEDLINE", f"TI  - {title or f'Article {pmid}.'}",
        "FAU - Doe, Jane", "AU  - Doe J", "LA  - eng", "PT  - Journal Article",
        "TA  - J Test", "JT  - Journal of tests", "DP  - 2020 Jan", "VI  - 1", "PG  - 1-2",
        f"EDAT- {day or '2020/01/01'} 06:00",
        *([f"LID - {doi} [doi]"] if doi else []), *([f"PMC - {pmcid}"] if pmcid else []),
        "SO  - J Test. 2020 Jan;1:1-2.",
    ]  # fmt: skip
    return "\n".join(lines) + "\n"


class Services:
    """The services: their articles, what they do wrong, and what they were asked.

    ``faults`` are replies in the place of the next ones of a program (``efetch``, ``esearch``,
    ``idconv``, ``doi``); ``None`` among them is a proper reply.
    """

    def __init__(self, records: Iterable[str] = ()) -> None:
        self.records = {pmid_of(text): text for text in records}
        self.merged: dict[str, str] = {}
        self.items: dict[str, dict[str, object]] = {}
        self.faults: dict[str, deque[Reply | None]] = {}
        self.asked: list[Asked] = []
        self.searches: dict[str, list[str]] = {}
        self.histories: list[list[str]] = []
        self.stuck: set[str] = set()  # programs that never answer
        self.stuck_after = 1000  # requests after which nothing is answered
        self.waiting, self.released = Event(), Event()

    def programs(self) -> list[str]:
        """Return which programs were asked, in order."""
        return [program_of(asked.path) for asked in self.asked]

    def reply(self, asked: Asked) -> Reply:
        self.asked.append(asked)
        program = program_of(asked.path)
        if program in self.stuck or len(self.asked) > self.stuck_after:
            self.waiting.set()
            self.released.wait(10)
        faults = self.faults.get(program)
        if faults and (fault := faults.popleft()):
            return fault
        replies = {"efetch": self._efetch, "esearch": self._esearch, "idconv": self._idconv}
        return replies.get(program, self._doi)(asked)

    def _efetch(self, asked: Asked) -> Reply:
        assert asked.method == "POST"
        assert (asked.fields["rettype"], asked.fields["retmode"]) == ("medline", "text")
        pmids = asked.fields["id"].split(",")
        found = [self.merged.get(pmid, pmid) for pmid in pmids]
        texts = [self.records[pmid] for pmid in found if pmid in self.records]
        if not texts:
            error = "<eFetchResult><ERROR>ID list is empty! Possibly it has no correct IDs.</ERROR>"
            return Reply(400, f'<?xml version="1.0"?>{error}</eFetchResult>')
        return Reply(200, "\n" + "\n".join(texts))

    def _esearch(self, asked: Asked) -> Reply:
        assert asked.method == "POST"
        pmids = self._matches(asked.fields["term"])
        if "query_key" in asked.fields:
            assert asked.fields["WebEnv"] == "MCID_1"
            within = set(self.histories[int(asked.fields["query_key"]) - 1])
            pmids = [pmid for pmid in pmids if pmid in within]
        self.histories.append(pmids)
        listed = pmids[: min(int(asked.fields["retmax"]), LISTED)]
        result = {
            "count": str(len(pmids)), "retmax": str(len(listed)), "retstart": "0", "idlist": listed,
            "querykey": str(len(self.histories)), "webenv": "MCID_1",
        }  # fmt: skip
        return Reply(200, json.dumps({"header": {}, "esearchresult": result}))

    def _matches(self, term: str) -> list[str]:
        if term in self.searches:
            return self.searches[term]
        if days := re.fullmatch(r'"([\d/]+)"\[edat\] : "([\d/]+)"\[edat\]', term):
            first, last = days.groups()
            found = [pmid for pmid, text in self.records.items() if first <= day_of(text) <= last]
            return sorted(found, key=lambda pmid: day_of(self.records[pmid]), reverse=True)
        dois = re.findall(r'"([^"]*)"\[doi\]', term)
        return [pmid for pmid, text in self.records.items() if doi_of(text) in dois]

    def _idconv(self, asked: Asked) -> Reply:
        items = []
        for pmcid in asked.fields["ids"].split(","):
            pmids = [pmid for pmid, text in self.records.items() if f"PMC - {pmcid}\n" in text]
            found = {"pmid": int(pmids[0])} if pmids else {"status": "error", "errmsg": "invalid"}
            items.append({"requested-id": pmcid, "pmcid": pmcid, **found})
        return Reply(200, json.dumps({"status": "ok", "records": items}))

    def _doi(self, asked: Asked) -> Reply:
        assert asked.accept == "application/vnd.citationstyles.csl+json"
        item = self.items.get(asked.path.lstrip("/").removeprefix("doi/").lower())
        return Reply(200, json.dumps(item)) if item else Reply(404, PAGE)


def program_of(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".fcgi") if path.endswith(".fcgi") else path[1:7]


def pmid_of(text: str) -> str:
    return text.split("\n", 1)[0].removeprefix("PMID- ").strip()


def doi_of(text: str) -> str:
    match = re.search(r"^(?:LID|AID) - (\S+) \[doi\]$", text, re.MULTILINE)
    return match[1].lower() if match else "-"


def day_of(text: str) -> str:
    match = re.search(r"^EDAT- ([\d/]+)", text, re.MULTILINE)
    return match[1] if match else ""


class RunningServer:
    """A server in a thread of its own."""

    def __init__(self, services: Services) -> None:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:  # as http.server calls it
                self._answer(urlsplit(self.path).query)

            def do_POST(self) -> None:  # likewise
                length = int(self.headers["Content-Length"])
                self._answer(self.rfile.read(length).decode())

            def _answer(self, query: str) -> None:
                fields = {name: values[0] for name, values in parse_qs(query).items()}
                path = unquote(urlsplit(self.path).path)
                accept = self.headers["Accept"]
                reply = services.reply(Asked(self.command, path, fields, accept))
                body = reply.text.encode()
                self.send_response(reply.status)
                for name, value in reply.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body[: len(body) // 2] if reply.cut else body)
                self.close_connection = True

            def log_message(self, *_: object) -> None:
                pass

        class Server(ThreadingHTTPServer):
            daemon_threads = True
            block_on_close = False

            def handle_error(self, *_: object) -> None:
                pass  # a client that waits no longer

        self._services = services
        self._server = Server(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._services.released.set()
        self._server.shutdown()
        self._server.server_close()
