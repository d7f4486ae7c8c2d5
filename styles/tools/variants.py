"""Write the variants of ``vancouver.csl`` that journals ask for.

    python styles/tools/variants.py

CSL has no inheritance, and a style must work wherever it is copied to, so each variant is
a whole file. What makes it one stands here; a test says when a file is out of date.
"""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent.parent
BASE = "vancouver"
SUMMARY = (
    "ICMJE's sample references: six authors and then et al., NLM's journal abbreviations, "
    "dates to the day, page ends abbreviated."
)
CITATION = '<layout prefix="(" suffix=")" delimiter=",">'
ET_AL = '<bibliography et-al-min="7" et-al-use-first="6" second-field-align="flush">'

# name: (title, what is said of it, (old, new)...)
VARIANTS: dict[str, tuple[str, str, tuple[tuple[str, str], ...]]] = {
    "vancouver-brackets": (
        "Vancouver (numbers in square brackets)",
        "Vancouver, cited as [1,3-5].",
        ((CITATION, '<layout prefix="[" suffix="]" delimiter=",">'),),
    ),
    "vancouver-superscript": (
        "Vancouver (superscript numbers)",
        "Vancouver, cited by raised numbers without brackets.",
        ((CITATION, '<layout vertical-align="sup" delimiter=",">'),),
    ),
    "vancouver-three-authors": (
        "Vancouver (three authors, then et al.)",
        "Vancouver with three authors and then et al. where there are more than three.",
        ((ET_AL, ET_AL.replace('"7"', '"4"').replace('"6"', '"3"')),),
    ),
    "vancouver-all-authors": (
        "Vancouver (all authors)",
        "Vancouver with every author named, as reports to funders ask.",
        ((ET_AL, '<bibliography second-field-align="flush">'),),
    ),
    "vancouver-pmid": (
        "Vancouver (with PMID and PMCID)",
        "Vancouver with PMID and PMCID after the DOI, as NIH asks of its grantees.",
        (
            (
                '<text variable="annote"/>',
                '<group delimiter="; " suffix=".">\n'
                '          <text variable="PMID" prefix="PMID: "/>\n'
                '          <text variable="PMCID" prefix="PMCID: "/>\n'
                "        </group>\n"
                '        <text variable="annote"/>',
            ),
        ),
    ),
}


def variant(name: str) -> str:
    """Return the whole text of a variant.

    Raises:
        ValueError: The base no longer has what the variant replaces.

    """
    title, summary, edits = VARIANTS[name]
    text = (FOLDER / f"{BASE}.csl").read_text(encoding="utf-8")
    named = (
        ("<title>Vancouver (ICMJE)</title>", f"<title>{title}</title>"),
        (f"style:{BASE}</id>", f"style:{name}</id>"),
        ("    <title-short>Vancouver</title-short>\n", ""),
        (SUMMARY, summary),
    )
    for old, new in (*named, *edits):
        if text.count(old) != 1:
            raise ValueError(f"{name}: {BASE}.csl has {old!r} {text.count(old)} times, expected 1")
        text = text.replace(old, new)
    return text


if __name__ == "__main__":
    for name in VARIANTS:
        (FOLDER / f"{name}.csl").write_text(variant(name), encoding="utf-8")
