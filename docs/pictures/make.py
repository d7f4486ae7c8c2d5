"""Make the sample of a manuscript, and the README's pictures of it: as it is written, and cited.

    python docs/pictures/make.py             samples/manuscript.docx
    python docs/pictures/make.py --pictures  and docs/pictures/*.png, by LibreOffice and pdftoppm

A test compares the sample with what is made here; the pictures depend on the fonts of a machine.
"""

import subprocess
import sys
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.shared import Pt, RGBColor

ROOT = Path(__file__).parents[2]
SAMPLE, REFERENCES = ROOT / "samples" / "manuscript.docx", ROOT / "samples" / "refs.nbib"
STYLE = "jama"
FONT = "Times New Roman"
TITLE = "Evidence and its reporting"
TEXT = {
    "Introduction": (
        "DNA has a structure [PMID: 13054692], and most findings are false"
        " [PMID: 16060722; PMID: 20332509]. Beliefs matter (PMID: 3378902).",
        "Viruses need receptors [PMID: 6096719]. See the statistics [@doi:10.1038/ng.2213].",
    ),
    "References": (),
}
DOTS_PER_INCH = 100
# Of a page in dots: what is on it, without its margins.
CROP = {"x": 90, "y": 80, "W": 680, "H": 690}


def sample() -> bytes:
    """Return the document: the same bytes each time."""
    document = docx.Document()
    document.core_properties.author = ""
    document.core_properties.created = document.core_properties.modified = datetime(
        2026, 1, 1, tzinfo=UTC
    )
    for name, size in (("Normal", 12), ("Title", 20), ("Heading 1", 14)):
        style = document.styles[name]
        style.font.name, style.font.size = FONT, Pt(size)
        style.font.color.rgb = RGBColor(0, 0, 0)
        fonts = style.element.rPr.rFonts.attrib
        for key in [key for key in fonts if key.endswith("Theme")]:  # they go before names
            del fonts[key]
    document.add_paragraph(TITLE, "Title")
    for heading, paragraphs in TEXT.items():
        document.add_heading(heading, 1)
        for text in paragraphs:
            document.add_paragraph(text)
    file = BytesIO()
    document.save(file)
    return _dateless(file.getvalue())


def _dateless(data: bytes) -> bytes:
    """Return an archive with the first day of ZIP's calendar for each of its files."""
    file = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(file, "w") as new:
        for entry in old.infolist():
            info = ZipInfo(entry.filename)
            info.compress_type = ZIP_DEFLATED
            new.writestr(info, old.read(entry))
    return file.getvalue()


def draw(document: Path, picture: Path) -> None:
    """Draw the first page of a document as LibreOffice lays it out."""
    with TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder]
        subprocess.run([*command, str(document)], check=True, capture_output=True)
        crop = [word for name, value in CROP.items() for word in (f"-{name}", str(value))]
        pdf = str(Path(folder, document.stem).with_suffix(".pdf"))
        options = ["-png", "-gray", "-singlefile", "-r", str(DOTS_PER_INCH), *crop]
        subprocess.run(["pdftoppm", *options, pdf, str(picture.with_suffix(""))], check=True)


def main() -> None:
    """Write the sample, and the pictures if they are asked for."""
    SAMPLE.write_bytes(sample())
    if "--pictures" not in sys.argv[1:]:
        return
    with TemporaryDirectory() as folder:
        cited = Path(folder, "cited.docx")
        command = [sys.executable, "-m", "medcite", "manuscript", SAMPLE, REFERENCES]
        subprocess.run([*command, "--style", STYLE, "-o", cited, "--quiet"], check=True)
        for document, name in ((SAMPLE, "manuscript"), (cited, "manuscript-cited")):
            draw(document, Path(__file__).with_name(f"{name}.png"))


if __name__ == "__main__":
    main()
