"""Whatever a record holds, TeX acts on nothing of it: every field of every row, every reader."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import medcite
import pytest
from hypothesis import given
from hypothesis import strategies as st
from medcite.citekeys.keys import FIELDS, Keys
from medcite.citekeys.pattern import UNSAFE
from medcite.model.record import Record
from medcite.model.report import Report
from medcite.tables import biblatex

from tests.strategies import COSTLY
from tests.tex import hostile
from tests.writers.bib import TABLES, parsed, verbatim, written

# Written as digits, or as one of a few words.
WORDLESS = {
    "ids", "day", "month", "date", "urldate", "eventdate", "origdate", "pubstate", "langid",
    "entrysubtype", "note", "archiveprefix", "eprinttype",
}  # fmt: skip
texts = st.lists(st.sampled_from(hostile.VALUES), min_size=1, max_size=3).map("".join)


def fields(target: str, records: Iterable[Record], **options: object) -> Iterator[tuple[str, str]]:
    """Yield every field of ``records``, which are an entry each."""
    several = list(records)
    entries = parsed(written(target, *several, **options)).entries
    assert len(entries) == len(several)
    yield from ((field.key, field.value) for entry in entries for field in entry.fields)


def harmless(target: str, tag: str, value: str) -> bool:
    """Whether TeX takes all of ``value`` for text."""
    if tag not in verbatim(target):
        return not hostile.acts(value)
    inner = value[1:-1]
    if target == "biblatex":
        return not re.search(r"[^\x21-\x7e]|[\\^{}]", inner)
    return not re.search(r"[^\x21-\x7e]|[~^{}$]|\\(?![%#&])|(?<!\\)[%#&]", inner)


@pytest.mark.parametrize("target", TABLES)
@pytest.mark.parametrize("ascii", [False, True])
@COSTLY
@given(texts)
def test_no_field_holds_what_tex_acts_on(target: str, ascii: bool, text: str) -> None:
    for tag, value in fields(target, hostile.records(text), ascii=ascii, fields=("+pmid",)):
        assert harmless(target, tag, value), (tag, value)


@pytest.mark.parametrize("target", TABLES)
def test_every_row_is_tried(target: str) -> None:
    tried = {
        tag
        for number in ("eid", "pages")
        for tag, value in fields(
            target, hostile.records("qq"), fields=("+pmid",), article_number=number
        )
        if "qq" in value.lower()
    }
    own = {row.tag for row in TABLES[target].ROWS if not {"asked", "source"} & {*row.when.split()}}
    assert own - tried <= WORDLESS
    assert verbatim(target) <= tried


@pytest.mark.skipif(not shutil.which("kpsewhich"), reason="kpsewhich is not installed")
def test_biblatex_s_own_verbatim_fields_are_encoded() -> None:
    found = subprocess.run(["kpsewhich", "blx-dm.def"], capture_output=True, text=True, check=False)
    if not found.stdout.strip():
        pytest.skip("no blx-dm.def")
    model = Path(found.stdout.strip()).read_text("utf-8")
    declared = re.findall(r"DatamodelFields\[[^\]]*datatype=(?:verbatim|uri)\]\{([^}]*)\}", model)
    names = {name.strip() for each in declared for name in each.split(",")}
    assert {"doi", "eprint", "url"} <= names
    tags = {row.tag for row in biblatex.ROWS}
    # medcite.dbx declares the other two.
    assert verbatim("biblatex") == names & tags | {"pmcid", "nihmsid"}


@cache
def of_all_types(value: str) -> tuple[Record, ...]:
    return tuple(hostile.records(value))


@pytest.mark.parametrize("field", FIELDS)
def test_no_key_holds_what_is_not_safe(field: str) -> None:
    keys = Keys(field)
    for value in hostile.VALUES:
        for record in of_all_types(value):
            assert not UNSAFE.search(keys(record)), value


ONE_LINE = [value for value in hostile.VALUES if value.isprintable()]
EXPORTS = {
    "nbib": "PMID- 1\nTI  - T\nDP  - 2020\nLID - 10.1000/{0} [doi]\nAID - {0} [pii]\n"
            "AUID- ORCID: {0}\nFAU - Doe, Jane\nAUID- ORCID: {0}\nIS  - {0} (Print)\n"
            "MID - {0}\nPMC - {0}\nPT  - Journal Article\nTA  - {0}\n",
    "ris": "TY  - JOUR\nTI  - T\nDO  - 10.1000/{0}\nUR  - https://example.org/{0}\n"
           "L1  - {0}\nSN  - {0}\nAN  - {0}\nID  - {0}\nN1  - {0}\nER  - \n",
    "web": "TY  - ELEC\nTI  - T\nUR  - https://example.org/{0}\nM1  - {0}\nER  - \n",
    "bib": "@preamble{{\"{1}\"}}\n@string{{s = \"{1}\"}}\n@misc{{k,\n title = s,\n"
           " doi = {{10.1000/{0}}},\n url = {{https://example.org/{0}}},\n"
           " eprint = {{{0}}},\n archiveprefix = {{arXiv}},\n file = {{:{0}:PDF}},\n"
           " howpublished = {{\\url{{{0}}}}},\n note = {{{0}}},\n execute = {{{0}}},\n"
           " options = {{{0}}},\n ids = {{{0}}},\n crossref = {{{0}}},\n}}\n",
}  # fmt: skip


@pytest.mark.parametrize("target", TABLES)
@pytest.mark.parametrize("export", EXPORTS)
def test_exports_by_strangers(target: str, export: str) -> None:
    for value in ONE_LINE:
        if export == "bib" and not hostile.balanced(value):
            continue  # it could not be in a .bib file
        text = EXPORTS[export].format(value, value.replace('"', "'"))
        records = list(medcite.read(text=text, report=Report()))
        assert len(records) == 1
        for tag, spelt in fields(target, records):
            assert harmless(target, tag, spelt), (tag, spelt)


@pytest.mark.parametrize("target", TABLES)
def test_csl_json_by_strangers(target: str) -> None:
    texts = ("id", "DOI", "URL", "PMID", "PMCID", "ISSN", "ISBN", "archive", "archive_location",
             "number", "note", "language", "type", "version", "genre", "citation-key")  # fmt: skip
    for value in hostile.VALUES:
        people = [{"ORCID": value, "family": "Doe"}]
        item = dict.fromkeys(texts, value) | {"title": "T", "author": people}
        records = list(medcite.read(format="csl-json", report=Report(), text=json.dumps([item])))
        assert len(records) == 1
        for tag, spelt in fields(target, records):
            assert harmless(target, tag, spelt), (tag, spelt)
