"""Tags of HTML for italics and bold: as CSL's in every reader whose texts may have them."""

from __future__ import annotations

import medcite
import pytest

XML = (
    "<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article>"
    "<ArticleTitle>{}</ArticleTitle></Article></MedlineCitation></PubmedArticle></PubmedArticleSet>"
)
FORMS = [XML, '[{{"id": "k", "title": "{}"}}]', "TY  - JOUR\nTI  - {}\nER  - \n"]


@pytest.mark.parametrize("form", FORMS)
def test_titles(form: str) -> None:
    text = form.format("On <em>E. coli</em> and <strong>B</strong>")
    (record,) = medcite.read(text=text)
    assert record.title == "On <i>E. coli</i> and <b>B</b>"
    assert "\\textit{{E. coli}} and \\textbf{{B}}" in medcite.write([record], "bibtex")


@pytest.mark.parametrize("form", FORMS[1:])
def test_in_any_case(form: str) -> None:
    (record,) = medcite.read(text=form.format("<EM>a</EM> <Strong>b</Strong> <em>c"))
    assert record.title == "<i>a</i> <b>b</b> <i>c"


def test_other_texts() -> None:
    text = '[{"id": "k", "container-title": "<em>J</em>", "abstract": "<strong>Aim</strong>"}]'
    (record,) = medcite.read(text=text)
    assert (record.container_title, record.abstract) == ("<i>J</i>", "<b>Aim</b>")
    text = "TY  - CHAP\nTI  - T\nT2  - <em>J</em>\nAB  - <strong>Aim</strong>\nER  - \n"
    (record,) = medcite.read(text=text)
    assert (record.container_title, record.abstract) == ("<i>J</i>", "<b>Aim</b>")
