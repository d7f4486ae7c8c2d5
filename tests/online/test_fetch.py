"""``medcite fetch`` against services on this computer."""

from __future__ import annotations

import json
import os
import re
import signal
import sys
from collections import deque
from pathlib import Path
from subprocess import PIPE, Popen

import pytest
from medcite.online import client, eutilities

from tests.online.server import PAGE, Reply, Services, record
from tests.run import Outcome, run_cli


def fetch(patch: pytest.MonkeyPatch, *words: str) -> Outcome:
    return run_cli(patch, "fetch", *words)


def pmids(outcome: Outcome) -> list[str]:
    return re.findall(r"^PMID- (\d+)", outcome.out, re.MULTILINE)


def messages(outcome: Outcome, code: str) -> list[str]:
    return [line for line in outcome.err.splitlines() if f"[{code}]" in line]


def test_pmids_pmcids_and_dois_in_their_order(
    monkeypatch: pytest.MonkeyPatch, services: Services
) -> None:
    done = fetch(monkeypatch, "103", "10.1000/TWO", "PMC11", "10.5555/book")
    assert (done.status, done.err) == (0, "")
    assert pmids(done) == ["103", "102", "101"]
    assert done.out.index("A book") > done.out.index("PMID- 101")
    assert services.programs() == ["idconv", "esearch", "efetch", "doi/10", "efetch"]


def test_addresses_and_labels_are_identifiers(
    monkeypatch: pytest.MonkeyPatch, services: Services
) -> None:
    words = ("https://pubmed.ncbi.nlm.nih.gov/103/", "pmid:102", "https://doi.org/10.1000/one")
    assert pmids(fetch(monkeypatch, *words)) == ["103", "102", "101"]


def test_any_format_that_convert_writes(
    monkeypatch: pytest.MonkeyPatch, services: Services, tmp_path: Path
) -> None:
    file = tmp_path / "refs.bib"
    assert fetch(monkeypatch, "101", "-o", str(file)).status == 0
    assert "pmid = {101}" in file.read_text()
    done = fetch(monkeypatch, "101", "--to", "csl-json")
    assert [item["PMID"] for item in json.loads(done.out)] == ["101"]


def test_files_of_identifiers(
    monkeypatch: pytest.MonkeyPatch, services: Services, tmp_path: Path
) -> None:
    file = tmp_path / "ids.txt"
    file.write_text('PMID: 103, "102"; doi: 10.1000/one.\n\nwhat\n')
    done = fetch(monkeypatch, str(file))
    assert pmids(done) == ["103", "102", "101"]
    assert messages(done, "stray-text") == [
        f"{file}:3: warning[stray-text]: 'what' is no PMID, PMCID or DOI; left out"
    ]
    assert pmids(fetch(monkeypatch, "101", "--ids", str(file))) == ["101", "103", "102"]
    done = run_cli(monkeypatch, "fetch", "--ids", "-", given=b"102\n101\n")
    assert pmids(done) == ["102", "101"]


def test_one_article_by_two_names_is_written_once(
    monkeypatch: pytest.MonkeyPatch, services: Services
) -> None:
    done = fetch(monkeypatch, "101", "PMC11", "10.1000/one", "00101")
    assert pmids(done) == ["101"]
    assert len(messages(done, "duplicate")) == 2


def test_nothing_is_asked_twice(monkeypatch: pytest.MonkeyPatch, services: Services) -> None:
    words = ("101", "PMC13", "10.1000/two", "10.5555/book")
    first = fetch(monkeypatch, *words)
    services.asked.clear()
    assert fetch(monkeypatch, *words) == first
    assert not services.asked
    assert fetch(monkeypatch, *words, "--refresh") == first
    assert services.asked


def test_who_asks_is_told_to_ncbi_and_to_nobody_else(
    monkeypatch: pytest.MonkeyPatch, services: Services
) -> None:
    monkeypatch.setenv("NCBI_EMAIL", "ann@example.org")
    monkeypatch.setenv("NCBI_API_KEY", "secret")
    fetch(monkeypatch, "101", "PMC13", "10.5555/book")
    for asked in services.asked:
        sent = {name: asked.fields.get(name) for name in ("tool", "email", "api_key")}
        if asked.path.endswith(".fcgi"):
            assert sent == {"tool": "medcite", "email": "ann@example.org", "api_key": "secret"}
        elif "idconv" in asked.path:
            assert sent == {"tool": "medcite", "email": "ann@example.org", "api_key": None}
        else:
            assert asked.fields == {}


@pytest.mark.parametrize(("key", "interval"), [("", 1 / 3), ("secret", 1 / 10)])
def test_no_more_requests_than_ncbi_allows(
    monkeypatch: pytest.MonkeyPatch, services: Services, waits: list[float],
    key: str, interval: float,
) -> None:  # fmt: skip
    monkeypatch.setenv("NCBI_API_KEY", key)
    services.records = {str(pmid): record(str(pmid)) for pmid in range(1, 402)}
    done = fetch(monkeypatch, *services.records)
    assert len(pmids(done)) == 401
    assert [len(asked.fields["id"].split(",")) for asked in services.asked] == [200, 200, 1]
    assert waits == pytest.approx([interval] * 2)


def test_wrong_and_withdrawn_numbers_are_told_and_the_rest_delivered(
    monkeypatch: pytest.MonkeyPatch, services: Services
) -> None:
    done = fetch(monkeypatch, "101", "999", "PMC99", "10.1000/none", "what")
    assert pmids(done) == ["101"]
    assert done.status == 1
    told = [line.split(": ", 2)[1:] for line in messages(done, "not-found")]
    assert [place for place, _ in told] == ["error[not-found]"] * 4
    assert [text.split(":")[0] for _, text in told] == ["what", "pmid", "pmcid", "doi"]


def test_nothing_found_writes_nothing(
    monkeypatch: pytest.MonkeyPatch, services: Services, tmp_path: Path
) -> None:
    file = tmp_path / "refs.nbib"
    done = fetch(monkeypatch, "999", "-o", str(file))
    assert (done.status, file.exists()) == (1, False)
    assert len(done.err.splitlines()) == 1


def test_a_merged_number_is_told(monkeypatch: pytest.MonkeyPatch, services: Services) -> None:
    services.merged = {"77": "102"}
    done = fetch(monkeypatch, "101", "77", "78")
    assert pmids(done) == ["101", "102"]
    assert messages(done, "merged-id") == [
        "PubMed: warning[merged-id]: 77: PubMed has this article as 102 now; cite that PMID"
    ]
    assert len(messages(done, "not-found")) == 1
    assert done.status == 1


def test_a_retracted_article_is_told(monkeypatch: pytest.MonkeyPatch, services: Services) -> None:
    services.records["101"] += "RIN - J Test. 2021;1:1. PMID: 5\nPT  - Retracted Publication\n"
    assert len(messages(fetch(monkeypatch, "101"), "retracted")) == 1


FAULTS = {
    "throttled": Reply(429, '{"error":"API rate limit exceeded","count":"4","limit":"3"}'),
    "failing": Reply(500, "Internal Server Error"),
    "backend": Reply(400, "<ERROR>proxy_stream(): 502 Bad Gateway</ERROR>"),
    "page": Reply(200, PAGE),
    "error in XML": Reply(200, "<?xml version='1.0'?><ERROR>Unable to obtain query</ERROR>"),
    "closed": Reply(200, record("101"), cut=True),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=list(FAULTS))
def test_a_fault_that_passes_is_told_in_one_line(
    monkeypatch: pytest.MonkeyPatch, services: Services, waits: list[float], fault: Reply
) -> None:
    services.faults = {"efetch": deque([fault, fault])}
    done = fetch(monkeypatch, "101", "102")
    assert (pmids(done), done.status) == (["101", "102"], 0)
    assert [line.split(": ")[:2] for line in done.err.splitlines()] == [
        ["PubMed", "note[asked-again]"]
    ]
    assert sum(waits) == pytest.approx(3, abs=0.1)


@pytest.mark.parametrize("fault", FAULTS.values(), ids=list(FAULTS))
def test_a_fault_that_stays_is_told_and_the_rest_delivered(
    monkeypatch: pytest.MonkeyPatch, services: Services, waits: list[float], fault: Reply
) -> None:
    services.records |= {str(pmid): record(str(pmid)) for pmid in range(200, 500)}
    services.faults = {"efetch": deque([fault] * 5)}
    done = fetch(monkeypatch, *map(str, range(200, 500)))
    assert pmids(done) == [str(pmid) for pmid in range(400, 500)]
    assert done.status == 1
    (error,) = messages(done, "no-answer")
    assert "200 articles" in error
    assert "asked 5 times; run this again" in error
    assert sum(waits) == pytest.approx(15, abs=0.5)
    assert not messages(done, "not-found")
    services.asked.clear()
    assert len(pmids(fetch(monkeypatch, *map(str, range(200, 500))))) == 300
    assert [len(asked.fields["id"].split(",")) for asked in services.asked] == [200]


@pytest.mark.parametrize(
    ("value", "seconds"), [("7", 7), ("Tue, 14 Nov 2023 22:13:30 GMT", 10), ("soon", 1)]
)
def test_retry_after_is_obeyed(
    monkeypatch: pytest.MonkeyPatch, services: Services, waits: list[float],
    value: str, seconds: float,
) -> None:  # fmt: skip
    services.faults = {"efetch": deque([Reply(429, "{}", {"Retry-After": value})])}
    assert pmids(fetch(monkeypatch, "101")) == ["101"]
    assert waits == [seconds]


def test_a_service_that_asks_for_an_hour_is_left_alone(
    monkeypatch: pytest.MonkeyPatch, services: Services, waits: list[float]
) -> None:
    services.faults = {"efetch": deque([Reply(503, "", {"Retry-After": "3600"})])}
    done = fetch(monkeypatch, "101")
    assert "asks to wait 3600 seconds" in done.err
    assert (done.status, waits) == (1, [])


def test_a_slow_service(monkeypatch: pytest.MonkeyPatch, services: Services) -> None:
    monkeypatch.setattr(client, "TIMEOUT", 0.05)
    services.stuck = {"efetch"}
    done = fetch(monkeypatch, "101", "10.5555/book")
    assert done.status == 1
    assert "no answer within" in done.err
    assert "A book" in done.out


def test_a_service_that_never_answers_is_soon_given_up(
    monkeypatch: pytest.MonkeyPatch, services: Services
) -> None:
    services.faults = {"efetch": deque([Reply(502, "")] * 100)}
    done = fetch(monkeypatch, *map(str, range(1000, 3000)))
    assert len(services.asked) == 10
    assert done.status == 1


def test_a_text_that_ends_within_a_record_is_asked_for_again(
    monkeypatch: pytest.MonkeyPatch, services: Services
) -> None:
    whole = record("101") + "\n" + record("102")
    for end in (len(whole) - 60, whole.rindex("VI  -")):  # within a line, between two
        services.asked.clear()
        services.faults = {"efetch": deque([Reply(200, whole[:end])])}
        done = fetch(monkeypatch, "101", "102", "--refresh")
        assert (pmids(done), done.status) == (["101", "102"], 0)
        assert done.out.count("SO  - ") == 2
        assert [asked.fields["id"] for asked in services.asked] == ["101,102", "102"]


def test_a_record_that_has_no_end_is_taken_when_it_comes_so_twice(
    monkeypatch: pytest.MonkeyPatch, services: Services
) -> None:
    services.records["104"] = "PMID- 104\nTI  - Unusual.\n"
    assert pmids(fetch(monkeypatch, "104")) == ["104"]


def test_articles_that_a_partial_answer_lacks_are_asked_for_again(
    monkeypatch: pytest.MonkeyPatch, services: Services
) -> None:
    services.faults = {"efetch": deque([Reply(200, record("101"))])}
    assert pmids(fetch(monkeypatch, "101", "102", "103")) == ["101", "102", "103"]
    assert [asked.fields["id"] for asked in services.asked] == ["101,102,103", "102,103"]


def test_a_wrong_key_is_not_shown(monkeypatch: pytest.MonkeyPatch, services: Services) -> None:
    monkeypatch.setenv("NCBI_API_KEY", "secret")
    reply = Reply(400, '{"error":"API key invalid","api-key":"secret","type":"ip"}')
    services.faults = {"efetch": deque([reply])}
    done = fetch(monkeypatch, "101")
    assert "the key in NCBI_API_KEY is not valid" in done.err
    assert "secret" not in done.err


def test_pubmed_takes_an_unknown_doi_for_words(
    monkeypatch: pytest.MonkeyPatch, services: Services
) -> None:
    services.searches = {'"10.5555/book"[doi]': ["101"]}
    done = fetch(monkeypatch, "10.5555/book")
    assert (pmids(done), "A book" in done.out) == ([], True)


@pytest.mark.parametrize(
    ("reply", "problem"),
    [
        (Reply(200, PAGE), "does not give its data as CSL-JSON"),
        (Reply(406, ""), "does not give its data as CSL-JSON"),
        (Reply(200, "[]"), "no item of CSL-JSON"),
        (Reply(302, "", {"Location": "http://example.org/x"}), "without encryption"),
    ],
)
def test_agencies_without_data(
    monkeypatch: pytest.MonkeyPatch, services: Services, reply: Reply, problem: str
) -> None:
    services.faults = {"doi/10": deque([reply])}
    done = fetch(monkeypatch, "10.5555/book", "101")
    assert problem in done.err
    assert (pmids(done), done.status) == (["101"], 1)


def test_a_search_is_counted_before_it_is_fetched(
    monkeypatch: pytest.MonkeyPatch, services: Services
) -> None:
    monkeypatch.setattr("medcite.cli.commands.fetch.LIMIT", 10)
    services.records = {str(pmid): record(str(pmid)) for pmid in range(1, 16)}
    services.searches = {"x[mh]": list(services.records), "few": ["7", "9"]}
    done = fetch(monkeypatch, "--search", "x[mh]", "--count")
    assert (done.out, done.status) == ("15\n", 0)
    done = fetch(monkeypatch, "--search", "x[mh]")
    assert done.status == 2
    assert "finds 15 articles; --limit 15 fetches them all" in done.err
    assert "efetch" not in services.programs()
    done = fetch(monkeypatch, "--search", "x[mh]", "--limit", "3")
    assert pmids(done) == ["1", "2", "3"]
    assert messages(done, "search") == [
        "PubMed: note[search]: finds 15 articles; the newest 3 are fetched"
    ]
    assert pmids(fetch(monkeypatch, "--search", "few")) == ["7", "9"]
    assert len(pmids(fetch(monkeypatch, "--search", "x[mh]", "--limit", "15"))) == 15


def test_a_search_of_more_than_pubmed_lists(
    monkeypatch: pytest.MonkeyPatch, services: Services
) -> None:
    monkeypatch.setattr(eutilities, "LISTED", 40)
    monkeypatch.setattr("medcite.online.searches.LISTED", 40)
    monkeypatch.setattr("tests.online.server.LISTED", 40)
    numbers = range(1000, 1300)
    days = {str(number): f"20{10 + number % 10}/0{1 + number % 7}/15" for number in numbers}
    services.records |= {pmid: record(pmid, day=day) for pmid, day in days.items()}
    services.searches = {"long": list(days)}
    done = fetch(monkeypatch, "--search", "long", "--limit", "1000")
    assert sorted(pmids(done)) == sorted(days)
    found = [days[pmid] for pmid in pmids(done)]
    assert found == sorted(found, reverse=True)
    inner = [asked.fields for asked in services.asked if "query_key" in asked.fields]
    assert {(asked["query_key"], asked["usehistory"]) for asked in inner} == {("1", "y")}
    done = fetch(monkeypatch, "--search", "long", "--limit", "50")
    assert len(pmids(done)) == 50


def test_a_day_of_more_than_pubmed_lists_is_told(
    monkeypatch: pytest.MonkeyPatch, services: Services
) -> None:
    monkeypatch.setattr(eutilities, "LISTED", 40)
    monkeypatch.setattr("medcite.online.searches.LISTED", 40)
    services.records = {str(pmid): record(str(pmid)) for pmid in range(1, 60)}
    services.searches = {"day": list(services.records)}
    done = fetch(monkeypatch, "--search", "day", "--limit", "59")
    assert len(pmids(done)) == 40
    assert "only 40 of 59 articles were listed" in done.err
    assert done.status == 1


def test_a_search_that_fails(monkeypatch: pytest.MonkeyPatch, services: Services) -> None:
    reply = Reply(200, '{"esearchresult":{"ERROR":"Search Backend failed"}}')
    services.faults = {"esearch": deque([reply] * 5)}
    done = fetch(monkeypatch, "--search", "x")
    assert (done.status, done.out) == (1, "")
    assert "Search Backend failed" in done.err


def test_words_that_pubmed_does_not_know(
    monkeypatch: pytest.MonkeyPatch, services: Services
) -> None:
    unknown = {"phrasesnotfound": ["asthmma"], "fieldsnotfound": []}
    result = {"count": "1", "idlist": ["101"], "webenv": "", "querykey": "1", "errorlist": unknown}
    services.faults = {"esearch": deque([Reply(200, json.dumps({"esearchresult": result}))])}
    done = fetch(monkeypatch, "--search", "asthmma OR x")
    assert "finds nothing for 'asthmma'" in done.err


@pytest.mark.parametrize(
    "words",
    [(), ("--count",), ("--limit", "3"), ("--limit", "0", "--search", "x"), ("--limit=-1",)],
)
def test_wrong_usage(
    monkeypatch: pytest.MonkeyPatch, services: Services, words: tuple[str, ...]
) -> None:
    done = fetch(monkeypatch, *words)
    assert (done.status, len(done.err.splitlines())) == (2, 1)
    assert not services.asked


@pytest.mark.parametrize("address", ["http://example.org/", "ftp://localhost/", "x", "https://"])
def test_addresses_that_are_not_asked(
    monkeypatch: pytest.MonkeyPatch, services: Services, address: str
) -> None:
    monkeypatch.setenv("MEDCITE_EUTILS_URL", address)
    done = fetch(monkeypatch, "101")
    assert (done.status, len(done.err.splitlines())) == (2, 1)
    assert "MEDCITE_EUTILS_URL" in done.err


def test_the_missing_library_is_named(monkeypatch: pytest.MonkeyPatch, services: Services) -> None:
    monkeypatch.setitem(sys.modules, "httpx", None)
    done = fetch(monkeypatch, "101")
    assert done.status == 1
    assert "pip install 'medcite[online]'" in done.err


@pytest.mark.long
@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT for one process")
def test_ctrl_c_leaves_what_came_and_the_next_run_goes_on(
    monkeypatch: pytest.MonkeyPatch, services: Services
) -> None:
    services.records = {str(pmid): record(str(pmid)) for pmid in range(1, 252)}
    services.stuck_after = 1
    monkeypatch.setenv("NCBI_API_KEY", "x")
    words = [sys.executable, "-m", "medcite", "fetch", *services.records]
    with Popen(words, stdout=PIPE, stderr=PIPE) as process:
        assert services.waiting.wait(30)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (130, b"\nmedcite: interrupted\n")
    services.released.set()
    services.asked.clear()
    services.stuck_after = 1000
    assert len(pmids(fetch(monkeypatch, *services.records))) == 251
    assert [len(asked.fields["id"].split(",")) for asked in services.asked] == [51]


def test_what_came_before_a_service_failed_is_in_the_cache(
    monkeypatch: pytest.MonkeyPatch, services: Services
) -> None:
    services.records = {str(pmid): record(str(pmid)) for pmid in range(1, 501)}
    services.faults = {"efetch": deque([None, *[Reply(500, "")] * 5, *[Reply(500, "")] * 5])}
    assert len(pmids(fetch(monkeypatch, *services.records))) == 200
    services.asked.clear()
    assert len(pmids(fetch(monkeypatch, *services.records))) == 500
    assert [len(asked.fields["id"].split(",")) for asked in services.asked] == [200, 100]
