"""What a service answers cannot act on a terminal or make up a diagnostic."""

from __future__ import annotations

import json
from collections import deque

import pytest
from medcite.cli.console import FORMS

from tests import hostile
from tests.online.server import Reply, Services, record
from tests.run import run_cli

ESCAPED = json.dumps(hostile.VALUE)
REPLIES = {
    "efetch": [
        Reply(200, record("101").replace("TI  - ", f"TI  - {hostile.LINE}\nX\x1bY - ")),
        Reply(400, hostile.VALUE), Reply(200, f"<ERROR>{hostile.VALUE}</ERROR>"),
        Reply(404, hostile.VALUE), Reply(429, "", {"Retry-After": "\u0663"}),
    ],
    "esearch": [
        Reply(200, f'{{"esearchresult": {{"ERROR": {ESCAPED}}}}}'),
        Reply(200, '{"esearchresult": {"count": "1", "idlist": ["102"], "errorlist":'
            f' {{"phrasesnotfound": [{ESCAPED}]}}}}}}'),
        Reply(200, f'{{"esearchresult": {{"count": "1", "idlist": [{ESCAPED}, {{}}, null]}}}}'),
        Reply(200, '{"esearchresult": [1]}'), Reply(200, "[]"),
        Reply(200, '{"esearchresult": {"count": 1, "idlist": [], "errorlist": 7}}'),
    ],
    "idconv": [
        Reply(200, f'{{"records": [{{"requested-id": {ESCAPED}, "pmid": {ESCAPED}}}, 1]}}'),
        Reply(200, f'{{"records": [{{"requested-id": "PMC11", "pmid": {ESCAPED}}}]}}'),
        Reply(200, f'{{"records": [{{"requested-id": "PMC11", "doi": {ESCAPED}}}]}}'),
        Reply(200, '{"records": 1}'),
    ],
    "doi/10": [
        Reply(200, f'{{"title": {ESCAPED}, "DOI": {ESCAPED}, {ESCAPED}: {ESCAPED}, "author": 1}}'),
        Reply(200, '{"title": 1, "DOI": 2}'), Reply(302, "", {"Location": "http://a\\b:x/"}),
    ],
}  # fmt: skip
CASES = [(program, reply) for program, replies in REPLIES.items() for reply in replies]


@pytest.mark.parametrize(("program", "reply"), CASES)
def test_hostile_answers(
    monkeypatch: pytest.MonkeyPatch, services: Services, program: str, reply: Reply
) -> None:
    for form in FORMS:
        services.faults = {program: deque([reply] * 20)}
        words = ("101", "PMC11", "10.5555/book", "-v", "--diagnostics", form, "--refresh")
        done = run_cli(monkeypatch, "fetch", *words)
        assert hostile.raw(done.err) == []
        assert len(done.err.splitlines()) == done.err.count("\n")
        assert "internal error" not in done.err
        if form == "json":
            assert all(json.loads(line) for line in done.err.splitlines())
        services.faults = {program: deque([reply] * 20)}
        done = run_cli(monkeypatch, "fetch", "--search", hostile.NAME, "-v", "--diagnostics", form)
        assert hostile.raw(done.err) == []


@pytest.mark.parametrize(
    "name", ["10.1/../../x", "10.1000/a/../b", "10.1000/?a=b#c", "10.1000/\udcff"]
)
def test_dois_that_lead_elsewhere(
    monkeypatch: pytest.MonkeyPatch, services: Services, name: str
) -> None:
    run_cli(monkeypatch, "fetch", name)
    asked = [asked.path for asked in services.asked if asked.path.startswith("/doi")]
    assert all(path.startswith("/doi/10.1000/") and ".." not in path for path in asked)
    assert all(not asked.fields for asked in services.asked if asked.path.startswith("/doi"))
