"""A .bib file is kept: what the author wrote stays, what is ours is added and refreshed."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.latex.programs import need
from tests.run import Outcome, run_cli

SAMPLES = ROOT / "samples"
AHEAD = (SAMPLES / "ahead-of-print.nbib").read_text("utf-8")
PRINTED = AHEAD.replace("DP  - 2020 Jul 17", "VI  - 384\nIP  - 8\nDP  - 2021 Feb 25\nPG  - 693-704")
PRINTED = PRINTED.replace("PST - aheadofprint", "LR  - 20210301\nPST - ppublish")
PRINTED = PRINTED[: PRINTED.index("SO  -")] + "SO  - N Engl J Med. 2021 Feb 25;384(8):693-704.\n"
PLAIN = "\\documentclass{article}\\begin{document}\n%s\n\\bibliography{refs}\n\\end{document}\n"
BIBLATEX = PLAIN.replace("\\begin", "\\usepackage{biblatex}\\addbibresource{refs.bib}\\begin", 1)
BIBLATEX = BIBLATEX.replace("\\bibliography{refs}", "\\printbibliography")

Latex = Callable[..., Outcome]


@pytest.fixture
def latex(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Latex]:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "exports.nbib").write_text(AHEAD, "utf-8")

    def run(*words: str, cite: str = "", document: str = PLAIN) -> Outcome:
        if cite:
            Path("main.tex").write_text(document % cite, "utf-8")
        return run_cli(monkeypatch, "latex", "main.tex", *words)

    yield run
    hidden = {path.name for path in tmp_path.iterdir() if path.name.startswith(".")}
    assert hidden <= {".medcite-index"}


def bib() -> str:
    return Path("refs.bib").read_bytes().decode("utf-8", "surrogateescape")


def test_ahead_of_print_becomes_printed_and_the_key_stays(latex: Latex) -> None:
    assert latex(cite="\\cite{pmid32678530}").out == (
        "refs.bib: added pmid32678530 (RECOVERY Collaborative Group et al., N Engl J Med, 2020)\n"
    )
    assert "Epub ahead of print" in bib()
    Path("exports.nbib").write_text(PRINTED, "utf-8")
    done = latex()
    assert done.out.startswith("refs.bib: refreshed pmid32678530 (new: ")
    assert "volume" in done.out
    assert "gone: " in done.out
    assert "{pmid32678530,\n" in bib()
    assert "pages = {693--704}" in bib()
    assert "ahead of print" not in bib()


def test_the_printed_copy_is_taken_whichever_file_it_is_in(latex: Latex) -> None:
    Path("a.nbib").write_text(PRINTED, "utf-8")
    latex(cite="\\cite{pmid:32678530}")
    assert "693--704" in bib()


def test_a_bbl_says_what_a_reference_list_says(latex: Latex) -> None:
    Path("exports.nbib").write_bytes((SAMPLES / "translated.nbib").read_bytes())
    for style in ("nlm", "nlm-citation-sequence"):
        latex("--bbl", "--style", style, cite="\\cite{pmid13639368}")
        said = Path("main.bbl").read_text("utf-8").replace("{]}", "]")
        assert "[Study of somatic chromosomes from 9 mongoloid children]" in said
        assert ("PMID: " in said) == (style == "nlm" or "PubMed PMID" in said)


def test_an_author_date_style_wants_natbib(latex: Latex) -> None:
    with_natbib = PLAIN.replace("\\begin", "\\usepackage{natbib}\\begin", 1)
    said = "apa cites by author and year: let the document have \\usepackage{natbib}"
    for style, document, warned in (
        ("apa", PLAIN, True), ("apa", with_natbib, False), ("vancouver", PLAIN, False)
    ):  # fmt: skip
        done = latex("--bbl", "--style", style, cite="\\cite{pmid:32678530}", document=document)
        assert (said in done.err) == warned


def test_a_second_run_changes_nothing(latex: Latex) -> None:
    latex(cite="\\cite{pmid:32678530}")
    os.utime("refs.bib", ns=(1, 1))
    os.utime(".medcite-index", ns=(1, 1))
    before = bib()
    assert latex() == ("", "", 0)
    assert bib() == before
    assert Path("refs.bib").stat().st_mtime_ns == 1
    assert Path(".medcite-index").stat().st_mtime_ns == 1


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_what_the_author_wrote_stays_byte_for_byte(latex: Latex, newline: str) -> None:
    own = (
        "% mine, M\udcfcller in Latin-1\n@STRING ( bmj = {BMJ} )\n@comment{jabref-meta: x;}\n\n"
        '  @Article{fu2020 , title="A {B}" # bmj,\n\tyear = 2020}\n%@article{out, title={x}}\n\n\n'
    ).replace("\n", newline)
    Path("refs.bib").write_bytes(own.encode("utf-8", "surrogateescape"))
    done = latex(cite="\\cite{fu2020,pmid:32678530}")
    assert (done.err, done.status) == ("", 0)
    assert bib().startswith(own)
    added = bib()[len(own) :]
    assert added.startswith("% medcite ")
    assert added.count("\n") == added.count(newline)
    assert added.isascii()
    assert latex() == ("", "", 0)


def test_an_entry_that_was_edited_is_the_authors(latex: Latex) -> None:
    latex(cite="\\cite{pmid:32678530}")
    edited = bib().replace("Dexamethasone in", "My dexamethasone in")
    Path("refs.bib").write_text(edited, "utf-8")
    Path("exports.nbib").write_text(PRINTED, "utf-8")
    done = latex()
    assert (done.out, done.status) == ("", 0)
    assert bib() == edited


def test_an_entry_whose_mark_was_removed_is_the_authors(latex: Latex) -> None:
    latex(cite="\\cite{pmid:32678530}")
    unmarked = bib().partition("\n")[2]
    Path("refs.bib").write_text(unmarked, "utf-8")
    Path("exports.nbib").write_text(PRINTED, "utf-8")
    assert latex().out == ""
    assert bib() == unmarked


def test_options_are_kept_to_without_rewriting_what_is_the_same(latex: Latex) -> None:
    latex(cite="\\cite{pmid:32678530}")
    before = bib()
    assert latex("--abstract").out == ""  # the sample has none
    assert bib() == before
    assert "gone: issn" in latex("--omit", "issn").out


def test_check_changes_nothing_and_says_what_would(latex: Latex) -> None:
    done = latex("--check", cite="\\cite{pmid:32678530}")
    assert "refs.bib: added pmid:32678530" in done.out
    assert "error[out-of-date]" in done.err
    assert done.status == 1
    assert sorted(path.name for path in Path().iterdir()) == ["exports.nbib", "main.tex"]
    latex()
    assert latex("--check") == ("", "", 0)


def test_entries_of_ours_are_pruned_only_when_asked_for(latex: Latex) -> None:
    Path("more.nbib").write_bytes((SAMPLES / "greek.nbib").read_bytes())
    Path("refs.bib").write_text("@book{mine, title={x}}\n", "utf-8")
    latex(cite="\\cite{pmid:32678530,pmid:27582220}")
    assert latex(cite="\\cite{pmid:27582220}").out == ""
    done = latex("--prune")
    assert done.out == "refs.bib: removed pmid:32678530 (no longer cited)\n"
    assert "32678530" not in bib()
    assert "@book{mine, title={x}}\n" in bib()
    assert "@article{pmid:27582220," in bib()


def test_two_keys_of_one_article_with_bibtex(latex: Latex) -> None:
    done = latex(cite="\\cite{pmid:32678530}\n\\cite{doi:10.1056/nejmoa2021436}")
    assert done.err == (
        "main.tex:3: warning[same-article]: doi:10.1056/nejmoa2021436: "
        "is the same article as pmid:32678530, cited at main.tex:2\n"
    )
    assert bib().count("@article") == 2
    assert latex().err == done.err


def test_two_keys_of_one_article_with_biblatex(latex: Latex) -> None:
    done = latex(cite="\\cite{pmid:32678530}\n\\cite{pmid32678530}", document=BIBLATEX)
    assert "warning[same-article]: pmid32678530: is the same article" in done.err
    assert bib().count("@article") == 1
    assert "ids = {pmid32678530, doi:10.1056/NEJMoa2021436}," in bib()
    assert latex().out == ""
    latex(cite="\\cite{pmid:32678530}\\cite{PMID:32678530}", document=BIBLATEX)
    assert bib().count("@article") == 1
    assert "ids = {pmid32678530, doi:10.1056/NEJMoa2021436, PMID:32678530}," in bib()


def test_an_article_that_the_author_has_under_another_key(latex: Latex) -> None:
    own = "@article{mine, doi = {10.1056/NEJMoa2021436}, title={x}}\n"
    Path("refs.bib").write_text(own, "utf-8")
    done = latex(cite="\\cite{mine}\n\\cite{pmid:32678530}")
    assert "pmid:32678530: is the same article as mine, cited at main.tex:2" in done.err
    assert bib().startswith(own)


def test_unresolved_keys_are_told_with_the_nearest(latex: Latex) -> None:
    done = latex(cite="\\cite{pmid:32678503,\n  horby2020}\n\\cite{recovery2020dexamethason}")
    assert done.status == 1
    assert done.err.splitlines() == [
        "main.tex:2: error[unresolved]: pmid:32678503: "
        "no record with this name in 1 file; did you mean pmid:32678530?",
        "main.tex:2: error[unresolved]: horby2020: no record with this name in 1 file",
        "main.tex:4: error[unresolved]: recovery2020dexamethason: no record with this name "
        "in 1 file; did you mean recovery2020dexamethasone?",
    ]
    assert not Path("refs.bib").exists()


def test_a_key_that_was_made_is_a_name(latex: Latex) -> None:
    assert latex(cite="\\cite{Recovery2020Dexamethasone}").status == 0
    assert "@article{Recovery2020Dexamethasone," in bib()


def test_other_databases_of_the_document_count(latex: Latex) -> None:
    document = PLAIN.replace("{refs}", "{own,refs}")
    Path("own.bib").write_text("@book{a, title={x}}", "utf-8")
    assert latex(cite="\\cite{a,pmid:32678530}", document=document).status == 0
    assert Path("own.bib").read_text("utf-8") == "@book{a, title={x}}"
    assert "@book" not in bib()


@need("kpsewhich")
def test_a_database_that_tex_finds_elsewhere_is_not_made_here(
    latex: Latex, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    central = tmp_path_factory.mktemp("central") / "library.bib"
    central.write_text("@book{a, title={x}}", "utf-8")
    monkeypatch.setenv("BIBINPUTS", f"{central.parent}:")
    document = PLAIN.replace("{refs}", "{library,refs}")
    assert latex(cite="\\cite{a,pmid:32678530}", document=document).status == 0
    assert central.read_text("utf-8") == "@book{a, title={x}}"
    assert bib().count("@") == 1
    assert not Path("library.bib").exists()


def test_everything_is_every_record(latex: Latex) -> None:
    Path("more.nbib").write_bytes((SAMPLES / "refs.nbib").read_bytes())
    latex(cite="\\nocite{*}\\cite{pmid:16060722}")
    assert bib().count("@article") == 7
    assert "{watson1953molecular," in bib()
    assert "{pmid:16060722," in bib()
    assert latex().out == ""


def test_a_retracted_article_is_told_in_every_run(latex: Latex) -> None:
    Path("r.nbib").write_bytes((SAMPLES / "retracted.nbib").read_bytes())
    done = latex(cite="\\cite{pmid:9500320}")
    assert "main.tex:2: warning[retracted]: pmid:9500320: this article is retracted" in done.err
    assert latex().err == done.err
    assert latex("--fail-on", "retracted").status == 1


def test_a_read_only_file_stays_whole(latex: Latex) -> None:
    Path("refs.bib").write_text("@book{a, title={x}}\n", "utf-8")
    Path("refs.bib").chmod(0o444)
    done = latex(cite="\\cite{pmid:32678530}")
    assert done.err == "medcite latex: error: refs.bib: is read-only; nothing was written\n"
    assert (done.status, bib()) == (1, "@book{a, title={x}}\n")


@pytest.mark.parametrize("lock", [fcntl.flock, fcntl.lockf])
def test_a_locked_file_stays_whole(latex: Latex, lock: Callable[..., None]) -> None:
    Path("refs.bib").write_text("@book{a, title={x}}\n", "utf-8")
    held = "import fcntl, sys; f = open('refs.bib', 'r+'); "
    held += f"fcntl.{lock.__name__}(f, fcntl.LOCK_EX); print('held', flush=True); sys.stdin.read()"
    import subprocess  # noqa: PLC0415  # only this test needs it
    import sys  # noqa: PLC0415  # only this test needs it

    with subprocess.Popen(
        [sys.executable, "-c", held], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout
        other.stdout.readline()
        done = latex(cite="\\cite{pmid:32678530}")
        other.communicate(b"")
    assert "refs.bib: is locked by another program; nothing was written" in done.err
    assert (done.status, bib()) == (1, "@book{a, title={x}}\n")


def test_a_broken_file_stays_as_it_is(latex: Latex) -> None:
    Path("refs.bib").write_text("\n@book{a, title={x}\n", "utf-8")
    done = latex(cite="\\cite{pmid:32678530}")
    assert done.err.startswith("medcite latex: error: refs.bib:2: the entry a is never closed")
    assert (done.status, bib()) == (1, "\n@book{a, title={x}\n")


def test_symbolic_links_and_permissions_are_kept(latex: Latex) -> None:
    Path("real.bib").write_text("", "utf-8")
    Path("real.bib").chmod(0o640)
    Path("refs.bib").symlink_to("real.bib")
    latex(cite="\\cite{pmid:32678530}")
    assert Path("refs.bib").is_symlink()
    assert "32678530" in Path("real.bib").read_text("utf-8")
    assert Path("real.bib").stat().st_mode & 0o777 == 0o640


def test_where_to_write(latex: Latex) -> None:
    assert "@article{pmid:32678530," in latex("-o", "-", cite="\\cite{pmid:32678530}").out
    assert not Path("refs.bib").exists()
    latex("-o", "other.bib", "--to", "biblatex")
    assert "journaltitle" in Path("other.bib").read_text("utf-8")
    Path("main.tex").write_text("\\cite{pmid:1}", "utf-8")
    assert "names no .bib file; use -o to name one" in latex().err


def test_a_chapter_says_which_document_it_belongs_to(
    latex: Latex, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("chapters").mkdir()
    Path("chapters/one.tex").write_text(
        "% !TeX root = ../main.tex\n\\cite{pmid:32678530}\n", "utf-8"
    )
    Path("main.tex").write_text(PLAIN % "\\include{chapters/one}", "utf-8")
    done = run_cli(monkeypatch, "latex", "chapters/one.tex")
    assert done.out.startswith("chapters/../refs.bib: added pmid:32678530")
    assert "32678530" in bib()


def test_wrong_documents_and_files_are_one_line(
    latex: Latex, monkeypatch: pytest.MonkeyPatch
) -> None:
    latex(cite="\\cite{pmid:32678530}")
    for words, expected in [
        (["nowhere.tex"], "nowhere.tex: no such file; expected a LaTeX document"),
        (["nowhere.aux"], "nowhere.aux: no such file; run LaTeX first, or name the .tex file"),
        (["exports.nbib"], "exports.nbib: expected a .tex, .aux or .bcf file"),
        (["main.tex", "none/*.nbib"], "none/*.nbib: no such file or folder"),
    ]:
        done = run_cli(monkeypatch, "latex", *words)
        assert done.err.startswith(f"medcite latex: error: {expected}"), done.err
        assert done.status == 1
    done = run_cli(monkeypatch, "latex", "main.tex", "main.tex")
    assert "main.tex: error[unreadable]: holds no citations in a known format" in done.err
    assert done.status == 1
