"""Documents are valid by the schemas of Office Open XML, by a validator that knows them all.

It is openxml-audit, in the venv of ``MEDCITE_RECEIVERS`` (``tests/receivers/requirements.txt``).
"""

from __future__ import annotations

import json
import subprocess
from io import BytesIO
from itertools import product

import docx as python_docx
import pytest

from tests.conftest import ROOT
from tests.manuscript.documents import Desk, docx, heading, paragraph, run
from tests.manuscript.test_fields import FIELDS
from tests.receivers.receiver import FOLDER

VALIDATOR = FOLDER / "venv" / "bin" / "openxml-audit"
NUMBERS, NOTES = "vancouver", "chicago-notes-bibliography"
ALL = [*product((NUMBERS, "vancouver-superscript", "apa", NOTES), ("zotero", "no")),
       *product((NUMBERS, NOTES), ("endnote", "transfer"))]  # fmt: skip
SOME = [(NUMBERS, "zotero"), (NOTES, "zotero")]
NOTE = '<w:footnote w:id="5"><w:p><w:r><w:t>own [PMID: 22222222]</w:t></w:r></w:p></w:footnote>'
COMMENT = f'<w:comment w:id="4" w:author="A">{paragraph("see [PMID: 22222222]")}</w:comment>'
PLAIN = docx(
    heading("Text")
    + paragraph(run("a "), run("[PM", "<w:b/>"), run("ID: 11111111]. b", "<w:i/>"),
                '<w:r><w:commentReference w:id="4"/></w:r>',
                '<w:r><w:footnoteReference w:id="5"/></w:r>',
                run(" [@pmid:33333333, p. 4]", '<w:sz w:val="20"/><w:lang w:val="de-DE"/>'))
    + paragraph("c ", FIELDS["Zotero"], " and ", FIELDS["EndNote, nested"], ".")
    + paragraph(f'<w:ins w:id="7" w:author="A">{run("new [PMID: 22222222]")}</w:ins>')
    + heading("References"),
    footnotes=NOTE, comments=COMMENT,
)  # fmt: skip


def made_by_python_docx() -> bytes:
    document = python_docx.Document()
    document.add_heading("Text", 1)
    document.add_paragraph("a [PMID: 11111111], b [PMID: 22222222].")
    document.add_table(1, 1).cell(0, 0).text = "in a cell [PMID: 33333333]"
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def faults(folder: object) -> dict[str, set[tuple[str, str]]]:
    """Return the violations of the schemas of each document in a folder."""
    run_ = subprocess.run(
        [VALIDATOR, "--output", "json", "--recursive", "--max-errors", "0", str(folder)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return {
        document["file"].rpartition("/")[2]: {
            (error["part_uri"], error["description"])
            for error in document["errors"]
            if error["type"] == "schema"
        }
        for document in json.loads(run_.stdout)
    }


@pytest.mark.long
@pytest.mark.skipif(not VALIDATOR.exists(), reason="openxml-audit is not there")
def test_documents_violate_no_schema_that_their_input_did_not(desk: Desk) -> None:
    folder = desk.folder / "documents"
    folder.mkdir()
    sources = {
        "plain": (PLAIN, ALL),
        "python-docx": (made_by_python_docx(), SOME),
        "sample": ((ROOT / "samples" / "manuscript.docx").read_bytes(), SOME),
    }
    (desk.folder / "sample.nbib").write_bytes((ROOT / "samples" / "refs.nbib").read_bytes())
    for name, (data, ways) in sources.items():
        (folder / f"{name}.docx").write_bytes(data)
        for style, form in ways:
            written = desk.cite(data, "--style", style, "--live", form)
            (folder / f"{name}-{style}-{form}.docx").write_bytes(written)
            (desk.folder / "out.xml").unlink(missing_ok=True)
    found = faults(folder)
    assert len(found) == sum(1 + len(ways) for _, ways in sources.values())
    for file, errors in found.items():
        source = next(name for name in sources if file.startswith(name))
        assert errors <= found[f"{source}.docx"], file
