"""What a document cites, from its .tex, .aux and .bcf files."""

from __future__ import annotations

from pathlib import Path

import pytest
from medcite.latex import aux_file, bcf_file, tex_file
from medcite.latex.citations import DocumentCitations, collect


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


def keys(folder: Path, text: str) -> list[str]:
    (folder / "main.tex").write_text(text, encoding="utf-8")
    return list(collect(tex_file.read_events(folder / "main.tex")).keys)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"\cite{a}", ["a"]),
        (r"\cite{a, b ,a,c}", ["a", "b", "c"]),
        ("\\cite{a,%\n  b}", ["a", "b"]),
        (r"\cite[p.~3]{a}", ["a"]),
        (r"\citep[see][\S~2 {]}, b]{a}", ["a"]),
        (r"\citet*{a} \Citealp[][]{b}", ["a", "b"]),
        (r"\citeauthor{a} (\citeyear{b})", ["a", "b"]),
        (r"\parencite[12]{a}\footcite{b}\textcite{c}\autocite*{d}", ["a", "b", "c", "d"]),
        (r"\cites(pre)(post)[1]{a}[2][3]{b}{c} text", ["a", "b", "c"]),
        (r"\parencites{a}[4]{b}. {d}", ["a", "b"]),
        (r"\volcite[see]{2}[33]{a}", ["a"]),
        (r"\volcites{2}[33]{a}{4}{b}", ["a", "b"]),
        (r"\citefield{a}{title}", ["a"]),
        (r"\textcquote[3]{a}{words}\foreignblockcquote{french}[3]{b}{mots}", ["a", "b"]),
        (r"\bibentry{a}\fullcite{b}\supercite{c}\onlinecite{d}", ["a", "b", "c", "d"]),
        (r"\nocite{a,b}", ["a", "b"]),
        (r"\cite<2->[p.~1]{a}", ["a"]),
        ("\\cite\n  [p. 2]\n  {a}", ["a"]),
        (r"\cite{doi:10.1016/S0140-6736(20)30183-5}", ["doi:10.1016/S0140-6736(20)30183-5"]),
        (r"\cite{Müller 2020}", ["Müller 2020"]),
        # What TeX does not read, or what has no key.
        (r"% \cite{a}", []),
        (r"100\% \cite{a} \\% \cite{b}", ["a"]),
        (r"\verb|\cite{a}| \verb*+\cite{b}+ \cite{c}", ["c"]),
        ("\\begin{verbatim}\n\\cite{a}%\n\\end{verbatim}\\cite{b}", ["b"]),
        ("\\begin{lstlisting}[language=TeX]\n\\cite{a}\n\\end{lstlisting}", []),
        ("\\begin{filecontents*}{x.tex}\\cite{a}\\end{filecontents*}", []),
        (r"\lstinline!\cite{a}! \mintinline{tex}|\cite{b}|", []),
        (r"\iffalse \cite{a} \fi \cite{b}", ["b"]),
        (r"\cite{a}\end{document}\cite{b}", ["a"]),
        (r"\newcommand{\mine}[1]{\cite{#1}}\mine{a}", []),
        (r"\citetext{see elsewhere} \setcitestyle{round} \newcites{si}{More}", []),
        (r"\DeclareCiteCommand{\mycite}{}{}{}{} \renewcommand{\citeleft}{(}", []),
        (r"\cite{\input{/etc/passwd}}", []),
        ("\\cite\n\n{a}", []),
        (r"\cite", []),
        (r"\cite{never closed", []),
    ],
)
def test_keys_in_a_tex_file(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert keys(tmp_path, text) == expected


def test_places_and_everything_else(tmp_path: Path) -> None:
    text = (
        "\\usepackage[style=numeric]{csquotes, biblatex}\r\n\\addbibresource[label=x]{a b.bib}\r\n"
    )
    text += (
        "\\bibliography{one, two}\\bibliographystyle{plainnat}\r\n\r\n\\cite{a}\\nocite{*}\\cite{b}"
    )
    write(tmp_path, main_tex=text)
    cited = collect(tex_file.read_events(tmp_path / "main.tex"))
    assert [(each.key, each.line) for each in cited.citations] == [("a", 5), ("b", 5)]
    assert cited.bibliographies == ("a b.bib", "one", "two")
    assert (cited.everything, cited.style, cited.biblatex) == (True, "plainnat", True)


def test_files_within_files(tmp_path: Path) -> None:
    write(
        tmp_path,
        main_tex="\\cite{1}\\include{chap/one}\\input{two} \\input three.tex \\cite{8}\\input{no}",
        chap__one_tex="\n\\cite{2}\\input{chap/deep}\\endinput\\cite{no}",
        chap__deep_tex="\\cite{3}\\input{main}",
        two_tex="\\cite{4}\\import{sub/}{five}",
        three_tex="\\cite{7}",
        sub__five_tex="\\cite{5}\\input{six}",
        sub__six_tex="\\cite{6}",
    )
    cited = collect(tex_file.read_events(tmp_path / "main.tex"))
    assert list(cited.keys) == ["1", "2", "3", "4", "5", "6", "7", "8"]
    assert [(Path(each.file).name, each.line) for each in cited.citations[1:3]] == [
        ("one.tex", 2),
        ("deep.tex", 1),
    ]


def test_subfiles_read_from_their_own_folder(tmp_path: Path) -> None:
    write(
        tmp_path,
        main_tex="\\subfile{parts/a}",
        parts__a_tex="\\documentclass[../main]{subfiles}\\begin{document}\\input{b}\\end{document}",
        parts__b_tex="\\cite{x}",
    )
    assert collect(tex_file.read_events(tmp_path / "main.tex")).keys == ("x",)


def test_latin_1_and_missing_files(tmp_path: Path) -> None:
    (tmp_path / "main.tex").write_bytes("\\cite{Müller}".encode("latin-1"))
    assert collect(tex_file.read_events(tmp_path / "main.tex")).keys == ("Müller",)
    with pytest.raises(OSError, match="none"):
        list(tex_file.read_events(tmp_path / "none.tex"))


def test_aux_of_latex(tmp_path: Path) -> None:
    write(
        tmp_path,
        main_aux="\\relax\n\\citation{b,a}\n\\@input{chap/one.aux}\n\\@input{main.aux}\n"
        "\\@input{gone.aux}\n\\citation{REVTEX42Control}\n\\bibstyle{unsrt}\n"
        "\\bibdata{mainNotes,refs,more}\n\\bibcite{z}{1}\n",
        chap__one_aux="\\relax\r\n\\citation{c}\r\n\\citation{*}\r\n",
    )
    cited = collect(aux_file.read_events(tmp_path / "main.aux"))
    assert list(cited.keys) == ["b", "a", "c"]
    assert cited == DocumentCitations(cited.citations, True, ("refs", "more"), "unsrt", False)
    assert [each.line for each in cited.citations] == [2, 2, 2]


@pytest.mark.parametrize("notes", ["", "@FOOTNOTE{Note1,key={Note1}}\n@CONTROL{apsrev42Control}"])
def test_only_what_revtex_cites_for_itself_is_left_out(tmp_path: Path, notes: str) -> None:
    cited = "labNotes,fieldNotes,REVTeX,RemoteControl,Notes"
    text = f"\\citation{{{cited}}}\n\\citation{{REVTEX42Control,apsrev42Control}}\n"
    text += "\\citation{Note1}\n\\bibdata{mainNotes,myNotes,refs}\n"
    write(tmp_path, main_aux=text)
    if notes:
        write(tmp_path, mainNotes_bib=notes)
        write(tmp_path, main_aux="\\@input{part.aux}", part_aux=text)
    found = collect(aux_file.read_events(tmp_path / "main.aux"))
    assert found.keys == (*cited.split(","), *(() if notes else ("Note1",)))
    assert found.bibliographies == ("myNotes", "refs")


@pytest.mark.parametrize(
    ("databases", "files", "expected"),
    [
        ("myNotes", (), ("myNotes",)),
        ("mainNotes", (), ("mainNotes",)),
        ("mainNotes,refs", ("mainNotes",), ("mainNotes", "refs")),
        ("refs,mainNotes", (), ("refs", "mainNotes")),
        ("acs-main,refs", (), ("refs",)),
        ("main-blx,refs", (), ("refs",)),
        ("other-blx,refs", (), ("other-blx", "refs")),
    ],
)
def test_databases_that_only_look_like_a_packages(
    tmp_path: Path, databases: str, files: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    write(tmp_path, main_aux=f"\\citation{{a}}\n\\bibdata{{{databases}}}\n")
    for name in files:
        write(tmp_path, **{f"{name}_bib": "@misc{a, title = {A @control of mine}}"})
    found = collect(aux_file.read_events(tmp_path / "main.aux"))
    assert found.bibliographies == expected


def test_aux_of_biblatex(tmp_path: Path) -> None:
    text = "\\abx@aux@refcontext{none/global//global/global}\n\\abx@aux@cite{0}{a}\n"
    text += "\\abx@aux@segm{0}{0}{a}\n\\abx@aux@cite{1}{doi:10.1/x(2)}\n\\abx@aux@cite{old}\n"
    write(tmp_path, main_aux=text)
    cited = collect(aux_file.read_events(tmp_path / "main.aux"))
    assert (cited.keys, cited.biblatex, cited.everything) == (
        ("a", "doi:10.1/x(2)", "old"),
        True,
        False,
    )
    write(tmp_path, main_aux=text + "\\abx@aux@nociteall\n")
    assert collect(aux_file.read_events(tmp_path / "main.aux")).everything


def test_bcf_even_when_unfinished(tmp_path: Path) -> None:
    text = """<?xml version="1.0" encoding="UTF-8"?>
  <bcf:bibdata section="0">
    <bcf:datasource type="file" datatype="bibtex" glob="false">r &amp; d.bib</bcf:datasource>
    <bcf:datasource type="file" datatype="bibtex" location="remote">http://x.org/a.bib</bcf:datasource>
  </bcf:bibdata>
  <bcf:section number="0">
    <bcf:citekey order="1" intorder="1">a</bcf:citekey>
    <bcf:citekey order="2" intorder="1" nocite="1">*</bcf:citekey>
    <bcf:citekey order="3" intorder="1" type="set" members="b,c">both</bcf:citekey>
  </bcf:section>
  <bcf:section number="1">
    <bcf:citekey order="1" intorder="1">x=y&apos;z</bcf:citekey>
    <bcf:citekey order="2" intor"""
    write(tmp_path, main_bcf=text)
    cited = collect(bcf_file.read_events(tmp_path / "main.bcf"))
    assert list(cited.keys) == ["a", "b", "c", "x=y'z"]
    assert (cited.everything, cited.biblatex, cited.bibliographies) == (True, True, ("r & d.bib",))


def test_what_never_ends_is_read_as_text(tmp_path: Path) -> None:
    for opening in (r"\iffalse", r"\begin{verbatim}", r"\verb|", r"\lstinline!", r"\cite[", "{"):
        assert keys(tmp_path, f"{opening} \\cite{{a}}\n") == ["a"]


def test_several_arguments_on_a_line_of_code(tmp_path: Path) -> None:
    text = r"\lstinline{abc}, \cite{x}, \mintinline{python}|\cite{y}|, \verb+\cite{z}+ \cite{w}"
    assert keys(tmp_path, text) == ["x", "w"]


def test_brackets_and_braces_within_arguments(tmp_path: Path) -> None:
    text = "\\cite[{]}, {a \\} b}][p. 2]{x} \\cite[never\n\n]{y} \\cite<{>}>[(]{z}"
    assert keys(tmp_path, text) == ["x", "z"]


def test_files_that_input_the_same_files_are_read_once(tmp_path: Path) -> None:
    for level in range(40):
        (tmp_path / f"d{level}.tex").write_text(f"\\input{{d{level + 1}}}" * 2)
    (tmp_path / "d40.tex").write_text("\\cite{last}")
    assert keys(tmp_path, "\\input{d0}") == ["last"]


def test_aux_files_that_input_the_same_files_are_read_once(tmp_path: Path) -> None:
    for level in range(40):
        (tmp_path / f"d{level}.aux").write_text(f"\\@input{{d{level + 1}.aux}}\n" * 2)
    (tmp_path / "d40.aux").write_text("\\citation{last}\n")
    assert collect(aux_file.read_events(tmp_path / "d0.aux")).keys == ("last",)
