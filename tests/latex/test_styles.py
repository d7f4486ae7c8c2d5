"""What ``medcite latex`` does for the style of a document."""

from __future__ import annotations

from pathlib import Path

import pytest
from medcite.latex import plan
from medcite.model.report import Report
from medcite.options import Options

RECORD = """PMID- 1
TI  - A title.
FAU - Doe, Jane
TA  - J Tests
DP  - 2020
VI  - 15
PG  - e0228123
AID - 10.4103/jpgm.JPGM_12_34 [doi]
"""


def written(
    folder: Path, head: str, options: Options | None = None, record: str = RECORD
) -> tuple[str, list[str]]:
    """Return the .bib file of a document with this preamble, and what is told."""
    (folder / "refs.nbib").write_text(record, "utf-8")
    (folder / "main.tex").write_text(head, "utf-8")
    report = Report()
    request = plan.Request(str(folder / "main.tex"), options=options or Options())
    file_plan = plan.plan_bib_file(request, report)
    told = [*report.diagnostics, *file_plan.revision.diagnostics]
    return file_plan.revision.new.decode(), [diagnostic.code for diagnostic in told]


def biblatex(load: str) -> str:
    return rf"\documentclass{{article}}{load}\addbibresource{{refs.bib}}\cite{{pmid:1}}"


def bibtex(style: str, load: str = "") -> str:
    return (
        rf"\documentclass{{article}}{load}\begin{{document}}\cite{{pmid:1}}"
        rf"\bibliographystyle{{{style}}}\bibliography{{refs}}\end{{document}}"
    )


@pytest.mark.parametrize(
    ("load", "field"),
    [
        (r"\usepackage{biblatex}", "eid"),
        (r"\usepackage[style=apa]{biblatex}", "eid"),
        (r"\usepackage[style=nature]{biblatex}", "pages"),
        ("\\usepackage[backend=biber,\n  style = {nature} ]{biblatex}", "pages"),
        (r"\usepackage[style=apa,bibstyle=science]{biblatex}", "pages"),
        (r"\usepackage[bibstyle=numeric,style=nature]{biblatex}", "eid"),
        (r"\usepackage[citestyle=nature]{biblatex}", "eid"),
        (r"\RequirePackage[style=vancouver]{biblatex}", "pages"),
        (r"\PassOptionsToPackage{style=nejm}{biblatex}\usepackage{biblatex}", "pages"),
        (r"\PassOptionsToPackage{style=nejm}{other}\usepackage{biblatex}", "eid"),
        (r"\usepackage{biblatex}\ExecuteBibliographyOptions{bibstyle=mla}", "pages"),
        (r"\usepackage[authordate]{biblatex-chicago}", "eid"),
        ("% \\usepackage[style=nature]{biblatex}\n\\usepackage{biblatex}", "eid"),
    ],
)
def test_article_numbers_go_where_the_style_prints_them(
    load: str, field: str, tmp_path: Path
) -> None:
    text, _ = written(tmp_path, biblatex(load))
    assert f"{field} = {{e0228123}}" in text
    assert text.count("{e0228123}") == 1


@pytest.mark.parametrize("field", ["eid", "pages"])
def test_the_author_chooses_the_field(field: str, tmp_path: Path) -> None:
    for load in (r"\usepackage[style=nature]{biblatex}", r"\usepackage[style=apa]{biblatex}"):
        text, _ = written(tmp_path, biblatex(load), Options(article_number=field))
        assert f"{field} = {{e0228123}}" in text


def test_the_log_names_a_style_that_a_class_loads(tmp_path: Path) -> None:
    (tmp_path / "main.log").write_text(
        "Package biblatex Info: Trying to load bibliography style 'nature'...\n"
        "Package biblatex Info: Trying to load bibliography style 'numeric'...\n"
    )
    text, _ = written(tmp_path, biblatex(r"\usepackage{biblatex}"))
    assert "pages = {e0228123}" in text


@pytest.mark.parametrize(
    ("style", "field"),
    [
        ("plain", "pages"),
        ("ACM-Reference-Format", "eid"),
        ("apsrev4-2", "eid"),
        ("nature", "pages"),
    ],
)
def test_article_numbers_for_bibtex(style: str, field: str, tmp_path: Path) -> None:
    text, _ = written(tmp_path, bibtex(style))
    assert f"{field} = {{e0228123}}" in text
    assert text.count("{e0228123}") == 1


@pytest.mark.parametrize(
    ("style", "load", "is_told"),
    [
        ("unsrtnat", "", True),
        ("unsrtnat", r"\usepackage{url}", False),
        ("unsrtnat", r"\usepackage{hyperref}", False),
        ("elsarticle-num", r"\usepackage{url}", True),
        ("elsarticle-num", r"\usepackage[strings]{underscore}", False),
        ("apsrev4-2", r"\usepackage{hyperref}", True),
        ("apsrev4-2", r"\usepackage{underscore}", False),
        ("plain", "", False),
    ],
)
def test_a_package_that_a_doi_needs_is_told(
    style: str, load: str, is_told: bool, tmp_path: Path
) -> None:
    _, codes = written(tmp_path, bibtex(style, load))
    assert ("missing-package" in codes) == is_told


@pytest.mark.parametrize(
    ("style", "note"),
    [
        ("elsarticle-num", "Retracted. Retraction in: J Tests. 2021;16:3"),
        ("elsarticle-harv", "Retracted. Retraction in: J Tests. 2021;16:3. Epub ahead of print"),
    ],
)
def test_a_status_that_a_style_misprints_is_left_out(style: str, note: str, tmp_path: Path) -> None:
    record = f"{RECORD}PST - aheadofprint\nRIN - J Tests. 2021;16:3\n"
    text, _ = written(tmp_path, bibtex(style), record=record)
    assert f"note = {{{note}}}" in text
