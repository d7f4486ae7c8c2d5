"""Our styles are plain CSL: valid, and other processors print what we print."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import medcite
import pytest
from lxml import etree
from medcite.codecs.pages import pages
from medcite.csl_json.items import item
from medcite.model.record import Record
from medcite.model.values import Date, Name, PartialDate
from medcite.tables.own_styles import OWN_STYLES, PREFIX

from tests.conftest import ROOT
from tests.csl.comparison.document import Document
from tests.csl.comparison.processors import citeproc_js, reference

FILES = sorted((ROOT / "styles").glob("*.csl"))
NAMES = [file.stem for file in FILES]
CSL = "{http://purl.org/net/xbiblio/csl}"
PERSONS = (Name("de Vries", "Esther M", short="de Vries EM"), Name("Roe", "Ann", short="Roe A"))
GROUP = Name(literal="Rare Test Group")
RECORDS = {
    "article": Record(
        type="article-journal", title="Effects of tests: a test", author=(*PERSONS, GROUP),
        container_title="Journal of tests", container_title_short="J Tests",
        issued=Date(PartialDate(2014, 7), PartialDate(2014, 8), "2014 Jul-Aug"), volume="47",
        issue="6", page=pages("1255-64"), doi="10.1000/1", pmid="1", pmcid="PMC2",
    ),
    "translation": Record(
        type="article-journal", title="On tests", original_title="Über Tests",
        language=("ger",), translated=True, author=PERSONS, container_title_short="Testarzt",
        issued=Date(PartialDate(1999, 6), None, "1999 Jun"), volume="3", page=pages("33-9"),
    ),
    "ahead of print": Record(
        type="article-journal", title="Later tests", author=PERSONS, status="aheadofprint",
        container_title_short="J Tests", issued=Date(PartialDate(2020, 9, 3), None, "2020 Sep 3"),
        available_date=Date(PartialDate(2020, 9, 3)), doi="10.1000/2",
    ),
    "preprint": Record(
        type="article", genre="Preprint", publication_types=("Preprint",), title="Early tests",
        author=PERSONS, container_title_short="bioRxiv", number="2022.02.04",
        issued=Date(PartialDate(2022, 2, 4), None, "2022 Feb 4"), doi="10.1101/2022.02.04",
    ),
    "book": Record(
        type="book", title="Tests", author=PERSONS[:1], edition="2", publisher="Press",
        publisher_place="Basel", issued=Date(PartialDate(2001), None, "2001"),
    ),
    "chapter": Record(
        type="chapter", title="Of tests", author=PERSONS, editor=(Name("Poe", "Xi"),),
        container_title="All tests", publisher="Press", publisher_place="Basel",
        issued=Date(PartialDate(2001), None, "2001"), page=pages("3-12"),
    ),
}  # fmt: skip


def others_words(text: str) -> str:
    """The reference as CSL alone can have it: no other delimiter beside a group."""
    return text.replace("; Rare Test Group", ", Rare Test Group")


@pytest.fixture(scope="module")
def schema() -> etree.RelaxNG:
    """CSL 1.0.2's schema, which citeproc-py carries."""
    spec = find_spec("citeproc")
    assert spec is not None
    assert spec.origin is not None
    file = Path(spec.origin).parent / "data" / "schema" / "schemas" / "styles" / "csl.rng"
    if not file.is_file():
        pytest.skip("this citeproc-py carries no schema of CSL")
    return etree.RelaxNG(etree.parse(file))


@pytest.mark.parametrize("file", FILES, ids=NAMES)
def test_it_is_valid(file: Path, schema: etree.RelaxNG) -> None:
    tree = etree.parse(file)
    assert schema.validate(tree), schema.error_log
    tree.getroot().set("{urn:example}attribute", "x")
    assert not schema.validate(tree)


@pytest.mark.parametrize("file", FILES, ids=NAMES)
def test_it_has_no_names_but_those_of_csl(file: Path) -> None:
    for element in etree.parse(file).iter(etree.Element):
        assert element.tag.startswith(CSL)
        assert {name for name in element.attrib if "}" in name} <= {
            "{http://www.w3.org/XML/1998/namespace}lang"
        }


def test_settings_are_for_styles_that_there_are() -> None:
    assert set(OWN_STYLES) <= {f"{PREFIX}{name}" for name in NAMES}


def test_a_copy_with_its_id_has_its_settings(tmp_path: Path) -> None:
    copy = tmp_path / "our-journal.csl"
    copy.write_bytes((ROOT / "styles" / "nlm.csl").read_bytes())
    text = medcite.format_bibliography([RECORDS["article"]], style=str(copy))
    assert "de Vries EM, Roe A; Rare Test Group." in text


@pytest.fixture(scope="module", params=NAMES)
def style(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


def printed(name: str, style: str) -> str:
    """Return one of the records as we print it."""
    return medcite.format_bibliography([RECORDS[name]], style=style).strip()


def csl_items() -> list[dict[str, Any]]:
    return [{**item(record), "id": name} for name, record in RECORDS.items()]


def test_citeproc_js_prints_the_same(style: str) -> None:
    module = citeproc_js()
    if not module:
        pytest.skip("no node, or no npm citeproc: set MEDCITE_CITEPROC_JS to its folder")
    file = ROOT / "styles" / f"{style}.csl"
    (theirs,) = reference(module, Document(csl_items(), []), [file])
    assert theirs is not None
    for name in RECORDS:
        text = re.sub(r"<[^<>]*>", " ", theirs.entries[name].replace("&amp;", "&")).strip()
        assert unnumbered(text) == others_words(unnumbered(printed(name, style)))


@pytest.mark.skipif(not shutil.which("pandoc"), reason="pandoc is not installed")
def test_pandoc_prints_the_same(style: str) -> None:
    words = ["pandoc", "-f", "csljson", "-t", "plain", "--wrap=none", "--citeproc"]
    done = subprocess.run(
        [*words, "--csl", str(ROOT / "styles" / f"{style}.csl")],
        input=json.dumps(csl_items()), capture_output=True, text=True, check=True,
    )  # fmt: skip
    entries = [entry.replace("\n", " ").strip() for entry in done.stdout.split("\n\n")]
    theirs = [unnumbered(entry) for entry in entries if entry]
    assert theirs == [others_words(unnumbered(printed(name, style))) for name in RECORDS]


def unnumbered(text: str) -> str:
    """Return an entry without the number before it, with single blanks."""
    return re.sub(r"\s+", " ", re.sub(r"^\s*\d+\.\s+", "", text))
