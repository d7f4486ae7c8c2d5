"""Reading each format that peers read, too, to CSL-JSON."""

from __future__ import annotations

from pathlib import Path

from ..inputs import articles, converted, medline
from ..job import OURS, Job, convert
from ..peers.installed import FOLDER, node, program, python

FLOOR = "Biopython, splits only"
SPLIT = "from Bio import Medline; [0 for _ in Medline.parse(open(sys.argv[1]))]"
_NBIB = "import nbib; nbib.read_file(sys.argv[1])"
_PUBMED_PARSER = (
    "import pubmed_parser; list(pubmed_parser.parse_medline_xml(sys.argv[1], reference_list=False))"
)
_RISPY = "import rispy; rispy.load(open(sys.argv[1]))"
_BIBTEXPARSER = "import bibtexparser; bibtexparser.parse_file(sys.argv[1])"
_XTRACT = [
    "-pattern", "PubmedArticle", "-element", "MedlineCitation/PMID", "ArticleTitle",
    "ISOAbbreviation", "Volume", "Issue", "MedlinePgn", "PubDate/Year", "AbstractText", "LastName",
    "ForeName", "Language", "DescriptorName",
]  # fmt: skip


def jobs(folder: Path, number: int) -> list[Job]:
    """Return a job for each format."""
    return [
        _medline(medline(folder, number)),
        _xml(articles(folder, number)),
        _bibtex(converted(folder, number, "bib")),
        _ris(converted(folder, number, "ris")),
    ]


def _medline(path: Path) -> Job:
    return Job("MEDLINE to CSL-JSON", {
        OURS: convert(path, "csl-json"),
        FLOOR: python("Bio", SPLIT, path),
        "nbib, to its objects": python("nbib", _NBIB, path),
    })  # fmt: skip


def _xml(path: Path) -> Job:
    compressed = path.with_suffix(".xml.gz")
    return Job("PubMed XML to CSL-JSON", {
        OURS: convert(compressed, "csl-json"),
        "pubmed_parser, to dicts": python("pubmed_parser", _PUBMED_PARSER, compressed),
        "xtract, 12 fields": program("xtract", "-mixed", "-input", path, *_XTRACT),
        "bibutils, to MODS": program("med2xml", path),
    })  # fmt: skip


def _bibtex(path: Path) -> Job:
    return Job("BibTeX to CSL-JSON", {
        OURS: convert(path, "csl-json"),
        "biblatex-csl-converter": node(
            "biblatex-csl-converter", "biblatex_csl_converter.mjs", FOLDER, path
        ),
        "citation-js": node("@citation-js/core", "citation_js.cjs", path),
        "pandoc": program("pandoc", "-f", "bibtex", "-t", "csljson", path),
        "bibutils, to MODS": program("bib2xml", path),
        "bibtexparser, to its objects": python("bibtexparser", _BIBTEXPARSER, path),
    })  # fmt: skip


def _ris(path: Path) -> Job:
    return Job("RIS to CSL-JSON", {
        OURS: convert(path, "csl-json"),
        "citation-js": node("@citation-js/core", "citation_js.cjs", path),
        "bibutils, to MODS": program("ris2xml", path),
        "rispy, to dicts": python("rispy", _RISPY, path),
    })  # fmt: skip
