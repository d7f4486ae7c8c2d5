"""RIS: the tags that mean something else in some of its types of reference.

``when`` lists those types by their codes (TY), since several of them are one CSL type: EBOOK is a
book, but EndNote has its editors in A2, where BOOK has those of the series. The rows are for
reading only, and come before those of ``medcite.tables.ris``. Sources: EndNote's table of
reference types, whose fields its RIS export writes type by type, and the specification of 2001
for those that only Reference Manager and ProCite have.
"""

from __future__ import annotations

from .row import Row

_LAWS = "BILL HEAR STAT UNBILL"
_IMAGES = "CHART EQUA FIGURE"
_DATABASES = "AGGR DBASE"
# Types without issues; M1 is a size, a folio, a status or the number of a text.
_WITHOUT_ISSUES = f"""{_DATABASES} {_IMAGES} ADVS ANCIENT ART COMP DATA DICT GRANT GRNT MANSCPT MAP
    MPCT MULTI MUSIC PCOMM SLIDE SOUND THES UNPB UNPD VIDEO"""


def _kept(tag: str, doc: str, codes: str) -> Row:
    """Return the row of a tag that has no place in the model in references of these types."""
    return Row(tag, "kept", "kept", doc, many=True, when=codes)


CODE_ROWS = (
    Row("A2", "editor", "names", "an editor", many=True, when="EBOOK SER"),
    Row("A2", "collection_editor", "names", "an editor of the series", many=True,
        when="CLSWK COMP MAP MULTI UNPB WEB"),
    _kept("A2", "the file's name, the producer, the institution, the recipient",
          f"{_IMAGES} CTLG DATA ICOMM LEGAL PAMP"),
    Row("A3", "collection_editor", "names", "an editor of the series", many=True,
        when="ADVS EBOOK MAP MUSIC SER"),
    Row("A4", "editor", "names", "an editor of the volume", many=True, when="SER"),
    _kept("A4", "the department, the producer", "GOVDOC MUSIC RPRT"),
    Row("C2", "issue", "newspaper-issue", "the issue", when="NEWS"),
    Row("C3", "pmcid", "pmcid", "the PMCID", when="EJOUR"),
    Row("C7", "pmcid", "pmcid", "the PMCID", when="EBOOK ECHAP"),
    _kept("C7", "a custom field", "GEN"),
    Row("ET", "available_date", "published-online", "when it was published", when=_DATABASES),
    Row("ET", "version", "text", "the version", when=_IMAGES),
    _kept("ET", "the session, what a higher court did, a description", f"{_LAWS} CASE GRANT GRNT"
          " MANSCPT PCOMM"),
    *(Row(tag, "version", "text", "the version, in ProCite's exports", when="COMP DATA")
      for tag in ("CP", "IS", "NO")),
    _kept("J2", "a parallel citation", "CASE"),
    Row("M1", "accessed", "accessed", "when it was looked at", when="WEB"),
    Row("M1", "collection_number", "count", "the number in the series", when="CLSWK ECHAP PAMP SER"),
    Row("M1", "number", "document-number", "the bill's, the law's or the document's number",
        when=f"{_LAWS} GOVDOC RPRT"),
    Row("M1", "page", "start", "the first page", when="LEGAL NEWS STAND"),
    Row("M1", "kept", "other-number", "no issue", when=_WITHOUT_ISSUES),
    Row("NV", "collection_number", "text", "the number in the series", when="GOVDOC RPRT"),
    Row("NV", "container_title_short", "abbreviation", "the reporter's abbreviation", when="CASE"),
    Row("NV", "number", "document-number", "the number of a catalogue or study", when="CTLG DATA"),
    Row("NV", "number_of_volumes", "text", "how many volumes there are",
        when="ANCIENT CLSWK HEAR MUSIC SER"),
    _kept("NV", "the version", "EBOOK"),
    Row("SE", "available_date", "published-online", "when it was published online", when="EJOUR"),
    Row("SE", "chapter_number", "text", "the chapter's number", when="SER"),
    Row("SE", "section", "text", "the section", when="BILL GEN GOVDOC LEGAL MUSIC NEWS STAND STAT"
        " UNBILL"),
    _kept("SE", "a message's number, a duration", f"{_DATABASES} BLOG CASE CTLG DATA DICT GRANT GRNT"
          " HEAR PAT"),
    Row("C1", "section", "text", "the section", when="ECHAP"),
    _kept("SP", "a description", _IMAGES),
    Row("SP", "number_of_pages", "extent", "how many pages there are", when="CLSWK"),
    Row("SV", "number", "document-number", "the docket's number", when="CASE"),
    Row("T2", "collection_title", "series", "the series", when="CLSWK COMP MAP MULTI"),
    Row("T3", "volume_title", "text", "the volume's title", when="ANCIENT"),
    _kept("T3", "who passed it, its history, an international title", f"{_LAWS} BLOG CASE GRANT GRNT"
          " LEGAL PAT STAND"),
    Row("VL", "edition", "edition", "the edition", when="COMP"),
    Row("VL", "genre", "degree", "the degree, if it is one", when="THES"),
    _kept("VL", "the year of access, a size, an amount, a rule's number", f"{_IMAGES} BLOG GRANT GRNT"
          " LEGAL STAND WEB"),
)  # fmt: skip
