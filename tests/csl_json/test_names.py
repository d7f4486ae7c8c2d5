"""Names in CSL-JSON: what is written, and what dialects have."""

from __future__ import annotations

import pytest
from medcite.csl_json.names import decode_names, encode_inverted, encode_name
from medcite.model.serialize import ShapeError
from medcite.model.values import Identifier, Name


@pytest.mark.parametrize(
    ("name", "item"),
    [
        (Name("Fu", "H"), {"family": "Fu", "given": "H"}),
        (Name("Fu", "H", "Jr"), {"family": "Fu", "given": "H", "suffix": "Jr"}),
        (Name("Sukarno"), {"family": "Sukarno"}),
        (Name(literal="The Group"), {"literal": "The Group"}),
    ],
)
def test_a_name_is_written_and_read_back(name: Name, item: dict[str, str]) -> None:
    assert encode_name(name) == item
    assert decode_names([item]) == (name,)


def test_an_inverted_name_is_a_person() -> None:
    assert encode_inverted("van der Berg, Jan") == {"family": "van der Berg", "given": "Jan"}


@pytest.mark.parametrize(
    ("item", "name"),
    [
        ("Fu", Name(literal="Fu")),
        ({"name": "The Group"}, Name(literal="The Group")),
        ({"family": "European Society of Cardiology"},
         Name(literal="European Society of Cardiology")),
        ({"given": "Solo", "suffix": "Jr"}, Name("Solo", suffix="Jr")),
        ({"family": "Fu", "ORCID": "https://orcid.org/0000-0002-1825-0097"},
         Name("Fu", ids=(Identifier("orcid", "0000-0002-1825-0097", "AUID"),))),
    ],
)  # fmt: skip
def test_what_dialects_have(item: object, name: Name) -> None:
    assert decode_names([item]) == (name,)


@pytest.mark.parametrize("value", ["Fu", {"family": "Fu"}, [3], [["Fu"]]])
def test_what_is_no_name_is_refused(value: object) -> None:
    with pytest.raises(ShapeError, match="expected a"):
        decode_names(value)
