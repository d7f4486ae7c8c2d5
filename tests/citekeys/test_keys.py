from __future__ import annotations

import re
import unicodedata

import pytest
from anyascii import anyascii
from hypothesis import given
from medcite.citekeys.keys import FIELDS, FILTERS, Keys
from medcite.citekeys.pattern import PatternError
from medcite.citekeys.words import ascii
from medcite.model.record import Record
from medcite.model.values import Date, Keyword, Name, Pages, PartialDate

from tests.strategies import records

FU = Record(
    title="The <i>β</i>-catenin in H(2)O: COVID-19 and the heart",
    author=(Name("Ünal", "Çağrı"), Name("O'Brien", "M"), Name("Fu", "H"), Name("Wu", "Q")),
    issued=Date(PartialDate(2024, 2, 27)),
    container_title="BMC medicine",
    container_title_short="BMC Med",
    volume="22",
    issue="1 Suppl 2",
    page=Pages("85-7", "85-87", "85", "87"),
    pmid="38413930",
    pmcid="PMC10900000",
    doi="10.1186/s12916-024-03275-5",
    keywords=(Keyword("Graft vs host"),),
)


@pytest.mark.parametrize(
    ("pattern", "key"),
    [
        ("default", "unal2024beta"),
        ("pmid", "pmid38413930"),
        ("doi", "10.1186/s12916-024-03275-5"),
        ("zotero", "unal_beta_2024"),
        ("jabref", "Unal2024"),
        ("better-bibtex", "unalBetaCateninH2O2024"),
        ("auth + year", "Unal2024"),
        ("Auth.LOWER+Year", "unal2024"),
        ("auth(3).upper + shortyear", "UNA24"),
        ("auth3", "Una"),
        ("authors(2).join('-')", "Unal-OBrien-EtAl"),
        ("authors4", "UnalOBrienFuWu"),
        ("title", "BetaCateninH2OCOVIDHeart"),
        ("title.words(2).lower.join('_')", "beta_catenin"),
        ("title.word(3)", "H2O"),
        ("title.word(9).default(none)", "none"),
        ("title.abbr.lower", "bchch"),
        ("shorttitle(1) + veryshorttitle", "BetaBeta"),
        ("journal + ':' + volume + '(x'.replace('(', '') ", None),
        ("journal.abbr + volume + '.' + firstpage + '-' + lastpage", "BM22.85-87"),
        ("issue.join + number", "1-Suppl-21Suppl2"),
        ("month + keyword(1).truncate(5)", "02Graft"),
        ("pmid.prefix(pm) + nbk.prefix(bk)", "pm38413930"),
        ("pmcid.substring(4, 3).postfix('+')", "109+"),
        ("key | nbk | auth.lower", "unal"),
        ("type", "articlejournal"),
        ("[auth:lower][year]_[title:word(1):lower]", "unal2024_beta"),
        ("[auth3]:[nbk:(book)]", "Una:book"),
    ],
)
def test_pattern(pattern: str, key: str | None) -> None:
    if key is None:
        with pytest.raises(PatternError):
            Keys(pattern)
    else:
        assert Keys(pattern)(FU) == key


@pytest.mark.parametrize(
    ("pattern", "at", "said"),
    [
        ("auth.lowr", 6, "no filter 'lowr'; did you mean lower?"),
        ("atuh + year", 1, "no field 'atuh'; did you mean auth?"),
        ("auth +", 7, "expected a field such as auth, year or title, the pattern ends"),
        ("auth year", 6, "expected '+', '.' or '|', found 'year'"),
        ("auth + 'a b'", 10, "' ' is not safe in a key"),
        ("auth.lower(3)", 6, "'lower' takes no argument"),
        ("auth.truncate", 6, "'truncate' needs a number"),
        ("title.word(x)", 7, "'word' needs a number, found 'x'"),
        ("auth(1, 2)", 1, "'auth' takes 1 arguments at most"),
        ("auth(1", 7, "expected ',' or ')'"),
        ("auth(", 6, "expected a number or a text"),
        ("auth.+", 6, "expected a filter such as lower or word(1), found '+'"),
        ("auth$", 5, "did not expect '$'"),
        ("", 1, "is empty"),
        ("[auth", 1, "this '[' is never closed"),
        ("[auth]~", 7, "'~' is not safe in a key"),
        ("x[:lower]", 3, "expected a field"),
    ],
)
def test_wrong_pattern_says_where_and_what(pattern: str, at: int, said: str) -> None:
    with pytest.raises(PatternError) as caught:
        Keys(pattern)
    assert str(caught.value).startswith(f"citation-key pattern {pattern!r}, character {at}: {said}")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        (Name("Straße"), "strasse"),
        (Name("Łukasiewicz", "J"), "lukasiewicz"),
        (Name("Sørensen"), "sorensen"),
        (Name("van der Berg", "J"), "vanderberg"),
        (Name("Ben-David", "M"), "bendavid"),
        (Name("Иванов"), "ivanov"),
        (Name("Παπαδάκης"), "papadakis"),
        (Name("", "Himani"), "himani"),
        (Name(literal="Alzheimer's Disease Neuroimaging Initiative (ADNI)"), "adni"),
        (Name(literal="European Society of Cardiology"), "esc"),
        (Name(literal="Canadian Gait"), "canadiangait"),
        (Name(literal="ABCSG;"), "abcsg"),
    ],
)
def test_author(name: Name, key: str) -> None:
    assert Keys("auth.lower")(Record(author=(name,))) == key


@pytest.mark.parametrize(
    ("record", "key"),
    [
        (Record(title="Rapid growth", issued=Date(PartialDate(1998))), "1998rapid"),
        (Record(title="Rapid growth", editor=(Name("Fu"),)), "furapid"),
        (Record(title="2019: 20", author=(Name("Fu"),)), "fu2019"),
        (Record(title="On the", author=(Name("Fu"),)), "fuon"),
        (Record(original_title="Über alles"), "uber"),
        (Record(author=(Name("Fu"),), available_date=Date(PartialDate(2001))), "fu2001"),
        (Record(author=(Name("Fu"),), issued=Date(None, raw="in press")), "fu"),
        (Record(key="Fu:2020", author=(Name("Wu"),)), "Fu:2020"),
        (Record(key="O'Hara 2020", author=(Name("Wu"),)), "OHara2020"),
        (Record(pmid="1"), "1"),
    ],
)
def test_default_key_without_author_year_or_title(record: Record, key: str) -> None:
    assert Keys()(record) == key


def test_names_that_collide_get_their_own_pmid() -> None:
    keys = Keys("auth")
    people = [Record(author=(Name("Fu"),), pmid=str(n)) for n in (7, 8, 9)]
    assert [keys(each) for each in people] == ["Fu", "Fu-8", "Fu-9"]
    assert keys(people[1]) == "Fu-8-2"
    assert keys(Record(author=(Name("FU"),), pmid="6")) == "FU-6"


def test_key_does_not_change_when_records_are_appended() -> None:
    people = [Record(author=(Name("Fu"),), title=f"Title {n}", doi=f"10.1/{n}") for n in range(9)]
    some, all_ = Keys(), Keys()
    before = [some(each) for each in people[:5]]
    assert [all_(each) for each in people][:5] == before
    assert len({*before}) == 5


def test_every_word_says_what_it_does() -> None:
    assert all(word.doc for word in (*FIELDS.values(), *FILTERS.values()))


@given(records)
def test_every_record_gets_a_safe_key(record: Record) -> None:
    keys = Keys()
    first, second = keys(record), keys(record)
    assert re.fullmatch(r"[A-Za-z0-9:_.+/-]+", first)
    assert re.fullmatch(r"[A-Za-z0-9:_.+/-]+", second)
    assert first.lower() != second.lower()


@given(records)
def test_every_field_takes_every_record(record: Record) -> None:
    for name in FIELDS:
        assert re.fullmatch(r"[A-Za-z0-9:_.+/-]*", Keys(f"{name} + 'x'")(record))


def test_the_short_way_to_ascii_leads_where_anyascii_does() -> None:
    every = (chr(number) for number in range(0x80, 0x30000) if not 0xD800 <= number < 0xE000)
    greek = range(0x370, 0x400)  # whose lone letters have names
    wrong = [each for each in every if ord(each) not in greek and ascii(each) != anyascii(each)]
    assert [each for each in wrong if unicodedata.normalize("NFC", each) == each] == []
