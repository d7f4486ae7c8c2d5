"""Bibliographic databases: what they are called in exports, and the formats that are theirs."""

# By the name that counts in a report: words of other names for it, each in lower case.
NAMES: dict[str, tuple[str, ...]] = {
    "PubMed": ("pubmed", "nlm", "national library of medicine"),
    "MEDLINE": ("medline", "med-line", "ovid medline"),
    "Embase": ("embase", "emtree"),
    "CENTRAL": ("central", "cochrane central", "cochrane library", "cochrane"),
    "Web of Science": ("web of science", "wos", "science citation index", "isi web", "clarivate"),
    "Scopus": ("scopus",),
    "PsycINFO": ("psycinfo", "psyc info", "apa psycinfo", "psychinfo"),
    "CINAHL": ("cinahl",),
    "ERIC": ("eric", "education resources information center"),
    "LILACS": ("lilacs",),
    "CAB Abstracts": ("cab abstracts", "cabi", "global health"),
    "Google Scholar": ("google scholar",),
    "ClinicalTrials.gov": ("clinicaltrials.gov", "clinical trials.gov"),
    "IEEE Xplore": ("ieee xplore", "ieee"),
    "Dimensions": ("dimensions",),
    "AMED": ("amed", "allied and complementary medicine"),
    "ProQuest": ("proquest",),
    "bioRxiv": ("biorxiv",),
    "medRxiv": ("medrxiv",),
}
# The database whose own format a file is.
OF_FORMAT = {
    "medline": "PubMed", "pubmed-xml": "PubMed", "pubmed-summary": "PubMed",
    "pubmed-abstract": "PubMed", "pmid-list": "PubMed", "wos": "Web of Science",
}  # fmt: skip
# What formats call the field that names the database, in lower case.
TAGS = frozenset(
    {"db", "%~", "remote-database-name", "source", "database", "search_set", "data source"}
)
# What they call the field with the record's number there.
NUMBER_TAGS = frozenset({"an", "%m", "accession-num", "ut", "accession number", "u1", "eid"})
# Numbers that show the database.
OF_NUMBER = (("WOS:", "Web of Science"), ("2-s2.0-", "Scopus"), ("CN-0", "CENTRAL"))
