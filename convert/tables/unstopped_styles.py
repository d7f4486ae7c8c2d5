"""Styles of journals that abbreviate titles without full stops, though their style says nothing.

Most CSL styles that print no stops strip them (``strip-periods``); the others expect abbreviations
with stops. In these nobody missed the attribute, since the data they were tried with had no stops.
Each is given with the source that its journal follows: what the style says of itself, or the
journal to its authors.
"""

from __future__ import annotations

# AMA Manual of Style, 11th edition, 3.11.2: titles as in the NLM Catalog, without full stops.
_AMA = "its summary: the style of the AMA"
_AMA_TEMPLATE = "made from the style of the AMA"
# ICMJE's samples of references and Citing Medicine: "N Engl J Med. 2002 Jul 25;347(4):284-7".
_NLM = "its summary: NLM's style, Vancouver"
_VANCOUVER = "its summary: Vancouver"

UNSTOPPED = {
    "american-journal-of-orthodontics-and-dentofacial-orthopedics": _AMA_TEMPLATE,
    "american-journal-of-surgical-pathology": _AMA,
    "annals-of-neurology": "its author guidelines, which follow ICMJE's Uniform Requirements",
    "archives-of-physical-medicine-and-rehabilitation": _VANCOUVER,
    "arzneimitteltherapie": _VANCOUVER,
    "clinical-spine-surgery": _AMA,
    "endocrine-press": _AMA,
    "hand": _VANCOUVER,
    "histopathology": _AMA_TEMPLATE,
    "hong-kong-journal-of-radiology": _VANCOUVER,
    "international-journal-of-radiation-oncology-biology-physics": _AMA,
    "investigative-radiology": _AMA_TEMPLATE,
    "journal-of-applied-pharmaceutical-research": _VANCOUVER,
    "journal-of-bone-and-mineral-research": _NLM,
    "journal-of-cardiothoracic-and-vascular-anesthesia": _VANCOUVER,
    "journal-of-geriatric-psychiatry-and-neurology": _AMA,
    "journal-of-investigative-dermatology": _VANCOUVER,
    "journal-of-medical-internet-research": "support.jmir.org, How should references be formatted:"
    " AMA style",
    "nano-biomedicine-and-engineering": _VANCOUVER,
    "neurorehabilitation-and-neural-repair": _AMA_TEMPLATE,
    "nutrition-research-reviews": _NLM,
    "psychiatry-and-clinical-neurosciences": _VANCOUVER,
    "scandinavian-journal-of-work-environment-and-health": _VANCOUVER,
    "springer-vancouver-author-date": "its summary: NLM's Citing Medicine",
    "traffic-injury-prevention": _AMA,
}
