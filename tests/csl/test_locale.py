"""Which locale files stand for a language tag."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest
from medcite.base.suggestions import UnknownError
from medcite.csl.locale import load_locale, normalize_tag

SPEC = find_spec("citeproc")
assert SPEC is not None
assert SPEC.origin is not None
FILES = sorted((Path(SPEC.origin).parent / "data" / "locales").glob("locales-*.xml"))
TAGS = [file.stem.removeprefix("locales-") for file in FILES]


@pytest.mark.parametrize("tag", TAGS)
def test_every_locale_that_there_is_can_be_asked_for(tag: str) -> None:
    assert normalize_tag(tag.lower()) == tag
    assert f'xml:lang="{tag}"' in FILES[TAGS.index(tag)].read_text("utf-8")
    load_locale(tag)


@pytest.mark.parametrize(
    ("tag", "and_"),
    [
        ("ar", "و"),
        ("AR_eg", "و"),
        ("la", "et"),
        ("eu-ES", "eta"),
        ("de-XX", "und"),
        ("fr-BE", "et"),
        ("sr", "и"),
        ("sr-latn", "i"),
        ("sr-Latn-ME", "i"),
        ("zh-Hant-HK", "及"),
        ("zh_hk", "及"),
        ("zh", "和"),
        ("pt-AO", "e"),
    ],
)
def test_a_dialect_falls_back_on_its_language(tag: str, and_: str) -> None:
    assert load_locale(normalize_tag(tag)).term("and").strip() == and_


@pytest.mark.parametrize("tag", ["xx", "german", "de.", "-"])
def test_an_unknown_language_is_refused(tag: str) -> None:
    with pytest.raises(UnknownError, match="unknown locale"):
        normalize_tag(tag)
