"""Articles of the corpus under the classes and styles of TeX Live: no error, no number lost.

``docs/latex.md`` shows what is measured here. Styles that TeX Live lacks are skipped by name.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from random import Random

import pytest
from medcite.model.record import Record
from medcite.model.values import Date, Name
from medcite.options import Options
from medcite.tables.reference_styles import ARTICLE_NUMBER_FIELDS, UNDERSCORE_PACKAGES

from tests.sampled import corpus
from tests.tex import press

pytestmark = pytest.mark.skipif(
    bool(press.MISSING), reason=f"not installed: {', '.join(press.MISSING)}"
)

ARTICLE = r"\documentclass{article}"
NATBIB = rf"{ARTICLE}\usepackage{{natbib}}"
ELSEVIER = r"\documentclass{elsarticle}"
REVTEX = r"\documentclass[aps,prl]{revtex4-2}"
BIBTEX = {
    "plain": ARTICLE, "unsrt": ARTICLE, "abbrv": ARTICLE, "alpha": ARTICLE, "vancouver": ARTICLE,
    "nar": ARTICLE, "naturemag": ARTICLE, "pnas2009": ARTICLE,
    "plainnat": NATBIB, "unsrtnat": NATBIB, "abbrvnat": NATBIB,
    "elsarticle-num": ELSEVIER, "elsarticle-num-names": ELSEVIER,
    "elsarticle-harv": r"\documentclass[authoryear]{elsarticle}",
    "IEEEtran": r"\documentclass[journal]{IEEEtran}", "apsrev4-2": REVTEX,
    "aipnum4-2": r"\documentclass[aip]{revtex4-2}",
    "apsrmp4-2": r"\documentclass[aps,rmp]{revtex4-2}",
    "aipauth4-2": r"\documentclass[aip,author-year]{revtex4-2}",
    "ACM-Reference-Format": r"\documentclass[sigconf]{acmart}",
    "apacite": rf"{ARTICLE}\usepackage{{apacite}}", "mnras": r"\documentclass{mnras}",
}  # fmt: skip
BIBLATEX = (
    "numeric", "authoryear", "apa", "ieee", "nature", "science", "nejm", "vancouver", "chem-acs",
    "phys", "mla", "chicago-authordate",
)  # fmt: skip
WITHOUT_ISSUE = {
    "bibtex": ("elsarticle-harv", "elsarticle-num-names", "apsrev4-2", "aipnum4-2",
               "aipauth4-2", "naturemag", "pnas2009", "mnras"),
    "biblatex": ("nature", "science", "nejm", "vancouver", "chem-acs", "phys"),
}  # fmt: skip
# The styles' own gaps, which docs/latex.md names: to them the article number 17-00161 is a range.
# They print its first page only, or shorten the last.
RANGES = {"bibtex": ("mnras",), "biblatex": ("nejm", "vancouver", "mla")}
GROUPED = ("IEEEtran", "ieee")  # they print 10104 as 10 104
PACKAGES = {
    "bare": r"\usepackage{underscore}", "hyperref": r"\usepackage{hyperref}"
}  # fmt: skip
ONLY_UNDERSCORE = {name for name, needs in UNDERSCORE_PACKAGES.items() if needs == ("underscore",)}
DOCUMENT = r"""%s
\usepackage[T1]{fontenc}
\usepackage{lmodern}
%s
\hyphenpenalty=10000 \exhyphenpenalty=10000
\begin{document}
\pagestyle{empty}Text.
\nocite{*}
%s
\end{document}
"""
SIZE = 300
# In these BibTeX crashes on a byline of 2,467 authors, in apsrmp4-2 of 728.
SHORT_BYLINES = ("apsrev4-2", "aipnum4-2", "apsrmp4-2", "aipauth4-2")
MOST_AUTHORS = 500
DASHES = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")
DIFFICULT = (
    lambda record: re.search("[%#<>;&_]", record.doi),
    lambda record: record.number,
    lambda record: record.status == "aheadofprint",
    lambda record: "suppl" in (record.volume + record.issue).lower(),
    lambda record: any(name.literal for name in record.author),
    lambda record: not record.title.isascii(),
    lambda record: record.translated,
    lambda record: len(record.author) > 60,
)


def marker(number: int) -> str:
    """Return a family name that no other record has, by which an entry is found."""
    return "Zq" + "".join(chr(97 + number // 26**place % 26) for place in (2, 1, 0))


@pytest.fixture(scope="session")
def articles(shared: Path) -> list[Record]:
    """Choose articles, the difficult kinds first; the first author of each is its marker."""
    every = [record for record in corpus(shared, 1) if record.type == "article-journal"]
    Random(20).shuffle(every)
    wanted = [record for test in DIFFICULT for record in [r for r in every if test(r)][:30]]
    chosen = list({record.pmid: record for record in [*wanted, *every]}.values())[:SIZE]
    return [
        record.replace(author=(Name(marker(number), "Ann"), *record.author))
        for number, record in enumerate(chosen)
    ]


def entries(text: str) -> dict[str, str]:
    """Return what is printed of each record behind its marker."""
    parts = re.split(r"(?i)(?<![^\W\d_])(zq[a-z]{3})(?![a-z])", text)
    return {name.lower(): rest for name, rest in zip(parts[1::2], parts[2::2], strict=True)}


def number_of(value: str) -> re.Pattern[str]:
    """Return a pattern of ``value`` by itself, with line ends at its spaces and hyphens."""
    words = value.translate(DASHES).split()
    letters = r"\s+".join(re.escape(word).replace(r"\-", r"-\s*") for word in words)
    return re.compile(rf"(?<![0-9A-Za-z]){letters}(?![0-9])", re.IGNORECASE)


def lost(articles: list[Record], text: str, dialect: str, style: str) -> list[tuple[str, str]]:
    """List the volumes, issues, first pages and article numbers that do not stand by themselves."""
    printed = entries(unicodedata.normalize("NFKC", text).translate(DASHES).replace("\f", "\n"))
    missing = []
    for record in articles:
        entry = printed.get(record.author[0].family.lower(), "")
        if record.doi:
            entry = re.sub(r"\s*".join(map(re.escape, record.doi)), " ", entry)
        if style in GROUPED:
            entry = re.sub(r"(?<=\d) (?=\d{3}(?!\d))", "", entry)
        place = record.number or (record.page.first if record.page else "")
        if "-" in place and style in RANGES[dialect]:
            place = place.partition("-")[0]
        issue = "" if style in WITHOUT_ISSUE[dialect] else record.issue
        values = [record.volume, place, issue]
        missing += [(record.pmid, v) for v in values if v and not number_of(v).search(entry)]
    return missing


def issues(articles: list[Record], text: str) -> float:
    """Return the share of issues that stand behind their volumes."""
    printed = entries(unicodedata.normalize("NFKC", text).translate(DASHES).replace("\f", "\n"))
    having = [record for record in articles if record.volume and record.issue]
    shown = [
        re.search(
            rf"{number_of(record.volume).pattern}[\s(.,:]*(?:no\.)?\s*{number_of(record.issue).pattern}",
            printed.get(record.author[0].family.lower(), ""), re.IGNORECASE,
        ) for record in having
    ]  # fmt: skip
    return sum(map(bool, shown)) / len(having)


def printed(folder: Path, head: str, packages: str, body: str, program: str) -> str:
    """Set the document; return its text, after checking that nothing failed."""
    (folder / "main.tex").write_text(DOCUMENT % (head, packages, body), "utf-8")
    press.pdflatex(folder)
    told = press.run(folder, program, "main")
    assert not re.findall(r"error message|^I |^ERROR.*|^WARN.*", told, re.MULTILINE)
    press.pdflatex(folder)
    assert press.ERROR.findall(press.pdflatex(folder)) == []
    return press.run(folder, "pdftotext", "-raw", "main.pdf", "-")


def options(dialect: str, style: str) -> Options:
    number = ARTICLE_NUMBER_FIELDS[dialect].get(style, "auto")
    return Options(abstract=False, keywords=False, mesh="none", article_number=number)


def check(articles: list[Record], text: str, dialect: str, style: str) -> None:
    assert lost(articles, text, dialect, style) == []
    share = issues(articles, text)
    assert share < 0.1 if style in WITHOUT_ISSUE[dialect] else share > 0.9


@pytest.mark.exhaustive
@pytest.mark.parametrize("packages", PACKAGES)
@pytest.mark.parametrize("style", BIBTEX)
def test_bibtex(style: str, packages: str, articles: list[Record], tmp_path: Path) -> None:
    if not press.available(f"{style}.bst"):
        pytest.skip(f"no {style}.bst")
    if style in SHORT_BYLINES:
        articles = [record for record in articles if len(record.author) < MOST_AUTHORS]
    press.write(tmp_path, articles, "bibtex", options("bibtex", style))
    body = rf"\bibliographystyle{{{style}}}\bibliography{{refs}}"
    load = PACKAGES[packages] + PACKAGES["bare"] * (style in ONLY_UNDERSCORE)
    text = printed(tmp_path, BIBTEX[style], load, body, "bibtex")
    check(articles, text, "bibtex", style)


@pytest.mark.exhaustive
@pytest.mark.parametrize("packages", PACKAGES)
@pytest.mark.parametrize("style", BIBLATEX)
def test_biblatex(style: str, packages: str, articles: list[Record], tmp_path: Path) -> None:
    if not press.available(f"{style}.bbx"):
        pytest.skip(f"no {style}.bbx")
    press.write(tmp_path, articles, "biblatex", options("biblatex", style))
    load = rf"\usepackage[backend=biber,style={style}]{{biblatex}}\addbibresource{{refs.bib}}"
    extra = PACKAGES[packages].replace(r"\usepackage{underscore}", "")
    text = printed(tmp_path, ARTICLE + load, extra, r"\printbibliography", "biber")
    check(articles, text, "biblatex", style)


UNDERSCORE = Record(
    title="T", author=(Name("Doe", "Jane"),), container_title="J", doi="10.4103/jpgm.JPGM_12_34"
)


@pytest.mark.long
@pytest.mark.parametrize("style", sorted(UNDERSCORE_PACKAGES))
def test_each_package_makes_an_underscore_a_letter(style: str, tmp_path: Path) -> None:
    if not press.available(f"{style}.bst"):
        pytest.skip(f"no {style}.bst")
    body = rf"\bibliographystyle{{{style}}}\bibliography{{refs}}"
    for package in UNDERSCORE_PACKAGES[style]:
        press.write(tmp_path, [UNDERSCORE], "bibtex", Options())
        load = rf"\usepackage{{{package}}}"
        text = printed(tmp_path, BIBTEX[style], load, body, "bibtex")
        assert "JPGM_12_34" in re.sub(r"\s", "", text)


@pytest.mark.long
@pytest.mark.parametrize("style", sorted(BIBTEX.keys() - UNDERSCORE_PACKAGES))
def test_other_styles_need_no_package(style: str, tmp_path: Path) -> None:
    if not press.available(f"{style}.bst"):
        pytest.skip(f"no {style}.bst")
    press.write(tmp_path, [UNDERSCORE], "bibtex", Options())
    body = rf"\bibliographystyle{{{style}}}\bibliography{{refs}}"
    assert "Doe" in printed(tmp_path, BIBTEX[style], "", body, "bibtex")


@pytest.mark.parametrize("year", ["[n.d.]", "n.d.]", "2019] [2020", "(n.d."])
def test_natbib_cites_a_year_with_brackets(year: str, tmp_path: Path) -> None:
    record = UNDERSCORE.replace(doi="", issued=Date(None, raw=year))
    press.write(tmp_path, [record], "bibtex", Options())
    key = re.findall(r"^@article\{(.*),", (tmp_path / "refs.bib").read_text("utf-8"))[0]
    body = rf"\citet{{{key}}}\bibliographystyle{{plainnat}}\bibliography{{refs}}"
    assert f"Doe [{year}]" in printed(tmp_path, NATBIB, "", body, "bibtex")


NAMES = (
    Name("Phạm", "Thị"), Name("Nguyễn", "An"), Name("Mrόzek", "Ewa"), Name("Sοkol", "Αnna"),
    Name("O\u200fBrien", "\u200eJohn"), Name("Sm\u00adith", "\u200bAda"), Name("Łukasz", "Żółć"),
    Name("Çelik", "İbrahim"), Name("Đặng", "Đình"), Name("Šķēle", "Ķirsons"),
)  # fmt: skip


@pytest.mark.parametrize("initials", ["", ",giveninits"])
def test_names_in_biber(initials: str, tmp_path: Path) -> None:
    records = [
        Record(title=f"Title {number}", author=(name, Name("Doe", "Jane")), pmid=str(number))
        for number, name in enumerate(NAMES)
    ]
    press.write(tmp_path, records, "biblatex", Options())
    load = rf"\usepackage[backend=biber,style=numeric{initials}]{{biblatex}}"
    head = rf"{ARTICLE}{load}\addbibresource{{refs.bib}}"
    text = printed(tmp_path, head, "", r"\printbibliography", "biber")
    if initials:
        expected = ["J. OBrien", "A. Smith", "E. Mrózek", "A. Sokol", "Ż. Łukasz", "İ. Çelik"]
    else:
        expected = ["John OBrien", "Ada Smith", "Ewa Mrózek", "Anna Sokol", "An Nguyễn"]
    for name in expected:
        assert press.normal(name) in press.normal(text)
