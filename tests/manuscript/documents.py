"""Word documents made of the XML that a test is about, and what a reader sees of the result."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from lxml import etree

from tests.run import Outcome, run_cli

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" mc:Ignorable="w14"'
)
PROLOG = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
STYLES = """<w:styles {}>
<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/>
<w:rPr><w:rFonts w:ascii="Garamond"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/>
<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>"""

REFERENCES = """
PMID- 11111111
TI  - The first article.
FAU - Doe, Jane
AU  - Doe J
DP  - 2020 Jan
JT  - Journal of tests
TA  - J Test
VI  - 1
PG  - 1-9
AID - 10.1000/one [doi]

PMID- 22222222
TI  - The second article, in <i>vivo</i>.
FAU - Roe, Ann
AU  - Roe A
DP  - 2021 Feb
JT  - Journal of tests
TA  - J Test
VI  - 2
PG  - 10-9

PMID- 33333333
TI  - The third article.
FAU - Poe, Max
AU  - Poe M
DP  - 2022
JT  - Lancet (London, England)
TA  - Lancet
VI  - 3
PG  - e7
PMC - PMC333
"""[1:]


def run(text: str, properties: str = "") -> str:
    """Return a run."""
    start = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{start}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, style: str = "") -> str:
    """Return a paragraph of runs, or of texts without any markup."""
    start = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    content = "".join(each if each.startswith("<") else run(each) for each in runs)
    return f"<w:p>{start}{content}</w:p>"


def heading(text: str) -> str:
    """Return a heading."""
    return paragraph(text, style="berschrift1")


def field(code: str, result: str, begin: str = "") -> str:
    """Return the runs of a field; ``begin`` is what its first character holds."""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{begin}</w:fldChar></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def docx(body: str, **parts: str) -> bytes:
    """Return a document with this body; ``parts`` are ``footnotes``, ``comments``..."""
    overrides = {"document": "document.main", "styles": "styles"} | {name: name for name in parts}
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD_TYPE}.{kind}+xml"/>'
        for name, kind in overrides.items()
    )
    related = ["styles", *parts]
    relationships = "".join(
        f'<Relationship Id="rId{number}" Type="{R}/{name}" Target="{name}.xml"/>'
        for number, name in enumerate(related, start=1)
    )
    contents = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}<w:sectPr/></w:body>"
        "</w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f"{relationships}</Relationships>",
        "word/styles.xml": STYLES.format(NAMESPACES),
        **{f"word/{name}.xml": f"<w:{name} {NAMESPACES}>{content}</w:{name}>"
           for name, content in parts.items()},
    }  # fmt: skip
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(name, PROLOG + content)
    return file.getvalue()


def part(data: bytes, name: str = "word/document.xml") -> bytes:
    """Return a part of a document."""
    with ZipFile(BytesIO(data)) as archive:
        return archive.read(name)


def shown(data: bytes, name: str = "word/document.xml") -> list[str]:
    """Return the text that a reader sees of each paragraph that is not empty."""
    root = etree.fromstring(part(data, name))
    texts = []
    for element in root.iter(f"{{{W}}}p"):
        own = [
            "\t" if text.tag == f"{{{W}}}tab" else text.text or ""
            for text in element.iter(f"{{{W}}}t", f"{{{W}}}tab")
            if next(text.iterancestors(f"{{{W}}}p")) is element
            and text.getparent().tag == f"{{{W}}}r"
        ]
        texts.append("".join(own))
    return [text for text in texts if text]


def codes(data: bytes, name: str = "word/document.xml") -> list[str]:
    """Return the codes of a part's fields."""
    return [str(code.text) for code in etree.fromstring(part(data, name)).iter(f"{{{W}}}instrText")]


def clusters(data: bytes, name: str = "word/document.xml") -> list[dict[str, object]]:
    """Return the JSON of Zotero's citations in a part."""
    found = [code for code in codes(data, name) if "ZOTERO_ITEM" in code]
    return [json.loads(code[code.index("{") : code.rindex("}") + 1]) for code in found]


class Desk:
    """A folder with references, in which documents are cited."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self.monkeypatch = folder, monkeypatch
        monkeypatch.chdir(folder)
        (folder / "refs.nbib").write_text(REFERENCES)

    def run(self, data: bytes, *options: str) -> Outcome:
        """Run ``medcite manuscript`` on a document, and return what it said."""
        (self.folder / "paper.docx").write_bytes(data)
        return run_cli(self.monkeypatch, "manuscript", "paper.docx", *options)

    def run_again(self, *options: str) -> Outcome:
        """Run it on the document of the last run."""
        return run_cli(self.monkeypatch, "manuscript", "paper.docx", *options)

    def cite(self, data: bytes, *options: str) -> bytes:
        """Return the new document, of which nothing must be told but that it was written."""
        result = self.run(data, "-o", "out.docx", "--force", *options)
        assert result.status == 0, result.err
        return (self.folder / "out.docx").read_bytes()
