"""A retracted article is told of by every command, whatever is written and in whatever style."""

from __future__ import annotations

from pathlib import Path

import medcite
import pytest
from medcite import format_registry
from medcite.model.report import Report

from tests.conftest import ROOT
from tests.run import run_cli

SAMPLE = str(ROOT / "samples" / "retracted.nbib")
TOLD = "warning[retracted]: 9500320: this article was retracted: Lancet. 2010"
STYLES = ("nlm", "vancouver", "american-medical-association", "apa", "nature", "ieee")
# The other way round, where the target has a place for the notice.
KEEPS = ("bibtex", "biblatex", "csl-json", "json", "medline", "ris")


@pytest.mark.parametrize("target", [each.FORMAT.name for each in format_registry.writers()])
def test_every_conversion_tells(monkeypatch: pytest.MonkeyPatch, target: str) -> None:
    assert TOLD in run_cli(monkeypatch, "convert", SAMPLE, "--to", target, "--quiet").err


@pytest.mark.parametrize("style", STYLES)
def test_every_style_tells(monkeypatch: pytest.MonkeyPatch, style: str) -> None:
    assert TOLD in run_cli(monkeypatch, "cite", SAMPLE, "--style", style, "--quiet").err


@pytest.mark.parametrize("style", STYLES)
def test_citations_tell(monkeypatch: pytest.MonkeyPatch, style: str) -> None:
    words = ("cite", SAMPLE, "--style", style, "--quiet", "--citations", "-")
    done = run_cli(monkeypatch, *words, given=b'[["9500320"]]')
    assert "Wakefield" in done.out
    assert TOLD in done.err


@pytest.mark.parametrize("target", KEEPS)
def test_what_was_written_tells_again(tmp_path: Path, target: str) -> None:
    file = tmp_path / f"refs.{target}"
    medcite.write(medcite.read(SAMPLE, report=Report()), target, file, report=Report())
    report = Report()
    (record,) = medcite.read(file, report=report)
    assert record.retracted
    told = [each.message for each in report.diagnostics if each.code == "retracted"]
    assert [each for each in told if each.startswith("this article was retracted: Lancet. 2010")]


def test_our_own_json_is_recognised_whatever_its_name(tmp_path: Path) -> None:
    file = tmp_path / "refs.json"
    given = list(medcite.read(SAMPLE, report=Report()))
    medcite.write(given, "json", file, report=Report())
    report = Report()
    assert list(medcite.read(file, report=report)) == given
    assert {each.code for each in report.diagnostics} == {"read-as", "retracted"}


@pytest.mark.parametrize(
    "title",
    [
        "RETRACTED: Malaria in 2002",
        "WITHDRAWN: Malaria in 2002",
        "RETRACTED ARTICLE: Malaria in 2002",
        "[Retracted] Malaria in 2002",
        "Malaria in 2002 (Retracted article. See vol. 375, pg. 445, 2010)",
    ],
)
@pytest.mark.parametrize(
    "text",
    [
        "TY  - JOUR\nTI  - {}\nER  - \n",
        "@article{{k, title = {{{}}}}}",
        '[{{"id": "k", "type": "article-journal", "title": "{}"}}]',
        "PMID- 1\nTI  - {}.\n",
    ],
)
def test_a_title_tells_of_a_retraction(text: str, title: str) -> None:
    (record,) = medcite.read(text=text.format(title))
    assert record.retracted
    assert "retracted" in {found.code for found in medcite.check([record])}
    assert "note = " not in medcite.write([record], "bibtex")  # it would say it twice


@pytest.mark.parametrize(
    "title", ["Retracted eyelids in children", "Withdrawn patients", "Retraction: Malaria in 2002"]
)
def test_other_titles_do_not(title: str) -> None:
    assert not medcite.Record(title=title).retracted


def test_a_notice_of_retraction_is_not_retracted_itself() -> None:
    types = ("Journal Article", "Retraction of Publication")
    assert not medcite.Record(title="Retracted: Malaria", publication_types=types).retracted
