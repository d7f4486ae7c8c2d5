"""Values that are commands to TeX, set with ``-shell-escape``: nothing is run, nothing is read."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import pytest
from medcite import format_registry
from medcite.latex import bbl_file
from medcite.model.record import Record
from medcite.model.report import Report
from medcite.model.values import Date, Issn, Name, Pages, PartialDate
from medcite.options import Options

from tests.tex import hostile, press, trap

pytestmark = pytest.mark.skipif(
    bool(press.MISSING), reason=f"not installed: {', '.join(press.MISSING)}"
)

ARTICLE = r"\documentclass{article}"
NATBIB = rf"{ARTICLE}\usepackage{{natbib}}"
BIBTEX = {
    "unsrtnat": NATBIB,
    "plainnat": NATBIB,
    "IEEEtran": r"\documentclass{IEEEtran}",
    "elsarticle-num": r"\documentclass{elsarticle}",
    "apacite": rf"{ARTICLE}\usepackage{{apacite}}",
}
BIBLATEX = ("numeric", "authoryear")
PACKAGES = {"bare": "", "url": r"\usepackage{url}", "hyperref": r"\usepackage{hyperref}"}
# What an ordinary run tries; all takes some minutes.
QUICK = {"unsrtnat-bare", "elsarticle-num-hyperref", "numeric-bare", "apa-hyperref"}
ORDINARY = Record(
    title="A title", author=(Name("Doe", "Jane"),), container_title="A journal",
    container_title_short="J",
    issued=Date(PartialDate(2020)), volume="1", page=Pages("1", "1", "1"),
)  # fmt: skip
RAW = "@article{k,\n author = {Doe, Jane},\n title = {T},\n year = 2020,\n doi = {10.1000/%s}\n}\n"


def setups(styles: Iterable[str]) -> Iterator[object]:
    """Give each style, choice of packages and kind of records; only a few are not long."""
    for style in styles:
        for packages in PACKAGES:
            setup = f"{style}-{packages}"
            if setup in QUICK:
                yield pytest.param(style, packages, "some", id=f"{setup}-some")
            for records in ("identifiers", "everything"):
                yield pytest.param(style, packages, records, id=f"{setup}-{records}",
                                   marks=pytest.mark.long)  # fmt: skip


def identified() -> Iterator[Record]:
    """Yield ordinary records with hostile identifiers and addresses.

    Each has a year of its own, since styles have letters for 26 works of one only. A raw
    ``_`` is known to be an error without url and hyperref.
    """
    for number, value in enumerate(hostile.VALUES):
        text = value.replace("_", "")
        several = (
            ORDINARY.replace(doi=f"10.1000/{text}", pmcid=text, nihmsid=text),
            ORDINARY.replace(type="webpage", url=f"https://example.org/{text}", pmid=text),
            ORDINARY.replace(isbn=(text,), issn=(Issn(text, "print"),), number=text),
            ORDINARY.replace(type="article", archive="arXiv", archive_location=text, key=text),
        )
        for place, record in enumerate(several):
            yield record.replace(issued=Date(PartialDate(1900 + 4 * number + place)))


def everywhere() -> Iterator[Record]:
    """Yield records of all types with hostile values in all that they say."""
    for place, value in enumerate(hostile.VALUES):
        for kind, record in enumerate(hostile.records(value)):
            if (place + kind) % 29 == 0:
                yield record


def some() -> Iterator[Record]:
    """Yield every fifth of the records with hostile identifiers, so that each kind is there."""
    return islice(identified(), 0, None, 5)


RECORDS = {"some": some, "identifiers": identified, "everything": everywhere}


def need(*files: str) -> None:
    missing = [name for name in files if not press.available(name)]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")


def judge(outcome: trap.Outcome, records: str) -> None:
    """Hold an outcome to what is promised; hostile years and languages are errors to styles."""
    assert outcome.made == []
    assert outcome.shown == []
    assert outcome.whole
    if records != "everything":
        assert outcome.errors == []


def bibtex(folder: Path, style: str, packages: str) -> None:
    body = rf"\bibliographystyle{{{style}}}\bibliography{{refs}}"
    trap.document(folder, BIBTEX[style], PACKAGES[packages], body)


def test_the_trap_closes(tmp_path: Path) -> None:
    need("unsrtnat.bst", "natbib.sty")
    bibtex(tmp_path, "unsrtnat", "bare")
    run, read = hostile.VALUES[:2]
    (tmp_path / "refs.bib").write_text(RAW % run, "utf-8")
    assert trap.build(tmp_path, "bibtex").made == ["pwned"]
    (tmp_path / "refs.bib").write_text(RAW % read, "utf-8")
    assert {"main.pdf", "main.fls"} <= set(trap.build(tmp_path, "bibtex").shown)


@pytest.mark.parametrize(("style", "packages", "records"), list(setups(BIBTEX)))
def test_bibtex(style: str, packages: str, records: str, tmp_path: Path) -> None:
    need(f"{style}.bst")
    press.write(tmp_path, list(RECORDS[records]()), "bibtex", Options())
    bibtex(tmp_path, style, packages)
    judge(trap.build(tmp_path, "bibtex"), records)


@pytest.mark.parametrize(("style", "packages", "records"), list(setups(BIBLATEX)))
def test_biblatex(style: str, packages: str, records: str, tmp_path: Path) -> None:
    need(f"{style}.bbx")
    press.write(tmp_path, list(RECORDS[records]()), "biblatex", Options())
    (tmp_path / "medcite.dbx").write_text(
        "\\DeclareDatamodelFields[type=field, datatype=verbatim]{pmcid,nihmsid}\n"
        "\\DeclareDatamodelEntryfields{pmcid,nihmsid}\n"
    )
    load = rf"\usepackage[backend=biber,style={style},datamodel=medcite]{{biblatex}}"
    head = rf"{ARTICLE}{load}\addbibresource{{refs.bib}}"
    trap.document(tmp_path, head, PACKAGES[packages], r"\printbibliography")
    judge(trap.build(tmp_path, "biber"), records)


@pytest.mark.long
@pytest.mark.parametrize("engine", ["xelatex", "lualatex"])
def test_engines_with_longer_carets(engine: str, tmp_path: Path) -> None:
    need("unsrtnat.bst")
    if not shutil.which(engine):
        pytest.skip(f"no {engine}")
    press.write(tmp_path, list(identified()), "bibtex", Options())
    bibtex(tmp_path, "unsrtnat", "bare")
    judge(trap.build(tmp_path, "bibtex", engine), "identifiers")


@pytest.mark.parametrize(("style", "packages", "records"), list(setups(["vancouver", "apa"])))
def test_reference_list(style: str, packages: str, records: str, tmp_path: Path) -> None:
    options = Options(style=style, markup="latex", key="pmid")
    pieces = format_registry.writer("bibliography").write(RECORDS[records](), options, Report())
    (tmp_path / "list.tex").write_text("".join(pieces), "utf-8")
    trap.document(tmp_path, ARTICLE, PACKAGES[packages], r"\input{list}")
    judge(trap.build(tmp_path), records)


@pytest.mark.parametrize(("style", "packages", "records"), list(setups(["vancouver", "apa"])))
def test_bbl(style: str, packages: str, records: str, tmp_path: Path) -> None:
    keyed = {f"k{number}": record for number, record in enumerate(RECORDS[records]())}
    text = bbl_file.write(keyed, style, "", Report(), natbib=True)
    (tmp_path / "main.bbl").write_text(text, "utf-8")
    trap.document(tmp_path, NATBIB, PACKAGES[packages], r"\bibliography{none}")
    judge(trap.build(tmp_path), records)
