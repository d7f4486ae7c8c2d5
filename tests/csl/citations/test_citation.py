"""Citations of a whole document: positions, modes, and the bibliography in step with them."""

from __future__ import annotations

from typing import Any

from medcite.csl import Cite, Cluster, Processor, parse_style
from medcite.model.rich_text import plain

STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">
<citation><layout delimiter="; ">
  <choose>
    <if position="ibid-with-locator"><group delimiter=" "><text value="same place"/>
      <text variable="locator"/></group></if>
    <else-if position="ibid"><text value="same"/></else-if>
    <else-if position="subsequent"><group delimiter=" ">
      <names variable="author"><name form="short"/></names>
      <text variable="first-reference-note-number" prefix="(note " suffix=")"/>
    </group></else-if>
    <else><group delimiter=", "><names variable="author"><name form="short"/></names>
      <date variable="issued"><date-part name="year"/></date></group></else>
  </choose>
</layout></citation>
<bibliography><layout suffix="."><text variable="title"/></layout></bibliography>
</style>"""


def item(key: str, family: str) -> dict[str, Any]:
    return {
        "id": key,
        "type": "article-journal",
        "author": [{"family": family, "given": "A"}],
        "issued": {"date-parts": [[2020]]},
        "title": f"On {key}",
    }


def processor() -> Processor:
    items = {key: item(key, family) for key, family in (("a", "Ames"), ("b", "Bell"))}
    return Processor(parse_style(STYLE), items)


def test_positions_follow_the_notes() -> None:
    clusters = [
        Cluster((Cite("a"),), 1),
        Cluster((Cite("a"),), 2),
        Cluster((Cite("a", locator="7"),), 3),
        Cluster((Cite("b"),), 4),
        Cluster((Cite("a"),), 5),
    ]
    texts = [plain(text) for text in processor().cite(clusters)]
    assert texts == ["Ames, 2020", "same", "same place 7", "Bell, 2020", "Ames (note 1)"]


def test_bibliography_has_what_was_cited_in_its_order() -> None:
    document = processor()
    document.cite([Cluster((Cite("b"),), 1), Cluster((Cite("a"),), 2)])
    entries = document.bibliography().entries
    assert [entry.ids for entry in entries] == [("b",), ("a",)]
    assert [plain(entry.text) for entry in entries] == ["On b.", "On a."]


def test_modes_give_the_author_the_rest_or_both() -> None:
    texts = processor().cite(
        [
            Cluster((Cite("a"),), mode="author-only"),
            Cluster((Cite("b"),), mode="suppress-author"),
        ]
    )
    assert [plain(text) for text in texts] == ["Ames", "2020"]
    both = processor().cite([Cluster((Cite("a"),), mode="composite", infix="of")])
    assert plain(both[0]) == "Ames of 2020"


def test_prefix_suffix_and_unknown_items() -> None:
    texts = processor().cite(
        [
            Cluster((Cite("a", prefix="see", suffix="passim"), Cite("nowhere")), 1),
        ]
    )
    assert plain(texts[0]) == "see Ames, 2020 passim"
