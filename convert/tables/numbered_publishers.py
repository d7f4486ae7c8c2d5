"""Publishers whose journals have article numbers and no pages, by the prefix of their DOIs.

Source: the journals' own "how to cite", and PubMed's records of their articles.
"""

from __future__ import annotations

NUMBERED_PUBLISHERS = {
    "10.1167": "Association for Research in Vision and Ophthalmology",
    "10.1186": "BioMed Central and SpringerOpen",
    "10.1371": "Public Library of Science",
    "10.3389": "Frontiers",
    "10.3390": "MDPI",
}
