"""Names by which people ask for styles, and which upstream does not have.

A name is compared by its letters and digits alone: ``apa7`` is "APA 7", too.
"""

from __future__ import annotations

_CHICAGO = "chicago-author-date"
_MLA = "modern-language-association"

STYLES = {
    "abnt": "associacao-brasileira-de-normas-tecnicas",
    "acm": "association-for-computing-machinery",
    "acs": "american-chemical-society",
    "aip": "american-institute-of-physics",
    "ama10": "american-medical-association-10th-edition",
    "ama11": "american-medical-association",
    "apa6": "apa-6th-edition",
    "apa7": "apa",
    "aps": "american-physics-society",
    "asce": "american-society-of-civil-engineers",
    "asm": "american-society-for-microbiology",
    "asme": "american-society-of-mechanical-engineers",
    "bluebook": "bluebook-law-review",
    "chicago": _CHICAGO,
    "chicago16": "chicago-author-date-16th-edition",
    "chicago17": "chicago-author-date-17th-edition",
    "citethemright": "harvard-cite-them-right",
    "cmos": _CHICAGO,
    "cse": "council-of-science-editors",
    "gb7714": "china-national-standard-gb-t-7714-2015-numeric",
    "gbt7714": "china-national-standard-gb-t-7714-2015-numeric",
    "gbt77142015": "china-national-standard-gb-t-7714-2015-numeric",
    "harvard": "harvard-cite-them-right",
    "iso690": "iso690-author-date-en",
    "jacc": "journal-of-the-american-college-of-cardiology",
    "jbc": "journal-of-biological-chemistry",
    "jci": "the-journal-of-clinical-investigation",
    "jco": "journal-of-clinical-oncology",
    "mdpi": "multidisciplinary-digital-publishing-institute",
    "mla8": _MLA,
    "mla9": _MLA,
    "nar": "nucleic-acids-research",
    "nejm": "the-new-england-journal-of-medicine",
    "plosone": "plos",
    "rsc": "royal-society-of-chemistry",
    "turabian": "turabian-author-date",
}
# What may stand behind the number of an edition: APA 7th ed.
EDITIONS = ("thedition", "thed", "th")

# Journals with an ISSN that the style lacks, and one that it has.
ISSNS = {
    "0140-6736": "1474-547X",  # Lancet
    "0161-7567": "1522-1601",  # Journal of Applied Physiology
    "0959-535X": "1756-1833",  # BMJ
    "1095-8584": "0022-2828",  # Journal of Molecular and Cellular Cardiology
    "1096-0023": "1043-4666",  # Cytokine
    "1097-6760": "0196-0644",  # Annals of Emergency Medicine
    "1527-9995": "0090-4295",  # Urology
    "1531-5037": "0022-3468",  # Journal of Pediatric Surgery
    "1532-0480": "1532-0464",  # Journal of Biomedical Informatics
    "1552-6259": "0003-4975",  # Annals of Thoracic Surgery
}
