"""A list in Word that takes the styles, fonts and pages of a document of the user's."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import medcite
import pytest
from docx.shared import Mm
from medcite.markup.docx import MARK
from medcite.markup.reference_document import styled

from tests.conftest import ROOT
from tests.run import run_cli

REFS = str(ROOT / "samples" / "refs.nbib")


def template(*, bibliography: bool) -> bytes:
    document = docx.Document()
    document.styles["Normal"].font.name = "Georgia"
    if bibliography:
        document.styles.add_style("Bibliography", 1).font.name = "Courier New"
    document.sections[0].page_width, document.sections[0].page_height = Mm(148), Mm(210)
    document.add_paragraph("Its text stays there.")
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


def listed(patch: pytest.MonkeyPatch, tmp_path: Path, *options: str) -> bytes:
    path = tmp_path / "refs.docx"
    (tmp_path / "model.docx").write_bytes(template(bibliography="own" in options))
    words = ["cite", REFS, "--style", "apa", "--quiet", "-o", str(path)]
    assert run_cli(patch, *words, "--reference-doc", str(tmp_path / "model.docx")).status == 0
    return path.read_bytes()


@pytest.mark.parametrize(("kind", "font"), [("own", "Courier New"), ("none", None)])
def test_a_list_looks_like_the_document(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kind: str, font: str | None
) -> None:
    data = listed(monkeypatch, tmp_path, kind)
    document = docx.Document(BytesIO(data))
    assert "Its text" not in "".join(paragraph.text for paragraph in document.paragraphs)
    assert len(document.paragraphs) == 6
    assert {paragraph.style.name for paragraph in document.paragraphs} == {"Bibliography"}
    assert document.styles["Normal"].font.name == "Georgia"
    assert document.styles["Bibliography"].font.name == font
    assert round(document.sections[0].page_width.mm) == 148
    assert MARK.objection(data) == ""  # a second run may replace it


def test_the_same_list_gives_the_same_bytes(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert listed(monkeypatch, tmp_path, "own") == listed(monkeypatch, tmp_path, "own")


def test_what_is_no_document_is_one_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    told = run_cli(
        monkeypatch, "cite", REFS, "-o", str(tmp_path / "x.docx"), "--reference-doc", REFS
    )
    assert told.status != 0
    assert told.err == f"medcite cite: error: {REFS}: is no Word document (.docx)\n"
    told = run_cli(monkeypatch, "cite", REFS, "--reference-doc", REFS)
    assert "--reference-doc is for lists in Word: -o refs.docx" in told.err
    with pytest.raises(medcite.InputError, match=r"model\.docx: "):
        styled(listed(monkeypatch, tmp_path), b"PK\x03\x04 damaged", "model.docx")
