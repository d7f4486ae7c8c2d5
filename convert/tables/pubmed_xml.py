"""PubMed XML: which element is which field of MEDLINE text.

``tag`` is the element's path below the record, ``to`` MEDLINE's tag, ``how`` the way its
text is made (:mod:`medcite.pubmed.values`), ``arg`` what that needs besides. An element
whose ``how`` is ``left`` is left out on purpose, for the reason in ``doc``. Source: NLM,
"MEDLINE PubMed XML Element Descriptions and their Attributes".
"""

from __future__ import annotations

from .row import Row

CITATION = "MedlineCitation"
ARTICLE = "MedlineCitation/Article"
JOURNAL = "MedlineCitation/Article/Journal"
DATA = "PubmedData"
BOOK = "BookDocument"

CITATIONS = (
    Row(f"{CITATION}", "OWN", "citation", "the attributes Owner and Status"),
    Row(f"{CITATION}/PMID", "PMID", "text", "PubMed's number"),
    Row(f"{CITATION}/DateCreated", "DA", "compact", "when the record was made"),
    Row(f"{CITATION}/DateCompleted", "DCOM", "compact", "when indexing was completed"),
    Row(f"{CITATION}/DateRevised", "LR", "compact", "when the record was last revised"),
    Row(f"{CITATION}/CitationSubset", "SB", "text", "the subset of journals"),
    Row(f"{CITATION}/ChemicalList/Chemical", "RN", "chemical", "a substance"),
    Row(f"{CITATION}/SupplMeshList/SupplMeshName", "NM", "text", "a supplementary concept"),
    Row(f"{CITATION}/CommentsCorrectionsList/CommentsCorrections", "", "relation",
        "a link to another article; RefType says MEDLINE's tag"),
    Row(f"{CITATION}/GeneSymbolList/GeneSymbol", "GS", "text", "a gene's symbol"),
    Row(f"{CITATION}/MeshHeadingList/MeshHeading", "MH", "heading", "a MeSH heading"),
    Row(f"{CITATION}/NumberOfReferences", "RF", "text", "how many references there are"),
    Row(f"{CITATION}/PersonalNameSubjectList/PersonalNameSubject", "PS", "person",
        "a person whom the article is about"),
    Row(f"{CITATION}/OtherID", "OID", "other", "another body's identifier"),
    Row(f"{CITATION}/OtherAbstract", "OAB", "abstract", "an abstract besides the main one"),
    Row(f"{CITATION}/KeywordList", "OT", "keywords", "keywords, and who gave them"),
    Row(f"{CITATION}/CoiStatement", "COIS", "text", "conflicts of interest"),
    Row(f"{CITATION}/SpaceFlightMission", "SFM", "text", "space flight mission"),
    Row(f"{CITATION}/InvestigatorList/Investigator", "IR", "person", "not an author"),
    Row(f"{CITATION}/GeneralNote", "GN", "owned", "a note, after the name of its owner"),
    Row(f"{CITATION}/MedlineJournalInfo/Country", "PL", "text", "the journal's country"),
    Row(f"{CITATION}/MedlineJournalInfo/MedlineTA", "TA", "text", "NLM's abbreviation"),
    Row(f"{CITATION}/MedlineJournalInfo/NlmUniqueID", "JID", "text", "NLM's journal number"),
    Row(f"{CITATION}/MedlineJournalInfo/ISSNLinking", "IS", "linking", "the linking ISSN"),
)  # fmt: skip

ARTICLES = (
    Row(f"{ARTICLE}", "PUBM", "model", "the attribute PubModel: the media it came out in"),
    Row(f"{JOURNAL}/ISSN", "IS", "issn", "an ISSN and its medium"),
    Row(f"{JOURNAL}/JournalIssue/Volume", "VI", "text", "the volume"),
    Row(f"{JOURNAL}/JournalIssue/Issue", "IP", "text", "the issue"),
    Row(f"{JOURNAL}/JournalIssue/PubDate", "DP", "date", "the issue's date"),
    Row(f"{JOURNAL}/Title", "JT", "text", "the journal"),
    Row(f"{JOURNAL}/ISOAbbreviation", "TA", "fallback", "where there is no MedlineTA"),
    Row(f"{ARTICLE}/ArticleTitle", "TI", "title", "the title, with its markup"),
    Row(f"{ARTICLE}/VernacularTitle", "TT", "title", "the title in its own language"),
    Row(f"{ARTICLE}/Pagination", "PG", "pages", "the pages"),
    Row(f"{ARTICLE}/ELocationID", "LID", "identifier", "what locates the article",
        arg="EIdType"),
    Row(f"{ARTICLE}/Abstract", "AB", "abstract", "the abstract, labels in capitals"),
    Row(f"{ARTICLE}/AuthorList", "AU", "et-al", "the attribute CompleteYN: if the byline goes on"),
    Row(f"{ARTICLE}/AuthorList/Author", "AU", "person", "an author or a group"),
    Row(f"{ARTICLE}/Language", "LA", "text", "a language"),
    Row(f"{ARTICLE}/DataBankList/DataBank", "SI", "databank", "registry entries"),
    Row(f"{ARTICLE}/GrantList/Grant", "GR", "grant", "a grant"),
    Row(f"{ARTICLE}/PublicationTypeList/PublicationType", "PT", "text", "publication type"),
    Row(f"{ARTICLE}/ArticleDate", "DEP", "compact", "the electronic publication"),
    Row(f"{DATA}/History/PubMedPubDate", "PHST", "event", "a stage of the publication"),
    Row(f"{DATA}/PublicationStatus", "PST", "text", "ppublish, epublish, aheadofprint"),
    Row(f"{DATA}/ArticleIdList/ArticleId", "AID", "identifier", "an identifier",
        arg="IdType"),
    Row(f"{DATA}/ObjectList", "", "left", "images and other parts; MEDLINE has none of it"),
)  # fmt: skip

BOOKS = (
    Row(f"{BOOK}/PMID", "PMID", "text", "PubMed's number"),
    Row(f"{BOOK}/ArticleIdList/ArticleId", "AID", "identifier", "an identifier", arg="IdType"),
    Row(f"{BOOK}/Book/Publisher/PublisherName", "PB", "text", "the publisher"),
    Row(f"{BOOK}/Book/Publisher/PublisherLocation", "PL", "text", "its place"),
    Row(f"{BOOK}/Book/BookTitle", "BTI", "text", "the book"),
    Row(f"{BOOK}/Book/PubDate", "DP", "date", "the book's date"),
    Row(f"{BOOK}/Book/BeginningDate", "", "left", "of the book as a series"),
    Row(f"{BOOK}/Book/EndingDate", "", "left", "of the book as a series"),
    Row(f"{BOOK}/Book/AuthorList", "ED", "people", "editors or authors of the book"),
    Row(f"{BOOK}/Book/InvestigatorList/Investigator", "IR", "person", "not an author"),
    Row(f"{BOOK}/Book/Volume", "VI", "text", "the volume"),
    Row(f"{BOOK}/Book/VolumeTitle", "VTI", "text", "the volume's title"),
    Row(f"{BOOK}/Book/Edition", "EN", "text", "the edition"),
    Row(f"{BOOK}/Book/CollectionTitle", "CTI", "text", "the series"),
    Row(f"{BOOK}/Book/Isbn", "ISBN", "text", "an ISBN"),
    Row(f"{BOOK}/Book/ELocationID", "LID", "identifier", "the book's DOI", arg="EIdType"),
    Row(f"{BOOK}/Book/Medium", "", "left", "Internet, always"),
    Row(f"{BOOK}/Book/ReportNumber", "GN", "text", "the report's number"),
    Row(f"{BOOK}/ELocationID", "LID", "identifier", "the chapter's DOI", arg="EIdType"),
    Row(f"{BOOK}/LocationLabel", "CP", "text", "the chapter's place in the book"),
    Row(f"{BOOK}/ArticleTitle", "TI", "title", "the chapter"),
    Row(f"{BOOK}/VernacularTitle", "TT", "title", "its title in its own language"),
    Row(f"{BOOK}/Pagination", "PG", "pages", "the pages"),
    Row(f"{BOOK}/Language", "LA", "text", "a language"),
    Row(f"{BOOK}/AuthorList", "AU", "people", "the authors"),
    Row(f"{BOOK}/InvestigatorList/Investigator", "IR", "person", "not an author"),
    Row(f"{BOOK}/PublicationType", "PT", "text", "publication type"),
    Row(f"{BOOK}/Abstract", "AB", "abstract", "the abstract"),
    Row(f"{BOOK}/KeywordList", "OT", "keywords", "keywords"),
    Row(f"{BOOK}/ContributionDate", "CTDT", "compact", "when it was contributed"),
    Row(f"{BOOK}/DateRevised", "LR", "compact", "when it was revised"),
    Row(f"{BOOK}/GrantList/Grant", "GR", "grant", "a grant"),
    Row(f"{BOOK}/ItemList/Item", "GN", "text", "a note"),
    Row("PubmedBookData/History/PubMedPubDate", "PHST", "event", "a stage of publication"),
    Row("PubmedBookData/PublicationStatus", "", "left", "MEDLINE's books have none"),
    Row("PubmedBookData/ArticleIdList/ArticleId", "AID", "identifier", "an identifier",
        arg="IdType"),
    Row("PubmedBookData/ObjectList", "", "left", "images and other parts"),
)  # fmt: skip

ROWS: tuple[Row, ...] = CITATIONS + ARTICLES + BOOKS

_NAME = """
    LastName ForeName Suffix Initials CollectiveName Identifier Identifier@Source
    AffiliationInfo AffiliationInfo/Affiliation Affiliation @ValidYN
"""
# What each way of making a text (``how``) reads of its element: the elements in it, by their path
# below it, and attributes, each behind its element and ``@``.
_READ = {
    "abstract": "AbstractText AbstractText@Label CopyrightInformation @Language @Type",
    "chemical": "RegistryNumber NameOfSubstance",
    "citation": "@Owner @Status",
    "compact": "Year Month Day",
    "databank": "DataBankName AccessionNumberList AccessionNumberList/AccessionNumber",
    "date": "MedlineDate Year Season Month Day",
    "et-al": "@CompleteYN",
    "event": "Year Month Day Hour Minute @PubStatus",
    "grant": "GrantID Acronym Agency Country",
    "heading": "DescriptorName DescriptorName@MajorTopicYN QualifierName"
    " QualifierName@MajorTopicYN",
    "identifier": "@IdType @EIdType @ValidYN",
    "issn": "@IssnType",
    "keywords": "Keyword Keyword@MajorTopicYN @Owner",
    "model": "@PubModel",
    "other": "@Source",
    "owned": "@Owner",
    "pages": "MedlinePgn StartPage EndPage",
    "people": " ".join(
        ["@Type @CompleteYN Author Investigator"]
        + [f"{tag}/{name}".replace("/@", "@") for tag in ("Author", "Investigator")
           for name in _NAME.split()]
    ),
    "person": _NAME,
    "relation": "RefSource PMID Note @RefType",
}  # fmt: skip
READ = {how: frozenset(names.split()) for how, names in _READ.items()}

# Attributes of no use to a citation, of which nothing is told: numbers in NLM's vocabularies,
# versions of the record, links inside the file or to a book's parts, how an indexer worked; and
# what another element says as well (CitedMedium is PubModel's, NlmCategory the label's).
_SILENT = """
    DescriptorName@UI QualifierName@UI NameOfSubstance@UI PublicationType@UI SupplMeshName@UI
    PMID@Version MedlineCitation@VersionID MedlineCitation@VersionDate
    MedlineCitation@IndexingMethod DescriptorName@AutoHM QualifierName@AutoHM
    DescriptorName@Type SupplMeshName@Type AbstractText@NlmCategory JournalIssue@CitedMedium
    ArticleDate@DateType DataBankList@CompleteYN GrantList@CompleteYN
    ArticleTitle@book ArticleTitle@part ArticleTitle@sec BookTitle@book BookTitle@part
    BookTitle@sec CollectionTitle@book CollectionTitle@part CollectionTitle@sec
    CollectiveName@Investigators InvestigatorList@ID AuthorList@Type ItemList@ListType
    LocationLabel@Type
"""
SILENT = frozenset(_SILENT.split())
# What MEDLINE text has no field for and few citations miss: counted, and told once a file.
COUNTED = frozenset(
    ["Author@EqualContrib", "AffiliationInfo/Identifier", "AffiliationInfo/Identifier@Source"]
)

# The stages that MEDLINE text gives a tag of its own besides PHST.
STAGES = {"pubmed": "EDAT", "medline": "MHDA", "entrez": "CRDT"}

# A short name's tag, that of the full name, and of the affiliation behind it.
PERSONS = {
    "AU": ("FAU", "AD"),
    "ED": ("FED", "AD"),
    "IR": ("FIR", "IRAD"),
    "PS": ("FPS", "AD"),
}
