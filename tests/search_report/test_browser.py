"""The page in headless Chromium: axe-core finds nothing, the table works, nothing is loaded."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from medcite.markup import report_page

from tests.run import run_cli
from tests.search_report.test_overview import SEARCH

MODULES = Path(os.environ.get("MEDCITE_RECEIVERS", "/nonexistent")) / "node_modules"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
DRIVER = Path(__file__).with_name("browser.mjs")
SLOWEST = 1500  # milliseconds, on a busy machine; a tenth of it is usual


def look(page: Path) -> dict[str, Any]:
    """Return what the driver saw on a page."""
    names = ("playwright-core", "axe-core")
    missing = [name for name in names if not (MODULES / name).is_dir()]
    if missing or not CHROMIUM or not shutil.which("node"):
        pytest.skip("no Chromium, node, playwright-core or axe-core (MEDCITE_RECEIVERS)")
    command = ["node", str(DRIVER), CHROMIUM, str(MODULES), str(page)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert not done.returncode, done.stderr[-3000:]
    seen: dict[str, Any] = json.loads(done.stdout)
    return seen


@pytest.mark.long
def test_the_page_works_and_anyone_can_use_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_cli(monkeypatch, "report", *SEARCH, "-o", str(tmp_path / "report.html"), "-q")
    seen = look(tmp_path / "report.html")
    assert seen["errors"] == seen["requests"] == seen["violations"] == seen["overflows"] == []
    years = [row[0] for row in seen["first"]["rows"]]
    assert years == sorted(years, reverse=True)
    assert seen["first"]["status"] == f"1–{len(years)} of {len(years)} records"
    authors = [row[1].casefold() for row in seen["byAuthor"]]
    assert authors == sorted(authors)
    assert seen["byAuthorDown"] == seen["byAuthor"][::-1]
    assert seen["sorted"] == [None, "descending", None, None]
    (found,) = seen["found"]["rows"]
    assert found[1] == "Ioannidis"
    assert seen["found"]["status"] == f"1–1 of 1 records (of {len(years)})"
    assert seen["nothing"] == "No record has all this."
    (retracted,) = seen["retracted"]
    assert "Retracted" in retracted[3]
    assert "https://pubmed.ncbi.nlm.nih.gov/9500320" in seen["links"]
    assert seen["skip"] == "Skip to content"
    assert "needs JavaScript" in seen["withoutScript"]
    assert "Records identified" in seen["withoutScript"]


@pytest.mark.long
def test_twenty_thousand_rows_sort_and_filter_at_once(tmp_path: Path) -> None:
    rows = [
        report_page.TableRow(
            1950 + number % 75, f"Author{number * 7919 % 20011}", f"J {number % 900}",
            ("Journal Article",), (str(number), "", f"10.1/{number}"), [number % 4], ("PubMed",),
            f"Author {number}. On the effects of a trial, its length and its ends: {'abc ' * 20}",
        )
        for number in range(20_000)
    ]  # fmt: skip
    lists = [report_page.RecordList(mark, f"Mark {mark}", "tag", [], 5000) for mark in range(4)]
    page = report_page.ReportPage("Many", [], {1950: 20_000}, [], lists, rows)
    file = tmp_path / "many.html"
    file.write_text(report_page.document(page), "utf-8")
    seen = look(file)
    print(f"slowest of sorting, filtering and paging 20,000 rows: {seen['slowest']:.0f} ms")
    assert seen["errors"] == []
    assert len(seen["first"]["rows"]) == 25
    assert seen["slowest"] < SLOWEST
